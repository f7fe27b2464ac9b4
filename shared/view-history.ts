// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine, HistoryState, PeerPaymentView } from './view.ts';

// The history as it is looked through: page by page, searched and filtered, and what is known of one line of it.

/** What a line can be. */
export const LINE_TYPES = [
  'payment',
  'refund',
  'withdrawal',
  'deposit',
  'peer-sent',
  'peer-received',
  'invoice-received',
  'invoice-paid',
  'provider-fee',
  'refresh',
  'spent-elsewhere',
  'found-again',
] as const satisfies readonly HistoryLine['type'][];

export const LINE_STATES = [
  'pending',
  'done',
  'failed',
  'aborted',
  'expired',
] as const satisfies readonly HistoryState[];

/** The lines of a page at most: more at once would hold up everything else. */
export const MOST_LINES = 500;

/** Where in the history something stands: after this line. */
export type HistoryPlace = { readonly at: number; readonly id: string; readonly kind: string };

/** Whether all lines add up to the balance; sums per currency, of the lines and of what is held. */
export type HistoryProof = {
  readonly sums: readonly string[];
  /** currencies in which they do not */
  readonly unequal: readonly string[];
};

export type HistoryPageView = {
  readonly lines: readonly HistoryLine[];
  /** where the next page begins; missing at the end */
  readonly next?: HistoryPlace;
  /** how many lines there are */
  readonly total: number;
  /** how many fit; missing where there are so many lines that not all were looked at */
  readonly found?: number;
  /** the wallet's clock, by which a day is today */
  readonly now: number;
  /** of all lines, whatever fits */
  readonly proof: HistoryProof;
};

/** What is known of one line beyond what it says itself; times in milliseconds. */
export type HistoryLineView = {
  readonly line: HistoryLine;
  readonly began?: number;
  /** when it was settled: paid, arrived */
  readonly settled?: number;
  /** until when somebody may still take, pay or give back */
  readonly until?: number;
  readonly refundUntil?: number;
  /** what the shop calls it */
  readonly order?: string;
  /** the hash of what was agreed */
  readonly contract?: string;
  /** where the money is waited for: its account and what a transfer must say */
  readonly transfer?: string;
  /** the account it goes to */
  readonly account?: string;
  /** what is called what it came with */
  readonly reserve?: string;
  /** a payment or invoice that can still be handed over, with its code */
  readonly payment?: PeerPaymentView;
};

/** What tells lines of one id apart, and is the same for each of them at every look. */
export const kindOfLine = ({ type, currency }: Pick<HistoryLine, 'type' | 'currency'>): string => `${type} ${currency}`;

/** Where a line stands; one that never began stands before all others. */
export const placeOfLine = (line: HistoryLine): HistoryPlace => ({
  at: Number.isFinite(line.at) ? line.at : Number.MAX_VALUE,
  id: line.id,
  kind: kindOfLine(line),
});
