// SPDX-License-Identifier: GPL-3.0-or-later
import { clockToText } from '../../state/clock.ts';
import { type Device, MAX_EPOCH } from '../../state/entry.ts';
import type { World } from '../../world.ts';
import type { LocalTables } from '../local.ts';
import type { EntryReader } from '../reader.ts';
import { newDeviceId, type SelfTable } from '../tables/self.ts';
import type { Tx } from '../views.ts';
import { txClock } from './clock.ts';
import { txJoin } from './join.ts';
import { txPut } from './put.ts';
import { txRows } from './rows.ts';

type Parts = {
  readonly self: SelfTable;
  readonly reader: EntryReader;
  readonly local: LocalTables;
  readonly world: World;
};

/** One transaction's view: `finish` writes back the clock and the change counter, before the commit. */
export const openTx = ({ self, reader, local, world }: Parts): { readonly tx: Tx; readonly finish: () => void } => {
  const nowMs = world.now();
  const start = self.read();
  const { table, kept: _kept, ...views } = reader;

  const clock = txClock(start, nowMs);
  const rows = txRows(table);
  const { put, noteLastClock } = txPut(rows, clock);
  const { join, release } = txJoin(rows, clock, nowMs, local.writer.noteDoubt);

  const claimEpoch: Tx['claimEpoch'] = (name) => {
    const devices = reader.entries('device');
    const highest = devices.reduce((most, { value }) => Math.max(most, value.epoch), 0);
    const epoch = Math.min(highest + 1, MAX_EPOCH);
    const device: Device = {
      epoch,
      status: 'active',
      last_clock: clock.text(),
      ...(name === undefined ? {} : { name }),
    };
    put('device', clock.deviceId(), device);
    return epoch;
  };

  const renewDevice: Tx['renewDevice'] = () => {
    const former = reader.entry('device', clock.deviceId());
    if (former) put('device', former.id, { ...former.value, status: 'taken-over' });
    clock.changeDevice(newDeviceId(world));
    return clock.deviceId();
  };

  const takeAway: Tx['takeAway'] = (names) => {
    for (const { kind, id } of names) table.remove(kind, id);
    if (names.length > 0) rows.noteChange();
  };

  release();
  return {
    tx: {
      ...views,
      put,
      join,
      clock: clock.text,
      claimEpoch,
      renewDevice,
      takeAway,
      backToDevice: clock.changeDevice,
      deviceId: clock.deviceId,
      local: {
        ...local.writer,
        takeUndoCopy: (why, other) =>
          local.undo.keepCopy(table.snapshot(), { why, takenAt: nowMs, deviceId: clock.deviceId(), other }),
      },
    },
    finish: () => {
      noteLastClock();
      const last = clock.last();
      self.write({
        deviceId: clock.deviceId(),
        clock: last ? clockToText(last) : '',
        revision: start.revision + (rows.haveChanged() ? 1 : 0),
      });
    },
  };
};
