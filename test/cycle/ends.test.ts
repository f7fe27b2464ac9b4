// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { trusting } from '../support/trusting.ts';
import { aroundExchange } from './one-exchange.ts';
import { lineOf, rich } from './peer-lab.ts';
import { expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// What was begun and is not decided says so, in the history and in the list of what is under way: there its person ends it.

describe('what can be ended says so', () => {
  let lab: WalletLab;
  aroundExchange({}, (opened) => {
    lab = opened;
  });

  /** Says so in both lists; ended by the id of its line it does not say so any more. */
  const ends = async (open: OpenWallet, type: string, pendingType: string): Promise<void> => {
    const line = lineOf(open, type);
    expect(line).toMatchObject({ state: 'pending', endable: true });
    expect(open.wallet.pending().find((each) => each.type === pendingType)).toMatchObject({ endable: true });
    mustOk(await open.wallet.abort(line?.id ?? ''), 'end');
    expect(lineOf(open, type)).not.toHaveProperty('endable');
  };
  const silent = (path: RegExp): void => lab.sandbox.exchanges[0]?.faults.always({ path }, { status: 503 });
  const answers = (): void => lab.sandbox.exchanges[0]?.faults.clear();

  test('a deposit that the exchange has not got; one that it has does not', async () => {
    const mine = lab.openWallet();
    await fund(lab, mine, 'KUDOS:8.01');
    const payto = lab.sandbox.bank.accountPayto('mine').replace(/\?.*/, '');
    silent(/batch-deposit$/);
    mustOk(await mine.wallet.deposit({ amount: 'KUDOS:2', payto }), 'deposit');
    answers();
    await ends(mine, 'deposit', 'deposit');
    await runToRest(lab, mine.wallet);
    mustOk(await mine.wallet.deposit({ amount: 'KUDOS:1', payto }), 'deposit');
    const sent = mine.wallet.history().find(({ type, state }) => type === 'deposit' && state === 'pending');
    expect(sent).not.toHaveProperty('endable');
    expectSumsAgree(mine.wallet);
  });

  test('a payment that is being taken, and a request that is being paid', async () => {
    const [sender, mine] = [await rich(lab), await rich(lab)];
    const sent = mustOk(await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'lunch' }), 'sent');
    const offer = mustOk(await trusting((asked) => mine.wallet.peer.prepare(sent.uri, asked)), 'offer');
    silent(/\/merge$/);
    mustOk(await mine.wallet.peer.confirm(offer.id), 'acceptance');
    await ends(mine, 'peer-received', 'peer-receive');
    answers();
    const invoice = mustOk(await sender.wallet.peer.request({ amount: 'KUDOS:1', summary: 'tea' }), 'request');
    const bill = mustOk(await trusting((asked) => mine.wallet.peer.prepare(invoice.uri, asked)), 'offer');
    silent(/purses\/[^/]*\/deposit$/);
    mustOk(await mine.wallet.peer.confirm(bill.id), 'payment');
    await ends(mine, 'invoice-paid', 'invoice-payment');
    answers();
    await runToRest(lab, mine.wallet);
    expectSumsAgree(mine.wallet);
  });

  test('a withdrawal nobody sent money for, a payment to a person, a request, a payment to a silent shop', async () => {
    const mine = await rich(lab);
    const exchange = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    const { id } = mustOk(await mine.wallet.withdrawManual({ exchange, amount: 'KUDOS:5' }), 'withdrawal');
    expect(mine.wallet.history().find((line) => line.id === id)).toMatchObject({ endable: true });
    expect(mine.wallet.pending().find((each) => each.id === id)).toMatchObject({ endable: true });
    mustOk(await mine.wallet.abort(id), 'end');
    mustOk(await mine.wallet.peer.send({ amount: 'KUDOS:2', summary: 'lunch' }), 'sent');
    await ends(mine, 'peer-sent', 'peer-send');
    mustOk(await mine.wallet.peer.request({ amount: 'KUDOS:1', summary: 'tea' }), 'request');
    await ends(mine, 'invoice-received', 'invoice');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    const { purchaseId } = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    lab.sandbox.merchant.faults.always({ path: /\/(?:pay|abort)$/ }, { status: 503 });
    mustOk(await mine.wallet.confirmPay(purchaseId), 'payment');
    await ends(mine, 'payment', 'payment');
    lab.sandbox.merchant.faults.clear();
    await runToRest(lab, mine.wallet);
    expectSumsAgree(mine.wallet);
  });

  test('asking a shop for refunds', async () => {
    const mine = await rich(lab);
    const order = await lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:1',
      summary: 'tea',
      refundWithinMs: 86_400_000,
    });
    const { purchaseId } = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, mine.wallet);
    lab.sandbox.merchant.faults.always({ path: /\/refund$/ }, { status: 503 });
    mustOk(await mine.wallet.refund(order.talerPayUri.replace('//pay/', '//refund/')), 'asking');
    expect(mine.wallet.pending()).toMatchObject([{ type: 'refund', endable: true }]);
    mustOk(await mine.wallet.abort(purchaseId), 'end');
    expect(mine.wallet.pending()).toEqual([]);
    lab.sandbox.merchant.faults.clear();
  });
});
