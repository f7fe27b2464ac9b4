// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

let lab: WalletLab;
let base: string;
aroundExchange({}, (opened, { baseUrl }) => {
  lab = opened;
  base = baseUrl;
});

/** Notes what is sent to `orders/…/paid`. */
const watchPaid = (): readonly { readonly url: string; readonly body: unknown }[] => {
  const seen: { readonly url: string; readonly body: unknown }[] = [];
  lab.interceptHttp(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.endsWith('/paid'))
      seen.push({
        url,
        body: JSON.parse(
          typeof init?.body === 'string' ? init.body : new TextDecoder().decode(init?.body as Uint8Array),
        ),
      });
    return fetch(input, init);
  });
  return seen;
};

const inSession = (uri: string, session: string): string => `${uri}${session}`;

const buy = async ({ wallet }: OpenWallet, uri: string) => {
  const offer = mustOk(await wallet.preparePay(uri), 'offer');
  expect(offer.payable).toBe(true);
  mustOk(await wallet.confirmPay(offer.purchaseId), 'payment');
  await runToRest(lab, wallet);
  return offer.purchaseId;
};

test('the same order in another session: the earlier payment is shown, nothing is paid', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4.01');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'an article' });
  const purchaseId = await buy(open, inSession(order.talerPayUri, 'first'));
  const before = balanceAt(open.wallet, base);
  const seen = watchPaid();
  expect(mustOk(await open.wallet.preparePay(inSession(order.talerPayUri, 'first')), 'same session')).toMatchObject({
    purchaseId,
    payable: false,
    alreadyPaid: true,
  });
  expect(seen).toEqual([]);

  lab.sandbox.merchant.faults.once({ path: '/paid' }, { status: 503 });
  expect(await open.wallet.preparePay(inSession(order.talerPayUri, 'second'))).toMatchObject({
    ok: false,
    error: { kind: 'server-trouble' },
  });
  const again = mustOk(await open.wallet.preparePay(inSession(order.talerPayUri, 'second')), 'second session');
  expect(again).toMatchObject({
    purchaseId,
    payable: false,
    alreadyPaid: true,
    why: { kind: 'purchase-closed', facts: { state: 'paid' } },
  });
  expect(seen.at(-1)?.body).toMatchObject({ session_id: 'second' });
  expect(balanceAt(open.wallet, base)).toEqual(before);
});

test('a new order for what was bought before, at the same merchant, is not paid twice', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4.01');
  const article = { amount: 'KUDOS:1', summary: 'an article', fulfillmentUrl: 'https://news.example/article/7' };
  const first = await lab.sandbox.merchant.createOrder(article);
  await buy(open, inSession(first.talerPayUri, 'a'));
  const before = balanceAt(open.wallet, base);
  const seen = watchPaid();
  const second = await lab.sandbox.merchant.createOrder(article);
  const offer = mustOk(await open.wallet.preparePay(inSession(second.talerPayUri, 'b')), 'offer');
  expect(offer).toMatchObject({ payable: false, alreadyPaid: true, total: 'KUDOS:0' });
  // It is the first order that the merchant is shown again.
  expect(seen).toMatchObject([{ url: expect.stringContaining(first.orderId), body: { session_id: 'b' } }]);
  expect(await open.wallet.confirmPay(offer.purchaseId)).toMatchObject({
    ok: false,
    error: { kind: 'purchase-closed' },
  });
  expect(mustOk(await open.wallet.preparePay(inSession(second.talerPayUri, 'b')), 'again').alreadyPaid).toBe(true);
  expect(balanceAt(open.wallet, base)).toEqual(before);
  expect(open.wallet.history().filter(({ type }) => type === 'payment')).toHaveLength(1);
  expectSumsAgree(open.wallet);
});

test('another article, another merchant key, or one that was refunded is paid', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.01');
  const fulfillmentUrl = 'https://news.example/article/8';
  const first = await lab.sandbox.merchant.createOrder({
    amount: 'KUDOS:0.5',
    summary: 'an article',
    fulfillmentUrl,
    refundWithinMs: 3600_000,
  });
  const purchaseId = await buy(open, first.talerPayUri);
  const other = await lab.sandbox.merchant.createOrder({
    amount: 'KUDOS:0.5',
    summary: 'another',
    fulfillmentUrl: `${fulfillmentUrl}0`,
  });
  await buy(open, other.talerPayUri);
  // As if the first had been sold by somebody else under the same address.
  const copy = lab.openWallet();
  copy.store.transaction((tx) => {
    const snapshot = open.store.snapshot();
    const entry = open.store.entry('purchase', purchaseId)?.value;
    tx.join(snapshot.filter(({ kind, id }) => kind !== 'purchase' || id !== purchaseId));
    if (entry) tx.put('purchase', purchaseId, { ...entry, terms: { ...entry.terms, merchant_pub: '0'.repeat(52) } });
  });
  const sold = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.5', summary: 'an article', fulfillmentUrl });
  expect(mustOk(await copy.wallet.preparePay(sold.talerPayUri), 'offer').payable).toBe(true);

  await lab.sandbox.merchant.refund(first.orderId, 'KUDOS:0.5');
  mustOk(await open.wallet.refund(first.talerPayUri.replace('//pay/', '//refund/')), 'refund');
  await runToRest(lab, open.wallet);
  const again = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.5', summary: 'an article', fulfillmentUrl });
  await buy(open, again.talerPayUri);
  expectSumsAgree(open.wallet);
});
