// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { live, shrink } from './random-life.ts';

// Two to four machines with one wallet, one to three providers with vices, wrong clocks, cut cables, disks put back, and
// people who do things. After silence all agree, and with one honest provider nothing is lost.

/** HOLDFAST_SEED and HOLDFAST_SEEDS choose other lives, and more of them; HOLDFAST_SHRINK finds the shortest that still fails. */
const FIRST = Number(process.env['HOLDFAST_SEED'] ?? 1);
const COUNT = Number(process.env['HOLDFAST_SEEDS'] ?? 30);
const SHRINK = process.env['HOLDFAST_SHRINK'] !== undefined;

test.each(Array.from({ length: COUNT }, (_, at) => FIRST + at))(
  'seed %i',
  async (seed) => {
    if (SHRINK) expect(await shrink(seed)).toEqual([]);
    else await live(seed);
  },
  SHRINK ? 1_800_000 : 120_000,
);
