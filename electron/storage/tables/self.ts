// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { World } from '../../world.ts';
import type { Sqlite } from '../sqlite.ts';

/** This installation: its random id, the last clock it used or heard, and how often its entries changed. */
export type Self = { readonly deviceId: string; readonly clock: string; readonly revision: number };
export type SelfTable = ReturnType<typeof selfTable>;

/** The id of a device is random: of 16 bytes no two ever meet by chance. */
const DEVICE_ID_BYTES = 16;

const row = z.object({ deviceId: z.string(), clock: z.string(), revision: z.number() });

export const newDeviceId = (world: World): string => bytesToCrock(world.randomBytes(DEVICE_ID_BYTES));

/** Reads and writes the one row about this installation. */
export const selfTable = (sqlite: Sqlite) => {
  const select = sqlite.prepare('SELECT device_id AS deviceId, clock, revision FROM self');
  const selectRevision = sqlite.prepare('SELECT revision FROM self').pluck();
  const insert = sqlite.prepare("INSERT INTO self VALUES (1, ?, '', 0)");
  const update = sqlite.prepare('UPDATE self SET device_id = ?, clock = ?, revision = ?');
  return {
    create: (world: World): void => {
      if (select.get() === undefined) insert.run(newDeviceId(world));
    },
    read: (): Self => row.parse(select.get()),
    /** the last of these alone; asked before every look at what is kept in memory */
    revision: (): number => Number(selectRevision.get()),
    write: ({ deviceId, clock, revision }: Self): void => void update.run(deviceId, clock, revision),
  };
};
