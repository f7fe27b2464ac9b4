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
  store.transaction((tx) => ['A/0', 'C/0'].forEach((id) => tx.put('coin', id, coinValue())));
  const list = store.entries('coin');
  expect(store.entries('coin')).toBe(list);
  store.transaction((tx) => tx.put('provider', 'u', { name: 'P', removed: false, provider_kind: 'sync' as const }));
  expect(store.entries('coin')).toBe(list);
  store.transaction((tx) => {
    tx.put('coin', 'B/0', coinValue());
    expect(statuses(tx)).toEqual(['A/0 fresh', 'B/0 fresh', 'C/0 fresh']);
    tx.put('coin', 'C/0', coinValue({ status: 'in-use' }));
    expect(tx.entry('coin', 'C/0')?.value.status).toBe('in-use');
  });
  const after = store.entries('coin');
  expect(statuses(store)).toEqual(['A/0 fresh', 'B/0 fresh', 'C/0 in-use']);
  expect(after[0]).toBe(list[0]);
  expect(list).toHaveLength(2);
});

test('what was rolled back was never there', () => {
  const store = storeAt(':memory:');
  store.transaction((tx) => tx.put('coin', 'A/0', coinValue()));
  expect(statuses(store)).toEqual(['A/0 fresh']);
  expect(() =>
    store.transaction((tx) => {
      tx.put('coin', 'A/0', coinValue({ status: 'in-use' }));
      tx.put('coin', 'B/0', coinValue());
      expect(statuses(tx)).toEqual(['A/0 in-use', 'B/0 fresh']);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(statuses(store)).toEqual(['A/0 fresh']);
  expect(store.entry('coin', 'A/0')?.value.status).toBe('fresh');
});

test('what another connection writes is seen, and what is taken away too', () => {
  const path = file();
  const [one, other] = [storeAt(path), storeAt(path)];
  one.transaction((tx) => tx.put('coin', 'A/0', coinValue()));
  expect(statuses(one)).toEqual(['A/0 fresh']);
  other.transaction((tx) => tx.put('coin', 'A/0', coinValue({ status: 'in-use' })));
  expect(statuses(one)).toEqual(['A/0 in-use']);
  expect(one.entry('coin', 'A/0')?.value.status).toBe('in-use');
  one.transaction((tx) => tx.takeAway([{ kind: 'coin', id: 'A/0' }]));
  expect(statuses(one)).toEqual([]);
  expect(statuses(other)).toEqual([]);
  one.close();
  other.close();
});
