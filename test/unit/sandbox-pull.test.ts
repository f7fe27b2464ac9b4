// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto } from '../../electron/taler/crypto/hash.ts';
import { reservePayto } from '../../electron/taler/wire/payto.ts';
import { reserveClosedBlock } from '../../electron/taler/purposes/exchange.ts';
import { accountMergeBlock, purseMergeBlock } from '../../electron/taler/purposes/purse.ts';
import { reserveCloseBlock, reserveOpenBlock } from '../../electron/taler/purposes/wallet.ts';
import { get, keyPair, post, sign, withdrawCoins, type Coin, type Lab } from './sandbox-client.ts';
import {
  bytes,
  contractFor,
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

  test('pull: an invoice costs its fee, is paid in parts, and credits the reserve once', async () => {
    const { baseUrl } = exchange();
    const { coins } = await withdrawCoins(lab, exchange(), ['2', '1', '1']);
    const [two, one, late] = coins as [Coin, Coin, Coin];
    const reserve = keyPair();
    const purse = newPurse(lab, 'KUDOS:2.2');
    const payto = reservePayto(baseUrl, reserve.pub);
    const invoice = (fee: string | undefined) => {
      const mergeTimestamp = seconds(lab.now());
      return {
        ...purseFacts(purse),
        purse_value: purse.amount,
        purse_pub: purse.key.pub,
        econtract,
        merge_timestamp: mergeTimestamp,
        ...(fee === undefined ? {} : { purse_fee: fee }),
        merge_sig: sign(
          purse.merge,
          purseMergeBlock({ mergeTimestamp, pursePub: bytes(purse.key), reservePaytoHash: hashPayto(payto) }),
        ),
        reserve_sig: sign(
          reserve,
          accountMergeBlock({
            purseExpiration: purse.expiration,
            purseAmount: amount(purse.amount),
            purseFee: amount(fee ?? 'KUDOS:0'),
            contractHash: purse.hash,
            pursePub: bytes(purse.key),
            mergeTimestamp,
            minAge: 0,
            flags: fee === undefined ? 2 : 3,
          }),
        ),
      };
    };
    const econtract = contractFor(purse);
    const url = `${baseUrl}reserves/${reserve.pub}/purse`;
    expect(await post(url, invoice(undefined))).toMatchObject({ status: 404, json: { code: 1027 } });
    expect(await post(url, invoice('KUDOS:0.01'))).toMatchObject({ status: 404, json: { code: 1027 } });
    expect(await post(url, invoice('KUDOS:0'))).toMatchObject({
      status: 400,
      json: { code: 1678, detail: 'KUDOS:0.01' },
    });
    lab.sandbox.bank.transferToReserve(reserve.pub, 'KUDOS:1', { exchange: at });
    expect(await post(url, invoice(undefined))).toMatchObject({ status: 409, json: { code: 1677 } });
    const zero = bytesToCrock(new Uint8Array(64));
    expect(await post(url, { ...invoice('KUDOS:0.01'), merge_sig: zero })).toMatchObject({
      status: 403,
      json: { code: 1777, detail: payto },
    });
    expect(await post(url, { ...invoice('KUDOS:0.01'), reserve_sig: zero })).toMatchObject({
      status: 403,
      json: { code: 1778 },
    });
    const body = invoice('KUDOS:0.01');
    expect(await post(url, body)).toMatchObject({ status: 200, json: { total_deposited: 'KUDOS:0' } });
    expect((await post(url, body)).status).toBe(200);
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:0.99');

    const purseUrl = `${baseUrl}purses/${purse.key.pub}`;
    expect((await get(`${purseUrl}/merge`)).json.merge_timestamp).toEqual(body.merge_timestamp);
    const part1 = { deposits: [purseDeposit(baseUrl, purse, two, 'KUDOS:1.8')] };
    expect((await post(`${purseUrl}/deposit`, part1)).json).toMatchObject({
      total_deposited: 'KUDOS:1.79',
      purse_value_after_fees: 'KUDOS:2.2',
      h_contract_terms: bytesToCrock(purse.hash),
    });
    expect(
      await post(`${purseUrl}/deposit`, { deposits: [purseDeposit(baseUrl, purse, two, 'KUDOS:0.1')] }),
    ).toMatchObject({
      status: 409,
      json: { code: 1012 },
    });
    const waiting = get(`${purseUrl}/deposit?timeout_ms=5000`);
    expect(
      (await post(`${purseUrl}/deposit`, { deposits: [purseDeposit(baseUrl, purse, one, 'KUDOS:0.42')] })).status,
    ).toBe(200);
    expect((await waiting).json.deposit_timestamp).toBeDefined();
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:3.19');
    expect(
      await post(`${purseUrl}/deposit`, { deposits: [purseDeposit(baseUrl, purse, late, 'KUDOS:0.5')] }),
    ).toMatchObject({ status: 410, json: { code: 1976 } });
    expect((await post(`${purseUrl}/deposit`, part1)).json.total_deposited).toBe('KUDOS:3.99');
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:3.19');
    expect((await reserveHistory(baseUrl, reserve)).map((entry: any) => entry.type)).toEqual(['CREDIT', 'MERGE']);
  });

  test('a reserve is opened for purses, and closed to where its money came from', async () => {
    const { baseUrl } = exchange();
    const reserve = keyPair();
    const open = (payment: string) => {
      const fields = {
        payment: amount(payment),
        requestTimestamp: seconds(lab.now()),
        reserveExpiration: seconds(lab.now() + 380 * 24 * 3600_000),
        purseLimit: 5,
      };
      return post(`${baseUrl}reserves/${reserve.pub}/open`, {
        request_timestamp: fields.requestTimestamp,
        reserve_expiration: fields.reserveExpiration,
        purse_limit: 5,
        reserve_payment: payment,
        payments: [],
        reserve_sig: sign(reserve, reserveOpenBlock(fields)),
      });
    };
    expect(await open('KUDOS:0.1')).toMatchObject({ status: 404, json: { code: 1027 } });
    lab.sandbox.bank.transferToReserve(reserve.pub, 'KUDOS:3', { exchange: at });
    const refused = await open('KUDOS:0');
    expect([refused.status, refused.json.code, refused.json.open_cost]).toEqual([402, undefined, 'KUDOS:0.06']);
    expect(await open('KUDOS:0.1')).toMatchObject({ status: 200, json: { open_cost: 'KUDOS:0.06' } });
    expect(await open('KUDOS:0.1')).toMatchObject({ status: 200, json: { open_cost: 'KUDOS:0' } });
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:2.9');
    const requestTimestamp = seconds(lab.now());
    const customer = amount(lab.sandbox.bank.balance('customer'));
    const url = `${baseUrl}reserves/${reserve.pub}/close`;
    expect(
      await post(url, { request_timestamp: requestTimestamp, reserve_sig: bytesToCrock(new Uint8Array(64)) }),
    ).toMatchObject({ status: 403, json: { code: 1786 } });
    expect(
      (
        await post(url, {
          request_timestamp: requestTimestamp,
          reserve_sig: sign(reserve, reserveCloseBlock({ requestTimestamp })),
        })
      ).json,
    ).toEqual({ wire_amount: 'KUDOS:2.89' });
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:2.9');
    lab.travel(2000);
    const [, , closing] = await reserveHistory(baseUrl, reserve);
    expect(closing).toMatchObject({ type: 'CLOSING', amount: 'KUDOS:2.9', closing_fee: 'KUDOS:0.01' });
    const block = reserveClosedBlock({
      timestamp: closing.timestamp,
      closingAmount: amount('KUDOS:2.9'),
      closingFee: amount('KUDOS:0.01'),
      reservePub: bytes(reserve),
      paytoHash: hashPayto(closing.receiver_account_details),
      wtid: crockToBytes(closing.wtid, 32),
    });
    expect(verified(closing, block)).toBe(true);
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:0');
    expect(amount(lab.sandbox.bank.balance('customer')).units - customer.units).toBe(amount('KUDOS:2.89').units);
  });
});
