// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry, Entry, Kind, ValueByKind } from '../state/entry.ts';
import type { World } from '../world.ts';
import type { Db } from './database.ts';
import { localTables, type LocalReader, type LocalWriter } from './local.ts';
import { entryReader } from './reader.ts';
import { selfTable } from './self.ts';
import { isDiskFull, StorageFull } from './sqlite-code.ts';
import { openTx } from './tx.ts';

export type CoinFilter = { readonly exchange?: string; readonly status?: string; readonly sourceId?: string };

/** Reads what the wallet knows. Entries a newer wallet wrote in an unreadable shape are carried but not shown here. */
export type Reader = {
  readonly entry: <K extends Kind>(kind: K, id: string) => Entry<K> | undefined;
  /** all entries of a kind, by id */
  readonly entries: <K extends Kind>(kind: K) => readonly Entry<K>[];
  readonly coins: (filter: CoinFilter) => readonly Entry<'coin'>[];
  /** everything that must survive, sorted: also unknown kinds and quarantined entries */
  readonly snapshot: () => readonly CarriedEntry[];
  /** grows with every change of entries, by this or another connection; ask before `snapshot`, not after */
  readonly revision: () => number;
  readonly deviceId: () => string;
  readonly local: LocalReader;
};

export type JoinReport = {
  /** entries that are different now */
  readonly changed: number;
  /** entries kept aside because their clock is more than 24 h ahead of ours */
  readonly quarantined: number;
};

/** Writes, all in one transaction under one clock. */
export type Tx = Omit<Reader, 'local'> & {
  /** joins the value with what is there and stamps it with the transaction's clock; a value that does not fit its schema is a defect */
  readonly put: <K extends Kind>(kind: K, id: string, value: ValueByKind[K]) => void;
  /** joins entries from another copy: they keep their clocks, and ours moves past them */
  readonly join: (entries: readonly CarriedEntry[]) => JoinReport;
  /** the clock text every `put` of this transaction carries */
  readonly clock: () => string;
  /** claims an epoch above the highest seen for this device (written as a `device` entry); returns it */
  readonly claimEpoch: (name?: string) => number;
  /** gives this installation a new device id (restore, takeover, cloned directory) and returns it; call `claimEpoch` next */
  readonly renewDevice: () => string;
  /** puts back a copy taken by `takeUndoCopy`, after taking a copy of what it replaces; false when there is no such copy */
  readonly undoTo: (copy: number) => boolean;
  readonly local: LocalWriter;
};

export type Store = Reader & {
  /** all or nothing, `BEGIN IMMEDIATE`; must not be async and does not nest. Throws `StorageFull` after rolling back when the disk is full. */
  readonly transaction: <T>(work: (tx: Tx) => T) => T;
  /** called soon after a commit that changed entries; returns the function that stops it */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** The wallet's state in an open database; a new database gets a random device id (throws `StorageFull` if even that cannot be written). */
export const openStore = ({ db, world }: { readonly db: Db; readonly world: World }): Store => {
  const { sqlite } = db;
  const self = selfTable(sqlite);
  const local = localTables(sqlite);
  const reader = entryReader(sqlite, self, world);
  const listeners = new Set<() => void>();
  commit(() => sqlite.transaction(() => self.create(world)).immediate());

  const transaction = <T>(work: (tx: Tx) => T): T => {
    if (sqlite.inTransaction) throw new Error('defect: transactions do not nest');
    const before = self.read().revision;
    const result = commit(() =>
      sqlite
        .transaction(() => {
          const { tx, finish } = openTx({ sqlite, self, reader, local, world });
          const value = work(tx);
          if (value instanceof Promise) throw new Error('defect: a transaction cannot wait');
          finish();
          return value;
        })
        .immediate(),
    );
    if (self.read().revision !== before) for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener());
    return result;
  };

  const { table: _rows, ...views } = reader;
  return {
    ...views,
    local: local.reader,
    transaction,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      sqlite.close();
    },
  };
};

/** The rollback has happened when this sees the error; a full disk gets its own name, everything else is a defect and passes. */
const commit = <T>(work: () => T): T => {
  try {
    return work();
  } catch (thrown) {
    if (isDiskFull(thrown)) throw new StorageFull();
    throw thrown;
  }
};
