// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { checkContract } from '../../electron/taler/merchant/contract.ts';
import { claimOrder, orderStatus, paidAgain, payOrder } from '../../electron/taler/merchant/order.ts';
import { abortPayment, obtainRefunds } from '../../electron/taler/merchant/refund.ts';
import type { PayCoin } from '../../electron/taler/merchant/merchant.ts';
import { confirmRefundBlock } from '../../electron/taler/purposes/exchange.ts';
import { merchantPaymentOkBlock } from '../../electron/taler/purposes/merchant.ts';
import { depositBlock } from '../../electron/taler/purposes/wallet.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { keysOfTrace } from '../traces/keys-of-trace.ts';
import { loadTrace } from '../traces/trace.ts';
import { NOW, merchantPriv, merchantPub, noncePub, expected, TERMS, signed, terms } from './merchant-terms.ts';

const answering = (answer: (path: string, body: Record<string, unknown>) => Response): World => ({
  now: () => NOW,
  sleep: realWorld().sleep,
  randomBytes: (length) => new Uint8Array(length),
  http: async (input, init) => {
    const asked = new Request(input, init);
    const url = new URL(asked.url);
    const text = await asked.text();
    return answer(
      `${asked.method} ${url.pathname}${url.search}`,
      text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    );
  },
  log: () => undefined,
});
const status = (code: number, body: unknown = {}): World => answering(() => Response.json(body, { status: code }));

describe('claiming', () => {
  test('sends the nonce and the token below the instance, and hands the contract over as it is', async () => {
    const world = answering((path, body) => {
      expect([path, body]).toEqual(['POST /instances/a/orders/o%201/claim', { nonce: noncePub, token: 'T' }]);
      return Response.json({ contract_terms: TERMS, sig: signed(TERMS) });
    });
    const claimed = mustOk(await claimOrder(world, { ...expected, claimToken: 'T' }), 'claim');
    expect(claimed.terms).toEqual(TERMS);
    expect(checkContract({ ...claimed, expected, nowMs: NOW }).ok).toBe(true);
  });

  test.each([
    [404, { code: 2300 }, 'order-unknown'],
    [404, {}, 'refused'],
    [409, { code: 2301 }, 'order-claimed-elsewhere'],
    [403, { code: 2105 }, 'claim-token-invalid'],
    [413, {}, 'refused'],
    [500, {}, 'server-trouble'],
    [200, { sig: 1 }, 'malformed-response'],
    [200, { contract_terms: { products: 'x'.repeat(512 * 1024) }, sig: signed(TERMS) }, 'too-large'],
  ])('%s %.60j', async (code, body, kind) => {
    expect(await claimOrder(status(code, body), expected)).toMatchObject({ ok: false, error: { kind } });
  });
});

const trace = loadTrace('v17-withdraw');
const keys = keysOfTrace(trace);
const payCoin = (signsWalletData: boolean): PayCoin => {
  const coin = trace.secrets.coins[0];
  const denomination = keys.denominations.get(coin?.denom_pub_hash ?? '');
  if (!coin || !denomination) throw new Error('no such coin');
  return {
    coin: {
      pub: crockToBytes(coin.coin_pub),
      priv: crockToBytes(coin.coin_priv),
      denomination,
      denomSig: crockToBytes(coin.ub_sig?.rsa_signature ?? ''),
    },
    contribution: amount('KUDOS:1.51'),
    exchangeUrl: 'https://exchange.example/',
    signsWalletData,
  };
};
const paySig = bytesToCrock(eddsaSign(merchantPriv, merchantPaymentOkBlock({ contractHash: terms.hContract })));

describe('paying', () => {
  test.each([false, true])(
    "signs the deposit as its exchange checks it, with a hash of the wallet's data or not (%s), the same bytes every time",
    async (signsWalletData) => {
      const bodies: unknown[] = [];
      const world = answering((_, body) => {
        bodies.push(body);
        return Response.json({ sig: paySig });
      });
      const { coin } = payCoin(signsWalletData);
      expect(await payOrder(world, { terms, coins: [payCoin(signsWalletData)], sessionId: 's' })).toEqual({
        ok: true,
        value: { paySig },
      });
      await payOrder(world, { terms, coins: [payCoin(signsWalletData)], sessionId: 's' });
      expect(bodies[1]).toEqual(bodies[0]);
      const [sent] = (bodies[0] as { readonly coins: readonly { readonly coin_sig: string }[] }).coins;
      const block = (walletDataHash: 'none' | 'absent'): Uint8Array =>
        depositBlock({
          contractHash: terms.hContract,
          wireHash: crockToBytes(terms.hWire),
          denominationHash: crockToBytes(coin.denomination.hash),
          timestamp: terms.timestamp,
          refundDeadline: terms.refundDeadline,
          contribution: amount('KUDOS:1.51'),
          depositFee: coin.denomination.feeDeposit,
          merchantPub,
          walletDataHash,
        });
      expect(
        eddsaVerify(coin.pub, block(signsWalletData ? 'none' : 'absent'), crockToBytes(sent?.coin_sig ?? '')),
      ).toBe(true);
    },
  );

  test('an order over nothing, with no coins', async () => {
    const world = answering((_, body) => {
      expect(body).toEqual({ coins: [] });
      return Response.json({ sig: paySig });
    });
    expect((await payOrder(world, { terms, coins: [] })).ok).toBe(true);
  });

  test('a confirmation that the merchant did not sign', async () => {
    expect(await payOrder(status(200, { sig: signed(TERMS) }), { terms, coins: [] })).toEqual({
      ok: false,
      error: { kind: 'bad-merchant-signature', what: 'payment confirmation' },
    });
  });

  test.each<[number, object, object]>([
    [400, { code: 2151 }, { kind: 'denomination-refused', code: 2151 }],
    [410, { code: 2165 }, { kind: 'denomination-refused', code: 2165 }],
    [400, { code: 2171 }, { kind: 'refused', status: 400, code: 2171 }],
    [402, { code: 2167 }, { kind: 'paid-and-refunded' }],
    [403, { code: 2157, detail: 'd' }, { kind: 'signature-refused', code: 2157, detail: 'd' }],
    [404, { code: 2005 }, { kind: 'order-unknown' }],
    [404, {}, { kind: 'refused', status: 404 }],
    [402, {}, { kind: 'refused', status: 402 }],
    [403, {}, { kind: 'refused', status: 403 }],
    [406, {}, { kind: 'refused', status: 406 }],
    [406, { code: 2155 }, { kind: 'payment-too-small', code: 2155 }],
    [406, { code: 2156 }, { kind: 'payment-too-small', code: 2156 }],
    [408, {}, { kind: 'server-trouble', status: 408 }],
    [
      409,
      { code: 2150, exchange_reply: { code: 1012, coin_pub: noncePub } },
      { kind: 'coin-spent', coinPub: noncePub },
    ],
    [
      409,
      { code: 2150, exchange_reply: { code: 1015, coin_pub: noncePub } },
      { kind: 'coin-spent', coinPub: noncePub },
    ],
    [409, { code: 2150 }, { kind: 'coin-spent', coinPub: undefined }],
    [409, { code: 2160 }, { kind: 'paid-elsewhere' }],
    [410, { code: 2161 }, { kind: 'offer-expired' }],
    [451, {}, { kind: 'shop-blocked' }],
    [502, { code: 2170 }, { kind: 'server-trouble', code: 2170 }],
    [418, {}, { kind: 'refused', status: 418 }],
  ])('%s %j', async (code, body, failure) => {
    expect(await payOrder(status(code, body), { terms, coins: [payCoin(true)] })).toMatchObject({
      ok: false,
      error: failure,
    });
  });
});

describe('afterwards', () => {
  test.each([
    [204, undefined, false],
    [200, { refunded: true }, true],
  ])('paid in another session: %s', async (code, body, refunded) => {
    const world = answering(() =>
      body === undefined ? new Response(null, { status: code }) : Response.json(body, { status: code }),
    );
    expect(await paidAgain(world, { terms, paySig, sessionId: 's' })).toEqual({ ok: true, value: { refunded } });
  });

  test('the status of an order', async () => {
    const world = answering((path) => {
      expect(path).toBe(
        `GET /instances/a/orders/o%201?h_contract=${bytesToCrock(terms.hContract)}&timeout_ms=1000&await_refund_obtained=yes`,
      );
      return Response.json({
        refunded: true,
        refund_pending: true,
        refund_amount: 'KUDOS:0.5',
        refund_taken: 'KUDOS:0',
      });
    });
    expect(await orderStatus(world, { terms, longPollMs: 1000, awaitRefund: true })).toMatchObject({
      ok: true,
      value: { state: 'paid', refunded: true, refundAmount: amount('KUDOS:0.5') },
    });
    expect(await orderStatus(status(402), { terms })).toEqual({ ok: true, value: { state: 'unpaid' } });
    expect(await orderStatus(status(200, { refund_amount: 'EUR:1' }), { terms })).toMatchObject({
      ok: false,
      error: { kind: 'malformed-response' },
    });
  });
});

describe('refunds', () => {
  const signPriv = new Uint8Array(32).fill(7);
  const withSignKey = {
    ...keys,
    signKeys: [
      {
        pub: bytesToCrock(eddsaPublicKey(signPriv)),
        stampStart: { t_s: 0 },
        stampExpire: { t_s: 2_000_000_000 },
        stampEnd: { t_s: 2_100_000_000 },
      },
    ],
  };
  const { coin } = payCoin(true);
  const coinPub = bytesToCrock(coin.pub);
  const line = (id: number, value: string): object => ({
    type: 'success',
    exchange_status: 200,
    rtransaction_id: id,
    coin_pub: coinPub,
    refund_amount: value,
    execution_time: { t_s: 1 },
    exchange_pub: withSignKey.signKeys[0]?.pub,
    exchange_sig: bytesToCrock(
      eddsaSign(
        signPriv,
        confirmRefundBlock({
          contractHash: terms.hContract,
          coinPub: coin.pub,
          merchantPub,
          rtransactionId: id,
          refundAmount: amount(value),
        }),
      ),
    ),
  });
  const keysOf = (): typeof withSignKey => withSignKey;

  const isWanted = (): boolean => true;

  test('given, pending and refused ones', async () => {
    const refunds = [
      line(1, 'KUDOS:0.5'),
      { ...line(2, 'KUDOS:0.1'), exchange_status: 410 },
      { ...line(3, 'KUDOS:0.1'), exchange_status: 500 },
    ];
    const result = mustOk(
      await obtainRefunds(status(200, { merchant_pub: TERMS.merchant_pub, refund_amount: 'KUDOS:0.7', refunds }), {
        terms,
        keysOf,
        isWanted,
      }),
      'refunds',
    );
    expect(result.map(({ rtransactionId, state }) => [rtransactionId, state.kind])).toEqual([
      [1, 'given'],
      [2, 'refused'],
      [3, 'pending'],
    ]);
  });

  test('what is not wanted is not even checked', async () => {
    const wrong = { ...line(1, 'KUDOS:0.5'), rtransaction_id: 2 };
    const asked: unknown[] = [];
    const isUnwanted = (refund: unknown): boolean => {
      asked.push(refund);
      return false;
    };
    const answer = status(200, { merchant_pub: TERMS.merchant_pub, refunds: [wrong] });
    expect(await obtainRefunds(answer, { terms, keysOf, isWanted: isUnwanted })).toEqual({ ok: true, value: [] });
    expect(asked).toMatchObject([{ rtransactionId: 2, amount: amount('KUDOS:0.5'), answer: 'given' }]);
  });

  test.each([
    ['of another amount', { ...line(1, 'KUDOS:0.5'), refund_amount: 'KUDOS:0.6' }],
    ['of another id', { ...line(1, 'KUDOS:0.5'), rtransaction_id: 2 }],
    ['without a signature', { ...line(1, 'KUDOS:0.5'), exchange_sig: undefined }],
  ])('%s than the exchange signed are not believed', async (_what, refund) => {
    expect(
      await obtainRefunds(status(200, { merchant_pub: TERMS.merchant_pub, refunds: [refund] }), {
        terms,
        keysOf,
        isWanted,
      }),
    ).toEqual({ ok: false, error: { kind: 'bad-exchange-signature', what: 'refund confirmation' } });
  });

  test('an aborted payment gives back what was deposited; a complete one cannot be aborted', async () => {
    const asked = { terms, coins: [{ ...payCoin(true), contribution: amount('KUDOS:0.5') }], keysOf };
    expect(
      mustOk(await abortPayment(status(200, { refunds: [line(0, 'KUDOS:0.5')] }), asked), 'abort').map(
        ({ state }) => state.kind,
      ),
    ).toEqual(['given']);
    expect(await abortPayment(status(200, { refunds: [] }), asked)).toMatchObject({
      ok: false,
      error: { kind: 'malformed-response' },
    });
    expect(await abortPayment(status(412, { code: 2254 }), asked)).toEqual({
      ok: false,
      error: { kind: 'already-complete' },
    });
  });
});
