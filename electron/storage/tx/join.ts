// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../state/entry.ts';
import { joinEntries } from '../../state/merge.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { admit, mayJoinAt } from '../admit.ts';
import type { Tx } from '../views.ts';
import type { TxClock } from './clock.ts';
import type { TxRows } from './rows.ts';

/** What other copies wrote, at once or, where their clock is far ahead of ours, when ours has got there. */
export type TxJoin = {
  readonly join: Tx['join'];
  /** joins the entries that waited for our clock to get there */
  readonly release: () => void;
};

export const txJoin = ({ table, write, noteChange }: TxRows, clock: TxClock, nowMs: number): TxJoin => {
  /** The value is joined; the clock too, or ours if the value is new and its clock was refused. */
  const joinLive = (entry: Omit<CarriedEntry, 'clock'> & { readonly clock?: string }): boolean => {
    const { kind, id, value } = entry;
    const before = table.get(kind, id);
    const theirs = { kind, id, value, clock: entry.clock ?? before?.clock ?? '' };
    const joined = joinEntries(before ?? theirs, theirs);
    if (entry.clock !== undefined) return write(joined);
    if (before && canonicalJson(before.value) === canonicalJson(joined.value)) return false;
    return write({ ...joined, clock: clock.text() });
  };

  const keepAside = (entry: CarriedEntry): boolean => {
    const flagged = { ...entry, quarantined: true as const };
    table.setNextRelease(Math.min(table.nextRelease(), mayJoinAt(entry)));
    const before = table.quarantined(entry.kind, entry.id);
    return write(joinEntries(before ? { ...before, quarantined: true } : flagged, flagged));
  };

  return {
    join: (entries) => {
      let changed = 0;
      let quarantined = 0;
      for (const entry of entries) {
        const admission = admit(entry, clock.last(), nowMs);
        clock.hear(admission.heard);
        const { kind, id } = entry;
        if (admission.now && joinLive({ kind, id, ...admission.now })) changed++;
        if (admission.quarantine) {
          quarantined++;
          keepAside(entry);
        }
      }
      return { changed, quarantined };
    },
    release: () => {
      if (nowMs < table.nextRelease() || !table.hasQuarantine()) return;
      let next = Number.POSITIVE_INFINITY;
      let released = false;
      for (const entry of table.quarantine()) {
        const admission = admit(entry, clock.last(), nowMs);
        if (admission.quarantine) {
          next = Math.min(next, mayJoinAt(entry));
          continue;
        }
        released = true;
        const { kind, id } = entry;
        clock.hear(admission.heard);
        table.releaseQuarantined(kind, id);
        noteChange();
        if (admission.now) joinLive({ kind, id, ...admission.now });
      }
      // If this transaction is rolled back, what was released is aside again: then the next one looks once more.
      if (!released) table.setNextRelease(next);
    },
  };
};
