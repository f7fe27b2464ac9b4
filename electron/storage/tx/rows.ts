// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../state/entry.ts';
import { canLeave, goneName, isGoneBy, namesOn, shelfFor, withoutNames } from '../../state/gone.ts';
import type { EntryTable } from '../tables/entry-table.ts';
import type { LeftName } from './comes-back.ts';

/** The rows of entries as one transaction changes them: the table, and whether anything is different now. */
export type TxRows = {
  readonly table: EntryTable;
  /** false when the entry is there already, word for word, or has left for good */
  readonly write: (entry: CarriedEntry) => boolean;
  /** whether an entry of this name has left for good */
  readonly isGone: (entry: Pick<CarriedEntry, 'kind' | 'id'>) => boolean;
  /** takes names off their shelves that may not be believed */
  readonly takeOff: (names: readonly LeftName[]) => void;
  /** a change that was not made by `write`; whatever was read may be another now */
  readonly noteChange: () => void;
  readonly haveChanged: () => boolean;
};

export const txRows = (table: EntryTable): TxRows => {
  let haveChanged = false;
  // Thousands of entries are joined at once; a shelf is read for the first of them.
  const shelves = new Map<string, unknown>();
  const shelfOf = (id: string): unknown => {
    if (!shelves.has(id)) shelves.set(id, table.get('gone', id)?.value);
    return shelves.get(id);
  };
  const isGone: TxRows['isGone'] = (entry) => canLeave(entry.kind) && isGoneBy(shelfOf(shelfFor(entry)), entry);
  return {
    table,
    isGone,
    write: (entry) => {
      if (isGone(entry)) return false;
      const isShelf = entry.kind === 'gone' && !entry.quarantined;
      const before = isShelf ? shelfOf(entry.id) : undefined;
      const isNew = table.write(entry);
      haveChanged ||= isNew;
      if (isNew && isShelf) {
        shelves.set(entry.id, entry.value);
        removeNamed(table, entry.value, before);
      }
      return isNew;
    },
    takeOff: (names) => {
      for (const [id, off] of Map.groupBy(names, shelfFor)) {
        const shelf = table.get('gone', id);
        if (!shelf) continue;
        const value = withoutNames(shelf.value, new Set(off.map(nameOnShelf)));
        haveChanged = table.write({ ...shelf, value }) || haveChanged;
        shelves.set(id, value);
      }
    },
    noteChange: () => {
      haveChanged = true;
      shelves.clear();
    },
    haveChanged: () => haveChanged,
  };
};

const nameOnShelf = ({ kind, id }: LeftName): string => (kind === 'refresh' ? id : goneName(kind, id));

/** What is named on a shelf now, and was not before, goes in the same transaction. */
const removeNamed = (table: EntryTable, shelf: unknown, before: unknown): void => {
  const known = namesOn(before);
  const [seeds, entries] = [new Set(known.seeds), new Set(known.entries.map((name) => name.join(' ')))];
  const { seeds: allSeeds, entries: allEntries } = namesOn(shelf);
  for (const seed of allSeeds) if (!seeds.has(seed)) table.removeSeed(seed);
  for (const [kind, id] of allEntries)
    if (!entries.has(`${kind} ${id}`) && isGoneBy(shelf, { kind, id })) table.remove(kind, id);
};
