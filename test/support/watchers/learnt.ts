// SPDX-License-Identifier: GPL-3.0-or-later
import type { Dice } from '../dice.ts';
import { atLeastByChance, compareSamples, correlation, median, waits } from './statistics.ts';
import { DAY, type Seen } from './life.ts';

/** What those who watch can work out, alone and together. */
export type Learnt = {
  readonly uploads: number;
  /** log2 of how many sizes one place saw */
  readonly sizeBits: number;
  /** payments and uploads of each day */
  readonly days: number;
  /** how payments and the next upload go together: how often chance alone does that */
  readonly shop: WithShop;
  /** the same at the place that is asked second */
  readonly otherShop: WithShop;
  readonly pairs: { readonly seen: number; readonly chance: number; readonly p: number; readonly waitsP: number };
  /** requests that make coins within a minute after an upload */
  readonly exchange: { readonly share: number; readonly chance: number; readonly bits: number };
};

type WithShop = { readonly p: number; readonly medianMinutes: number };

const NEAR_MS = 30_000;
const MINUTE = 60_000;
/** For each real time, as many made-up ones that differ from it by whole days. */
const SHIFTED = 20;

export const learn = (seen: Seen, dice: Dice): Learnt => {
  const [one, two] = seen.uploads.map((each) => each.map(({ at }) => at)) as [number[], number[]];
  const length = seen.until - seen.from;
  const shifted = (times: readonly number[]): readonly number[] =>
    times.flatMap((at) =>
      Array.from(
        { length: SHIFTED },
        () => seen.from + ((at - seen.from + DAY * (1 + dice.upTo(Math.ceil(length / DAY)))) % length),
      ),
    );
  const near = one.reduce((sum, at) => sum + two.filter((other) => Math.abs(other - at) <= NEAR_MS).length, 0);
  const nearByChance = (one.length * two.length * 2 * NEAR_MS) / length;
  const withShop = (uploads: readonly number[]): WithShop => {
    const after = waits(seen.payments, uploads);
    return {
      p: compareSamples(after, waits(shifted(seen.payments), uploads)).p,
      medianMinutes: median(after) / MINUTE,
    };
  };
  const after = seen.makings.filter((at) => one.some((upload) => at >= upload && at - upload < MINUTE)).length;
  const share = seen.makings.length === 0 ? 0 : after / seen.makings.length;
  const chance = 1 - Math.exp((-one.length * MINUTE) / length);
  const perDay = (times: readonly number[]): readonly number[] =>
    Array.from(
      { length: Math.floor(length / DAY) },
      (_, day) => times.filter((at) => Math.floor((at - seen.from) / DAY) === day).length,
    );
  return {
    uploads: one.length,
    sizeBits: Math.log2(Math.max(...seen.uploads.map((each) => new Set(each.map(({ bytes }) => bytes)).size), 1)),
    days: correlation(perDay(seen.payments), perDay(one)),
    shop: withShop(one),
    otherShop: withShop(two),
    pairs: {
      seen: near,
      chance: nearByChance,
      p: atLeastByChance(near, nearByChance),
      waitsP: compareSamples(waits(one, two), waits(shifted(one), two)).p,
    },
    exchange: { share, chance, bits: share > chance ? Math.log2(share / chance) : 0 },
  };
};
