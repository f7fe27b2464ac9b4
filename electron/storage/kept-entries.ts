// SPDX-License-Identifier: GPL-3.0-or-later
import { type CarriedEntry, type Entry, type Kind, readEntry } from '../state/entry.ts';
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
  /** ids whose rows were written since they were read */
  readonly stale: Set<string>;
  list: readonly Entry[] | undefined;
};

export const keptEntries = (table: Pick<EntryTable, 'get' | 'ofKind'>): KeptEntries => {
  const kinds = new Map<string, Kept>();
  let revision = -1;
  const readAll = (kind: Kind): Kept => {
    const list = table.ofKind(kind).flatMap((carried) => read(carried) ?? []);
    const kept = { byId: new Map(list.map((entry) => [entry.id, entry])), stale: new Set<string>(), list };
    kinds.set(kind, kept);
    return kept;
  };
  return {
    get: (kind, id) => {
      const kept = kinds.get(kind);
      if (kept === undefined) return read(table.get(kind, id));
      refresh(table, kind, kept, id);
      return kept.byId.get(id);
    },
    ofKind: (kind) => {
      const kept = kinds.get(kind) ?? readAll(kind);
      for (const id of kept.stale) refresh(table, kind, kept, id);
      kept.list ??= [...kept.byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      return kept.list;
    },
    note: (kind, id) => {
      const kept = kinds.get(kind);
      if (kept === undefined) return;
      kept.stale.add(id);
      kept.list = undefined;
    },
    forget: () => kinds.clear(),
    isOf: (now) => {
      if (now !== revision) kinds.clear();
      revision = now;
    },
    nowOf: (now) => {
      revision = now;
    },
  };
};

const refresh = (table: Pick<EntryTable, 'get'>, kind: Kind, { byId, stale }: Kept, id: string): void => {
  if (!stale.delete(id)) return;
  const entry = read(table.get(kind, id));
  if (entry === undefined) byId.delete(id);
  else byId.set(id, entry);
};

const read = (found: CarriedEntry | undefined): Entry | undefined => found && readEntry(found);
