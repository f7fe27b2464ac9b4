// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../world.ts';
import type { Db } from './database.ts';
import type { KeptEntries } from './kept-entries.ts';
import { localTables } from './local.ts';
import { entryReader } from './reader.ts';
import { soundness } from './sound.ts';
import { selfTable } from './tables/self.ts';
import { isDiskFull, StorageFull } from './system-code.ts';
import { openTx } from './tx/tx.ts';
import type { CoinFilter } from './tables/entry-table.ts';
import type { Reader, Tx } from './views.ts';

export type { CoinFilter, Reader, Tx };

export type Store = Reader & {
  /** all or nothing, `BEGIN IMMEDIATE`; must not be async and does not nest. Throws `StorageFull` after rolling back when the disk is full, and `DamagedDatabase` before it begins. */
  readonly transaction: <T>(work: (tx: Tx) => T) => T;
  /** called soon after a commit that changed entries; returns the function that stops it */
  readonly onChange: (listener: () => void) => () => void;
  /** Looks at all of the database beside this thread, unless that was done; ends at once when a transaction has done it. */
  readonly lookAtAll: () => Promise<void>;
  /** called once the database is known to be damaged: from then on nothing is written */
  readonly onDamaged: (listener: () => void) => void;
  readonly close: () => void;
};

/** The wallet's state in an open database; a new database gets a random device id (throws `StorageFull` if even that cannot be written). */
export const openStore = ({ db, world }: { readonly db: Db; readonly world: World }): Store => {
  const { sqlite } = db;
  const self = selfTable(sqlite);
  const local = localTables(sqlite);
  const reader = entryReader(sqlite, self, world);
  const listeners = new Set<() => void>();
  const sound = soundness(db);
  commit(() => sqlite.transaction(() => self.create(world)).immediate());

  const transaction = <T>(work: (tx: Tx) => T): T => {
    if (sqlite.inTransaction) throw new Error('defect: transactions do not nest');
    sound.ensure();
    const before = self.revision();
    reader.kept.isOf(before);
    const result = settled(reader.kept, () =>
      commit(() =>
        sqlite
          .transaction(() => {
            const { tx, finish } = openTx({ self, reader, local, world });
            const value = work(tx);
            if (value instanceof Promise) throw new Error('defect: a transaction cannot wait');
            finish();
            return value;
          })
          .immediate(),
      ),
    );
    const after = self.revision();
    reader.kept.nowOf(after);
    if (after !== before) for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener());
    return result;
  };

  const { table: _rows, kept: _kept, ...views } = reader;
  return {
    ...views,
    local: local.reader,
    transaction,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lookAtAll: () => sound.look(world),
    onDamaged: sound.onDamaged,
    close: () => {
      listeners.clear();
      sqlite.close();
    },
  };
};

/** What a transaction that did not end well has written is not so. */
const settled = <T>(kept: KeptEntries, work: () => T): T => {
  try {
    return work();
  } catch (thrown) {
    kept.forget();
    throw thrown;
  }
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
