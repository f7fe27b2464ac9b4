// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OrderChoice } from '../../electron/sandbox/merchant/choices.ts';
import { mustOk } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

// Orders that leave a choice (contracts of version 1), at shops and exchanges that read what the wallet signs by formulas of their own.

const GENERATIONS = ['v17', 'v23', 'v32'] as const;
let lab: WalletLab;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [...GENERATIONS, 'v14' as const].map((generation) => ({ generation })) });
});
afterEach(() => {
  lab.sandbox.assertAllFaultsHappened();
});
afterAll(() => lab.close());

const FAMILIES = {
  club: { name: 'Tea club', description: '', keys: [], details: { class: 'subscription', trusted_domains: [] } },
  stamp: { name: 'Stamp card', description: '', keys: [], details: { class: 'discount', expected_domains: [] } },
  vip: { name: 'Very important', description: '', keys: [], critical: true },
};
const token = (slug: string) => ({ type: 'token', token_family_slug: slug, key_index: 0, count: 1 });
const CHOICES: readonly OrderChoice[] = [
  { amount: 'KUDOS:0', inputs: [token('club')] },
  { amount: 'KUDOS:2', outputs: [token('stamp'), { type: 'tax-receipt', donau_urls: ['https://donau.example/'] }] },
  { amount: 'KUDOS:1.5', description: 'without milk' },
  { amount: 'KUDOS:1', outputs: [token('vip')] },
  { amount: 'EUR:1' },
];
const order = (choices: readonly OrderChoice[] = CHOICES) =>
  lab.sandbox.merchant.createOrder({ amount: '', summary: 'tea', choices, tokenFamilies: FAMILIES });

describe.each([0, 1, 2])('at exchange %i', (at) => {
  test('all choices are shown, one is taken, signed alike at every attempt, and provable afterwards', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01', at);
    const bought = await order();
    const offer = mustOk(await open.wallet.preparePay(bought.talerPayUri), 'offer');
    expect(offer).toMatchObject({ amount: 'KUDOS:2', choice: 1, payable: true });
    expect(offer.choices).toMatchObject([
      { amount: 'KUDOS:0', payable: false, needs: [{ kind: 'subscription', name: 'Tea club' }] },
      { payable: true, gives: [{ kind: 'discount', name: 'Stamp card' }, { kind: 'tax-receipt' }] },
      { amount: 'KUDOS:1.5', payable: true, description: 'without milk' },
      { payable: false, why: { kind: 'choice-not-usable', facts: { why: 'gives', quote: 'Very important' } } },
      { payable: false, why: { kind: 'no-accepted-exchange', facts: { currency: 'EUR' } } },
    ]);
    const id = offer.purchaseId;
    expect(open.store.entry('purchase', id)?.value).not.toHaveProperty('amount');
    expect(await open.wallet.confirmPay(id)).toMatchObject({ error: { kind: 'choice-open' } });
    expect(await open.wallet.confirmPay(id, { choice: 0 })).toMatchObject({ error: { kind: 'choice-not-usable' } });
    expect(await open.wallet.confirmPay(id, { choice: 7 })).toMatchObject({ error: { kind: 'choice-open' } });
    expect(await open.wallet.confirmPay(id, { choice: 1, shown: 'KUDOS:1.5' })).toMatchObject({
      error: { kind: 'fees-changed' },
    });
    const bodies: string[] = [];
    lab.interceptHttp((input, init) => {
      if (String(input).endsWith('/pay')) bodies.push(String(init?.body));
      return economyHttp(input, init);
    });
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 408 });
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { lieAboutSignature: true });
    const total = offer.choices?.[2]?.total ?? '';
    expect(mustOk(await open.wallet.confirmPay(id, { choice: 2, shown: total }), 'payment').state).toBe('pending');
    expect(open.store.entry('purchase', id)?.value).toMatchObject({ choice: 2, amount: 'KUDOS:1.5', status: 'paying' });
    // Another installation over the same database goes on with it.
    await runToRest(lab, lab.openWallet(open.db).wallet);
    lab.interceptHttp(undefined);
    expect(bought.status()).toBe('paid');
    expect(bodies.length).toBeGreaterThan(2);
    expect(new Set(bodies)).toHaveProperty('size', 1);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ wallet_data: { choice_index: 2 } });
    expectSumsAgree(open.wallet);
    // The exchange's account of the coins is believed, because what they signed is known.
    const before = balanceAt(open.wallet, lab.sandbox.exchanges[at]?.baseUrl ?? '');
    expect(await open.wallet.auditCoins()).toMatchObject({ spentElsewhere: 0, exchangesSilent: [] });
    expect(balanceAt(open.wallet, lab.sandbox.exchanges[at]?.baseUrl ?? '')).toEqual(before);
    expect(mustOk(await open.wallet.preparePay(bought.talerPayUri), 'again')).toMatchObject({ alreadyPaid: true });
  });
});

test('a choice over nothing is paid without coins, and where there is only one it need not be named', async () => {
  const { wallet } = lab.openWallet();
  const free = await order([{ amount: 'KUDOS:0' }, { amount: 'KUDOS:1', inputs: [token('club')] }]);
  const offer = mustOk(await wallet.preparePay(free.talerPayUri), 'offer');
  expect(offer).toMatchObject({ amount: 'KUDOS:0', payable: true });
  expect(mustOk(await wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment').state).toBe('paid');
  expect(free.status()).toBe('paid');
});

test('coins of an exchange that cannot sign which choice is meant pay none', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4.01', 3);
  const offer = mustOk(await open.wallet.preparePay((await order()).talerPayUri), 'offer');
  expect(offer.choices?.map(({ payable }) => payable)).not.toContain(true);
  expect(await open.wallet.confirmPay(offer.purchaseId, { choice: 2 })).toMatchObject({
    error: { kind: 'choice-unsigned' },
  });
});

describe('a bad shop', () => {
  const bare = { amount: 'KUDOS:1', max_fee: 'KUDOS:1', inputs: undefined, outputs: undefined };
  test.each([
    ['without a choice', [], 'contract-malformed'],
    ['with ten thousand', Array.from({ length: 10_000 }, () => bare), 'contract-malformed'],
    ['with a few too many', Array.from({ length: 33 }, () => bare), 'contract-malformed'],
    ['with less than nothing', [{ amount: 'KUDOS:-1', max_fee: 'KUDOS:0' }], 'contract-malformed'],
    ['with a price that mixes currencies', [{ amount: 'KUDOS:1', max_fee: 'EUR:1' }], 'contract-currency'],
  ])('%s: nothing is kept of it but that, and nothing paid', async (_what, choices, kind) => {
    const { wallet } = lab.openWallet();
    expect(await wallet.preparePay((await order(choices)).talerPayUri)).toMatchObject({ ok: false, error: { kind } });
  });

  test('whose choices all want something else than money: each is shown with what it wants', async () => {
    const open = lab.openWallet();
    const strange = { type: 'blood', token_family_slug: 'a\u202Eb' };
    const asked = await order([
      { amount: 'KUDOS:0', inputs: [token('nobody'), strange] },
      { amount: 'KUDOS:0', outputs: [strange] },
    ]);
    const offer = mustOk(await open.wallet.preparePay(asked.talerPayUri), 'offer');
    expect(offer).toMatchObject({ payable: false, why: { kind: 'choice-not-usable' } });
    expect(offer.choices?.map(({ needs, gives }) => [needs.length, gives.length])).toEqual([
      [2, 0],
      [0, 1],
    ]);
    expect(JSON.stringify(offer)).not.toContain('\u202E');
    expect(await open.wallet.confirmPay(offer.purchaseId, { choice: 1 })).toMatchObject({ ok: false });
    expect(asked.status()).toBe('claimed');
  });

  test.each([
    [404, 2185, 'choice-refused', 'failed'],
    [400, 2177, 'choice-refused', 'failed'],
    [402, 2167, 'paid-and-refunded', undefined],
    [408, 2012, 'server-trouble', undefined],
    [451, 2000, 'shop-blocked', undefined],
  ])('that answers %i/%i says %s', async (status, code, kind, ended) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01', 1);
    const offer = mustOk(await open.wallet.preparePay((await order()).talerPayUri), 'offer');
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status, code });
    const paid = await open.wallet.confirmPay(offer.purchaseId, { choice: 2 });
    if (ended === undefined) {
      expect(open.wallet.pending()).toMatchObject([{ type: 'payment', why: { kind } }]);
      await runToRest(lab, open.wallet);
      expect(open.store.entry('purchase', offer.purchaseId)?.value.status).toBe('paid');
    } else {
      expect(paid).toMatchObject({ error: { why: kind } });
      expect(open.store.entry('purchase', offer.purchaseId)?.value.status).toBe(ended);
    }
    expectSumsAgree(open.wallet);
  });

  test.each([
    ['30:2:18', true],
    ['12:0:0', true],
    ['2:0:1', true],
    ['31:4:1', true],
    ['31:0:0', false],
    ['30:0:31', false],
    ['30', false],
    ['-1:0:0', false],
    ['9999999:0:9999999', false],
    ['', false],
    ['thirty:0:0', false],
  ])('that says it speaks %j is spoken to: %s', async (version, spoken) => {
    const { wallet } = lab.openWallet();
    const { talerPayUri } = await order();
    lab.sandbox.merchant.faults.once({ path: '/config' }, { changeJson: (body) => ({ ...(body as object), version }) });
    const offer = await wallet.preparePay(talerPayUri);
    expect(offer.ok || offer.error.kind).toBe(spoken ? true : 'shop-version');
    // What was not claimed can be tried again, after an update.
    expect((await wallet.preparePay(talerPayUri)).ok).toBe(true);
  });

  test('that says nothing about versions is spoken to', async () => {
    const { wallet } = lab.openWallet();
    const { talerPayUri } = await order();
    lab.sandbox.merchant.faults.once({ path: '/config' }, { status: 404 });
    expect((await wallet.preparePay(talerPayUri)).ok).toBe(true);
  });
});
