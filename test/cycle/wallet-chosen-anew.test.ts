// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { lineOf, settle } from './peer-lab.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// Another copy has spent coins of this one's plan. What is missing is chosen as a whole, for no more than was shown; above
// that the person is asked again.

describe.each(inTurn('wallet-chosen-anew', ['v17', 'v23'] as const))('coins for refused ones (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  let mine: string;
  beforeAll(async () => {
    const denominations = [{ value: '8', feeRefresh: '0.2' }, { value: '1' }, { value: '0.2' }, { value: '0.1' }];
    lab = await startWalletLab({ exchanges: [{ generation, denominations, fees: { wireFee: amount('KUDOS:0') } }] });
    base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    mine = lab.sandbox.bank.accountPayto('mine').replace(/\?.*/, '');
  });
  afterEach(() => lab.interceptHttp(undefined));
  afterAll(() => lab.close());

  const total = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).total).units;
  const text = (units: bigint): string => amountToText({ currency: 'KUDOS', units });
  const copyOf = ({ store }: OpenWallet): OpenWallet => {
    const copy = lab.openWallet();
    copy.store.transaction((tx) => tx.join(store.snapshot()));
    return copy;
  };
  const buy = async ({ wallet }: OpenWallet, price: string): Promise<void> => {
    const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
    const { purchaseId } = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
    expect(mustOk(await wallet.confirmPay(purchaseId), 'payment').state).toBe('paid');
  };
  /** A wallet with 8 + 1 + 1 + 1 that believes so, although another copy has spent two of the small coins. */
  const deceived = async (funds = 'KUDOS:11', spent = 'KUDOS:2') => {
    const first = lab.openWallet();
    await fund(lab, first, funds);
    const old = copyOf(first);
    await buy(first, spent);
    await runToRest(lab, first.wallet);
    return { old, had: total(old) - amount(spent).units };
  };
  const unspent = async (old: OpenWallet, had: bigint): Promise<void> => {
    await runToRest(lab, old.wallet);
    expectSumsAgree(old.wallet);
    expect(total(old)).toBe(had);
    expect(balanceAt(old.wallet, base)).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0' });
  };

  test('a payment: dearer than shown it is not made, and shown again with the new sum', async () => {
    const { old, had } = await deceived();
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:3', summary: 'a lamp' });
    const offer = mustOk(await old.wallet.preparePay(order.talerPayUri), 'offer');
    expect(offer.total).toBe('KUDOS:3');
    const answer = await old.wallet.confirmPay(offer.purchaseId, { shown: offer.total });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'fees-changed', shown: 'KUDOS:3', total: 'KUDOS:3.2' } });
    expect(order.status()).toBe('claimed');
    await unspent(old, had);
    expect(lineOf(old, 'payment')?.notes).toMatchObject([
      { kind: 'unpaid', facts: { detail: 'fees-changed' } },
      { kind: 'dearer', facts: { shown: 'KUDOS:3' } },
      { kind: 'money-back' },
    ]);
    const again = mustOk(await old.wallet.preparePay(order.talerPayUri), 'again');
    expect(again).toMatchObject({ total: 'KUDOS:3.2', payable: true });
    expect(mustOk(await old.wallet.confirmPay(again.purchaseId, { shown: again.total }), 'paid').state).toBe('paid');
    await runToRest(lab, old.wallet);
    expect(text(had - total(old))).toBe('KUDOS:3.2');
    expectSumsAgree(old.wallet);
  });

  test('a payment: as dear as was agreed to it is made, in one go', async () => {
    const { old, had } = await deceived();
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:3', summary: 'a lamp' });
    const { purchaseId } = mustOk(await old.wallet.preparePay(order.talerPayUri), 'offer');
    expect(mustOk(await old.wallet.confirmPay(purchaseId, { shown: 'KUDOS:3.2' }), 'payment').state).toBe('paid');
    await runToRest(lab, old.wallet);
    expect(text(had - total(old))).toBe('KUDOS:3.2');
    expectSumsAgree(old.wallet);
  });

  test('a payment: several coins are refused, and one takes the place of all', async () => {
    const { old, had } = await deceived('KUDOS:19', 'KUDOS:2');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:3', summary: 'a lamp' });
    const { purchaseId } = mustOk(await old.wallet.preparePay(order.talerPayUri), 'offer');
    expect(mustOk(await old.wallet.confirmPay(purchaseId, { shown: 'KUDOS:5' }), 'payment').state).toBe('paid');
    await runToRest(lab, old.wallet);
    expect(text(had - total(old))).toBe('KUDOS:3.2');
  });

  test('a payment to a person: dearer than shown it is not sent', async () => {
    const { old, had } = await deceived();
    const wish = { amount: 'KUDOS:3', summary: 'tea' };
    expect(mustOk(await old.wallet.peer.quote(wish), 'quote').total).toBe('KUDOS:3');
    expect(await old.wallet.peer.send({ ...wish, shown: 'KUDOS:3' })).toMatchObject({
      ok: false,
      error: { kind: 'fees-changed', shown: 'KUDOS:3', total: 'KUDOS:3.2' },
    });
    await unspent(old, had);
    expect(lineOf(old, 'peer-sent')).toMatchObject({ state: 'aborted' });
    expect(mustOk(await old.wallet.peer.quote(wish), 'quote').total).toBe('KUDOS:3.2');
  });

  test('a deposit: dearer than shown it is not made', async () => {
    const { old, had } = await deceived();
    const wish = { amount: 'KUDOS:3', payto: mine };
    const offer = mustOk(await old.wallet.prepareDeposit(wish), 'offer');
    expect(await old.wallet.deposit({ ...wish, shown: offer.total })).toMatchObject({
      ok: false,
      error: { kind: 'fees-changed', shown: 'KUDOS:3', total: 'KUDOS:3.2' },
    });
    await unspent(old, had);
  });

  test('an invoice: dearer than shown its person is asked, and it can be paid at the new price', async () => {
    const { old, had } = await deceived();
    const bob = lab.openWallet();
    mustOk(await bob.wallet.addExchange(base), 'exchange');
    const invoice = mustOk(await bob.wallet.peer.request({ amount: 'KUDOS:3', summary: 'tea' }), 'invoice');
    await settle(lab, bob);
    const offer = mustOk(await old.wallet.peer.prepare(invoice.uri), 'offer');
    expect(offer.total).toBe('KUDOS:3');
    expect(await old.wallet.peer.confirm(offer.id, { shown: offer.total })).toMatchObject({
      ok: false,
      error: { kind: 'fees-changed', shown: 'KUDOS:3', total: 'KUDOS:3.2' },
    });
    const report = await old.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(report).toMatchObject({ timedOut: false, needsPerson: true });
    expect(report.pending).toMatchObject([
      { type: 'invoice-payment', waitingFor: 'user', why: { kind: 'fees-changed' } },
    ]);
    expect(total(old)).toBe(had);
    const again = mustOk(await old.wallet.peer.prepare(invoice.uri), 'again');
    expect(again).toMatchObject({ total: 'KUDOS:3.2', possible: true });
    expect(mustOk(await old.wallet.peer.confirm(again.id, { shown: again.total }), 'paid').state).toBe('paid');
    await runToRest(lab, old.wallet);
    expect(text(had - total(old))).toBe('KUDOS:3.2');
    expectSumsAgree(old.wallet);
  });
});
