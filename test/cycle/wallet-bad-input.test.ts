// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type WalletLab } from './wallet-lab.ts';

let lab: WalletLab;
let base: string;
aroundExchange({}, (opened, { baseUrl }) => {
  lab = opened;
  base = baseUrl;
});

type Json = Readonly<Record<string, unknown>>;
const withTerms =
  (change: Json) =>
  (body: unknown): unknown => {
    const claimed = body as { readonly contract_terms: Json };
    return { ...claimed, contract_terms: { ...claimed.contract_terms, ...change } };
  };

describe('a merchant', () => {
  test('that changes the contract on the way: its signature no longer fits, nothing is paid', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    lab.sandbox.merchant.faults.once({ path: '/claim' }, { changeJson: withTerms({ amount: 'KUDOS:3' }) });
    const refused = await open.wallet.preparePay(order.talerPayUri);
    if (refused.ok) throw new Error('accepted');
    expect(refused.error.kind).toBe('contract-signature-invalid');
    expect(english('failure', explainFailure(refused.error))).toContain('Nothing was paid');
    expect(balanceAt(open.wallet, base)).toMatchObject({ available: 'KUDOS:4', outgoing: 'KUDOS:0' });
  });

  test('that changes it after the claim is not asked again: what was shown is what is paid', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    lab.interceptHttp(async (input, init) => {
      if ((input instanceof Request ? input.url : String(input)).endsWith('/claim')) throw new Error('claimed twice');
      return fetch(input, init);
    });
    expect(mustOk(await open.wallet.preparePay(order.talerPayUri), 'again')).toEqual(offer);
    mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
    lab.interceptHttp(undefined);
    await runToRest(lab, open.wallet);
    expect(open.wallet.history().find(({ type }) => type === 'payment')).toMatchObject({
      amount: 'KUDOS:1',
      state: 'done',
    });
  });

  test.each([
    ['in another currency', { amount: 'EUR:1', max_fee: 'EUR:1', max_wire_fee: 'EUR:1' }, 'no-accepted-exchange'],
    ['in two currencies', { amount: 'EUR:1' }, 'contract-currency'],
  ])('that asks a payment %s', async (_, extra, kind) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea', extra });
    const offer = await open.wallet.preparePay(order.talerPayUri);
    expect((offer.ok ? offer.value.why : explainFailure(offer.error))?.kind).toBe(kind);
    expect(offer.ok && offer.value.payable).toBe(false);
    expect(balanceAt(open.wallet, base)).toMatchObject({ available: 'KUDOS:4', outgoing: 'KUDOS:0' });
  });

  test('that refuses after coins were sent: they come back, and the history says what it cost', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 400, code: 2169 });
    expect((await open.wallet.confirmPay(offer.purchaseId)).ok).toBe(false);
    await runToRest(lab, open.wallet);
    expectSumsAgree(open.wallet);
    const line = open.wallet.history().find(({ type }) => type === 'payment');
    expect(line?.state).toBe('failed');
    expect(amount('KUDOS:4').units - amount(balanceAt(open.wallet, base).available).units).toBe(
      amount(line?.fees ?? '').units,
    );
  });
});

describe('an exchange that signs', () => {
  type Signed = { readonly ev_sigs: readonly unknown[] };
  const foreign = (body: unknown): unknown => {
    const { ev_sigs: all } = body as Signed;
    // Each is a good signature, on the neighbour's coin.
    return { ev_sigs: [...all.slice(1), ...all.slice(0, 1)] };
  };
  const fewer = (body: unknown): unknown => ({ ev_sigs: (body as Signed).ev_sigs.slice(1) });

  test.each([
    ['wrongly', { wrongDenominationSignature: true }],
    ['fewer coins than were asked', { changeJson: fewer }],
    ['another coin than ours', { changeJson: foreign }],
  ] as const)('%s: a withdrawal takes none of it, and asks for the same coins again', async (_, fault) => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(base), 'exchange');
    const { payto } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:0.3' }), 'withdrawal');
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    lab.sandbox.exchanges[0]?.faults.once({ path: '/batch-withdraw' }, fault);
    await open.wallet.run();
    expect(open.store.coins({})).toEqual([]);
    expect(open.wallet.pending()).toMatchObject([{ type: 'withdrawal', attempts: 1 }]);
    await runToRest(lab, open.wallet);
    expect(balanceAt(open.wallet, base).available).toBe('KUDOS:0.3');
  });

  test.each([
    ['wrongly', { wrongDenominationSignature: true }],
    ['fewer coins than were asked', { changeJson: fewer }],
    ['another coin than ours', { changeJson: foreign }],
  ] as const)('%s: a refresh keeps its session and reveals again', async (_, fault) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1.3', summary: 'tea' });
    lab.sandbox.exchanges[0]?.faults.once({ path: '/reveal' }, fault);
    mustOk(
      await open.wallet.confirmPay(mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer').purchaseId),
      'payment',
    );
    await open.wallet.run();
    expect(open.store.entries('refresh')).toMatchObject([{ value: { status: 'melted' } }]);
    expectSumsAgree(open.wallet);
    await runToRest(lab, open.wallet);
    const { available, total } = balanceAt(open.wallet, base);
    expect(available).toBe(total);
    expect(amount(total).units).toBeGreaterThan(amount('KUDOS:2.6').units);
  });
});
