// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { diceOf } from '../support/dice.ts';
import { inTurn } from '../support/seed.ts';
import { learn } from '../support/watchers/learnt.ts';
import { liveWatched } from '../support/watchers/life.ts';
import { liveBeside } from '../support/watchers/life-thread.ts';
import { atLeastByChance, compareSamples, correlation, waits } from '../support/watchers/statistics.ts';
import { figuresOf, missedTargets, tableOf } from '../support/watchers/report.ts';

// `npm run traces` over a week, one life after the other in this thread; the whole of it takes minutes. An ordinary run lives one of
// the long lives, another with every commit; HOLDFAST_TORTURE=1 lives all.

const weekAtBothLevels = async (): Promise<void> => {
  const figures = await figuresOf(liveWatched, { weeks: 1, seed: 3, paymentsAWeek: 7 });
  expect([...figures.keys()]).toEqual(['prompt', 'prompt, idle', 'quiet', 'quiet, idle']);
  expect(missedTargets(figures, 0.001)).toEqual([]);
  expect(figures.get('prompt')?.uploads).toBeGreaterThan(figures.get('prompt, idle')?.uploads ?? 0);
  expect(tableOf(figures).split('\n').length).toBeGreaterThan(10);
};

test('a life in a thread of its own is the same life', async () => {
  const life = { seed: 4, weeks: 0, level: 'quiet', paymentsAWeek: 0 } as const;
  const [beside, here] = [await liveBeside(life), await liveWatched(life)];
  expect(beside.money).toEqual(here.money);
  expect(here.money.left).toBeGreaterThan(0n);
}, 120_000);

const HOUR = 3_600_000;
const RHYTHM = 6 * HOUR;
const gaps = (at: readonly number[]): readonly number[] => at.slice(1).map((each, index) => each - (at[index] ?? 0));

const renewedInQuiet = async (): Promise<void> => {
  const { uploads, makings, money } = await liveWatched({
    seed: 5,
    weeks: 2,
    level: 'quiet',
    paymentsAWeek: 0,
    coinDays: 12,
  });
  // All that there was at the beginning has ended meanwhile.
  expect(makings.length).toBeGreaterThan(5);
  expect(money.left).toBe(money.expected);
  for (const each of uploads) {
    const between = gaps(each.map(({ at }) => at));
    expect(between.length).toBeGreaterThan(40);
    expect(Math.min(...between)).toBeGreaterThan(0.69 * RHYTHM);
    expect(Math.max(...between)).toBeLessThan(1.35 * RHYTHM);
    expect(new Set(each.map(({ bytes }) => bytes)).size).toBe(1);
  }
};

const paidWithMeanwhile = async (): Promise<void> => {
  const seen = await liveWatched({ seed: 6, weeks: 1, level: 'quiet', paymentsAWeek: 10, coinDays: 4 });
  expect(seen.money.left).toBe(seen.money.expected);
  expect(seen.makings.length).toBeGreaterThan(20);
  expect(missedTargets(new Map([['quiet', learn(seen, diceOf(7))]]), 0.001)).toEqual([]);
};

const LIVES: readonly (readonly [string, () => Promise<void>])[] = [
  ['a week of a person meet the targets, at both levels and beside an idle wallet', weekAtBothLevels],
  [
    'coins that end within weeks are renewed by a quiet wallet without an upload off its rhythm, and none dies',
    renewedInQuiet,
  ],
  ['coins that end within weeks are paid with meanwhile, and uploads tell no payment', paidWithMeanwhile],
];
test.each(inTurn('traces-report', LIVES))('%s', (_, expectLived) => expectLived(), 300_000);

describe('the figures', () => {
  const even = Array.from({ length: 200 }, (_, at) => at * 10);

  test('find what goes together, and nothing where nothing does', () => {
    expect(
      compareSamples(
        waits(
          even.map((at) => at + 5),
          even,
        ),
        even.map((_, at) => at % 10),
      ).p,
    ).toBeLessThan(0.01);
    expect(
      compareSamples(
        even,
        even.map((at) => at + 1),
      ).p,
    ).toBeGreaterThan(0.5);
    expect(compareSamples([], even).p).toBe(1);
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
    expect(correlation([1, 2, 3], [1, 1, 1])).toBe(0);
  });

  test('know how rare a count is', () => {
    expect(atLeastByChance(0, 0.1)).toBe(1);
    expect(atLeastByChance(1, 0.1)).toBeCloseTo(0.0952, 3);
    expect(atLeastByChance(4, 0.1)).toBeLessThan(0.0001);
  });

  test('say which target is missed', () => {
    const near = { seen: 9, chance: 0.1, p: 0, waitsP: 0 };
    const learnt = {
      uploads: 1,
      sizeBits: 2,
      days: 0,
      shop: { p: 0, medianMinutes: 1 },
      otherShop: { p: 0.5, medianMinutes: 1 },
      pairs: near,
      exchange: { share: 0, chance: 0, bits: 0 },
    };
    expect(missedTargets(new Map([['prompt', learnt]]))).toHaveLength(1);
    expect(missedTargets(new Map([['quiet', learnt]]))).toHaveLength(3);
  });
});
