// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { mustOk } from '../../shared/result.ts';
import { english } from '../support/english.ts';
import { economyHttp } from '../support/economy.ts';
import { oneExchange } from './one-exchange.ts';
import { fund } from './wallet-lab.ts';

// Offers that a shop keeps ready, and pages of the web that say that they want money.

const { lab, exchange, order } = await oneExchange();
const shop = lab.sandbox.merchant;

describe('an offer that stands ready', () => {
  test('of which nothing is open: its order is asked for, claimed, shown and paid', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const uri = shop.createTemplate({ id: 'tea pot', contract: { summary: 'tea', amount: 'KUDOS:1.5' } });
    const look = mustOk(await open.wallet.lookAtTemplate(`${uri}?amount=KUDOS:1&summary=other`), 'template');
    expect(look).toMatchObject({ summary: 'tea', amount: 'KUDOS:1.5' });
    expect(look).not.toHaveProperty('proposedAmount');
    const made = mustOk(await open.wallet.orderOfTemplate(uri, { amount: 'KUDOS:1', summary: 'other' }), 'order');
    const offer = mustOk(await open.wallet.preparePay(made.uri), 'offer');
    expect(offer).toMatchObject({ summary: 'tea', amount: 'KUDOS:1.5', payable: true });
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment').state).toBe(
      'paid',
    );
    // Whoever comes back gets an order of their own.
    const again = mustOk(await open.wallet.orderOfTemplate(uri, {}), 'again');
    expect(again.uri).not.toBe(made.uri);
  });

  test('of which sum and words are open: the link proposes, the person says, and the order says the same', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const uri = shop.createTemplate({
      id: 'box',
      contract: {},
      defaults: { summary: 'a gift', amount: 'KUDOS:2' },
      requiredCurrency: 'KUDOS',
    });
    expect(await open.wallet.lookAtTemplate(uri)).toMatchObject({
      value: { proposedSummary: 'a gift', proposedAmount: 'KUDOS:2', currency: 'KUDOS' },
    });
    expect(await open.wallet.lookAtTemplate(`${uri}/?amount=KUDOS:3&summary=for%20cats`)).toMatchObject({
      value: { proposedSummary: 'for cats', proposedAmount: 'KUDOS:3' },
    });
    expect(await open.wallet.lookAtTemplate(`${uri}?amount=EUR:3&summary=`)).toMatchObject({
      value: { proposedSummary: 'a gift', proposedAmount: 'KUDOS:2' },
    });
    const asked = async (said: { readonly amount?: string; readonly summary?: string }) => {
      const made = await open.wallet.orderOfTemplate(uri, said);
      return made.ok ? mustOk(await open.wallet.preparePay(made.value.uri), 'offer') : made.error;
    };
    expect(await asked({ summary: 'x' })).toMatchObject({ kind: 'template-open', what: 'amount' });
    expect(await asked({ amount: 'KUDOS:1', summary: ' ' })).toMatchObject({ kind: 'template-open', what: 'summary' });
    expect(await asked({ amount: 'EUR:1', summary: 'x' })).toMatchObject({ kind: 'wrong-currency' });
    expect(await asked({ amount: 'KUDOS:0.7', summary: 'for dogs' })).toMatchObject({
      amount: 'KUDOS:0.7',
      summary: 'for dogs',
      payable: true,
    });
  });

  test('that is nowhere, or of which nothing can be read', async () => {
    const { wallet } = lab.openWallet();
    const uri = shop.createTemplate({ id: 'one', contract: { summary: 'x', amount: 'KUDOS:1' } });
    expect(await wallet.lookAtTemplate(`${uri}more`)).toMatchObject({ error: { kind: 'template-unknown' } });
    expect(await wallet.lookAtTemplate('taler://pay/shop.example/1/')).toMatchObject({
      error: { kind: 'wrong-taler-uri' },
    });
    expect(await wallet.preparePay(uri)).toMatchObject({ error: { kind: 'wrong-taler-uri', got: 'template' } });
  });

  test.each([
    ['a sum beyond all sums', { summary: 'x', amount: 'KUDOS:99999999999999999999' }],
    ['a negative sum', { summary: 'x', amount: 'KUDOS:-1' }],
    ['no currency', { currency: 'KU DOS' }],
    ['two currencies', { summary: 'x', amount: 'KUDOS:1', currency: 'EUR' }],
    ['words without end', { summary: 'x'.repeat(5000) }],
  ])('with %s is not read', async (_what, contract) => {
    const { wallet } = lab.openWallet();
    const uri = shop.createTemplate({ id: 'bad', contract });
    expect(await wallet.lookAtTemplate(uri)).toMatchObject({ ok: false, error: { kind: 'malformed-response' } });
    expect((await wallet.orderOfTemplate(uri, { amount: 'KUDOS:1', summary: 'x' })).ok).toBe(false);
  });

  test('with the largest sum there is, and a minimum age beyond all people: shown, and not payable', async () => {
    const { wallet } = lab.openWallet();
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    const contract = { summary: 'x', amount: 'KUDOS:4503599627370496', minimum_age: 2 ** 40 };
    const uri = shop.createTemplate({ id: 'huge', contract });
    const { uri: made } = mustOk(await wallet.orderOfTemplate(uri, {}), 'order');
    expect(await wallet.preparePay(made)).toMatchObject({
      value: { amount: contract.amount, payable: false, why: { kind: 'insufficient-balance' } },
    });
  });

  test.each([
    ['another sum', { amount: 'KUDOS:3' }],
    ['another summary', { summary: 'nothing' }],
  ])('whose order says %s: it is left, and nothing can be paid of it', async (_what, instead) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const uri = shop.createTemplate({ id: 'liar', contract: { summary: 'tea' }, instead });
    const refused = await open.wallet.orderOfTemplate(uri, { amount: 'KUDOS:1' });
    if (refused.ok) throw new Error('taken');
    expect(refused.error.kind).toBe('template-differs');
    expect(english('failure', explainFailure(refused.error))).toContain('Nothing was paid');
    const [purchase] = open.store.entries('purchase');
    expect(purchase?.value).toMatchObject({ status: 'aborted', why: 'template-differs' });
    expect(await open.wallet.confirmPay(purchase?.id ?? '')).toMatchObject({ error: { kind: 'purchase-closed' } });
  });
});

describe('a page of the web', () => {
  test('that wants money says so to whoever asks, by one request that fetches nothing of it', async () => {
    const { wallet } = lab.openWallet();
    const bought = await order('KUDOS:1');
    const { talerPayUri } = bought;
    const asked: (readonly [string, string, string | null])[] = [];
    lab.interceptHttp((input, init) => {
      asked.push([init?.method ?? '', String(input), new Headers(init?.headers).get('accept')]);
      return economyHttp(input, init);
    });
    const page = `${shop.baseUrl}shop/${bought.orderId}`;
    expect(mustOk(await wallet.lookAtPage(`${page}#top`), 'page').uri).toBe(talerPayUri);
    lab.interceptHttp(undefined);
    expect(asked).toEqual([['HEAD', page, 'text/html']]);
  });

  const answering = (status: number, headers: Readonly<Record<string, string>>) =>
    lab.interceptHttp(() => Promise.resolve(new Response(null, { status, headers })));
  const OURS = 'taler://pay/shop.example/1/';

  test.each([
    ['says nothing', 200, {}, 'no-order-there'],
    ['is not there', 404, { taler: OURS }, 'no-order-there'],
    ['says something else than a link', 402, { taler: 'Basic realm="shop"' }, 'no-order-there'],
    ['says more than any link', 402, { taler: `taler://pay/${'x'.repeat(5000)}/1/` }, 'no-order-there'],
    ['asks for a withdrawal', 402, { taler: 'taler://withdraw/bank.example/1' }, 'wrong-taler-uri'],
    ['names a machine inside', 402, { taler: 'taler://pay/192.168.0.1/1/' }, 'no-order-there'],
    ['names a plain shop', 402, { taler: 'taler+http://pay/shop.example/1/' }, 'no-order-there'],
    ['leads to another server', 307, { location: 'https://other.example/' }, 'redirected'],
  ])('that %s', async (_what, status, headers, kind) => {
    const { wallet } = lab.openWallet();
    answering(status, headers);
    expect(await wallet.lookAtPage('https://shop.example/page?order=1')).toMatchObject({ ok: false, error: { kind } });
    lab.interceptHttp(undefined);
  });

  test('that announces a length, and an order at another public shop, are fine', async () => {
    const { wallet } = lab.openWallet();
    answering(402, { taler: 'taler://pay/pay.example/1/', 'content-length': '100000' });
    expect(await wallet.lookAtPage('https://shop.example/')).toEqual({
      ok: true,
      value: { uri: 'taler://pay/pay.example/1/' },
    });
    lab.interceptHttp(undefined);
  });

  test.each([
    'http://shop.example/',
    'https://ada:secret@shop.example/',
    'ftp://shop.example/',
    'shop.example',
    'javascript:alert(1)',
    `https://shop.example/${'a'.repeat(5000)}`,
  ])('%s is not asked at all', async (url) => {
    const { wallet } = lab.openWallet();
    lab.interceptHttp(() => Promise.reject(new Error('asked')));
    expect(await wallet.lookAtPage(url)).toMatchObject({ ok: false, error: { kind: 'page-not-asked' } });
    lab.interceptHttp(undefined);
  });
});
