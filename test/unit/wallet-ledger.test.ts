// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { readBalances } from '../../electron/wallet/ledger/balance.ts';
import { readHistory } from '../../electron/wallet/history/history.ts';
import {
  bytes,
  coin,
  differences,
  EXCHANGE,
  openMemory,
  purchase,
  purse,
  refresh,
  withdrawal,
} from './ledger-entries.ts';

const PURSE = bytes(32, 9);

describe('balance', () => {
  test('a reserved coin is out of what can be spent; its rest is on its way back', () => {
    const store = openMemory();
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use' }));
      tx.put('coin', 'b/1', coin('w', 100));
      tx.put('purchase', 'p', purchase({ coins: { 'b/0': { c: 'KUDOS:2', fee: 'KUDOS:0', s: 'reserved' } } }));
    });
    expect(readBalances(store)).toEqual([
      {
        exchange: EXCHANGE,
        currency: 'KUDOS',
        available: 'KUDOS:1',
        incoming: 'KUDOS:3',
        comingBack: 'KUDOS:3',
        outgoing: 'KUDOS:2',
        total: 'KUDOS:4',
      },
    ]);
    expect(differences(store)).toEqual({});
  });

  test('what another copy spent is a line of its own', () => {
    const store = openMemory();
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use', remaining: 'KUDOS:1.5' }));
    });
    expect(readHistory(store)).toMatchObject([
      { type: 'spent-elsewhere', effect: 'KUDOS:-3.5' },
      { type: 'withdrawal', effect: 'KUDOS:5' },
    ]);
    expect(differences(store)).toEqual({});
  });

  test('a payment nobody has taken yet is outgoing, its change is renewed meanwhile, and it can come back', () => {
    const store = openMemory();
    const keys = { purse_priv: bytes(32, 7), key_seed: bytes(32, 9), merge_priv: bytes(32, 8) };
    const coins = { 'b/0': { c: 'KUDOS:2', fee: 'KUDOS:0', s: 'reserved' as const } };
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use', remaining: 'KUDOS:2' }));
      tx.put('push-out', PURSE, { ...purse, ...keys, coins, status: 'created' });
      const selection = [{ h: bytes(64, 3), n: 2, v: 'KUDOS:1' }];
      tx.put('refresh', 'r', refresh({ status: 'melted', purchase: PURSE, selection, fee: 'KUDOS:1' }));
    });
    expect(readBalances(store)).toMatchObject([{ incoming: 'KUDOS:2', outgoing: 'KUDOS:2', total: 'KUDOS:2' }]);
    expect(differences(store)).toEqual({});
    store.transaction((tx) => {
      const released = { 'b/0': { ...coins['b/0'], s: 'released' as const } };
      tx.put('push-out', PURSE, { ...purse, ...keys, coins: released, status: 'expired' });
    });
    expect(readBalances(store)).toMatchObject([{ incoming: 'KUDOS:4', outgoing: 'KUDOS:0', total: 'KUDOS:4' }]);
    expect(readHistory(store).find(({ type }) => type === 'peer-sent')).toMatchObject({
      effect: 'KUDOS:-1',
      fees: 'KUDOS:1',
    });
    expect(differences(store)).toEqual({});
  });

  test('change under way is counted once, and its fee belongs to the payment', () => {
    const store = openMemory();
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use', remaining: 'KUDOS:0' }));
      tx.put(
        'purchase',
        'p',
        purchase({ status: 'paid', coins: { 'b/0': { c: 'KUDOS:2', fee: 'KUDOS:0', s: 'paid' } } }),
      );
      tx.put(
        'refresh',
        'r',
        refresh({
          status: 'melted',
          purchase: 'p',
          selection: [{ h: bytes(64, 3), n: 2, v: 'KUDOS:1' }],
          fee: 'KUDOS:1',
        }),
      );
    });
    expect(readBalances(store)).toMatchObject([{ available: 'KUDOS:0', incoming: 'KUDOS:2', total: 'KUDOS:2' }]);
    expect(readHistory(store).find(({ type }) => type === 'payment')).toMatchObject({
      effect: 'KUDOS:-3',
      fees: 'KUDOS:2',
    });
    expect(differences(store)).toEqual({});
  });
});
