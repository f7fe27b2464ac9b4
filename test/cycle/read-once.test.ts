// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { readBalances } from '../../electron/wallet/ledger/balance.ts';
import { oneExchange } from './one-exchange.ts';
import { fund, memoryDatabase, runToRest } from './wallet-lab.ts';

// The window asks for the overview at every change and four times a minute. What did not change is not read again.

const { lab, order } = await oneExchange();

/** A store that counts how often it is asked for all coins or all entries of a kind. */
const counted = (store: Store) => {
  const asked: string[] = [];
  const counting: Store = {
    ...store,
    entries: (kind) => {
      asked.push(kind);
      return store.entries(kind);
    },
    coins: (filter) => {
      asked.push('coins');
      return store.coins(filter);
    },
  };
  const during = (work: () => unknown): readonly string[] => {
    asked.length = 0;
    work();
    return [...asked];
  };
  return { counting, during };
};

test('balances are read once per change, without the history; used-up coins are looked through once', async () => {
  const db = memoryDatabase();
  const store = openStore({ db, world: lab.world });
  const { counting, during } = counted(store);
  const wallet = createWallet({ world: lab.world, store: counting });
  await fund(lab, { db, store, wallet }, 'KUDOS:6');
  const offered = await wallet.preparePay((await order('KUDOS:1.5')).talerPayUri);
  if (!offered.ok) throw new Error('an offer was expected');
  await wallet.confirmPay(offered.value.purchaseId);
  await runToRest(lab, wallet);

  wallet.balances();
  wallet.pending();
  expect(during(wallet.balances)).toEqual([]);
  expect(during(wallet.pending)).not.toContain('coins');
  expect(wallet.balances()).toEqual(readBalances(store));

  const [coin] = store.coins({ status: 'fresh' });
  if (!coin) throw new Error('a coin was expected');
  store.transaction((tx) => tx.put('coin', coin.id, { ...coin.value, status: 'in-use' }));
  expect(during(wallet.balances)).not.toEqual([]);
  expect(wallet.balances()).toEqual(readBalances(store));
  // Its change is made some time later: nothing waits for it, and it is a part of the balance.
  expect(wallet.pending()).toEqual([]);
  expect(wallet.balances()).toMatchObject([{ change: coin.value.remaining }]);
  const historyAsks = during(wallet.history);
  // The sums of coins were read for the balances already.
  expect(historyAsks).not.toContain('coin');
  expect(during(wallet.history)).toEqual([]);
});
