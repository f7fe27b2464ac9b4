// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { dayOf, refreshLines } from './refresh.ts';

/** The renewals that belong to no event, by the line that they are on. */
export type Days = {
  /** `entry` belongs to no event; undefined: the refresh of that id does, or is gone */
  readonly place: (id: string, entry: Entry<'refresh'> | undefined) => void;
  /** something that its line is made of is another now */
  readonly touch: (id: string) => void;
  /** The lines of all days of which something is different. */
  readonly changed: (
    reader: Pick<Reader, 'entry'>,
    ledger: Ledger,
    recouped: ReadonlyMap<string, bigint>,
  ) => readonly { readonly day: string; readonly lines: readonly HistoryLine[] }[];
};

export const renewalDays = (): Days => {
  const byDay = new Map<string, Set<string>>();
  const dayById = new Map<string, string>();
  const touched = new Set<string>();
  const touch = (id: string): void => {
    const day = dayById.get(id);
    if (day !== undefined) touched.add(day);
  };
  return {
    touch,
    place: (id, entry) => {
      const day = entry && dayOf(entry.value);
      touch(id);
      const before = dayById.get(id);
      if (before !== undefined && before !== day) byDay.get(before)?.delete(id);
      if (day === undefined) {
        dayById.delete(id);
        return;
      }
      const same = byDay.get(day);
      if (same) same.add(id);
      else byDay.set(day, new Set([id]));
      dayById.set(id, day);
      touched.add(day);
    },
    changed: (reader, ledger, recouped) => {
      const days = [...touched];
      touched.clear();
      return days.map((day) => {
        const ids = [...(byDay.get(day) ?? [])].sort();
        if (ids.length === 0) byDay.delete(day);
        const entries = ids.flatMap((id) => reader.entry('refresh', id) ?? []);
        return { day, lines: refreshLines(entries, ledger, recouped) };
      });
    },
  };
};
