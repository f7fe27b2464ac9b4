// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

describe.each(inTurn('wallet-abort', ['v17', 'v23'] as const))('aborting a payment (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

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
    // However often it is tried again: the dice decide when.
    lab.sandbox.merchant.faults.always({ path: '/pay' }, { status: 503 });
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
    expect(line?.notes).toBeUndefined();
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

describe.each(inTurn('wallet-abort', ['v17', 'v23'] as const))('taking a deposit back (%s)', (generation) => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  aroundExchange({ exchanges: [{ generation }] }, (...started) => void ([lab, exchange] = started));

  const PATH = { method: 'POST', path: '/batch-deposit' };
  const unfinished = async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const payto = lab.sandbox.bank.accountPayto('me');
    const { id, state } = mustOk(await open.wallet.deposit({ amount: 'KUDOS:1', payto }), 'deposit');
    expect(state).toBe('pending');
    return { open, id };
  };
  const lineOf = ({ wallet }: OpenWallet) => wallet.history().find(({ type }) => type === 'deposit');

  test('never reached the exchange: released, renewed, back but for the fee', async () => {
    exchange.faults.once(PATH, { status: 503 });
    const { open, id } = await unfinished();
    expect(mustOk(await open.wallet.abort(id), 'abort')).toEqual({ id, amount: 'KUDOS:1', state: 'aborted' });
    expectSumsAgree(open.wallet);
    expect(Object.values(open.store.entry('deposit', id)?.value.coins ?? {}).map(({ s }) => s)).not.toContain(
      'reserved',
    );
    await runToRest(lab, open.wallet);
    const line = lineOf(open);
    expect(line).toMatchObject({ state: 'aborted', notes: [{ kind: 'deposit-failed' }, { kind: 'money-back' }] });
    const { available } = balanceAt(open.wallet, exchange.baseUrl);
    expect(amount('KUDOS:4').units - amount(available).units).toBe(amount(line?.fees ?? '').units);
    expect(amount(line?.fees ?? '').units).toBeLessThanOrEqual(amount('KUDOS:0.03').units);
    expect(await open.wallet.auditCoins()).toMatchObject({ spentElsewhere: 0 });
    expect(await open.wallet.abort(id)).toMatchObject({ ok: false, error: { kind: 'nothing-to-abort' } });
  });

  test('the answer was lost: the exchange has it, so it stays, and that is said', async () => {
    exchange.faults.once(PATH, { afterHandling: true, closeConnection: true });
    const { open, id } = await unfinished();
    const answer = await open.wallet.abort(id);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'deposit-confirmed', wired: false } });
    expect(answer.ok ? '' : english('failure', explainFailure(answer.error))).toMatch(
      /cannot be ended any more.*arrives/,
    );
    expect(open.store.entry('deposit', id)?.value).toMatchObject({ status: 'deposited' });
    expect(open.store.entry('deposit', id)?.value.why).toBeUndefined();
    await runToRest(lab, open.wallet);
    lab.travel(7 * 3600_000);
    await open.wallet.run();
    expect(lineOf(open)).toMatchObject({ state: 'done', amount: 'KUDOS:1' });
    expect(await open.wallet.abort(id)).toMatchObject({ ok: false, error: { kind: 'deposit-confirmed', wired: true } });
  });

  test('the wish survives a restart and is asked for until the exchange answers', async () => {
    exchange.faults.once(PATH, { status: 503 });
    const { open, id } = await unfinished();
    exchange.faults.times(2, { method: 'GET', path: '/deposits/' }, { status: 503 });
    expect(mustOk(await open.wallet.abort(id), 'abort').state).toBe('pending');
    const again = createWallet({ world: lab.world, store: open.store });
    await runToRest(lab, again);
    expect(again.history().find(({ type }) => type === 'deposit')).toMatchObject({ state: 'aborted' });
    expectSumsAgree(again);
  });
});
