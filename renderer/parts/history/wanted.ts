// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryFilter } from '../../../shared/contract-history.ts';
import { typesCalled } from '../../../shared/words/called-types.ts';
import type { Words } from '../../../shared/words/words.ts';

/** What a person chose to see; a member that is missing asks for nothing. */
export type Wanted = {
  readonly text: string;
  readonly type: string;
  readonly state: string;
  readonly currency: string;
  readonly time: (typeof TIMES)[number];
  /** days as the field of the system writes them ("2026-12-01"), for a time of one's own */
  readonly from: string;
  readonly to: string;
};

/** The spans of time that are one choice away, and one's own. */
export const TIMES = ['any', 'month', 'lastMonth', 'year', 'lastYear', 'own'] as const;

export const EVERYTHING: Wanted = { text: '', type: '', state: '', currency: '', time: 'any', from: '', to: '' };

/** The same for the wallet. `nowMs`: a month and a year are those of the clock of now, in the person's own zone. */
export const filterOf = (wanted: Wanted, words: Words, nowMs: number): HistoryFilter => {
  const { text, type, state, currency } = wanted;
  const [typed, called] = [text.trim(), typesCalled(words, text)];
  const { from, to } = spanOf(wanted, new Date(nowMs));
  return {
    ...(typed === '' ? {} : { text: typed }),
    ...(called.length === 0 ? {} : { called: [...called] }),
    // The options are the kinds there are.
    ...(type === '' ? {} : { types: [type] as HistoryFilter['types'] }),
    ...(state === '' ? {} : { states: [state] as HistoryFilter['states'] }),
    ...(currency === '' ? {} : { currency }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
};

type Span = { readonly from?: number | undefined; readonly to?: number | undefined };

const spanOf = ({ time, from, to }: Wanted, now: Date): Span => {
  const [year, month] = [now.getFullYear(), now.getMonth()];
  const first = (y: number, m: number): number => new Date(y, m, 1).getTime();
  switch (time) {
    case 'any':
      return {};
    case 'month':
      return { from: first(year, month), to: first(year, month + 1) };
    case 'lastMonth':
      return { from: first(year, month - 1), to: first(year, month) };
    case 'year':
      return { from: first(year, 0), to: first(year + 1, 0) };
    case 'lastYear':
      return { from: first(year - 1, 0), to: first(year, 0) };
    case 'own':
      return { from: dayOf(from, 0), to: dayOf(to, 1) };
  }
};

/** Where a day begins, or the one `more` days later; undefined for what is no day. */
const dayOf = (text: string, more: number): number | undefined => {
  const read = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (read === null) return undefined;
  return new Date(Number(read[1]), Number(read[2]) - 1, Number(read[3]) + more).getTime();
};
