// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { coinValue, NOON, storeAt } from '../laws/stores.ts';
import { bytes, refresh, withdrawal } from './ledger-entries.ts';

// Where the keys of change come from, when copies say different things of its old coin.

const session = refresh({ old_coin: 'b/0', status: 'done', noreveal_index: 1 });
const wallet = () => {
  const store = storeAt({ ms: NOON });
  const batches = { b: { seed: bytes(32, 5), selection: [], status: 'done' as const } };
  store.transaction((tx) => {
    tx.put('withdrawal', 'W', { ...withdrawal({ status: 'done' }), batches });
    tx.put('coin', 'b/0', coinValue({ status: 'spent', remaining: 'KUDOS:0' }));
    tx.put('refresh', 'R', session);
    tx.put('coin', 'R/0', coinValue({ source: 'refresh', source_id: 'R' }));
  });
  return store;
};
const keyOf = (store: ReturnType<typeof wallet>, coin = 'R/0') => createCoinKeyRing(store).keysOf(coin)?.coinPriv;

test('a key that another copy calls the old coin’s counts for nothing while that coin is here', () => {
  const store = wallet();
  const before = keyOf(store);
  expect(before).toBeInstanceOf(Uint8Array);
  store.transaction((tx) => tx.put('refresh', 'R', { ...session, old_priv: bytes(32, 31) }));
  expect(keyOf(store)).toEqual(before);
});

test('and it does once that coin has left, also where its own seed is not known any more', () => {
  const store = wallet();
  const others = storeAt({ ms: NOON });
  others.transaction((tx) => {
    tx.put('refresh', 'R', { ...session, old_priv: bytes(32, 31) });
    tx.put('coin', 'R/0', coinValue({ source: 'refresh', source_id: 'R' }));
  });
  const [remembered, derived] = [keyOf(others), keyOf(store)];
  expect(remembered).toBeInstanceOf(Uint8Array);
  expect(remembered).not.toEqual(derived);
  others.transaction((tx) => tx.put('coin', 'b/0', coinValue({ status: 'spent', remaining: 'KUDOS:0' })));
  expect(keyOf(others, 'b/0')).toBeUndefined();
  expect(keyOf(others)).toEqual(remembered);
});
