// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../shared/balance.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Change is made hours after the payment it is of. What that will cost was shown before the payment, and from then on it is
// counted: in the payment's line, and in what is shown as the person's.

const ACCOUNT = 'payto://x-taler-bank/localhost/user1?receiver-name=user1';
const PRICES = ['1.5', '0.37', '2.99', '0.01', '5.55', '4'];

describe('what a payment was said to cost is counted before its change is made', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({}, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  const rich = async (): Promise<OpenWallet> => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.66');
    await fund(lab, open, 'KUDOS:4.03');
    return open;
  };
  const shown = ({ wallet }: OpenWallet) => {
    const { ready, change, arriving } = partsOf(balanceAt(wallet, base));
    // What is not made yet counts as theirs all the same, by its name.
    return { total: balanceAt(wallet, base).total, theirs: sum(ready, change), arriving };
  };
  const sum = (a: string, b: string): string =>
    amountToText({ currency: 'KUDOS', units: amount(a).units + amount(b).units });
  const less = (total: string, cost: string): string =>
    amountToText({ currency: 'KUDOS', units: amount(total).units - amount(cost).units });
  const feesOf = ({ wallet }: OpenWallet, type: string): string | undefined =>
    wallet.history().find((line) => line.type === type)?.fees;

  /** At once and in the end: the line says what was quoted, and what is shown as ours is net of it. */
  const expectAtOnceAndInTheEnd = async (
    open: OpenWallet,
    before: string,
    { type, fees, total }: { readonly type: string; readonly fees: string; readonly total: string },
  ): Promise<void> => {
    const now = shown(open);
    expect([feesOf(open, type), now]).toEqual([
      fees,
      { total: less(before, total), theirs: less(before, total), arriving: 'KUDOS:0' },
    ]);
    expectSumsAgree(open.wallet);
    await runToRest(lab, open.wallet);
    expect([feesOf(open, type), shown(open)]).toEqual([fees, now]);
  };

  test.each(PRICES)('a payment of %s', async (price) => {
    const open = await rich();
    const { total } = shown(open);
    const order = await lab.sandbox.merchant.createOrder({ amount: `KUDOS:${price}`, summary: 'tea' });
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
    await expectAtOnceAndInTheEnd(open, total, { ...offer, type: 'payment' });
  });

  test.each(PRICES)('a deposit of %s', async (sum) => {
    const open = await rich();
    const { total } = shown(open);
    const wish = { amount: `KUDOS:${sum}`, payto: ACCOUNT };
    const offer = mustOk(await open.wallet.prepareDeposit(wish), 'offer');
    mustOk(await open.wallet.deposit({ ...wish, shown: offer.total }), 'deposit');
    await expectAtOnceAndInTheEnd(open, total, { ...offer, type: 'deposit' });
  });

  test.each(PRICES)('a payment of %s to a person', async (sum) => {
    const open = await rich();
    const other = lab.openWallet();
    mustOk(await other.wallet.addExchange(base), 'exchange');
    const { total } = shown(open);
    const wish = { amount: `KUDOS:${sum}`, summary: 'tea' };
    const offer = mustOk(await open.wallet.peer.quote(wish), 'offer');
    const sent = mustOk(await open.wallet.peer.send({ ...wish, shown: offer.total }), 'sent');
    const { id } = mustOk(await other.wallet.peer.prepare(sent.uri), 'opened');
    mustOk(await other.wallet.peer.confirm(id), 'taken');
    await expectAtOnceAndInTheEnd(open, total, { ...offer, type: 'peer-sent' });
  });

  test.each(PRICES)('an invoice over %s', async (sum) => {
    const open = await rich();
    const other = lab.openWallet();
    mustOk(await other.wallet.addExchange(base), 'exchange');
    const { total } = shown(open);
    const invoice = mustOk(await other.wallet.peer.request({ amount: `KUDOS:${sum}`, summary: 'tea' }), 'invoice');
    const offer = mustOk(await open.wallet.peer.prepare(invoice.uri), 'offer');
    mustOk(await open.wallet.peer.confirm(offer.id, { shown: offer.total }), 'paid');
    await expectAtOnceAndInTheEnd(open, total, { ...offer, type: 'invoice-paid' });
  });

  test('what goes out whole has no change, and costs none', async () => {
    const open = await rich();
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:12.69', summary: 'all' });
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    const { total } = shown(open);
    if (offer.payable) {
      mustOk(await open.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
      await expectAtOnceAndInTheEnd(open, total, { ...offer, type: 'payment' });
    } else expect(offer.why?.kind).toBe('insufficient-balance');
  });

  test('a refund while the change waits: the payment costs what it did, and the refund what was said of it', async () => {
    const open = await rich();
    const order = await lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:5.55',
      summary: 'a lamp',
      refundWithinMs: 3_600_000,
    });
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
    const { total } = shown(open);
    await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:2.03');
    const view = mustOk(await open.wallet.refund(order.talerPayUri.replace('//pay/', '//refund/')), 'refund');
    const more = amountToText({ currency: 'KUDOS', units: amount(total).units + amount(view.total).units });
    expect(amount(view.fees).units).toBeGreaterThan(0n);
    expect([feesOf(open, 'payment'), feesOf(open, 'refund'), shown(open).total]).toEqual([offer.fees, view.fees, more]);
    expectSumsAgree(open.wallet);
    await runToRest(lab, open.wallet);
    // Made together they may take less, and never more, in either line.
    const units = (text: string | undefined): bigint => amount(text ?? '').units;
    expect(units(feesOf(open, 'payment'))).toBeLessThanOrEqual(units(offer.fees));
    expect(units(feesOf(open, 'refund'))).toBeLessThanOrEqual(units(view.fees));
    expect(units(shown(open).total)).toBeGreaterThanOrEqual(units(more));
  });

  test('a payment that is ended gives its coins back for what making new ones of them takes', async () => {
    const open = await rich();
    const { total } = shown(open);
    const sent = mustOk(await open.wallet.peer.send({ amount: 'KUDOS:5.55', summary: 'tea' }), 'sent');
    mustOk(await open.wallet.abort(sent.id), 'called back');
    const after = shown(open);
    expectSumsAgree(open.wallet);
    await runToRest(lab, open.wallet);
    expect(amount(shown(open).total).units).toBeGreaterThanOrEqual(amount(after.total).units);
    expect(amount(after.total).units).toBeLessThanOrEqual(amount(total).units);
  });
});
