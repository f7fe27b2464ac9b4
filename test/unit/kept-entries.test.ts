// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { mustOk } from '../../shared/result.ts';
import { coinValue, NOON, worldAt } from '../laws/stores.ts';

// Entries are read and checked once. Whatever a transaction, a rollback or another connection does, nobody sees what is no more.

const world = worldAt({ ms: NOON });
const file = (): string => join(mkdtempSync(join(tmpdir(), 'holdfast-kept-')), 'wallet.db');
const storeAt = (path: string): Store => openStore({ db: mustOk(openDatabase({ path }), 'database'), world });

const statuses = (store: Pick<Store, 'entries'>) =>
  store.entries('coin').map(({ id, value }) => `${id} ${value.status}`);

test('a list is the same one until something of its kind is written, and then only that is read again', () => {
  const store = storeAt(':memory:');
  store.transaction((tx) => ['A', 'C'].forEach((id) => tx.put('coin', id, coinValue())));
  const list = store.entries('coin');
  expect(store.entries('coin')).toBe(list);
  store.transaction((tx) => tx.put('provider', 'u', { name: 'P', removed: false, provider_kind: 'sync' as const }));
  expect(store.entries('coin')).toBe(list);
  store.transaction((tx) => {
    tx.put('coin', 'B', coinValue());
    expect(statuses(tx)).toEqual(['A fresh', 'B fresh', 'C fresh']);
    tx.put('coin', 'C', coinValue({ status: 'in-use' }));
    expect(tx.entry('coin', 'C')?.value.status).toBe('in-use');
  });
  const after = store.entries('coin');
  expect(statuses(store)).toEqual(['A fresh', 'B fresh', 'C in-use']);
  expect(after[0]).toBe(list[0]);
  expect(list).toHaveLength(2);
});

test('what was rolled back was never there', () => {
  const store = storeAt(':memory:');
  store.transaction((tx) => tx.put('coin', 'A', coinValue()));
  expect(statuses(store)).toEqual(['A fresh']);
  expect(() =>
    store.transaction((tx) => {
      tx.put('coin', 'A', coinValue({ status: 'in-use' }));
      tx.put('coin', 'B', coinValue());
      expect(statuses(tx)).toEqual(['A in-use', 'B fresh']);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(statuses(store)).toEqual(['A fresh']);
  expect(store.entry('coin', 'A')?.value.status).toBe('fresh');
});

test('what another connection writes is seen, and an undo too', () => {
  const path = file();
  const [one, other] = [storeAt(path), storeAt(path)];
  one.transaction((tx) => tx.put('coin', 'A', coinValue()));
  expect(statuses(one)).toEqual(['A fresh']);
  const copy = one.transaction((tx) => {
    tx.local.takeUndoCopy('test');
    return tx.local.undoCopies()[0]?.number ?? 0;
  });
  other.transaction((tx) => tx.put('coin', 'A', coinValue({ status: 'in-use' })));
  expect(statuses(one)).toEqual(['A in-use']);
  expect(one.entry('coin', 'A')?.value.status).toBe('in-use');
  one.transaction((tx) => expect(tx.undoTo(copy)).toBe(true));
  expect(statuses(one)).toEqual(['A fresh']);
  expect(statuses(other)).toEqual(['A fresh']);
  one.close();
  other.close();
});
