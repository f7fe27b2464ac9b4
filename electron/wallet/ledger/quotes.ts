// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Refresh } from '../../state/entry.ts';
import { GIVING_KINDS, givingOf, isGiven, type GivingEntry } from './givings.ts';
import type { Return } from './returns.ts';

// Whoever gives a coin away, gets something back into it or plans to renew it says what making new coins of the rest is to cost.
// There are tens of thousands of coins, and of nearly every one a single event says so, in the same words as of the coins beside it.

/** What is still to be paid for making new coins of what one coin holds, and by whose line: a payment's, a refund's, or a refresh's own. */
export type Expected = { readonly of: 'giving' | 'refund' | 'refresh'; readonly id: string; readonly units: bigint };

/** What one event says of a coin. */
export type Quote = Expected & {
  /** the event, by kind and id */
  readonly by: GivingEntry['kind'] | 'refund' | 'refresh';
  readonly from: string;
  /** false where a payment chose the coin and has not given it */
  readonly isGiven: boolean;
};

/** A refresh and the coin it is of. */
export type Plan = { readonly id: string; readonly coin: string; readonly refresh: Refresh };

/** What is said of each coin's renewal, kept up to date from change to change. */
export type Quotes = {
  readonly of: (coin: string) => readonly Quote[];
  readonly noteGiving: (before: GivingEntry | undefined, after: GivingEntry | undefined) => void;
  readonly noteReturn: (before: Return | undefined, after: Return | undefined) => void;
  readonly noteRefresh: (before: Plan | undefined, after: Plan | undefined) => void;
};

type OfCoin = readonly [coin: string, quote: Quote];

const NONE: readonly Quote[] = [];

export const followQuotes = (touched: Set<string>): Quotes => {
  /** one quote, or several by who says them: joined copies may say any number */
  const byCoin = new Map<string, Quote | Map<string, Quote>>();
  const take = (coin: string, quote: Quote): void => {
    touched.add(coin);
    const said = byCoin.get(coin);
    if (said instanceof Map) said.delete(whoOf(quote));
    if (said instanceof Map ? said.size === 0 : said !== undefined && whoOf(said) === whoOf(quote)) byCoin.delete(coin);
  };
  const add = (coin: string, quote: Quote): void => {
    touched.add(coin);
    const said = byCoin.get(coin);
    if (said === undefined) byCoin.set(coin, quote);
    else if (said instanceof Map) said.set(whoOf(quote), quote);
    else byCoin.set(coin, new Map([said, quote].map((each) => [whoOf(each), each])));
  };
  const replace = (before: readonly OfCoin[], after: readonly OfCoin[]): void => {
    for (const [coin, quote] of before) take(coin, quote);
    for (const [coin, quote] of after) add(coin, quote);
  };
  return {
    of: (coin) => {
      const said = byCoin.get(coin);
      return said === undefined ? NONE : said instanceof Map ? [...said.values()] : [said];
    },
    noteGiving: (before, after) => replace(quotedBy(before), quotedBy(after)),
    noteReturn: (before, after) => replace(ofReturn(before), ofReturn(after)),
    noteRefresh: (before, after) => replace(ofPlan(before), ofPlan(after)),
  };
};

const whoOf = ({ by, from }: Quote): string => `${by} ${from}`;

const ofReturn = (back: Return | undefined): readonly OfCoin[] =>
  back?.waiting === true
    ? [
        [
          back.coin,
          { of: 'refund', id: back.purchase, units: back.renewal, by: 'refund', from: back.id, isGiven: false },
        ],
      ]
    : [];

const ofPlan = (plan: Plan | undefined): readonly OfCoin[] => {
  if (plan?.refresh.status !== 'planned') return [];
  const { id, coin, refresh } = plan;
  return [[coin, { of: 'refresh', id, units: feeOfPlan(refresh), by: 'refresh', from: id, isGiven: false }]];
};

/** A coin that is given back to where it came from costs nothing, although its plan holds all of it as a fee. */
const feeOfPlan = ({ reason, fee }: Refresh): bigint => (reason === 'recoup' ? 0n : amount(fee).units);

const quotedBy = (entry: GivingEntry | undefined): readonly OfCoin[] => {
  if (entry === undefined) return [];
  const { kind: by, id } = entry;
  const giving = givingOf(entry);
  let last: Quote | undefined;
  return Object.entries(giving.coins).map(([coin, contribution]) => {
    const given = isGiven(giving, contribution);
    const text = given ? contribution.change : contribution.renewal;
    const units = text === undefined ? 0n : amount(text).units;
    if (last === undefined || last.units !== units || last.isGiven !== given)
      last = { of: 'giving', id, units, by, from: id, isGiven: given };
    return [coin, last];
  });
};

/** Of several who say that they gave a coin the order is fixed, for joined copies may come in any. */
export const inOrder = (quotes: readonly Quote[]): readonly Quote[] => {
  const order = ({ by, from }: Quote): string => `${GIVING_KINDS.findIndex((kind) => kind === by)} ${from}`;
  return quotes.length < 2 ? quotes : [...quotes].sort((a, b) => (order(a) < order(b) ? -1 : 1));
};
