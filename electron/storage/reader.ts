// SPDX-License-Identifier: GPL-3.0-or-later
import { coinJudge } from '../state/coin-of-seed.ts';
import { type Entry, isBeyondBounds, type Kind } from '../state/entry.ts';
import { isHidden, isHideable, tombstoneId } from '../state/tombstone.ts';
import { coinScheme } from '../taler/coin/schemes.ts';
import type { World } from '../world.ts';
import { keptEntries, type KeptEntries } from './kept-entries.ts';
import { changedIds, rowOf } from './list-log.ts';
import type { Sqlite } from './sqlite.ts';
import { entryTable, type CoinFilter, type EntryTable } from './tables/entry-table.ts';
import type { SelfTable } from './tables/self.ts';
import type { Reader } from './views.ts';

export type EntryReader = Omit<Reader, 'local'> & {
  /** the rows; what is written through it is read again */
  readonly table: EntryTable;
  readonly kept: KeptEntries;
};

/** Typed views over the rows: checked by schema, without what the user deleted. */
export const entryReader = (sqlite: Sqlite, self: SelfTable, world: World): EntryReader => {
  const rows = entryTable(sqlite);
  const known = keptEntries(rows);
  const table = noting(rows, known);
  const made = new Map<() => unknown, unknown>();
  const withNewerScheme = { refresh: saying(hasNewerScheme), withdrawal: saying(hasNewerScheme) };
  const withOutside = { refresh: saying(isKnownOutside), withdrawal: saying(isKnownOutside) };
  /** Within a transaction nobody else writes, and what it wrote itself has been noted. */
  const kept = (): KeptEntries => {
    if (!sqlite.inTransaction) known.isOf(self.revision());
    return known;
  };
  const get = <K extends Kind>(kind: K, id: string): Entry<K> | undefined => of(kind, kept().get(kind, id));
  /** They were kept under their kind. */
  const ofKind = <K extends Kind>(kind: K): readonly Entry<K>[] => kept().ofKind(kind) as readonly Entry<K>[];
  const isShown = (entry: Entry): boolean =>
    !isHideable(entry.kind) ||
    !isHidden(entry, get('tombstone', tombstoneId(entry.kind, entry.id)), world.now()) ||
    (entry.kind === 'exchange' && hasMoneyAt(ofKind, entry.value.base_url));
  return {
    table,
    kept: known,
    entry: (kind, id) => {
      const entry = get(kind, id);
      return entry && isShown(entry) ? entry : undefined;
    },
    readAhead: (kind, rows) => kept().readAhead(kind, rows),
    entries: (kind) => (isHideable(kind) ? ofKind(kind).filter(isShown) : ofKind(kind)),
    keptApart: () => {
      const isCoinOfSeed = coinJudge((kind, id) => table.get(kind, id)?.value);
      return table.quarantine().filter((entry) => isBeyondBounds(entry) || !isCoinOfSeed(entry));
    },
    coins: (filter) => {
      const coins = ofKind('coin');
      const list = filter.sourceId === undefined ? coins : (bySource(coins).get(filter.sourceId) ?? []);
      return list.filter(({ value }) => isOneOf(filter, value));
    },
    withNewerScheme: () => [
      ...withNewerScheme.refresh(ofKind('refresh')),
      ...withNewerScheme.withdrawal(ofKind('withdrawal')),
    ],
    withOutside: () => [...withOutside.refresh(ofKind('refresh')), ...withOutside.withdrawal(ofKind('withdrawal'))],
    snapshot: () => table.snapshot(),
    texts: () => table.texts(),
    bytesOf: (exchange) => table.bytesOf(exchange),
    revision: () => self.revision(),
    deviceId: () => self.read().deviceId,
    beside: <T>(make: () => T): T => {
      if (!made.has(make)) made.set(make, make());
      // What is kept under a function is what that very function made.
      return made.get(make) as T;
    },
  };
};

const noting = (rows: EntryTable, kept: KeptEntries): EntryTable => ({
  ...rows,
  write: (entry) => {
    const isNew = rows.write(entry);
    if (isNew && entry.quarantined === undefined) kept.note(entry.kind, entry.id);
    return isNew;
  },
  remove: (kind, id) => {
    rows.remove(kind, id);
    kept.note(kind, id);
  },
  removeSeed: (seed) => {
    const coins = rows.removeSeed(seed);
    for (const id of coins) kept.note('coin', id);
    kept.note('refresh', seed);
    return coins;
  },
  clear: () => {
    rows.clear();
    kept.forget();
  },
});

/** Another device may have money where this one had none left: what the deletion then hides would be the way to it. */
const hasMoneyAt = (ofKind: <K extends Kind>(kind: K) => readonly Entry<K>[], exchange: string): boolean =>
  ofKind('coin').some(
    ({ value }) => value.exchange === exchange && value.status !== 'spent' && !value.remaining.endsWith(':0'),
  ) ||
  ofKind('withdrawal').some(
    ({ value }) => value.exchange === exchange && value.status !== 'done' && value.status !== 'aborted',
  );

const isOneOf = ({ exchange, status }: CoinFilter, coin: Entry<'coin'>['value']): boolean =>
  (exchange === undefined || coin.exchange === exchange) && (status === undefined || coin.status === status);

const sourcesOf = new WeakMap<readonly Entry<'coin'>[], ReadonlyMap<string, readonly Entry<'coin'>[]>>();

/** The coins of each withdrawal and refresh, found once per list. */
const bySource = (coins: readonly Entry<'coin'>[]): ReadonlyMap<string, readonly Entry<'coin'>[]> => {
  const known = sourcesOf.get(coins);
  if (known) return known;
  const found = Map.groupBy(coins, ({ value }) => value.source_id);
  sourcesOf.set(coins, found);
  return found;
};

type Seeded = Entry<'refresh'> | Entry<'withdrawal'>;
/** What a session says of its seed, and a withdrawal of each of its batches'. */
type OfSeed = { readonly scheme?: number; readonly outside?: unknown };

const hasNewerScheme = ({ scheme }: OfSeed): boolean => coinScheme(scheme) === undefined;
const isKnownOutside = ({ outside }: OfSeed): boolean => outside !== undefined;

/** Those whose seeds say something; looked for once, and then among what changed, for there are thousands and hardly ever one. */
const saying = (isMeant: (seed: OfSeed) => boolean): ((list: readonly Seeded[]) => readonly Seeded[]) => {
  let last: { readonly list: readonly Seeded[]; readonly found: readonly Seeded[] } | undefined;
  const says = (entry: Seeded | undefined): entry is Seeded =>
    entry?.kind === 'refresh' ? isMeant(entry.value) : Object.values(entry?.value.batches ?? {}).some(isMeant);
  return (list) => {
    if (last?.list === list) return last.found;
    const ids = last && changedIds(last.list, list);
    const isAsBefore = ids !== undefined && last?.found.length === 0 && ![...ids].some((id) => says(rowOf(list, id)));
    last = { list, found: isAsBefore ? NONE : list.filter(says) };
    return last.found;
  };
};

const NONE: readonly Seeded[] = [];

/** `readEntry` gives the kind it was given; the rows were selected by kind. */
const of = <K extends Kind>(kind: K, entry: Entry | undefined): Entry<K> | undefined =>
  entry?.kind === kind ? (entry as Entry<K>) : undefined;
