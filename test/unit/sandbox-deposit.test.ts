// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAmounts, amount, amountToText } from '../../shared/amount.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashWire } from '../../electron/taler/crypto/hash.ts';
import { confirmDepositBlock, confirmWireBlock, merchantRefundBlock } from '../../electron/taler/purposes/exchange.ts';
import { trackTransactionBlock } from '../../electron/taler/purposes/merchant.ts';
import { get, keyPair, post, random, sign, startLab, withdrawCoins, type Coin, type Lab } from './sandbox-client.ts';
import { contract, coinHistory, depositRequest, PAYTO, SALT, seconds, type Contract } from './sandbox-requests.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ exchanges: [{ generation: 'v17' }, { generation: 'v23' }], syncProviders: [] });
});
afterAll(() => lab.sandbox.close());

describe.each([0, 1])('exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('deposits: confirmation, replay, subset, double spend, conflicts, refusals', async () => {
    const { baseUrl } = exchange();
    const { coins } = await withdrawCoins(lab, exchange(), ['2', '1']);
    const [two, one] = coins as [Coin, Coin];
    const first = contract();
    const body = depositRequest(lab, first, [
      [two, 'KUDOS:1.8'],
      [one, 'KUDOS:0.7'],
    ]);
    const answer = await post(`${baseUrl}batch-deposit`, body);
    expect(answer.status).toBe(200);
    const block = confirmDepositBlock({
      contractHash: first.hash,
      wireHash: hashWire(PAYTO, SALT),
      exchangeTimestamp: answer.json.exchange_timestamp,
      wireDeadline: body.wire_transfer_deadline,
      refundDeadline: body.refund_deadline,
      amountWithoutFee: amount('KUDOS:2.48'),
      merchantPub: crockToBytes(first.merchant.pub, 32),
      coinSigs: body.coins.map((each) => crockToBytes(each.coin_sig, 64)),
    });
    expect(
      eddsaVerify(crockToBytes(answer.json.exchange_pub, 32), block, crockToBytes(answer.json.exchange_sig, 64)),
    ).toBe(true);
    expect((await post(`${baseUrl}batch-deposit`, body)).json).toEqual(answer.json);
    expect((await post(`${baseUrl}batch-deposit`, { ...body, coins: body.coins.slice(0, 1) })).status).toBe(200);
    // the first offending coin is named and nothing of the request is applied
    expect(
      await post(
        `${baseUrl}batch-deposit`,
        depositRequest(lab, contract(), [
          [one, 'KUDOS:0.2'],
          [two, 'KUDOS:1'],
        ]),
      ),
    ).toMatchObject({ status: 409, json: { code: 1012, coin_pub: two.pub, h_denom_pub: two.denom.hash } });
    expect((await post(`${baseUrl}batch-deposit`, depositRequest(lab, contract(), [[one, 'KUDOS:0.3']]))).status).toBe(
      200,
    );
    const wallet = depositRequest(lab, first, [[two, 'KUDOS:1.8']]);
    const refusals: [object, number, number][] = [
      [{ ...wallet, coins: [] }, 400, 26],
      [{ ...wallet, wire_transfer_deadline: { t_s: 'never' } }, 400, 1209],
      [{ ...wallet, refund_deadline: seconds(lab.now() + 9e6), wire_transfer_deadline: seconds(lab.now()) }, 400, 1208],
      [{ ...wallet, coins: [{ ...wallet.coins[0], contribution: 'KUDOS:2.1' }] }, 400, 1021],
      [{ ...wallet, coins: [{ ...wallet.coins[0], contribution: 'KUDOS:0.001' }] }, 400, 1207],
      [{ ...wallet, coins: [{ ...wallet.coins[0], coin_sig: bytesToCrock(new Uint8Array(64)) }] }, 403, 1205],
      [{ ...wallet, coins: [{ ...wallet.coins[0], ub_sig: one.ubSig }] }, 403, 1006],
      [{ ...wallet, coins: [{ ...wallet.coins[0], denom_pub_hash: bytesToCrock(random(64)) }] }, 404, 1005],
      [{ ...wallet, merchant_payto_uri: 'nonsense' }, 400, 26],
    ];
    for (const [request, status, code] of refusals)
      expect(await post(`${baseUrl}batch-deposit`, request)).toMatchObject({ status, json: { code } });
    const nameless = await post(`${baseUrl}batch-deposit`, {
      ...wallet,
      merchant_payto_uri: 'payto://x-taler-bank/localhost/merchant',
    });
    expect(nameless).toMatchObject(
      at === 0
        ? { status: 403, json: { code: 1205 } }
        : { status: 400, json: { code: 22, field: 'merchant_payto_uri' } },
    );
    expect(await post(`${baseUrl}coins/${two.pub}/deposit`, {})).toMatchObject({
      status: 404,
      json: { code: 1001, detail: 'deposit' },
    });
  });

  test('refund, payout and tracking', async () => {
    const { baseUrl } = exchange();
    const {
      coins: [coin],
    } = await withdrawCoins(lab, exchange(), ['2']);
    const sale: Contract = { ...contract(), wireDeadlineMs: 5000 };
    expect((await post(`${baseUrl}batch-deposit`, depositRequest(lab, sale, [[coin!, 'KUDOS:1.5']]))).status).toBe(200);
    const refund = (id: number, sum: string, key = sale.merchant) => {
      const block = merchantRefundBlock({
        contractHash: sale.hash,
        coinPub: crockToBytes(coin!.pub, 32),
        rtransactionId: id,
        refundAmount: amount(sum),
      });
      return post(`${baseUrl}coins/${coin!.pub}/refund`, {
        refund_amount: sum,
        h_contract_terms: bytesToCrock(sale.hash),
        rtransaction_id: id,
        merchant_pub: key.pub,
        merchant_sig: sign(key, block),
      });
    };
    expect((await refund(1, 'KUDOS:0.5')).status).toBe(200);
    expect((await refund(1, 'KUDOS:0.5')).status).toBe(200);
    expect(await refund(1, 'KUDOS:0.6')).toMatchObject({ status: 424, json: { code: 1510 } });
    expect(await refund(2, 'KUDOS:1.1')).toMatchObject({ status: 409, json: { code: 1501 } });
    expect(await refund(3, 'KUDOS:0.1', keyPair())).toMatchObject({ status: 404, json: { code: 1502 } });
    const history = (await coinHistory(baseUrl, coin!)).json.history;
    expect(history.map((entry: any) => [entry.type, entry.amount])).toEqual([
      ['DEPOSIT', 'KUDOS:1.5'],
      ['REFUND', 'KUDOS:0.49'],
    ]);

    const wireHash = hashWire(PAYTO, SALT);
    const trackSig = sign(
      sale.merchant,
      trackTransactionBlock({
        contractHash: sale.hash,
        wireHash,
        merchantPub: 'absent',
        coinPub: crockToBytes(coin!.pub, 32),
      }),
    );
    const url = `${baseUrl}deposits/${bytesToCrock(wireHash)}/${sale.merchant.pub}/${bytesToCrock(sale.hash)}/${coin!.pub}`;
    expect(await get(url)).toMatchObject({ status: 400, json: { code: 25, detail: 'merchant_sig' } });
    expect(await get(`${url}?merchant_sig=${bytesToCrock(new Uint8Array(64))}`)).toMatchObject({
      status: 403,
      json: { code: 1106 },
    });
    expect(await get(`${url}?merchant_sig=${trackSig}`)).toMatchObject({ status: 202, json: { kyc_ok: true } });
    const before = amount(lab.sandbox.bank.balance('merchant'));
    lab.travel(6000);
    const { json } = await get(`${url}?merchant_sig=${trackSig}&timeout_ms=2000`);
    const block = confirmWireBlock({
      wireHash,
      contractHash: sale.hash,
      wtid: crockToBytes(json.wtid, 32),
      coinPub: crockToBytes(coin!.pub, 32),
      executionTime: json.execution_time,
      contribution: amount('KUDOS:1.49'),
    });
    expect(eddsaVerify(crockToBytes(json.exchange_pub, 32), block, crockToBytes(json.exchange_sig, 64))).toBe(true);
    expect(lab.sandbox.bank.balance('merchant')).toBe(amountToText(addAmounts(before, amount('KUDOS:0.98'))));
    expect((await get(`${baseUrl}transfers/${json.wtid}`)).json).toMatchObject({
      total: 'KUDOS:0.98',
      wire_fee: 'KUDOS:0.01',
      merchant_pub: sale.merchant.pub,
      deposits: [{ coin_pub: coin!.pub }],
    });
    expect(await refund(4, 'KUDOS:0.1')).toMatchObject({ status: 410, json: { code: 1503 } });
  });
});
