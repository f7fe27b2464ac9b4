// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Store } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { aroundExchange } from './one-exchange.ts';
import { type WalletLab } from './wallet-lab.ts';

let lab: WalletLab;
aroundExchange({}, (opened) => {
  lab = opened;
});

// Found by failing the n-th statement: the broken attempt was remembered, and the exchange stayed shut until the next start.
test('an exchange whose keys could not be written down (a full disk) is opened again once they can', async () => {
  const { store } = lab.openWallet();
  let full = true;
  const sometimesFull: Store = {
    ...store,
    transaction: (work) => {
      if (full) throw new Error('the disk is full');
      return store.transaction(work);
    },
  };
  const wallet = createWallet({ world: lab.world, store: sometimesFull });
  const wish = { exchange: lab.sandbox.exchanges[0]?.baseUrl ?? '', amount: 'KUDOS:1.27' };
  await expect(wallet.withdrawManual(wish)).rejects.toThrow('the disk is full');
  full = false;
  expect(await wallet.withdrawManual(wish)).toMatchObject({ ok: true });
});
