// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';
import { RUN_SEED } from '../support/seed.ts';

/** HOLDFAST_SEED and HOLDFAST_ROUNDS choose other deeds and moments, and more of them; `npm run torture` never ends by itself. */
const ROUNDS = Number(process.env['HOLDFAST_ROUNDS'] ?? 20);
/** By then whatever is usual has succeeded once. */
const MOST = Math.max(90, ROUNDS);
/** What is tried until it has succeeded once; half of the moments of death, and with them the rest, differ from run to run. */
const USUAL = ['withdraw by hand', 'withdraw from bank', 'pay', 'send', 'receive', 'go on'];

test(`kill -9, ${ROUNDS} rounds (seed ${RUN_SEED}): nothing is lost`, async () => {
  const progress = await killRounds({
    seed: RUN_SEED,
    goOn: ({ rounds, deeds }) => rounds < ROUNDS || (rounds < MOST && USUAL.some((each) => deeds[each] === undefined)),
  });
  expect(progress.losses).toEqual([]);
  expect(progress.killed).toBeGreaterThan(ROUNDS / 4);
  expect(progress.checked).toBeGreaterThan(ROUNDS / 4);
  expect(Object.keys(progress.deeds)).toEqual(expect.arrayContaining(USUAL));
}, 900_000);
