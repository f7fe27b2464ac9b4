// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

let kudos: WalletLab;
let euro: WalletLab;
beforeAll(async () => {
  kudos = await startWalletLab({ exchanges: [{ generation: 'v17' }, { generation: 'v23', prefix: '/exchange/' }] });
  euro = await startWalletLab({ currency: 'EUR' });
});
afterAll(async () => {
  await kudos.close();
  await euro.close();
});

test('several exchanges and currencies at once: each keeps its own money, payments find theirs', async () => {
  const open = kudos.openWallet();
  const { wallet } = open;
  const [v17 = '', v23 = ''] = kudos.sandbox.exchanges.map(({ baseUrl }) => baseUrl);
  const [eur = ''] = euro.sandbox.exchanges.map(({ baseUrl }) => baseUrl);
  for (const url of [v17, v23, eur]) mustOk(await wallet.addExchange(url), url);
  const wanted = [
    { lab: kudos, exchange: v17, amount: 'KUDOS:2.01' },
    { lab: kudos, exchange: v23, amount: 'KUDOS:8.01' },
    { lab: euro, exchange: eur, amount: 'EUR:4.01' },
  ];
  for (const { lab, exchange, amount } of wanted) {
    const { payto } = mustOk(await wallet.withdrawManual({ exchange, amount }), 'withdrawal');
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  }
  await runToRest(kudos, wallet);
  expectSumsAgree(wallet);
  const totals = [v17, v23, eur].map((exchange) => balanceAt(wallet, exchange).total);
  expect(totals).toEqual(['KUDOS:2', 'KUDOS:8', 'EUR:4']);
  expect(
    wallet
      .exchanges()
      .map(({ currency, state }) => `${currency} ${state}`)
      .sort(),
  ).toEqual(['EUR ready', 'KUDOS ready', 'KUDOS ready']);

  for (const [lab, amount] of [
    [kudos, 'KUDOS:5'],
    [kudos, 'KUDOS:1'],
    [euro, 'EUR:3'],
  ] as const) {
    const order = await lab.sandbox.merchant.createOrder({ amount, summary: amount });
    const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
    expect(mustOk(await wallet.confirmPay(offer.purchaseId), amount).state).toBe('paid');
    expectSumsAgree(wallet);
  }
  await runToRest(kudos, wallet);
  expectSumsAgree(wallet);
  // 5 fits only at the v23 exchange
  expect(wallet.history().find(({ summary }) => summary === 'KUDOS:5')?.exchange).toBe(v23);
  expect(wallet.history().find(({ summary }) => summary === 'EUR:3')?.exchange).toBe(eur);
});

test('v17 refuses to repeat a batch whose answer was lost; its planchets are asked for singly', async () => {
  const open = kudos.openWallet();
  const [v17] = kudos.sandbox.exchanges;
  v17?.faults.once({ path: '/batch-withdraw' }, { afterHandling: true, closeConnection: true });
  v17?.faults.once({ path: '/batch-withdraw' }, { v17RefuseBatchReplay: true });
  await fund(kudos, open, 'KUDOS:1.27');
  kudos.sandbox.assertAllFaultsHappened();
  expect(balanceAt(open.wallet, v17?.baseUrl ?? '')).toMatchObject({ available: 'KUDOS:1.26', total: 'KUDOS:1.26' });
  expectSumsAgree(open.wallet);
});

test('more coins than one request takes', async () => {
  const lab = await startWalletLab({ exchanges: [{ denominations: [{ value: '0.01' }] }] });
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:6');
  expect(balanceAt(open.wallet, lab.sandbox.exchanges[0]?.baseUrl ?? '').available).toBe('KUDOS:6');
  expect(open.store.coins({ status: 'fresh' })).toHaveLength(600);
  await lab.close();
});

test('change of more coins than one refresh makes comes back in several, and none of it is written off', async () => {
  const lab = await startWalletLab({ exchanges: [{ denominations: [{ value: '1' }, { value: '0.01' }] }] });
  const open = lab.openWallet();
  const { baseUrl = '' } = lab.sandbox.exchanges[0] ?? {};
  await fund(lab, open, 'KUDOS:1');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.2', summary: 'tea' });
  const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
  await runToRest(lab, open.wallet);
  expectSumsAgree(open.wallet);
  expect(balanceAt(open.wallet, baseUrl)).toMatchObject({ available: 'KUDOS:0.8', total: 'KUDOS:0.8' });
  expect(open.store.entries('refresh')).toHaveLength(2);
  await lab.close();
});
