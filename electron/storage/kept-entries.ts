// SPDX-License-Identifier: GPL-3.0-or-later
import { type CarriedEntry, type Entry, type Kind, readEntry } from '../state/entry.ts';
import { beginLog, noteNext, placeOf } from './list-log.ts';
import { sharedTexts } from './shared-texts.ts';
import type { EntryTable } from './tables/entry-table.ts';

/**
 * Entries of the kinds that were asked for, read and checked once. Every screen, step and sum reads all coins and refreshes: to
 * parse thousands of rows each time would take longer than everything else. Only what a transaction wrote is read again; the
 * list of a kind is the same array until then.
 */
export type KeptEntries = {
  readonly get: (kind: Kind, id: string) => Entry | undefined;
  /** every readable entry of a kind, by id */
  readonly ofKind: (kind: Kind) => readonly Entry[];
  /** Reads so many rows more of a kind, ahead of whoever asks for all of it; false once there are none left. */
  readonly readAhead: (kind: Kind, rows: number) => boolean;
  /** that row is another now */
  readonly note: (kind: string, id: string) => void;
  /** everything may be another now: a transaction was rolled back, or all rows were replaced */
  readonly forget: () => void;
  /** What is kept is of this revision of the database; what was kept of another one, which somebody else has written, is forgotten. */
  readonly isOf: (revision: number) => void;
  /** the same after our own change, of which every row was noted */
  readonly nowOf: (revision: number) => void;
};

type Kept = {
  readonly byId: Map<string, Entry>;
  /** ids whose rows were written since the list was made */
  readonly stale: Set<string>;
  list: readonly Entry[];
};

/** What was read of a kind before anybody asked for all of it, up to an id; and what was written since. */
type Ahead = { readonly found: Entry[]; readonly last: string; readonly stale: Set<string> };

export const keptEntries = (table: Pick<EntryTable, 'get' | 'ofKind'>): KeptEntries => {
  const kinds = new Map<string, Kept>();
  const ahead = new Map<string, Ahead>();
  const share = sharedTexts();
  const read = (found: CarriedEntry | undefined): Entry | undefined => {
    const entry = found && readEntry(found);
    return entry && share(entry);
  };
  let revision = -1;
  const clear = (): void => {
    kinds.clear();
    ahead.clear();
  };
  const readAll = (kind: Kind): Kept => {
    const { found = [], last = '', stale = new Set<string>() } = ahead.get(kind) ?? {};
    ahead.delete(kind);
    // SQLite sorts by bytes and we by code units, which differ beyond what any id of ours has.
    const list = [...found, ...table.ofKind(kind, last).flatMap((carried) => read(carried) ?? [])].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const kept: Kept = { byId: new Map(list.map((entry) => [entry.id, entry])), stale, list };
    kinds.set(kind, kept);
    beginLog(list);
    return kept;
  };
  return {
    get: (kind, id) => {
      const kept = kinds.get(kind);
      return kept === undefined || kept.stale.has(id) ? read(table.get(kind, id)) : kept.byId.get(id);
    },
    ofKind: (kind) => {
      const kept = kinds.get(kind) ?? readAll(kind);
      if (kept.stale.size > 0) {
        const [before, ids] = [kept.list, [...kept.stale]];
        kept.list = patched((id) => read(table.get(kind, id)), kept);
        noteNext(before, kept.list, ids);
      }
      return kept.list;
    },
    readAhead: (kind, rows) => {
      if (kinds.has(kind)) return false;
      const { found, last, stale } = ahead.get(kind) ?? { found: [], last: '', stale: new Set<string>() };
      const more = table.ofKind(kind, last, rows);
      for (const carried of more) {
        const entry = read(carried);
        if (entry) found.push(entry);
      }
      ahead.set(kind, { found, last: more.at(-1)?.id ?? last, stale });
      return more.length === rows;
    },
    note: (kind, id) => {
      kinds.get(kind)?.stale.add(id);
      ahead.get(kind)?.stale.add(id);
    },
    forget: clear,
    isOf: (now) => {
      if (now !== revision) clear();
      revision = now;
    },
    nowOf: (now) => {
      revision = now;
    },
  };
};

/** Past so many changes the whole list is put together again: each on its own moves all that follow. */
const MANY = 64;

/** The list with what was written since, in its place; those who hold the old one keep it. */
const patched = (read: (id: string) => Entry | undefined, { byId, stale, list }: Kept): readonly Entry[] => {
  if (stale.size > MANY) return madeAnew(read, { byId, stale });
  const next = [...list];
  for (const id of stale) {
    const entry = read(id);
    const at = placeOf(next, id);
    const isThere = next[at]?.id === id;
    next.splice(at, isThere ? 1 : 0, ...(entry ? [entry] : []));
    if (entry === undefined) byId.delete(id);
    else byId.set(id, entry);
  }
  stale.clear();
  return next;
};

const madeAnew = (
  read: (id: string) => Entry | undefined,
  { byId, stale }: Pick<Kept, 'byId' | 'stale'>,
): readonly Entry[] => {
  for (const id of stale) {
    const entry = read(id);
    if (entry === undefined) byId.delete(id);
    else byId.set(id, entry);
  }
  stale.clear();
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};
