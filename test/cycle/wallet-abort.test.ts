// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';

describe.each(['v17', 'v23'] as const)('aborting a payment (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  beforeAll(async () => {
    lab = await startWalletLab({ exchanges: [{ generation }] });
    base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  });
  afterEach(() => {
    lab.sandbox.assertAllFaultsHappened();
    lab.sandbox.merchant.faults.clear();
    for (const { faults } of lab.sandbox.exchanges) faults.clear();
  });
  afterAll(() => lab.close());

  const offerOf = async ({ wallet }: OpenWallet, price: string) => {
    const order = await lab.sandbox.merchant.createOrder({
      amount: price,
      summary: 'a lamp',
      refundWithinMs: 3600_000,
    });
    return { order, offer: mustOk(await wallet.preparePay(order.talerPayUri), 'offer') };
  };
  const lost = (open: OpenWallet, funded: string): bigint =>
    amount(funded).units - amount(balanceAt(open.wallet, base).available).units;

  test('nothing reached the merchant: the coins are renewed and back', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { order, offer } = await offerOf(open, 'KUDOS:1');
    lab.sandbox.merchant.faults.times(2, { path: '/pay' }, { status: 503 });
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    await open.wallet.run();
    lab.travel(10_000);
    await open.wallet.run();
    expect(mustOk(await open.wallet.abort(offer.purchaseId), 'abort').state).toBe('aborted');
    expectSumsAgree(open.wallet);
    await runToRest(lab, open.wallet);
    expect(order.status()).toBe('claimed');
    const [line] = open.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'aborted', amount: 'KUDOS:1' });
    expect(lost(open, 'KUDOS:4')).toBe(amount(line?.fees ?? '').units);
    expect(lost(open, 'KUDOS:4')).toBeLessThanOrEqual(amount('KUDOS:0.03').units);
    expect(open.wallet.history().some(({ type }) => type === 'refund' || type === 'spent-elsewhere')).toBe(false);
  });

  test('deposited in part: what the merchant got comes back as a refund of the exchange', async () => {
    const open = lab.openWallet();
    // Coins of two exchanges cannot be mixed, so the part is made by a deposit whose answer the merchant never saw.
    await fund(lab, open, 'KUDOS:4.01');
    const { offer } = await offerOf(open, 'KUDOS:1');
    lab.sandbox.exchanges[0]?.faults.once({ path: '/batch-deposit' }, { afterHandling: true, closeConnection: true });
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    // Asked twice: the first request could have been the payment that was still on its way.
    lab.sandbox.merchant.faults.times(2, { path: '/abort' }, { status: 500 });
    expect(mustOk(await open.wallet.abort(offer.purchaseId), 'abort').state).toBe('pending');
    // A restart goes on with the wish; it does not pay.
    const again = { ...open, wallet: createWallet({ world: lab.world, store: open.store }) };
    lab.sandbox.merchant.faults.once({ path: '/abort' }, { lieAboutSignature: true });
    await runToRest(lab, again.wallet);
    expectSumsAgree(again.wallet);
    const [line] = again.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'aborted', amount: 'KUDOS:1' });
    expect(lost(again, 'KUDOS:4')).toBe(amount(line?.fees ?? '').units);
    expect(lost(again, 'KUDOS:4')).toBeLessThanOrEqual(amount('KUDOS:0.06').units);
    expect((await again.wallet.auditCoins()).spentElsewhere).toBe(0);
    expect(again.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(false);
  });

  test('too late: a complete payment stays paid', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { order, offer } = await offerOf(open, 'KUDOS:1');
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { afterHandling: true, closeConnection: true });
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    expect(await open.wallet.abort(offer.purchaseId)).toMatchObject({ ok: false, error: { kind: 'already-complete' } });
    expect(order.status()).toBe('paid');
    await runToRest(lab, open.wallet);
    const [line] = open.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:1' });
    expect(line?.note).toBeUndefined();
    expect(await open.wallet.abort(offer.purchaseId)).toMatchObject({ ok: false, error: { kind: 'nothing-to-abort' } });
  });

  test('an offer that was not accepted is closed; what is not there cannot be aborted', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:2.01');
    const { offer } = await offerOf(open, 'KUDOS:1');
    expect(mustOk(await open.wallet.abort(offer.purchaseId), 'abort').state).toBe('aborted');
    expect(await open.wallet.confirmPay(offer.purchaseId)).toMatchObject({
      ok: false,
      error: { kind: 'purchase-closed' },
    });
    expect(await open.wallet.abort('nothing')).toMatchObject({ ok: false, error: { kind: 'nothing-to-abort' } });
    expect(balanceAt(open.wallet, base)).toMatchObject({ available: 'KUDOS:2', outgoing: 'KUDOS:0' });
  });
});
