// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund } from './wallet-lab.ts';
import { oneExchange } from './one-exchange.ts';

const { lab, exchange, settleAll, order } = await oneExchange();

describe('orders', () => {
  test('over nothing: claimed and paid with no coins', async () => {
    const { wallet } = lab.openWallet();
    const free = await order('KUDOS:0');
    const offer = mustOk(await wallet.preparePay(free.talerPayUri), 'offer');
    expect(offer).toMatchObject({ total: 'KUDOS:0', payable: true });
    expect(mustOk(await wallet.confirmPay(offer.purchaseId, { provider: 'https://p.example/' }), 'payment').state).toBe(
      'paid',
    );
    expect(free.status()).toBe('paid');
    // A place that costs nothing leaves no line: nothing happened to the money, and no person did it.
    expect(wallet.history()).toEqual([]);
    const present = await order('KUDOS:0');
    const bought = mustOk(await wallet.preparePay(present.talerPayUri), 'offer');
    mustOk(await wallet.confirmPay(bought.purchaseId), 'payment');
    expect(wallet.history()).toMatchObject([{ type: 'payment', effect: 'KUDOS:0' }]);
  });

  test('too dear: says what there is; nothing is reserved', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:1.01');
    const offer = mustOk(await open.wallet.preparePay((await order('KUDOS:5')).talerPayUri), 'offer');
    expect(offer.payable).toBe(false);
    expect(offer.why).toMatchObject({ kind: 'insufficient-balance', facts: { available: 'KUDOS:1' } });
    expect(await open.wallet.confirmPay(offer.purchaseId)).toMatchObject({
      ok: false,
      error: { kind: 'insufficient-balance' },
    });
    expect(balanceAt(open.wallet, exchange.baseUrl)).toMatchObject({ available: 'KUDOS:1', outgoing: 'KUDOS:0' });
  });

  test('the same address twice is the same purchase; another wallet is told', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:1.5');
    const { talerPayUri } = await order('KUDOS:0.3');
    const [a, b] = await Promise.all([open.wallet.preparePay(talerPayUri), open.wallet.preparePay(talerPayUri)]);
    expect(mustOk(a, 'a').purchaseId).toBe(mustOk(b, 'b').purchaseId);
    expect(await lab.openWallet().wallet.preparePay(talerPayUri)).toMatchObject({
      ok: false,
      error: { kind: 'order-claimed-elsewhere' },
    });
    const id = mustOk(a, 'a').purchaseId;
    const both = await Promise.all([open.wallet.confirmPay(id), open.wallet.confirmPay(id)]);
    expect(both).toMatchObject([
      { ok: true, value: { state: 'paid' } },
      { ok: true, value: { state: 'paid' } },
    ]);
    await settleAll(open);
    expect(open.wallet.history().filter(({ type }) => type === 'payment')).toHaveLength(1);
    expect(mustOk(await open.wallet.preparePay(talerPayUri), 'again')).toMatchObject({ payable: false });
  });

  test('refused after coins were sent: they come back, less the fee of renewing them', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const offer = mustOk(await open.wallet.preparePay((await order('KUDOS:1')).talerPayUri), 'offer');
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 410, code: 2161 });
    expect(await open.wallet.confirmPay(offer.purchaseId)).toMatchObject({
      ok: false,
      error: { kind: 'purchase-closed' },
    });
    expectSumsAgree(open.wallet);
    await settleAll(open);
    const [line] = open.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'expired', amount: 'KUDOS:1' });
    const lost = amount('KUDOS:4').units - amount(balanceAt(open.wallet, exchange.baseUrl).available).units;
    expect(lost).toBe(amount(line?.fees ?? '').units);
    expect(lost).toBeLessThan(amount('KUDOS:0.1').units);
  });

  test('a merchant in trouble: the payment is pending, and goes through later', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const bought = await order('KUDOS:1');
    const offer = mustOk(await open.wallet.preparePay(bought.talerPayUri), 'offer');
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 503 });
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { lieAboutSignature: true });
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    expect(open.wallet.pending()).toMatchObject([{ type: 'payment', waitingFor: 'merchant', attempts: 1 }]);
    expect(balanceAt(open.wallet, exchange.baseUrl).outgoing).not.toBe('KUDOS:0');
    expectSumsAgree(open.wallet);
    await settleAll(open);
    expect(bought.status()).toBe('paid');
  });
});
