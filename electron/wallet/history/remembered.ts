// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { CoinAccount } from '../ledger/account.ts';
import { givingOf, isGiven, placeOf, type GivingEntry } from '../ledger/givings.ts';
import type { Ledger } from '../ledger/ledger.ts';

// A history has thousands of lines, and one change is in one or two of them. Entries are values: one that is the same object says the
// same, so what was made of it and of the same facts is not made again.

/** Makes something of an entry, once for the same facts beside it. */
export const remembered = <E extends object, T>(): ((entry: E, facts: readonly unknown[], make: () => T) => T) => {
  const known = new WeakMap<E, { readonly facts: readonly unknown[]; readonly made: T }>();
  return (entry, facts, make) => {
    const before = known.get(entry);
    if (before?.facts.length === facts.length && facts.every((fact, at) => fact === before.facts[at]))
      return before.made;
    const made = make();
    known.set(entry, { facts, made });
    return made;
  };
};

type Gave = {
  readonly coins: readonly string[];
  /** of all of them */
  readonly sum: bigint;
  readonly released: readonly string[];
};

const gaveByEntry = new WeakMap<GivingEntry, Gave>();

const gaveOf = (entry: GivingEntry): Gave => {
  const known = gaveByEntry.get(entry);
  if (known) return known;
  const giving = givingOf(entry);
  const all = Object.entries(giving.coins);
  const given = all.filter(([, contribution]) => isGiven(giving, contribution));
  const gave = {
    coins: given.map(([id]) => id),
    sum: given.reduce((sum, [, { c }]) => sum + amount(c).units, 0n),
    released: all.flatMap(([id, { s }]) => (s === 'released' ? [id] : [])),
  };
  gaveByEntry.set(entry, gave);
  return gave;
};

/** What an event took from coins we know, or knew, of where it says that it was. */
export const givenTo = (
  entry: GivingEntry,
  { coins, strangers, isGone }: Pick<Ledger, 'coins' | 'strangers' | 'isGone'>,
): bigint => {
  const gave = gaveOf(entry);
  if (strangers.size === 0 || !gave.coins.some((id) => strangers.has(id))) return gave.sum;
  const { exchange, currency } = placeOf(entry.value);
  return gave.coins.reduce((sum, id) => {
    const given = amount(entry.value.coins[id]?.c ?? '');
    const account = coins.get(id);
    const isOf = account?.coin.exchange === exchange && account?.currency === currency && given.currency === currency;
    return isOf || (account === undefined && isGone(id)) ? sum + given.units : sum;
  }, 0n);
};

/** The coins that an event gave up, as they stand now: what is said of them (`backNotes`) follows from that. */
export const releasedAccounts = (
  entry: GivingEntry,
  { coins }: Pick<Ledger, 'coins'>,
): readonly (CoinAccount | undefined)[] => {
  const { released } = gaveOf(entry);
  return released.length === 0 ? NONE : released.map((id) => coins.get(id));
};

const NONE: readonly undefined[] = [];

type Row = { readonly id: string };

/** The rows in their order; those that were there before keep their place, so that only new ones are looked for one. */
export const inOrder = <R extends Row>(
  before: readonly R[],
  rows: readonly R[],
  compare: (a: R, b: R) => number,
): readonly R[] => {
  const now = new Set(rows);
  const kept = before.filter((row) => now.delete(row));
  const come = [...now].sort(compare);
  if (come.length === 0) return kept;
  const all: R[] = [];
  let at = 0;
  for (const row of kept) {
    for (let next = come[at]; next !== undefined && compare(next, row) < 0; next = come[at]) {
      all.push(next);
      at += 1;
    }
    all.push(row);
  }
  return [...all, ...come.slice(at)];
};
