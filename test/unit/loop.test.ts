// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { startLoop } from '../../electron/app/loop.ts';
import { realWorld } from '../../electron/world.ts';

it('a defect that cannot be logged either (the disk is full) does not end the loop', async () => {
  let full = true;
  let runs = 0;
  const loop = startLoop(
    {
      runMoney: async () => {
        runs += 1;
        if (full) throw new Error('StorageFull');
      },
      runBackup: async () => undefined,
    },
    realWorld(() => {
      if (full) throw new Error('ENOSPC: no space left on device, write');
    }),
  );
  await expect.poll(() => runs).toBe(1);
  full = false;
  await expect
    .poll(() => {
      loop.poke();
      return runs;
    })
    .toBeGreaterThan(1);
  await loop.stop();
});
