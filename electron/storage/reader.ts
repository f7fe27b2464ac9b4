// SPDX-License-Identifier: GPL-3.0-or-later
import { type CarriedEntry, type Entry, isBeyondBounds, type Kind, readEntry } from '../state/entry.ts';
import { isHidden, isHideable, tombstoneId } from '../state/tombstone.ts';
import type { World } from '../world.ts';
import type { Sqlite } from './sqlite.ts';
import { entryTable, type EntryTable } from './tables/entry-table.ts';
import type { SelfTable } from './tables/self.ts';
import type { Reader } from './views.ts';

export type EntryReader = Omit<Reader, 'local'> & { readonly table: EntryTable };

/** Typed views over the rows: checked by schema, without what the user deleted. */
export const entryReader = (sqlite: Sqlite, self: SelfTable, world: World): EntryReader => {
  const table = entryTable(sqlite);
  const tombstoneOf = (kind: string, id: string): Entry<'tombstone'> | undefined =>
    read('tombstone', table.get('tombstone', tombstoneId(kind, id)));
  const isShown = (entry: Entry): boolean =>
    !isHideable(entry.kind) || !isHidden(entry, tombstoneOf(entry.kind, entry.id), world.now());
  return {
    table,
    entry: (kind, id) => {
      const entry = read(kind, table.get(kind, id));
      return entry && isShown(entry) ? entry : undefined;
    },
    entries: (kind) => readAll(kind, table.ofKind(kind)).filter(isShown),
    keptApart: () => table.quarantine().filter(isBeyondBounds),
    coins: (filter) => readAll('coin', table.coins(filter)),
    withScheme: () =>
      table.withScheme().flatMap((carried) => read('withdrawal', carried) ?? read('refresh', carried) ?? []),
    snapshot: () => table.snapshot(),
    texts: () => table.texts(),
    revision: () => self.read().revision,
    deviceId: () => self.read().deviceId,
  };
};

const readAll = <K extends Kind>(kind: K, found: readonly CarriedEntry[]): readonly Entry<K>[] =>
  found.flatMap((carried) => read(kind, carried) ?? []);

/** `readEntry` gives the kind it was given; the rows were selected by kind. */
const read = <K extends Kind>(kind: K, found: CarriedEntry | undefined): Entry<K> | undefined => {
  const entry = found && readEntry(found);
  return entry?.kind === kind ? (entry as Entry<K>) : undefined;
};
