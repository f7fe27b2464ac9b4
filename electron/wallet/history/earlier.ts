// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { plainText } from '../../../shared/names.ts';
import type { HistoryLine, HistoryState } from '../../../shared/view.ts';
import type { Entry } from '../../state/entry.ts';
import type { GoneLine } from '../../state/gone-entry.ts';
import type { Reader } from '../../storage/store.ts';
import { followed } from '../ledger/followed.ts';
import { goneSeeds, isGoneCoin } from '../ledger/gone-names.ts';
import { GIVING_KINDS, givingOf, isGiven, type Giving } from '../ledger/givings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isMelted, takenByRefresh } from '../ledger/uses.ts';
import { hostOf } from './line.ts';

// Lines of what has left the content. What is gone was worth nothing any more, so all of it together, and what entries that
// stayed took from it, comes to nothing: what their lines leave of that was the price of renewals that have no line now.

const TYPES: ReadonlySet<string> = new Set<HistoryLine['type']>([
  'withdrawal',
  'payment',
  'provider-fee',
  'refresh',
  'refund',
  'deposit',
  'peer-sent',
  'peer-received',
  'invoice-paid',
  'invoice-received',
]);
const STATES: ReadonlySet<string> = new Set<HistoryState>(['pending', 'done', 'failed', 'aborted', 'expired']);

/** What is kept of a merchant's and a person's own words. */
const MAX_WORDS = 80;

/** What is kept of a line of the entry `id`, when that leaves. */
export const leftOf = (line: HistoryLine, id: string): GoneLine => {
  const sum = (text: string): string => text.slice(text.indexOf(':') + 1);
  const { type, state, at, exchange, currency, party, partyHost, summary } = line;
  return [
    type,
    state,
    Number.isFinite(at) ? Math.floor(at / 1000) : 0,
    exchange,
    currency,
    sum(line.amount),
    sum(line.fees),
    sum(line.effect),
    (partyHost ?? party).slice(0, MAX_WORDS),
    summary.slice(0, MAX_WORDS),
    ...(line.id === id ? ([] as const) : ([line.id] as const)),
  ];
};

/** What has left, of shelves that stay as they are: its lines, and for each exchange and currency what is missing to nothing. */
export type Earlier = {
  readonly lines: readonly HistoryLine[];
  /** The lines of what is missing; undefined when they are those of the last time. */
  readonly rests: (reader: Pick<Reader, 'entries'>) => readonly HistoryLine[] | undefined;
  /** coins that something was made of have come or gone */
  readonly forget: () => void;
};

export const followEarlier = (reader: Pick<Reader, 'entries'>, ledger: Ledger): Earlier => {
  const lines = reader.entries('gone').flatMap(linesOn);
  const [own, latest] = [new Map<string, bigint>(), new Map<string, number>()];
  for (const { exchange, currency, effect, at } of lines) {
    const key = `${exchange} ${currency}`;
    own.set(key, (own.get(key) ?? 0n) + unitsOf(currency, effect));
    latest.set(key, Math.max(latest.get(key) ?? 0, at));
  }
  const seeds = goneSeeds(reader);
  let taken = takenFromGone(seeds, ledger);
  let last: string | undefined;
  return {
    lines,
    forget: () => {
      taken = takenFromGone(seeds, ledger);
    },
    rests: (now) => {
      const sums = taken(now);
      const rests = [...new Set([...sums.keys(), ...own.keys()])].flatMap((key) => {
        const units = (sums.get(key) ?? 0n) - (own.get(key) ?? 0n);
        return units === 0n ? [] : [[key, units] as const];
      });
      const said = rests.map((rest) => rest.join(' ')).join('\n');
      if (said === last) return undefined;
      last = said;
      return rests.map(([key, units]) => restLine(key, units, latest.get(key)));
    },
  };
};

const linesByShelf = new WeakMap<Entry<'gone'>, readonly HistoryLine[]>();

/** The lines on a shelf, made once: there are thousands after some years, and none of them changes. */
const linesOn = (shelf: Entry<'gone'>): readonly HistoryLine[] => {
  const known = linesByShelf.get(shelf);
  if (known) return known;
  const lines = Object.entries(shelf.value.entries)
    .flatMap(([name, left]) =>
      left === 1
        ? []
        : // The schema has read it.
          left.map((each) => lineOf(each as unknown as GoneLine, name.slice(name.indexOf(' ') + 1))),
    )
    .filter((line) => TYPES.has(line.type) && STATES.has(line.state));
  linesByShelf.set(shelf, lines);
  return lines;
};

type Sums = ReadonlyMap<string, bigint>;

/** What entries that are here took from coins that are not any more, by exchange and currency; followed from change to change. */
const takenFromGone = (
  seeds: ReadonlySet<string>,
  { isOurs, uses }: Ledger,
): ((reader: Pick<Reader, 'entries'>) => Sums) => {
  const sums = new Map<string, bigint>();
  if (seeds.size === 0) return () => sums;
  const add = (exchange: string, currency: string, units: bigint): void => {
    const key = `${exchange} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + units);
  };
  const addGiving = (giving: Giving | undefined, sign: 1n | -1n): void => {
    // An event that names no sum has no line that took anything.
    if (giving?.currency === undefined) return;
    for (const [coin, contribution] of Object.entries(giving.coins)) {
      if (!isGiven(giving, contribution) || !isGoneCoin(seeds, coin)) continue;
      const { currency, units } = amount(contribution.c);
      add(giving.exchange ?? '', currency, sign * units);
    }
  };
  const addRefresh = (entry: Entry<'refresh'> | undefined, sign: 1n | -1n): void => {
    if (entry === undefined) return;
    const { id, value } = entry;
    if (isMelted(value, uses.sameAs.has(id)) && isGoneCoin(seeds, value.old_coin) && !isOurs(value.old_coin))
      add(value.exchange, amount(value.fee).currency, sign * takenByRefresh(value));
  };
  const givings = GIVING_KINDS.map((kind) => followed(kind));
  const refreshes = followed('refresh');
  return (reader) => {
    for (const list of givings)
      for (const { before, after } of list.look(reader)) {
        addGiving(before && givingOf(before), -1n);
        addGiving(after && givingOf(after), 1n);
      }
    for (const { before, after } of refreshes.look(reader)) {
      addRefresh(before, -1n);
      addRefresh(after, 1n);
    }
    return sums;
  };
};

const lineOf = (left: GoneLine, entryId: string): HistoryLine => {
  const [type, state, seconds, exchange, currency, sum, fees, effect, party, summary, id = entryId] = left;
  const text = (of: string): string => cappedText({ currency, units: unitsOf(currency, of) });
  return {
    id,
    // Others are left out by whoever asks.
    type: type as HistoryLine['type'],
    state: state as HistoryState,
    at: seconds * 1000,
    exchange,
    currency,
    amount: text(sum),
    fees: text(fees),
    effect: text(effect),
    party: plainText(party),
    summary: plainText(summary),
    ...(summary === '' ? { title: { kind: 'earlier' as const, facts: {} } } : {}),
  };
};

const restLine = (key: string, units: bigint, at = 0): HistoryLine => {
  const [exchange = '', currency = ''] = key.split(' ');
  const text = (of: bigint): string => cappedText({ currency, units: of });
  return {
    id: `earlier ${key}`,
    type: 'refresh',
    state: 'done',
    at,
    exchange,
    currency,
    amount: text(units < 0n ? -units : units),
    fees: text(units < 0n ? -units : 0n),
    effect: text(units),
    party: hostOf(exchange),
    summary: '',
    title: { kind: 'earlier-rest', facts: {} },
  };
};

/** Of a sum without its currency, with or without one before it; it may be below zero. */
const unitsOf = (currency: string, sum: string): bigint => {
  const text = sum.slice(sum.indexOf(':') + 1);
  const { units } = amount(`${currency}:${text.replace('-', '')}`);
  return text.startsWith('-') ? -units : units;
};
