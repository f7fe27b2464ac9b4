// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { hashContract } from '../../electron/taler/wire/contract-hash.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { confirmRefundBlock } from '../../electron/taler/purposes/exchange.ts';
import { merchantContractBlock, merchantPaymentOkBlock } from '../../electron/taler/purposes/merchant.ts';
import { depositBlock } from '../../electron/taler/purposes/wallet.ts';
import { get, keyPair, post, sign, startLab, withdrawCoins, type Coin, type Lab } from './sandbox-client.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ exchanges: [{ generation: 'v17' }, { generation: 'v23' }], syncProviders: [] });
});
afterAll(() => lab.sandbox.close());

/** Claims an order and checks the merchant's signature over the contract. */
const claimOrder = async (url: string, nonce = keyPair()) => {
  const answer = await post(`${url}/claim`, { nonce: nonce.pub });
  expect(answer.status).toBe(200);
  const { contract_terms: terms, sig } = answer.json;
  const hash = mustOk(hashContract(terms), 'contract');
  expect(
    eddsaVerify(
      crockToBytes(terms.merchant_pub, 32),
      merchantContractBlock({ contractHash: hash }),
      crockToBytes(sig, 64),
    ),
  ).toBe(true);
  return { terms, hash, nonce };
};

const payCoin = (terms: any, hash: Uint8Array, coin: Coin, contribution: string, exchangeUrl: string) => ({
  coin_pub: coin.pub,
  coin_sig: sign(
    coin,
    depositBlock({
      contractHash: hash,
      wireHash: crockToBytes(terms.h_wire, 64),
      denominationHash: coin.denom.hashBytes,
      timestamp: terms.timestamp,
      refundDeadline: terms.refund_deadline,
      contribution: amount(contribution),
      depositFee: coin.denom.feeDeposit,
      merchantPub: crockToBytes(terms.merchant_pub, 32),
      walletDataHash: 'none',
    }),
  ),
  ub_sig: coin.ubSig,
  h_denom: coin.denom.hash,
  contribution,
  exchange_url: exchangeUrl,
});

describe.each([0, 1])('paying with coins of exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('claim, pay, pay again, pay with other coins, paid, refund', async () => {
    const { merchant } = lab.sandbox;
    const { coins } = await withdrawCoins(lab, exchange(), ['2', '1', '1']);
    const order = await merchant.createOrder({ amount: 'KUDOS:2.5', summary: 'a book', refundWithinMs: 3600_000 });
    expect(order.talerPayUri).toBe(`taler+http://pay/${merchant.baseUrl.slice(7)}${order.orderId}/`);
    const url = `${merchant.baseUrl}orders/${order.orderId}`;
    expect(await get(url)).toMatchObject({ status: 402, json: { taler_pay_uri: order.talerPayUri } });
    const { terms, hash, nonce } = await claimOrder(url);
    expect(terms).toMatchObject({
      amount: 'KUDOS:2.5',
      summary: 'a book',
      nonce: nonce.pub,
      merchant_base_url: merchant.baseUrl,
      order_id: order.orderId,
    });
    expect(await post(`${url}/claim`, { nonce: keyPair().pub })).toMatchObject({ status: 409, json: { code: 2301 } });
    expect((await claimOrder(url, nonce)).terms).toEqual(terms);
    expect(order.status()).toBe('claimed');

    const [two, one, other] = coins as [Coin, Coin, Coin];
    const paying = [
      payCoin(terms, hash, two, 'KUDOS:2', exchange().baseUrl),
      payCoin(terms, hash, one, 'KUDOS:0.5', exchange().baseUrl),
    ];
    expect(await post(`${url}/pay`, { coins: paying.slice(0, 1) })).toMatchObject({
      status: 406,
      json: { code: 2156 },
    });
    exchange().faults.once({ path: 'batch-deposit' }, { status: 500, afterHandling: true });
    expect(await post(`${url}/pay`, { coins: paying })).toMatchObject({ status: 502, json: { code: 2170 } });
    const paid = await post(`${url}/pay`, { coins: paying });
    expect(paid.status).toBe(200);
    expect(
      eddsaVerify(
        crockToBytes(terms.merchant_pub, 32),
        merchantPaymentOkBlock({ contractHash: hash }),
        crockToBytes(paid.json.sig, 64),
      ),
    ).toBe(true);
    expect((await post(`${url}/pay`, { coins: paying })).json).toEqual(paid.json);
    expect(
      await post(`${url}/pay`, { coins: [payCoin(terms, hash, other, 'KUDOS:1', exchange().baseUrl)] }),
    ).toMatchObject({ status: 409, json: { code: 2160 } });
    const hContract = (await post(`${url}/paid`, { sig: paid.json.sig, h_contract: terms.h_wire, session_id: 's' }))
      .json.code;
    expect(hContract).toBe(2200);

    // the same coin in another order: the exchange refuses, the merchant passes the proof on
    const second = await merchant.createOrder({ amount: 'KUDOS:2', summary: 'another book' });
    const secondUrl = `${merchant.baseUrl}orders/${second.orderId}`;
    const claimed = await claimOrder(secondUrl);
    expect(
      await post(`${secondUrl}/pay`, {
        coins: [payCoin(claimed.terms, claimed.hash, two, 'KUDOS:2', exchange().baseUrl)],
      }),
    ).toMatchObject({
      status: 409,
      json: { code: 2150, exchange_reply: { code: 1012, coin_pub: two.pub, h_denom_pub: two.denom.hash } },
    });
  });

  test('refund: granted by the shop, confirmed by the exchange, in the coin again', async () => {
    const { merchant } = lab.sandbox;
    const {
      coins: [coin],
    } = await withdrawCoins(lab, exchange(), ['2']);
    const order = await merchant.createOrder({ amount: 'KUDOS:2', summary: 'a lamp', refundWithinMs: 3600_000 });
    const url = `${merchant.baseUrl}orders/${order.orderId}`;
    const { terms, hash } = await claimOrder(url);
    expect(
      (await post(`${url}/pay`, { coins: [payCoin(terms, hash, coin!, 'KUDOS:2', exchange().baseUrl)] })).status,
    ).toBe(200);
    const hContract = bytesToCrock(hash);
    const waiting = get(`${url}?h_contract=${hContract}&timeout_ms=5000&await_refund_obtained=yes`);
    await merchant.refund(order.orderId, 'KUDOS:0.5');
    expect((await waiting).json).toEqual({
      refunded: true,
      refund_pending: true,
      refund_amount: 'KUDOS:0.5',
      refund_taken: 'KUDOS:0',
    });
    const { json } = await post(`${url}/refund`, { h_contract: hContract });
    expect(json).toMatchObject({
      refund_amount: 'KUDOS:0.5',
      refunds: [
        { type: 'success', exchange_status: 200, coin_pub: coin!.pub, rtransaction_id: 1, refund_amount: 'KUDOS:0.5' },
      ],
    });
    const [refund] = json.refunds;
    const block = confirmRefundBlock({
      contractHash: hash,
      coinPub: crockToBytes(coin!.pub, 32),
      merchantPub: crockToBytes(terms.merchant_pub, 32),
      rtransactionId: 1,
      refundAmount: amount('KUDOS:0.5'),
    });
    expect(eddsaVerify(crockToBytes(refund.exchange_pub, 32), block, crockToBytes(refund.exchange_sig, 64))).toBe(true);
    expect((await get(`${url}?h_contract=${hContract}`)).json).toEqual({
      refunded: true,
      refund_pending: false,
      refund_amount: 'KUDOS:0.5',
      refund_taken: 'KUDOS:0.5',
    });
    await expect(merchant.refund(order.orderId, 'KUDOS:1.6')).rejects.toThrow('more-than-paid');
  });
});

test('an order over zero is paid with no coins; tokens, instances, expiry', async () => {
  const { merchant } = lab.sandbox;
  const free = await merchant.createOrder({
    amount: 'KUDOS:0',
    summary: 'nothing',
    claimToken: true,
    instance: 'corner',
  });
  const url = `${merchant.baseUrl}instances/corner/orders/${free.orderId}`;
  expect(free.talerPayUri).toMatch(new RegExp(`/instances/corner/${free.orderId}/\\?c=[0-9A-Z]{26}$`));
  expect(await post(`${url}/claim`, { nonce: keyPair().pub })).toMatchObject({ status: 403, json: { code: 2105 } });
  const token = free.talerPayUri.split('c=')[1];
  const { json } = await post(`${url}/claim`, { nonce: keyPair().pub, token });
  expect(json.contract_terms.merchant_base_url).toBe(`${merchant.baseUrl}instances/corner/`);
  expect((await post(`${url}/pay`, { coins: [] })).status).toBe(200);
  expect(free.status()).toBe('paid');

  const late = await merchant.createOrder({ amount: 'KUDOS:0', summary: 'too late', payWithinMs: 1000 });
  const lateUrl = `${merchant.baseUrl}orders/${late.orderId}`;
  await claimOrder(lateUrl);
  lab.travel(10_000);
  expect(await post(`${lateUrl}/pay`, { coins: [] })).toMatchObject({ status: 410, json: { code: 2161 } });
  expect(await post(`${merchant.baseUrl}orders/none/claim`, { nonce: keyPair().pub })).toMatchObject({
    status: 404,
    json: { code: 2300 },
  });
});
