// SPDX-License-Identifier: GPL-3.0-or-later
import { folded, sumTexts, wordsOf } from '../../../shared/search.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { HistoryFilter } from '../../../shared/contract-history.ts';
import { kindOfLine, placeOfLine, type HistoryPageView, type HistoryPlace } from '../../../shared/view-history.ts';
import { compareText } from '../../state/join.ts';

// Pages of the history. A page costs what it shows: lines that fit are looked for once per change, and never more at once than
// a person's eye would notice, however many a hostile shop or the years have made.

/** So many lines are looked at for one page; a search through more goes on with the next page. */
const MOST_LOOKED_AT = 20_000;

/** A page where nobody said how long. */
const USUAL_LINES = 100;

export type Wish = {
  readonly filter?: HistoryFilter | undefined;
  readonly after?: HistoryPlace | undefined;
  readonly limit?: number | undefined;
  /** what the person calls the place for copies that a fee was paid to */
  readonly nameOf?: (place: string) => string | undefined;
};

type Page = Omit<HistoryPageView, 'proof' | 'now'>;

/** What was found last, in which lines, and how places were called then. */
type Found = {
  readonly of: readonly HistoryLine[];
  readonly for: string;
  readonly called: ReadonlyMap<string, string | undefined>;
  readonly fits: readonly HistoryLine[];
};

/** A place that was renamed since changes no line. */
const isCalledSo = ({ called }: Found, nameOf: Wish['nameOf']): boolean =>
  [...called].every(([place, name]) => nameOf?.(place) === name);

/** Looks through lines that are in their order, the newest first. */
export const createLook = (): ((lines: readonly HistoryLine[], wish: Wish) => Page) => {
  let last: Found | undefined;
  const fitting = (lines: readonly HistoryLine[], { filter = {}, nameOf }: Wish): readonly HistoryLine[] => {
    const asked = JSON.stringify(filter);
    if (asked === '{}') return lines;
    if (last?.of === lines && last.for === asked && isCalledSo(last, nameOf)) return last.fits;
    const called = new Map<string, string | undefined>();
    const named = (place: string): string | undefined => {
      if (!called.has(place)) called.set(place, nameOf?.(place));
      return called.get(place);
    };
    last = { of: lines, for: asked, called, fits: lines.filter(fitOf(filter, named)) };
    return last.fits;
  };
  return (lines, wish) => {
    const { after, limit = USUAL_LINES } = wish;
    const isBounded = lines.length <= MOST_LOOKED_AT;
    const from = after === undefined ? 0 : firstAfter(lines, after);
    const all = fitting(isBounded ? lines : lines.slice(from, from + MOST_LOOKED_AT), wish);
    const begin = after === undefined || !isBounded ? 0 : firstAfter(all, after);
    const page = all.slice(begin, begin + limit);
    const isMore = begin + limit < all.length;
    const end = isMore ? page.at(-1) : isBounded ? undefined : lines[from + MOST_LOOKED_AT - 1];
    return {
      lines: page,
      ...(end === undefined || end === lines.at(-1) ? {} : { next: placeOfLine(end) }),
      total: lines.length,
      ...(isBounded ? { found: all.length } : {}),
    };
  };
};

/** The order of lines: the newest first, and those of one moment always in the same order. */
export const inHistory = (a: HistoryPlace, b: HistoryPlace): number =>
  b.at - a.at || compareText(a.id, b.id) || compareText(a.kind, b.kind);

/** Where the first line stands that comes after a place, whether the line of that place is still there or not. */
const firstAfter = (lines: readonly HistoryLine[], place: HistoryPlace): number => {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const line = lines[middle];
    if (line !== undefined && inHistory(placeOfLine(line), place) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The line of an id; several kinds of lines may share one. */
export const lineOf = (lines: readonly HistoryLine[], id: string, kind: string): HistoryLine | undefined =>
  lines.find((line) => line.id === id && kindOfLine(line) === kind);

/** Whether a line is wanted. */
const fitOf = (filter: HistoryFilter, nameOf: Wish['nameOf']): ((line: HistoryLine) => boolean) => {
  const { text = '', types, states, currency, from, to } = filter;
  const words = wordsOf(text);
  const called = new Set<string>(filter.called);
  return (line) =>
    (from === undefined || line.at >= from) &&
    (to === undefined || line.at < to) &&
    (types === undefined || types.includes(line.type)) &&
    (states === undefined || states.includes(line.state)) &&
    (currency === undefined || line.currency === currency) &&
    (words.length === 0 || called.has(line.type) || saysAll(line, words, nameOf));
};

const saysAll = (line: HistoryLine, words: readonly string[], nameOf: Wish['nameOf']): boolean => {
  const said = saidBy(line);
  const named = line.type === 'provider-fee' ? folded(nameOf?.(line.party) ?? '') : '';
  return words.every((word) => said.includes(word) || named.includes(word));
};

const saidByLine = new WeakMap<HistoryLine, string>();

/** All that can be looked for in a line. */
const saidBy = (line: HistoryLine): string => {
  const known = saidByLine.get(line);
  if (known !== undefined) return known;
  const { id, party, partyHost = '', summary, exchange, currency, amount, effect } = line;
  const said = [
    folded([party, partyHost, summary, exchange, currency, id].join('\n')),
    sumTexts(amount),
    sumTexts(effect),
  ];
  const all = said.join('\n');
  saidByLine.set(line, all);
  return all;
};
