// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader } from '../../storage/store.ts';
import { coinAccount, worthOf, type CoinAccount } from './account.ts';
import { expectedSums } from './expected.ts';
import type { Expected } from './quotes.ts';
import { followFlows } from './flows.ts';
import { followed } from './followed.ts';
import { goneSeeds, isGoneCoin } from './gone-names.ts';
import { sumsByKey, type Flow, type Sums } from './sums.ts';
import { readUses, realCoin, seedOf, type Uses } from './uses.ts';

// The one place that says what a coin is still worth and where the rest of it went. Balances and history are both
// read from it, so that their sums agree at every instant, also in a state joined from two devices.

/** It is kept up to date: whoever reads the ledger again changes what was given before. */
export type Ledger = {
  readonly coins: ReadonlyMap<string, CoinAccount>;
  readonly withdrawals: ReadonlyMap<string, Flow>;
  readonly refreshes: ReadonlyMap<string, Flow>;
  /** by exchange, a space, and currency */
  readonly sums: ReadonlyMap<string, Readonly<Sums>>;
  /** what the coins of each seed are worth, by seed, a space, and currency */
  readonly worth: ReadonlyMap<string, bigint>;
  /** what making new coins of used ones is expected to take, by line (`keyOf`) */
  readonly expected: ReadonlyMap<string, bigint>;
  /** coins of which another copy has spent something */
  readonly elsewhere: ReadonlySet<string>;
  /** withdrawals and refreshes that only their coins tell of */
  readonly unknownSources: ReadonlySet<string>;
  /** coins that something here was given of and that are not here, or not of where that says it was */
  readonly strangers: ReadonlySet<string>;
  readonly uses: Uses;
  /** whether a coin is counted, also under the id it was found with */
  readonly isOurs: (coinId: string) => boolean;
  /** whether a coin has left the content (`gone-names.ts`) */
  readonly isGone: (coinId: string) => boolean;
  /** from now on this one is told what is different, as often as it is; nobody else is any more */
  readonly watch: (watcher: Watcher) => void;
};

/** Whoever keeps what follows from the ledger, and is told of what in it changes. */
export type Watcher = {
  readonly coin: (id: string, before: CoinAccount | undefined, after: CoinAccount | undefined) => void;
  /** of a withdrawal or a refresh */
  readonly flow: (id: string) => void;
  readonly expected: (of: Expected['of'], id: string) => void;
};

const NOBODY: Watcher = { coin: () => undefined, flow: () => undefined, expected: () => undefined };

/** Where every coin is and what is on its way; after a change only what changed is looked at. */
export const readLedger = (reader: Reader): Ledger => {
  reader.beside(lastReader).reader = reader;
  return reader.beside(keptLedger)(reader);
};

/** Who read it last; undefined when nobody has yet. */
export const ledgerReader = (reader: Reader): Reader | undefined => reader.beside(lastReader).reader;

const lastReader = (): { reader: Reader | undefined } => ({ reader: undefined });

const keptLedger = (): ((reader: Reader) => Ledger) => {
  let ledger: { readonly uses: Uses; readonly follow: (reader: Reader) => Ledger } | undefined;
  return (reader) => {
    const uses = readUses(reader);
    // Other uses than before: what they rest on is another, and so is every account.
    if (ledger?.uses !== uses) ledger = { uses, follow: followLedger(uses) };
    return ledger.follow(reader);
  };
};

const followLedger = (uses: Uses): ((reader: Reader) => Ledger) => {
  const coins = new Map<string, CoinAccount>();
  const totals = sumsByKey();
  const expected = expectedSums();
  const worth = new Map<string, bigint>();
  const [elsewhere, strangers] = [new Set<string>(), new Set<string>()];
  const noteWorth = (account: CoinAccount, sign: 1n | -1n): void => {
    const key = `${seedOf(account.id)} ${account.currency}`;
    const units = (worth.get(key) ?? 0n) + sign * worthOf(account);
    if (units === 0n) worth.delete(key);
    else worth.set(key, units);
  };
  let watcher = NOBODY;
  const flows = followFlows(uses, totals, (id) => watcher.flow(id));
  const list = followed('coin');

  const replace = (id: string): void => {
    const before = coins.get(id);
    const entry = list.row(id);
    const after = entry && !uses.sameAs.has(entry.value.source_id) ? coinAccount(entry, uses) : undefined;
    if (before) {
      totals.coin(before, -1);
      expected.add(before.expected, -1n);
      noteWorth(before, -1n);
    }
    if (after) {
      totals.coin(after, 1);
      expected.add(after.expected, 1n);
      noteWorth(after, 1n);
    }
    if (after === undefined) coins.delete(id);
    else coins.set(id, after);
    flows.noteCoin(before, after);
    for (const account of [before, after])
      for (const { of, id: named } of account?.expected ?? []) watcher.expected(of, named);
    if (before !== after) watcher.coin(id, before, after);
    setIs(elsewhere, id, after !== undefined && after.elsewhere !== 0n);
    const counted = after && uses.given(id, { exchange: after.coin.exchange, currency: after.currency });
    setIs(strangers, id, (uses.givers.get(id) ?? 0) > (counted?.counts.all ?? 0));
  };
  let gone: ReadonlySet<string> = new Set();
  const ledger: Ledger = {
    coins,
    ...flows.parts,
    sums: totals.sums,
    worth,
    expected: expected.sums,
    elsewhere,
    strangers,
    uses,
    isOurs: (id) => coins.has(realCoin(uses.sameAs, id)),
    isGone: (id) => isGoneCoin(gone, id),
    watch: (next) => {
      watcher = next;
    },
  };
  return (reader) => {
    gone = goneSeeds(reader);
    for (const { id } of list.look(reader)) uses.touched.add(id);
    for (const id of uses.touched) replace(id);
    uses.touched.clear();
    flows.follow(reader);
    return ledger;
  };
};

const setIs = (set: Set<string>, member: string, is: boolean): void => {
  if (is) set.add(member);
  else set.delete(member);
};
