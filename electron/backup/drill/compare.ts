// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amountToText, zeroAmount } from '../../../shared/amount.ts';
import { parseCoinId } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { Head } from '../copies/head.ts';
import { moneyFrom } from '../copies/risk.ts';
import { seedsOf } from '../../wallet/ledger/seeds.ts';

/** Money per currency, in canonical text. */
export type Sums = {
  readonly total: readonly string[];
  readonly brought: readonly string[];
  readonly lacking: readonly string[];
};

/**
 * Tells how much of the money here would come back: of each seed or reserve key as much as both know, and all of it where the copies
 * have the key and nothing that was made of it yet: a restore makes it again. What only the copies believe in (coins that were spent
 * since) counts for nothing.
 */
export const compareMoney = (live: Reader, restored: Reader): Sums => {
  const there = unitsBySource(restored);
  const unmade = unmadeIn(restored);
  const sums = new Map<string, { total: bigint; brought: bigint }>();
  for (const [key, units] of unitsBySource(live)) {
    const blank = key.lastIndexOf(' ');
    const currency = key.slice(blank + 1);
    const sum = sums.get(currency) ?? { total: 0n, brought: 0n };
    const back = unmade.has(key.slice(0, blank)) ? units : (there.get(key) ?? 0n);
    sum.total += units;
    sum.brought += back < units ? back : units;
    sums.set(currency, sum);
  }
  const texts = (units: (sum: { total: bigint; brought: bigint }) => bigint): readonly string[] =>
    [...sums].flatMap(([currency, sum]) => {
      const none = zeroAmount(currency);
      return units(sum) === 0n ? [] : [amountToText(addCapped(none, { ...none, units: units(sum) }))];
    });
  return {
    total: texts(({ total }) => total),
    brought: texts(({ brought }) => brought),
    lacking: texts(({ total, brought }) => total - brought),
  };
};

/** Seeds and reserve keys of which coins may still come, and none is there; until coins are made, their money stands in what comes before them. */
const unmadeIn = (reader: Reader): ReadonlySet<string> => {
  const made = new Set(reader.coins({}).map(({ id }) => parseCoinId(id)?.seedId));
  const keys = (['reserve', 'withdrawal', 'refresh'] as const).flatMap((kind) =>
    reader.entries(kind).flatMap((entry) => seedsOf(entry)),
  );
  return new Set(keys.flatMap(({ id, isOpen }) => (isOpen && !made.has(id) ? [id] : [])));
};

const unitsBySource = (reader: Reader): ReadonlyMap<string, bigint> => {
  const units = new Map<string, bigint>();
  for (const { source, sum } of moneyFrom(reader)) {
    const key = `${source} ${sum.currency}`;
    units.set(key, (units.get(key) ?? 0n) + sum.units);
  }
  return units;
};

/** Entries of this wallet that would not come back as they are. */
export type Differences = {
  /** written after the newest copy: the next one has them */
  readonly later: number;
  /** the copies are as new as they are, and have them otherwise or not at all */
  readonly leftOut: number;
};

/** Compares entry by entry; `newest` is how far each copy has come. */
export const compareEntries = (
  live: Pick<Reader, 'texts'>,
  restored: Pick<Reader, 'texts'>,
  newest: readonly Head[],
): Differences => {
  const there = new Map(restored.texts().map(({ kind, id, text }) => [`${kind} ${id}`, text]));
  let [later, leftOut] = [0, 0];
  for (const { kind, id, clock, text, quarantined } of live.texts()) {
    if (quarantined === true || there.get(`${kind} ${id}`) === text) continue;
    if (newest.every((head) => head.clock < clock)) later += 1;
    else leftOut += 1;
  }
  return { later, leftOut };
};
