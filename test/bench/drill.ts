// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackup } from '../../electron/backup/backup.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { fillWallet } from './backup.ts';
import { measure, peakMemoryMib } from './measure.ts';

export type DrillFigures = {
  readonly coins: number;
  /** the whole drill by places that are folders of this machine, the issuer away */
  readonly wallMs: number;
  readonly places: number;
  readonly peakMib: number;
};

const PLACES = 2;

/** One drill of a wallet with that many live coins. */
export const benchDrill = async (coins: number): Promise<DrillFigures> => {
  const away = async (): Promise<Response> => {
    throw new TypeError('nobody there');
  };
  const world = { ...realWorld(), http: away };
  const store = fillWallet(world, coins);
  const backup = createBackup({ world, store, wallet: createWallet({ world, store }) });
  const folders = Array.from({ length: PLACES }, () => mkdtempSync(join(tmpdir(), 'holdfast-bench-drill-')));
  try {
    for (const target of folders) mustOk(await backup.addProvider({ target, consent: true }), 'place');
    await backup.cycle();
    const { value, wallMs } = await measure(async () => mustOk(await backup.drill(), 'drill'));
    if (value.lacking.length > 0 || value.verdict !== 'passed') throw new Error('defect: not everything came back');
    return { coins, wallMs, places: PLACES, peakMib: peakMemoryMib() };
  } finally {
    await backup.close();
    store.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
};
