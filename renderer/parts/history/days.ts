// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine } from '../../../shared/view.ts';
import { kindOfLine } from '../../../shared/view-history.ts';

/** A line with what tells it apart from all others. */
export type Row = { readonly key: string; readonly line: HistoryLine };

/** The lines of one day in the person's own zone. */
export type Day = { readonly key: string; readonly ms: number; readonly rows: readonly Row[] };

export const keyOfLine = (line: HistoryLine): string => `${kindOfLine(line)} ${line.id}`;

const rows = new WeakMap<HistoryLine, Row>();

/** The same object for the same line, so that of thousands only what is new is drawn. */
const rowOf = (line: HistoryLine): Row => {
  const known = rows.get(line);
  if (known) return known;
  const row = { key: keyOfLine(line), line };
  rows.set(line, row);
  return row;
};

/** Lines that come newest first, by day. */
export const byDay = (lines: readonly HistoryLine[]): readonly Day[] => {
  const days: { key: string; ms: number; rows: Row[] }[] = [];
  for (const line of lines) {
    const key = dayKey(line.at);
    const last = days.at(-1);
    if (last?.key === key) last.rows.push(rowOf(line));
    else days.push({ key, ms: line.at, rows: [rowOf(line)] });
  }
  return days;
};

/** Days are told apart by the person's own calendar. */
export const dayKey = (ms: number): string => {
  const day = new Date(ms);
  return Number.isFinite(day.getTime()) ? `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}` : 'never';
};
