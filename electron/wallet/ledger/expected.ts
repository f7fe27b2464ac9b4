// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Refresh } from '../../state/entry.ts';
import { GIVING_KINDS, givingOf, isGiven, type GivingEntry } from './givings.ts';
import type { Return } from './returns.ts';

// New coins are made of used ones hours later, for a fee that was quoted when the payment chose them. It is counted from then on,
// by what was written down of that quote, and from the plan on by what the plan takes; never made, it is never counted.

/** What is still to be paid for making new coins of what one coin holds, and by whose line: a payment's, a refund's, or a refresh's own. */
export type Expected = { readonly of: 'giving' | 'refund' | 'refresh'; readonly id: string; readonly units: bigint };

/** What was quoted for one coin when an event chose it. */
type Quoted = { readonly of: 'giving'; readonly order: string; readonly isGiven: boolean; readonly units: bigint };
type Quote = Expected | (Expected & Quoted);

/** What is said of each coin's renewal, kept up to date from change to change. */
export type Quotes = {
  readonly byCoin: ReadonlyMap<string, ReadonlyMap<string, Quote>>;
  readonly noteGiving: (who: string, entry: GivingEntry | undefined) => void;
  readonly noteReturn: (id: string, back: Return | undefined) => void;
  readonly noteRefresh: (id: string, coin: string | undefined, refresh: Refresh | undefined) => void;
};

export const followQuotes = (touched: Set<string>): Quotes => {
  const byCoin = new Map<string, Map<string, Quote>>();
  const coinsOf = new Map<string, readonly string[]>();
  const say = (who: string, quotes: readonly (readonly [coin: string, quote: Quote])[]): void => {
    for (const coin of coinsOf.get(who) ?? []) {
      touched.add(coin);
      const said = byCoin.get(coin);
      said?.delete(who);
      if (said?.size === 0) byCoin.delete(coin);
    }
    for (const [coin, quote] of quotes) {
      touched.add(coin);
      const said = byCoin.get(coin) ?? new Map<string, Quote>();
      said.set(who, quote);
      byCoin.set(coin, said);
    }
    if (quotes.length === 0) coinsOf.delete(who);
    else
      coinsOf.set(
        who,
        quotes.map(([coin]) => coin),
      );
  };
  return {
    byCoin,
    noteGiving: (who, entry) => say(who, entry === undefined ? [] : quotedBy(entry)),
    noteReturn: (id, back) =>
      say(
        `refund ${id}`,
        back?.waiting === true ? [[back.coin, { of: 'refund', id: back.purchase, units: back.renewal }]] : [],
      ),
    noteRefresh: (id, coin, refresh) =>
      say(
        `refresh ${id}`,
        coin === undefined || refresh?.status !== 'planned'
          ? []
          : [[coin, { of: 'refresh', id, units: feeOfPlan(refresh) }]],
      ),
  };
};

/** A coin that is given back to where it came from costs nothing, although its plan holds all of it as a fee. */
const feeOfPlan = ({ reason, fee }: Refresh): bigint => (reason === 'recoup' ? 0n : amount(fee).units);

const quotedBy = (entry: GivingEntry): readonly (readonly [string, Quote])[] => {
  const giving = givingOf(entry);
  const order = `${GIVING_KINDS.indexOf(entry.kind)} ${entry.id}`;
  return Object.entries(giving.coins).flatMap(([coin, contribution]) => {
    const given = isGiven(giving, contribution);
    const text = given ? contribution.change : contribution.renewal;
    const units = text === undefined ? 0n : amount(text).units;
    return [[coin, { of: 'giving' as const, id: entry.id, order, isGiven: given, units }]];
  });
};

/** What a coin is: how much it holds, what of that came back from a shop, and what refreshes have taken of it. */
type Held = { readonly held: bigint; readonly waiting: bigint; readonly melted: bigint };

const NONE: readonly Expected[] = [];

/** What making new coins of a used coin is expected to take; never more than it holds. */
export const expectedOf = (
  quotes: ReadonlyMap<string, Quote> | undefined,
  { held, waiting, melted }: Held,
): readonly Expected[] => {
  if (quotes === undefined || held === 0n) return NONE;
  const all = [...quotes.values()];
  // Joined copies may have planned it twice: the exchange lets only one of them have it.
  const [plan] = all.filter(({ of }) => of === 'refresh').sort((a, b) => (a.id < b.id ? -1 : 1));
  if (plan) return atMost(held, [plan]);
  const quoted = all.filter(isQuoted).sort((a, b) => (a.order < b.order ? -1 : 1));
  const rest = held > waiting ? held - waiting : 0n;
  const chosen = quoted.find(({ isGiven: given }) => given) ?? quoted.at(-1);
  // A rest of which change was made already is what that left over, and is planned at once.
  const isOver = chosen === undefined || (chosen.isGiven && melted > 0n);
  const ofRest = isOver ? [] : atMost(rest, [{ of: 'giving', id: chosen.id, units: chosen.units }]);
  const refunds = all.filter(({ of }) => of === 'refund').sort((a, b) => (a.id < b.id ? -1 : 1));
  return atMost(held, [...ofRest, ...(waiting > 0n ? refunds : [])]);
};

const isQuoted = (quote: Quote): quote is Expected & Quoted => 'order' in quote;

const atMost = (most: bigint, all: readonly Expected[]): readonly Expected[] => {
  let left = most;
  return all.flatMap(({ of, id, units }) => {
    const part = units < left ? units : left;
    left -= part;
    return part === 0n ? [] : [{ of, id, units: part }];
  });
};

/** The sums of what is expected, by line. */
export const expectedSums = () => {
  const sums = new Map<string, bigint>();
  return {
    sums: sums as ReadonlyMap<string, bigint>,
    add: (expected: readonly Expected[], sign: 1n | -1n): void => {
      for (const { of, id, units } of expected) {
        const key = keyOf(of, id);
        const sum = (sums.get(key) ?? 0n) + sign * units;
        if (sum === 0n) sums.delete(key);
        else sums.set(key, sum);
      }
    },
  };
};

export const keyOf = (of: Expected['of'], id: string): string => `${of} ${id}`;
