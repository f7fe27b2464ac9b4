// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

const ACCOUNT = 'payto://x-taler-bank/localhost/user1?receiver-name=user1';

describe('what is shown before confirming is what it takes, change and all', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({}, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  /** What the balance lost until nothing was left to do. */
  const spentBy = async (open: OpenWallet, act: () => Promise<unknown>): Promise<string> => {
    const total = (): bigint => amount(balanceAt(open.wallet, base).total).units;
    const before = total();
    await act();
    await runToRest(lab, open.wallet);
    expectSumsAgree(open.wallet);
    return amountToText({ currency: 'KUDOS', units: before - total() });
  };
  const PRICES = ['1.5', '0.37', '2.99', '0.01', '5.55', '4'];

  test.each(PRICES)('a payment of %s', async (price) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.66');
    await fund(lab, open, 'KUDOS:4.03');
    const order = await lab.sandbox.merchant.createOrder({ amount: `KUDOS:${price}`, summary: 'tea' });
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    const spent = await spentBy(open, async () => mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment'));
    expect(spent).toBe(offer.total);
    expect(open.wallet.history().find(({ type }) => type === 'payment')).toMatchObject({ fees: offer.fees });
  });

  test.each(PRICES)('a deposit of %s', async (sum) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.66');
    const wish = { amount: `KUDOS:${sum}`, payto: ACCOUNT };
    const offer = mustOk(await open.wallet.prepareDeposit(wish), 'offer');
    const spent = await spentBy(open, async () => mustOk(await open.wallet.deposit(wish), 'deposit'));
    expect(spent).toBe(offer.total);
    expect(open.wallet.history().find(({ type }) => type === 'deposit')).toMatchObject({ fees: offer.fees });
  });

  test.each(PRICES)('a payment of %s to a person', async (sum) => {
    const open = lab.openWallet();
    const other = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.66');
    mustOk(await other.wallet.addExchange(base), 'exchange');
    const wish = { amount: `KUDOS:${sum}`, summary: 'tea' };
    const offer = mustOk(await open.wallet.peer.quote(wish), 'offer');
    const spent = await spentBy(open, async () => {
      const sent = mustOk(await open.wallet.peer.send(wish), 'sent');
      const taken = mustOk(await other.wallet.peer.prepare(sent.uri), 'opened');
      mustOk(await other.wallet.peer.confirm(taken.id), 'taken');
      lab.travel(3600_000);
    });
    expect(spent).toBe(offer.total);
  });
});

describe('what takes more when it is confirmed than was shown is not paid, but shown again', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({}, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  /** A wallet that pays 0.64 for nothing, until the coin that does is gone. */
  const exactCoin = async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.65');
    const spendIt = async (): Promise<void> => {
      const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.64', summary: 'first' });
      const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
      mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
      await runToRest(lab, open.wallet);
    };
    return { open, spendIt };
  };
  const expectRefused = (open: OpenWallet, answer: unknown, before: string): void => {
    expect(answer).toMatchObject({ ok: false, error: { kind: 'fees-changed', shown: 'KUDOS:0.64' } });
    expect(balanceAt(open.wallet, base)).toMatchObject({ available: before, outgoing: 'KUDOS:0' });
  };

  test('a payment', async () => {
    const { open, spendIt } = await exactCoin();
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.64', summary: 'tea' });
    const { purchaseId, total } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    expect(total).toBe('KUDOS:0.64');
    await spendIt();
    const { available } = balanceAt(open.wallet, base);
    expectRefused(open, await open.wallet.confirmPay(purchaseId, { shown: total }), available);
    const again = mustOk(await open.wallet.preparePay(order.talerPayUri), 'again');
    expect(amount(again.total).units).toBeGreaterThan(amount(total).units);
    expect(mustOk(await open.wallet.confirmPay(purchaseId, { shown: again.total }), 'payment').state).toBe('paid');
  });

  test('a payment to a person, and an invoice', async () => {
    const { open, spendIt } = await exactCoin();
    const other = lab.openWallet();
    mustOk(await other.wallet.addExchange(base), 'exchange');
    const wish = { amount: 'KUDOS:0.64', summary: 'tea' };
    const invoice = mustOk(await other.wallet.peer.request(wish), 'invoice');
    const offer = mustOk(await open.wallet.peer.prepare(invoice.uri), 'offer');
    const quote = mustOk(await open.wallet.peer.quote(wish), 'quote');
    expect([offer.total, quote.total]).toEqual(['KUDOS:0.64', 'KUDOS:0.64']);
    await spendIt();
    const { available } = balanceAt(open.wallet, base);
    expectRefused(open, await open.wallet.peer.send({ ...wish, shown: quote.total }), available);
    expectRefused(open, await open.wallet.peer.confirm(offer.id, { shown: offer.total }), available);
    const { total } = mustOk(await open.wallet.peer.prepare(invoice.uri), 'again');
    expect(mustOk(await open.wallet.peer.confirm(offer.id, { shown: total }), 'paid').state).toBe('paid');
  });

  test('a deposit', async () => {
    const { open, spendIt } = await exactCoin();
    const wish = { amount: 'KUDOS:0.63', payto: ACCOUNT };
    const { total } = mustOk(await open.wallet.prepareDeposit(wish), 'offer');
    expect(total).toBe('KUDOS:0.64');
    await spendIt();
    const { available } = balanceAt(open.wallet, base);
    expectRefused(open, await open.wallet.deposit({ ...wish, shown: total }), available);
    const again = mustOk(await open.wallet.prepareDeposit(wish), 'again');
    expect(mustOk(await open.wallet.deposit({ ...wish, shown: again.total }), 'deposit').state).toBe('deposited');
  });
});
