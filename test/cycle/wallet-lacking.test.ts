// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { fund, type OpenWallet, type WalletLab } from './wallet-lab.ts';

const ACCOUNT = 'payto://x-taler-bank/localhost/user1?receiver-name=user1';
const DAYS = 24;

let lab: WalletLab;
aroundExchange(
  {
    exchanges: [{ generation: 'v23' }, { generation: 'v23' }],
  },
  (opened) => {
    lab = opened;
  },
);

/** What is said where a sum cannot be paid to a shop, to a person, by an invoice, to a bank. */
const said = async ({ wallet }: OpenWallet, sum: string) => {
  const other = lab.openWallet();
  mustOk(await other.wallet.addExchange(lab.sandbox.exchanges[0]?.baseUrl ?? ''), 'exchange');
  const order = await lab.sandbox.merchant.createOrder({ amount: sum, summary: 'tea' });
  const invoice = mustOk(await other.wallet.peer.request({ amount: sum, summary: 'tea' }), 'invoice');
  return {
    shop: mustOk(await wallet.preparePay(order.talerPayUri), 'order'),
    person: mustOk(await wallet.peer.quote({ amount: sum }), 'quote'),
    invoice: mustOk(await wallet.peer.prepare(invoice.uri), 'invoice'),
    bank: mustOk(await wallet.prepareDeposit({ amount: sum, payto: ACCOUNT }), 'deposit'),
  };
};

test('what is on its way is named wherever a sum cannot be paid, and the kind of the failure goes along', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4.01');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
  lab.sandbox.exchanges[0]?.faults.always({ path: '/melt' }, { status: 503 });
  const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
  await open.wallet.run();
  const lacking = {
    why: { kind: 'insufficient-balance', facts: { pending: 'KUDOS:2.98' } },
  };
  expect(await said(open, 'KUDOS:2.5')).toMatchObject({
    shop: lacking,
    person: lacking,
    invoice: lacking,
    bank: lacking,
  });
});

test('with two exchanges the one that has more explains; the fee of the transfer is one of the fees', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:1.01', 0);
  await fund(lab, open, 'KUDOS:2.01', 1);
  const other = lab.openWallet();
  await fund(lab, other, 'KUDOS:2.01', 0);
  await fund(lab, other, 'KUDOS:1.01', 1);
  for (const each of [open, other]) {
    const { person, bank, shop } = await said(each, 'KUDOS:8');
    for (const { why } of [person, bank, shop])
      expect(why).toMatchObject({ kind: 'insufficient-balance', facts: { available: 'KUDOS:2' } });
    // One cent for the coin, one for the transfer.
    expect(bank.why).toMatchObject({ facts: { needed: 'KUDOS:8.02', fees: 'KUDOS:0.02' } });
  }
});

test('coins that only end too soon for a payment are named with the date', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4.01');
  const long = mustOk(await open.wallet.peer.quote({ amount: 'KUDOS:1', expiresHours: 5 * 365 * DAYS }), 'quote');
  expect(long).toMatchObject({
    possible: false,
    why: { kind: 'insufficient-balance', facts: { tooShort: 'KUDOS:4', until: expect.any(Number) } },
  });
  expect(english('failure', ...(long.why ? [long.why] : []))).toMatch(/4\.00 KUDOS more lasts only until .* 203\d/);
  expect(mustOk(await open.wallet.peer.quote({ amount: 'KUDOS:1' }), 'quote').possible).toBe(true);
});
