// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { partsOf } from '../../shared/balance.ts';
import { addAmounts, amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { rich } from './peer-lab.ts';
import { balanceAt, type WalletLab } from './wallet-lab.ts';

const ACCOUNT = 'payto://x-taler-bank/localhost/user1?receiver-name=user1';

let lab: WalletLab;
let base: string;
aroundExchange({}, (opened, { baseUrl }) => {
  lab = opened;
  base = baseUrl;
});

test('what is lacking is said in the sums of the page: what is ready, with its change, and what it takes with fees', async () => {
  const open = await rich(lab, 'KUDOS:9');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1.5', summary: 'tea' });
  const { purchaseId, total } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await open.wallet.confirmPay(purchaseId, { shown: total }), 'payment');
  const { ready, change, arriving } = partsOf(balanceAt(open.wallet, base));
  expect([change, arriving]).not.toEqual(['KUDOS:0', 'KUDOS:0']);
  const available = amountToText(addAmounts(amount(ready), amount(change)));
  const dear = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:80', summary: 'a lamp' });
  for (const { why, fees, total: all } of [
    mustOk(await open.wallet.preparePay(dear.talerPayUri), 'order'),
    mustOk(await open.wallet.peer.quote({ amount: 'KUDOS:80' }), 'quote'),
    mustOk(await open.wallet.prepareDeposit({ amount: 'KUDOS:80', payto: ACCOUNT }), 'deposit'),
  ]) {
    if (why?.kind !== 'insufficient-balance') throw new Error('is possible');
    expect(why.facts).toMatchObject({ available, change, needed: all, fees });
    expect(why.facts.pending).toBeUndefined();
  }
});

test('what is under way, and what is taken back, names its sum', async () => {
  const open = await rich(lab, 'KUDOS:9');
  const sent = mustOk(await open.wallet.peer.send({ amount: 'KUDOS:1.5', summary: 'tea' }), 'sent');
  const invoice = mustOk(await open.wallet.peer.request({ amount: 'KUDOS:2', summary: 'tea' }), 'request');
  const { id } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:3' }), 'withdrawal');
  const sums = open.wallet.pending().map((each) => `${each.type} ${each.amount ?? 'nothing'}`);
  expect(sums).toEqual(expect.arrayContaining(['peer-send KUDOS:1.5', 'invoice KUDOS:2', 'withdrawal KUDOS:3']));
  for (const [each, amount] of [
    [sent.id, 'KUDOS:1.5'],
    [invoice.id, 'KUDOS:2'],
    [id, 'KUDOS:3'],
  ] as const)
    expect(mustOk(await open.wallet.abort(each), 'taken back')).toMatchObject({ amount });
});
