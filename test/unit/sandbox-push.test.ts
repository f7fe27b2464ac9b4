// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import {
  confirmPurseCreationBlock,
  confirmPurseMergedBlock,
  confirmPurseRefundBlock,
  purseStatusBlock,
} from '../../electron/taler/purposes/exchange.ts';
import { purseDeleteBlock } from '../../electron/taler/purposes/purse.ts';
import { call, get, keyPair, post, sign, withdrawCoins, type Coin, type Lab } from './sandbox-client.ts';
import {
  coinEntries,
  bytes,
  contractFor,
  mergeRequest,
  newPurse,
  purseDeposit,
  purseFacts,
  reserveHistory,
  startPurseLab,
  verified,
} from './sandbox-purse-requests.ts';
import { seconds } from './sandbox-requests.ts';

let lab: Lab;
beforeAll(async () => void (lab = await startPurseLab()));
afterAll(() => lab.sandbox.close());

describe.each([0, 1])('exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('push: create, look, merge, conflicts', async () => {
    const { baseUrl } = exchange();
    const {
      coins: [two, one],
    } = await withdrawCoins(lab, exchange(), ['2', '1']);
    const purse = newPurse(lab, 'KUDOS:2.5');
    const url = `${baseUrl}purses/${purse.key.pub}`;
    const econtract = contractFor(purse);
    const body = {
      ...purseFacts(purse),
      amount: purse.amount,
      econtract,
      deposits: [purseDeposit(baseUrl, purse, two!, 'KUDOS:1.7'), purseDeposit(baseUrl, purse, one!, 'KUDOS:0.82')],
    };
    expect(await get(`${url}/merge`)).toMatchObject({ status: 404, json: { code: 1025 } });
    const zero = bytesToCrock(new Uint8Array(64));
    expect(await post(`${url}/create`, { ...body, purse_sig: zero })).toMatchObject({
      status: 403,
      json: { code: 1855 },
    });
    expect(await post(`${url}/create`, { ...body, econtract: { ...econtract, econtract_sig: zero } })).toMatchObject({
      status: 403,
      json: { code: 1856 },
    });
    expect(await post(`${url}/create`, { ...body, deposits: [{ ...body.deposits[0], coin_sig: zero }] })).toMatchObject(
      { status: 403, json: { code: 1975, detail: baseUrl } },
    );
    expect(await post(`${url}/create`, { ...body, deposits: [] })).toMatchObject({
      status: 400,
      json: { code: 26, detail: 'deposits' },
    });
    expect(await post(`${url}/create`, { ...body, purse_expiration: seconds(lab.now() - 5000) })).toMatchObject({
      status: 400,
      json: { code: 1853 },
    });
    const created = await post(`${url}/create`, body);
    expect(created).toMatchObject({ status: 200, json: { total_deposited: 'KUDOS:2.5' } });
    const block = confirmPurseCreationBlock({
      exchangeTimestamp: created.json.exchange_timestamp,
      purseExpiration: purse.expiration,
      amountWithoutFee: amount('KUDOS:2.5'),
      totalDeposited: amount('KUDOS:2.5'),
      pursePub: bytes(purse.key),
      contractHash: purse.hash,
    });
    expect(verified(created.json, block)).toBe(true);
    expect((await post(`${url}/create`, body)).status).toBe(200);
    const other = { ...newPurse(lab, 'KUDOS:2.4'), key: purse.key };
    expect(await post(`${url}/create`, { ...body, ...purseFacts(other), amount: other.amount })).toMatchObject({
      status: 409,
      json: { code: 1850, amount: 'KUDOS:2.5', merge_pub: purse.merge.pub },
    });
    expect(await post(`${url}/create`, { ...body, econtract: contractFor(purse) })).toMatchObject({
      status: 409,
      json: { code: 1859, contract_pub: econtract.contract_pub },
    });
    expect(
      await post(`${url}/create`, { ...body, deposits: [purseDeposit(baseUrl, purse, two!, 'KUDOS:1.6')] }),
    ).toMatchObject({ status: 409, json: { code: 1012, coin_pub: two!.pub } });
    expect((await get(`${baseUrl}contracts/${econtract.contract_pub}`)).json).toEqual({
      purse_pub: purse.key.pub,
      econtract: econtract.econtract,
      econtract_sig: econtract.econtract_sig,
    });

    const status = (await get(`${url}/deposit`)).json;
    expect(
      verified(status, purseStatusBlock({ depositTimestamp: status.deposit_timestamp, balance: amount('KUDOS:2.5') })),
    ).toBe(true);
    expect(status.merge_timestamp).toBeUndefined();
    expect(await get(`${url}/foo`)).toMatchObject({ status: 400, json: { code: 1475, detail: 'foo' } });
    const reserve = keyPair();
    const merging = mergeRequest(lab, baseUrl, purse, reserve);
    expect(await post(`${url}/merge`, { ...merging, merge_sig: zero })).toMatchObject({
      status: 403,
      json: { code: 1876 },
    });
    expect(await post(`${url}/merge`, { ...merging, reserve_sig: zero })).toMatchObject({
      status: 403,
      json: { code: 1877 },
    });
    expect(
      await post(`${url}/merge`, { ...merging, payto_uri: 'payto://x-taler-bank/localhost/foo?receiver-name=x' }),
    ).toMatchObject(
      at === 0 ? { status: 400, json: { code: 26, detail: 'payto_uri' } } : { status: 403, json: { code: 1876 } },
    );
    const waiting = get(`${url}/merge?timeout_ms=5000`);
    const merged = await post(`${url}/merge`, merging);
    expect(merged).toMatchObject({ status: 200, json: { merge_amount: 'KUDOS:2.5' } });
    const proof = confirmPurseMergedBlock({
      exchangeTimestamp: merged.json.exchange_timestamp,
      purseExpiration: purse.expiration,
      amountWithoutFee: amount('KUDOS:2.5'),
      pursePub: bytes(purse.key),
      reservePub: bytes(reserve),
      contractHash: purse.hash,
      exchangeBaseUrl: baseUrl,
    });
    expect(verified(merged.json, proof)).toBe(true);
    expect((await waiting).json.merge_timestamp).toEqual(merging.merge_timestamp);
    expect((await post(`${url}/merge`, merging)).status).toBe(200);
    const conflict = await post(`${url}/merge`, mergeRequest(lab, baseUrl, purse, keyPair()));
    expect(conflict.status).toBe(409);
    expect(conflict.json).toEqual({
      merge_timestamp: merging.merge_timestamp,
      merge_sig: merging.merge_sig,
      reserve_pub: reserve.pub,
    });
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:2.5');
    expect(await reserveHistory(baseUrl, reserve)).toMatchObject([
      { type: 'MERGE', amount: 'KUDOS:2.5', flags: 1, merged: true, purse_pub: purse.key.pub },
    ]);
    expect(
      await call('DELETE', url, undefined, { 'taler-purse-signature': sign(purse.key, purseDeleteBlock()) }),
    ).toMatchObject({ status: 409, json: { code: 1679 } });
  });

  test('a purse deleted or expired gives its coins back whole', async () => {
    const { baseUrl } = exchange();
    const { coins } = await withdrawCoins(lab, exchange(), ['2', '2', '1']);
    const make = async (coin: Coin, contribution: string, sum: string, life?: number) => {
      const purse = newPurse(lab, sum, life);
      const econtract = contractFor(purse);
      const created = await post(`${baseUrl}purses/${purse.key.pub}/create`, {
        ...purseFacts(purse),
        amount: sum,
        econtract,
        deposits: [purseDeposit(baseUrl, purse, coin, contribution)],
      });
      expect(created.status).toBe(200);
      return { purse, econtract, url: `${baseUrl}purses/${purse.key.pub}` };
    };
    const gone = await make(coins[0]!, 'KUDOS:1.51', 'KUDOS:1.5');
    expect(await call('DELETE', gone.url)).toMatchObject({
      status: 400,
      json: { code: 25, detail: 'Taler-Purse-Signature' },
    });
    expect(
      await call('DELETE', gone.url, undefined, { 'taler-purse-signature': bytesToCrock(new Uint8Array(64)) }),
    ).toMatchObject({ status: 403, json: { code: 1680 } });
    expect(
      (await call('DELETE', gone.url, undefined, { 'taler-purse-signature': sign(gone.purse.key, purseDeleteBlock()) }))
        .status,
    ).toBe(204);
    expect(await get(`${gone.url}/merge`)).toMatchObject({ status: 410, json: { code: 1031 } });
    expect(await get(`${baseUrl}contracts/${gone.econtract.contract_pub}`)).toMatchObject({
      status: 404,
      json: { code: 1950 },
    });
    expect((await post(`${gone.url}/merge`, mergeRequest(lab, baseUrl, gone.purse, keyPair()))).status).toBe(
      at === 0 ? 409 : 410,
    );
    const [into, back] = await coinEntries(baseUrl, coins[0]!);
    expect(into).toMatchObject({ type: 'PURSE-DEPOSIT', amount: 'KUDOS:1.51', refunded: true });
    expect(back).toMatchObject({ type: 'PURSE-REFUND', amount: 'KUDOS:1.5', refund_fee: 'KUDOS:0.01' });
    expect(
      verified(
        back,
        confirmPurseRefundBlock({
          pursePub: bytes(gone.purse.key),
          coinPub: bytes(coins[0]!),
          refundedAmount: amount('KUDOS:1.5'),
          refundFee: amount('KUDOS:0.01'),
        }),
      ),
    ).toBe(true);

    const partly = await make(coins[1]!, 'KUDOS:1', 'KUDOS:1.5', 100_000);
    expect((await get(`${partly.url}/deposit`)).json.deposit_timestamp).toBeUndefined();
    expect(await post(`${partly.url}/merge`, mergeRequest(lab, baseUrl, partly.purse, keyPair()))).toMatchObject({
      status: 402,
      json: { code: 1878 },
    });
    const waiting = get(`${partly.url}/deposit?timeout_ms=${at === 0 ? 4000 : 600}`);
    lab.travel(101_000);
    expect(await waiting).toMatchObject({ status: 410, json: { code: 1026 } });
    expect(await post(`${partly.url}/merge`, mergeRequest(lab, baseUrl, partly.purse, keyPair()))).toMatchObject({
      status: 410,
      json: { code: 1026 },
    });
    expect(
      await post(`${partly.url}/deposit`, { deposits: [purseDeposit(baseUrl, partly.purse, coins[2]!, 'KUDOS:0.5')] }),
    ).toMatchObject({ status: 410, json: { code: 1026 } });
    // the coin is whole again: all of it can be spent into a new purse
    await make(coins[1]!, 'KUDOS:2', 'KUDOS:1.99');
  });
});
