// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import type { Flow } from './fail-nth-cases.ts';
import { fundedDevice } from './fail-nth-flows.ts';
import { openDevice, rest, totalUnits } from './fail-nth-lab.ts';
import { changed, DAY, hear } from './poison-ends-lab.ts';

/** An answer that was lost is asked for again days later. */
const MOST_TURNS = 12;
const MOST_LOST = 25_000_000n;

/** A copy calls coins spent that are not: their exchange is asked, and new ones are made of them. */
export const foundAgain: Flow = {
  name: 'coins that a copy called spent',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const open = openDevice(lab, device);
    const before = totalUnits(open.wallet);
    const spent = { status: 'spent', remaining: 'KUDOS:0' };
    hear(open.store, changed(open.store.snapshot(), { coin: (value) => ({ ...value, ...spent }) }));
    expect(totalUnits(open.wallet)).toBe(0n);
    return {
      device,
      tooSmall: 3_000_000n,
      act: async (again) => {
        for (let turn = 0; turn < MOST_TURNS && totalUnits(again.wallet) + MOST_LOST < before; turn++) {
          await rest(again);
          lab.world.move(1.5 * DAY);
        }
      },
      check: (again) => {
        const lost = before - totalUnits(again.wallet);
        expect(lost).toBeGreaterThan(0n);
        // Making new coins costs what it costs; what is too small for that stays.
        expect(lost).toBeLessThanOrEqual(MOST_LOST);
      },
    };
  },
};
