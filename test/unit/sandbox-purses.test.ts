// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { ecdhePublicKey } from '../../electron/taler/ecdh.ts';
import { eddsaVerify } from '../../electron/taler/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/encodings.ts';
import { hashPayto } from '../../electron/taler/hash.ts';
import { reservePayto } from '../../electron/taler/payto.ts';
import { confirmPurseCreationBlock, confirmPurseMergedBlock, confirmPurseRefundBlock, purseStatusBlock, reserveClosedBlock } from '../../electron/taler/purposes-exchange.ts';
import { accountMergeBlock, econtractBlock, purseCreateBlock, purseDeleteBlock, purseDepositBlock, purseMergeBlock } from '../../electron/taler/purposes-purse.ts';
import { coinHistoryBlock, reserveCloseBlock, reserveHistoryBlock, reserveOpenBlock } from '../../electron/taler/purposes-wallet.ts';
import { call, get, keyPair, post, random, sign, startLab, withdrawCoins, type Coin, type KeyPair, type Lab } from './sandbox-client.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ exchanges: [{ generation: 'v17', fees: { purseFee: amount('KUDOS:0.01') } }, { generation: 'v23', fees: { purseFee: amount('KUDOS:0.01') } }], syncProviders: [] });
});
afterAll(() => lab.sandbox.close());

const seconds = (ms: number) => ({ t_s: Math.floor(ms / 1000) });
const bytes = (key: KeyPair | string): Uint8Array => crockToBytes(typeof key === 'string' ? key : key.pub, 32);

type Purse = { readonly key: KeyPair; readonly merge: KeyPair; readonly amount: string; readonly expiration: { t_s: number }; readonly hash: Uint8Array };
const newPurse = (sum: string, lifeMs = 600_000): Purse => ({ key: keyPair(), merge: keyPair(), amount: sum, expiration: seconds(lab.now() + lifeMs), hash: random(64) });

const purseFacts = (purse: Purse) => ({
  min_age: 0,
  merge_pub: purse.merge.pub,
  h_contract_terms: bytesToCrock(purse.hash),
  purse_expiration: purse.expiration,
  purse_sig: sign(purse.key, purseCreateBlock({ purseExpiration: purse.expiration, purseAmount: amount(purse.amount), contractHash: purse.hash, mergePub: bytes(purse.merge), minAge: 0 })),
});
const deposit = (base: string, purse: Purse, coin: Coin, contribution: string) => ({
  amount: contribution, denom_pub_hash: coin.denom.hash, ub_sig: coin.ubSig, coin_pub: coin.pub,
  coin_sig: sign(coin, purseDepositBlock({ contribution: amount(contribution), denominationHash: coin.denom.hashBytes, pursePub: bytes(purse.key), exchangeBaseUrl: base })),
});
const contractFor = (purse: Purse) => {
  const contractPub = ecdhePublicKey(random(32));
  const econtract = random(120);
  return { econtract: bytesToCrock(econtract), contract_pub: bytesToCrock(contractPub), econtract_sig: sign(purse.key, econtractBlock({ econtract, contractPub })) };
};
const mergeRequest = (base: string, purse: Purse, reserve: KeyPair, at = lab.now()) => {
  const payto = reservePayto(base, reserve.pub);
  const fields = { mergeTimestamp: seconds(at), pursePub: bytes(purse.key) };
  return {
    payto_uri: payto, merge_timestamp: seconds(at),
    merge_sig: sign(purse.merge, purseMergeBlock({ ...fields, reservePaytoHash: hashPayto(payto) })),
    reserve_sig: sign(reserve, accountMergeBlock({ ...fields, purseExpiration: purse.expiration, purseAmount: amount(purse.amount), purseFee: amount('KUDOS:0'), contractHash: purse.hash, minAge: 0, flags: 1 })),
  };
};
const coinHistory = async (base: string, coin: KeyPair) => (await get(`${base}coins/${coin.pub}/history`, { 'taler-coin-history-signature': sign(coin, coinHistoryBlock({ startOffset: 0 })) })).json.history;
const reserveHistory = async (base: string, reserve: KeyPair) =>
  (await get(`${base}reserves/${reserve.pub}/history`, { 'taler-reserve-history-signature': sign(reserve, reserveHistoryBlock({ startOffset: 0 })) })).json.history;
const verified = (json: any, block: Uint8Array): boolean => eddsaVerify(crockToBytes(json.exchange_pub, 32), block, crockToBytes(json.exchange_sig, 64));

describe.each([0, 1])('exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('push: create, look, merge, conflicts', async () => {
    const { baseUrl } = exchange();
    const { coins: [two, one] } = await withdrawCoins(lab, exchange(), ['2', '1']);
    const purse = newPurse('KUDOS:2.5');
    const url = `${baseUrl}purses/${purse.key.pub}`;
    const econtract = contractFor(purse);
    const body = { ...purseFacts(purse), amount: purse.amount, econtract, deposits: [deposit(baseUrl, purse, two!, 'KUDOS:1.7'), deposit(baseUrl, purse, one!, 'KUDOS:0.82')] };
    expect(await get(`${url}/merge`)).toMatchObject({ status: 404, json: { code: 1025 } });
    const zero = bytesToCrock(new Uint8Array(64));
    expect(await post(`${url}/create`, { ...body, purse_sig: zero })).toMatchObject({ status: 403, json: { code: 1855 } });
    expect(await post(`${url}/create`, { ...body, econtract: { ...econtract, econtract_sig: zero } })).toMatchObject({ status: 403, json: { code: 1856 } });
    expect(await post(`${url}/create`, { ...body, deposits: [{ ...body.deposits[0], coin_sig: zero }] })).toMatchObject({ status: 403, json: { code: 1975, detail: baseUrl } });
    expect(await post(`${url}/create`, { ...body, deposits: [] })).toMatchObject({ status: 400, json: { code: 26, detail: 'deposits' } });
    expect(await post(`${url}/create`, { ...body, purse_expiration: seconds(lab.now() - 5000) })).toMatchObject({ status: 400, json: { code: 1853 } });
    const created = await post(`${url}/create`, body);
    expect(created).toMatchObject({ status: 200, json: { total_deposited: 'KUDOS:2.5' } });
    const block = confirmPurseCreationBlock({ exchangeTimestamp: created.json.exchange_timestamp, purseExpiration: purse.expiration, amountWithoutFee: amount('KUDOS:2.5'), totalDeposited: amount('KUDOS:2.5'), pursePub: bytes(purse.key), contractHash: purse.hash });
    expect(verified(created.json, block)).toBe(true);
    expect((await post(`${url}/create`, body)).status).toBe(200);
    const other = { ...newPurse('KUDOS:2.4'), key: purse.key };
    expect(await post(`${url}/create`, { ...body, ...purseFacts(other), amount: other.amount })).toMatchObject({ status: 409, json: { code: 1850, amount: 'KUDOS:2.5', merge_pub: purse.merge.pub } });
    expect(await post(`${url}/create`, { ...body, econtract: contractFor(purse) })).toMatchObject({ status: 409, json: { code: 1859, contract_pub: econtract.contract_pub } });
    expect(await post(`${url}/create`, { ...body, deposits: [deposit(baseUrl, purse, two!, 'KUDOS:1.6')] })).toMatchObject({ status: 409, json: { code: 1012, coin_pub: two!.pub } });
    expect((await get(`${baseUrl}contracts/${econtract.contract_pub}`)).json).toEqual({ purse_pub: purse.key.pub, econtract: econtract.econtract, econtract_sig: econtract.econtract_sig });

    const status = (await get(`${url}/deposit`)).json;
    expect(verified(status, purseStatusBlock({ depositTimestamp: status.deposit_timestamp, balance: amount('KUDOS:2.5') }))).toBe(true);
    expect(status.merge_timestamp).toBeUndefined();
    expect(await get(`${url}/foo`)).toMatchObject({ status: 400, json: { code: 1475, detail: 'foo' } });
    const reserve = keyPair();
    const merging = mergeRequest(baseUrl, purse, reserve);
    expect(await post(`${url}/merge`, { ...merging, merge_sig: zero })).toMatchObject({ status: 403, json: { code: 1876 } });
    expect(await post(`${url}/merge`, { ...merging, reserve_sig: zero })).toMatchObject({ status: 403, json: { code: 1877 } });
    expect(await post(`${url}/merge`, { ...merging, payto_uri: 'payto://x-taler-bank/localhost/foo?receiver-name=x' })).toMatchObject(at === 0 ? { status: 400, json: { code: 26, detail: 'payto_uri' } } : { status: 403, json: { code: 1876 } });
    const waiting = get(`${url}/merge?timeout_ms=5000`);
    const merged = await post(`${url}/merge`, merging);
    expect(merged).toMatchObject({ status: 200, json: { merge_amount: 'KUDOS:2.5' } });
    const proof = confirmPurseMergedBlock({ exchangeTimestamp: merged.json.exchange_timestamp, purseExpiration: purse.expiration, amountWithoutFee: amount('KUDOS:2.5'), pursePub: bytes(purse.key), reservePub: bytes(reserve), contractHash: purse.hash, exchangeBaseUrl: baseUrl });
    expect(verified(merged.json, proof)).toBe(true);
    expect((await waiting).json.merge_timestamp).toEqual(merging.merge_timestamp);
    expect((await post(`${url}/merge`, merging)).status).toBe(200);
    const conflict = await post(`${url}/merge`, mergeRequest(baseUrl, purse, keyPair()));
    expect(conflict.status).toBe(409);
    expect(conflict.json).toEqual({ merge_timestamp: merging.merge_timestamp, merge_sig: merging.merge_sig, reserve_pub: reserve.pub });
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:2.5');
    expect(await reserveHistory(baseUrl, reserve)).toMatchObject([{ type: 'MERGE', amount: 'KUDOS:2.5', flags: 1, merged: true, purse_pub: purse.key.pub }]);
    expect(await call('DELETE', url, undefined, { 'taler-purse-signature': sign(purse.key, purseDeleteBlock()) })).toMatchObject({ status: 409, json: { code: 1679 } });
  });

  test('a purse deleted or expired gives its coins back whole', async () => {
    const { baseUrl } = exchange();
    const { coins } = await withdrawCoins(lab, exchange(), ['2', '2', '1']);
    const make = async (coin: Coin, contribution: string, sum: string, life?: number) => {
      const purse = newPurse(sum, life);
      const econtract = contractFor(purse);
      const created = await post(`${baseUrl}purses/${purse.key.pub}/create`, { ...purseFacts(purse), amount: sum, econtract, deposits: [deposit(baseUrl, purse, coin, contribution)] });
      expect(created.status).toBe(200);
      return { purse, econtract, url: `${baseUrl}purses/${purse.key.pub}` };
    };
    const gone = await make(coins[0]!, 'KUDOS:1.51', 'KUDOS:1.5');
    expect(await call('DELETE', gone.url)).toMatchObject({ status: 400, json: { code: 25, detail: 'Taler-Purse-Signature' } });
    expect(await call('DELETE', gone.url, undefined, { 'taler-purse-signature': bytesToCrock(new Uint8Array(64)) })).toMatchObject({ status: 403, json: { code: 1680 } });
    expect((await call('DELETE', gone.url, undefined, { 'taler-purse-signature': sign(gone.purse.key, purseDeleteBlock()) })).status).toBe(204);
    expect(await get(`${gone.url}/merge`)).toMatchObject({ status: 410, json: { code: 1031 } });
    expect(await get(`${baseUrl}contracts/${gone.econtract.contract_pub}`)).toMatchObject({ status: 404, json: { code: 1950 } });
    expect((await post(`${gone.url}/merge`, mergeRequest(baseUrl, gone.purse, keyPair()))).status).toBe(at === 0 ? 409 : 410);
    const [into, back] = await coinHistory(baseUrl, coins[0]!);
    expect(into).toMatchObject({ type: 'PURSE-DEPOSIT', amount: 'KUDOS:1.51', refunded: true });
    expect(back).toMatchObject({ type: 'PURSE-REFUND', amount: 'KUDOS:1.5', refund_fee: 'KUDOS:0.01' });
    expect(verified(back, confirmPurseRefundBlock({ pursePub: bytes(gone.purse.key), coinPub: bytes(coins[0]!), refundedAmount: amount('KUDOS:1.5'), refundFee: amount('KUDOS:0.01') }))).toBe(true);

    const partly = await make(coins[1]!, 'KUDOS:1', 'KUDOS:1.5', 100_000);
    expect((await get(`${partly.url}/deposit`)).json.deposit_timestamp).toBeUndefined();
    expect(await post(`${partly.url}/merge`, mergeRequest(baseUrl, partly.purse, keyPair()))).toMatchObject({ status: 402, json: { code: 1878 } });
    const waiting = get(`${partly.url}/deposit?timeout_ms=${at === 0 ? 4000 : 600}`);
    lab.travel(101_000);
    expect(await waiting).toMatchObject({ status: 410, json: { code: 1026 } });
    expect(await post(`${partly.url}/merge`, mergeRequest(baseUrl, partly.purse, keyPair()))).toMatchObject({ status: 410, json: { code: 1026 } });
    expect(await post(`${partly.url}/deposit`, { deposits: [deposit(baseUrl, partly.purse, coins[2]!, 'KUDOS:0.5')] })).toMatchObject({ status: 410, json: { code: 1026 } });
    // the coin is whole again: all of it can be spent into a new purse
    await make(coins[1]!, 'KUDOS:2', 'KUDOS:1.99');
  });

  test('pull: an invoice costs its fee, is paid in parts, and credits the reserve once', async () => {
    const { baseUrl } = exchange();
    const { coins } = await withdrawCoins(lab, exchange(), ['2', '1', '1']);
    const [two, one, late] = coins as [Coin, Coin, Coin];
    const reserve = keyPair();
    const purse = newPurse('KUDOS:2.2');
    const payto = reservePayto(baseUrl, reserve.pub);
    const invoice = (fee: string | undefined) => {
      const mergeTimestamp = seconds(lab.now());
      return {
        ...purseFacts(purse), purse_value: purse.amount, purse_pub: purse.key.pub, econtract, merge_timestamp: mergeTimestamp, ...(fee === undefined ? {} : { purse_fee: fee }),
        merge_sig: sign(purse.merge, purseMergeBlock({ mergeTimestamp, pursePub: bytes(purse.key), reservePaytoHash: hashPayto(payto) })),
        reserve_sig: sign(reserve, accountMergeBlock({ purseExpiration: purse.expiration, purseAmount: amount(purse.amount), purseFee: amount(fee ?? 'KUDOS:0'), contractHash: purse.hash, pursePub: bytes(purse.key), mergeTimestamp, minAge: 0, flags: fee === undefined ? 2 : 3 })),
      };
    };
    const econtract = contractFor(purse);
    const url = `${baseUrl}reserves/${reserve.pub}/purse`;
    expect(await post(url, invoice(undefined))).toMatchObject({ status: 404, json: { code: 1027 } });
    expect(await post(url, invoice('KUDOS:0.01'))).toMatchObject({ status: 404, json: { code: 1027 } });
    expect(await post(url, invoice('KUDOS:0'))).toMatchObject({ status: 400, json: { code: 1678, detail: 'KUDOS:0.01' } });
    lab.sandbox.bank.transferToReserve(reserve.pub, 'KUDOS:1', { exchange: at });
    expect(await post(url, invoice(undefined))).toMatchObject({ status: 409, json: { code: 1677 } });
    const zero = bytesToCrock(new Uint8Array(64));
    expect(await post(url, { ...invoice('KUDOS:0.01'), merge_sig: zero })).toMatchObject({ status: 403, json: { code: 1777, detail: payto } });
    expect(await post(url, { ...invoice('KUDOS:0.01'), reserve_sig: zero })).toMatchObject({ status: 403, json: { code: 1778 } });
    const body = invoice('KUDOS:0.01');
    expect(await post(url, body)).toMatchObject({ status: 200, json: { total_deposited: 'KUDOS:0' } });
    expect((await post(url, body)).status).toBe(200);
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:0.99');

    const purseUrl = `${baseUrl}purses/${purse.key.pub}`;
    expect((await get(`${purseUrl}/merge`)).json.merge_timestamp).toEqual(body.merge_timestamp);
    const part1 = { deposits: [deposit(baseUrl, purse, two, 'KUDOS:1.8')] };
    expect((await post(`${purseUrl}/deposit`, part1)).json).toMatchObject({ total_deposited: 'KUDOS:1.79', purse_value_after_fees: 'KUDOS:2.2', h_contract_terms: bytesToCrock(purse.hash) });
    expect(await post(`${purseUrl}/deposit`, { deposits: [deposit(baseUrl, purse, two, 'KUDOS:0.1')] })).toMatchObject({ status: 409, json: { code: 1012 } });
    const waiting = get(`${purseUrl}/deposit?timeout_ms=5000`);
    expect((await post(`${purseUrl}/deposit`, { deposits: [deposit(baseUrl, purse, one, 'KUDOS:0.42')] })).status).toBe(200);
    expect((await waiting).json.deposit_timestamp).toBeDefined();
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:3.19');
    expect(await post(`${purseUrl}/deposit`, { deposits: [deposit(baseUrl, purse, late, 'KUDOS:0.5')] })).toMatchObject({ status: 410, json: { code: 1976 } });
    expect((await post(`${purseUrl}/deposit`, part1)).json.total_deposited).toBe('KUDOS:3.99');
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:3.19');
    expect((await reserveHistory(baseUrl, reserve)).map((entry: any) => entry.type)).toEqual(['CREDIT', 'MERGE']);
  });

  test('a reserve is opened for purses, and closed to where its money came from', async () => {
    const { baseUrl } = exchange();
    const reserve = keyPair();
    const open = (payment: string) => {
      const fields = { payment: amount(payment), requestTimestamp: seconds(lab.now()), reserveExpiration: seconds(lab.now() + 380 * 24 * 3600_000), purseLimit: 5 };
      return post(`${baseUrl}reserves/${reserve.pub}/open`, { request_timestamp: fields.requestTimestamp, reserve_expiration: fields.reserveExpiration, purse_limit: 5, reserve_payment: payment, payments: [], reserve_sig: sign(reserve, reserveOpenBlock(fields)) });
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
    expect(await post(url, { request_timestamp: requestTimestamp, reserve_sig: bytesToCrock(new Uint8Array(64)) })).toMatchObject({ status: 403, json: { code: 1786 } });
    expect((await post(url, { request_timestamp: requestTimestamp, reserve_sig: sign(reserve, reserveCloseBlock({ requestTimestamp })) })).json).toEqual({ wire_amount: 'KUDOS:2.89' });
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:2.9');
    lab.travel(2000);
    const [, , closing] = await reserveHistory(baseUrl, reserve);
    expect(closing).toMatchObject({ type: 'CLOSING', amount: 'KUDOS:2.9', closing_fee: 'KUDOS:0.01' });
    const block = reserveClosedBlock({ timestamp: closing.timestamp, closingAmount: amount('KUDOS:2.9'), closingFee: amount('KUDOS:0.01'), reservePub: bytes(reserve), paytoHash: hashPayto(closing.receiver_account_details), wtid: crockToBytes(closing.wtid, 32) });
    expect(verified(closing, block)).toBe(true);
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:0');
    expect(amount(lab.sandbox.bank.balance('customer')).units - customer.units).toBe(amount('KUDOS:2.89').units);
  });
});
