// SPDX-License-Identifier: GPL-3.0-or-later
import { type Doubt, doubtsOf } from '../../state/doubts.ts';
import { coinJudge } from '../../state/coin-of-seed.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { joinEntries } from '../../state/merge.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { admit, mayJoinAt } from '../admit.ts';
import type { Tx } from '../views.ts';
import type { TxClock } from './clock.ts';
import { namesNotBelieved } from './comes-back.ts';
import type { TxRows } from './rows.ts';
import { type StillGood, withoutStillGood } from './still-good.ts';

/** What other copies wrote, at once or, where their clock is far ahead of ours, when ours has got there. */
export type TxJoin = {
  readonly join: Tx['join'];
  /** joins the entries that waited for our clock to get there */
  readonly release: () => void;
};

export const txJoin = (rows: TxRows, clock: TxClock, nowMs: number, noteDoubt: (doubt: Doubt) => void): TxJoin => {
  const { table, isGone, takeOff, noteChange } = rows;
  const { joinLive, keepAside } = placing(rows, clock, nowMs, noteDoubt);

  const hear = (entry: CarriedEntry, { isCoinOfSeed, stillGood }: Judges): Heard => {
    if (isGone(entry)) return NOTHING_NEW;
    if (!isCoinOfSeed(entry)) {
      keepAside(entry, Number.POSITIVE_INFINITY);
      return { changed: false, quarantined: true };
    }
    const admission = admit(entry, clock.last(), nowMs);
    clock.hear(admission.heard);
    const { kind, id } = entry;
    const changed = admission.now !== undefined && joinLive({ kind, id, ...admission.now }, stillGood);
    if (admission.quarantine) keepAside(entry, mayJoinAt(entry));
    return { changed, quarantined: admission.quarantine };
  };

  return {
    join: (entries) => {
      const judges = { isCoinOfSeed: judgeBy(table), stillGood: withoutStillGood(table, nowMs) };
      // Which coins can still be used is said by the exchanges, and what comes is judged by that.
      const { exchanges = [], others = [] } = Object.groupBy(entries, ({ kind }) =>
        kind === 'exchange' ? 'exchanges' : 'others',
      );
      const first = exchanges.map((entry) => hear(entry, judges));
      takeOff(namesNotBelieved(table, others, isGone, nowMs));
      const heard = [...first, ...inOrder(others).map((entry) => hear(entry, judges))];
      return {
        changed: heard.filter(({ changed }) => changed).length,
        quarantined: heard.filter(({ quarantined }) => quarantined).length,
      };
    },
    release: () => {
      if (nowMs < table.nextRelease() || !table.hasQuarantine()) return;
      let next = Number.POSITIVE_INFINITY;
      let released = false;
      const isCoinOfSeed = judgeBy(table);
      for (const entry of table.quarantine()) {
        if (!isCoinOfSeed(entry)) continue;
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

const placing = ({ table, write }: TxRows, clock: TxClock, nowMs: number, noteDoubt: (doubt: Doubt) => void) => {
  /** What another copy makes of an entry is asked about at its exchange before anything is given up. */
  const doubt = ({ kind, id, value: after }: CarriedEntry, before: unknown): void => {
    if (before !== undefined && canonicalJson(before) === canonicalJson(after)) return;
    for (const each of doubtsOf(kind, id, before, after)) noteDoubt(each);
  };

  /** The value is joined; the clock too, or ours if the value is new and its clock was refused. */
  const joinLive = (
    entry: Omit<CarriedEntry, 'clock'> & { readonly clock?: string },
    stillGood: StillGood = withoutStillGood(table, nowMs),
  ): boolean => {
    const { kind, id } = entry;
    const before = table.get(kind, id);
    const value = kind === 'gone' ? stillGood(entry.value, before?.value) : entry.value;
    const theirs = { kind, id, value, clock: entry.clock ?? before?.clock ?? '' };
    const joined = joinEntries(before ?? theirs, theirs);
    doubt(joined, before?.value);
    if (entry.clock !== undefined) return write(joined);
    if (before && canonicalJson(before.value) === canonicalJson(joined.value)) return false;
    return write({ ...joined, clock: clock.text() });
  };

  const keepAside = (entry: CarriedEntry, until: number): boolean => {
    const flagged = { ...entry, quarantined: true as const };
    table.setNextRelease(Math.min(table.nextRelease(), until));
    const before = table.quarantined(entry.kind, entry.id);
    return write(joinEntries(before ? { ...before, quarantined: true } : flagged, flagged));
  };

  return { joinLive, keepAside };
};

type Heard = { readonly changed: boolean; readonly quarantined: boolean };
const NOTHING_NEW: Heard = { changed: false, quarantined: false };

/** What the entries of one copy are judged by. */
type Judges = { readonly isCoinOfSeed: (entry: CarriedEntry) => boolean; readonly stillGood: StillGood };

/** Coins are what the seeds say that are here by then. */
const judgeBy = (table: TxRows['table']): ReturnType<typeof coinJudge> =>
  coinJudge((kind, id) => table.get(kind, id)?.value);

/**
 * Coins are heard after the seeds that say what they are, and what has left after all else of a copy: whether it was worth something is
 * told by what stands beside it.
 */
const inOrder = (entries: readonly CarriedEntry[]): readonly CarriedEntry[] =>
  entries.toSorted((a, b) => rankOf(a) - rankOf(b));

const rankOf = ({ kind }: CarriedEntry): number => (kind === 'gone' ? 2 : kind === 'coin' ? 1 : 0);
