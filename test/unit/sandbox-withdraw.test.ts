// SPDX-License-Identifier: GPL-3.0-or-later
import { PLAY_TERMS } from '../../electron/sandbox/exchange/terms.ts';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAmounts, amount, amountToText } from '../../shared/amount.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { keySetBlock } from '../../electron/taler/purposes/exchange.ts';
import { masterDenominationBlock } from '../../electron/taler/purposes/master.ts';
import {
  denominations,
  finishCoins,
  get,
  keyPair,
  post,
  prepareWithdrawal,
  startLab,
  withdrawCoins,
  call,
  type Lab,
} from './sandbox-client.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ exchanges: [{ generation: 'v17' }, { generation: 'v23' }], syncProviders: [] });
});
afterAll(() => lab.sandbox.close());

describe.each([0, 1])('exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('keys: every master signature and the list signature verify, the ETag is the hash of the body', async () => {
    const answer = await get(`${exchange().baseUrl}keys`, { 'accept-encoding': 'identity' });
    expect(answer.headers.get('etag')).toBe(bytesToCrock(sha512(answer.bytes)));
    const keys = answer.json;
    const masterPub = crockToBytes(keys.master_public_key, 32);
    const book = exchange().denominations;
    let checked = 0;
    for (const group of keys.denominations) {
      for (const each of group.denoms) {
        const known = book
          .all()
          .find(
            (one) =>
              one.start === each.stamp_start.t_s &&
              one.key.cipher === group.cipher &&
              pubText(one.key) === (each.rsa_pub ?? each.cs_pub),
          )!;
        const block = masterDenominationBlock({
          masterPub,
          stampStart: each.stamp_start,
          stampExpireWithdraw: each.stamp_expire_withdraw,
          stampExpireDeposit: each.stamp_expire_deposit,
          stampExpireLegal: each.stamp_expire_legal,
          value: amount(group.value),
          feeWithdraw: amount(group.fee_withdraw),
          feeDeposit: amount(group.fee_deposit),
          feeRefresh: amount(group.fee_refresh),
          feeRefund: amount(group.fee_refund),
          denominationHash: known.hashBytes,
        });
        expect(eddsaVerify(masterPub, block, crockToBytes(each.master_sig, 64))).toBe(true);
        checked += 1;
      }
    }
    expect(checked).toBe(book.all().length);
    const masterSigs = keys.denominations.flatMap((group: any) =>
      group.denoms.map((each: any) => crockToBytes(each.master_sig, 64)),
    );
    expect(
      eddsaVerify(
        crockToBytes(keys.exchange_pub, 32),
        keySetBlock({ listIssueDate: keys.list_issue_date, masterSigs }),
        crockToBytes(keys.exchange_sig, 64),
      ),
    ).toBe(true);
    expect(keys.denominations.some((group: any) => group.cipher === 'CS')).toBe(true);
    const etag = answer.headers.get('etag')!;
    expect((await get(`${exchange().baseUrl}keys`, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(`${exchange().baseUrl}keys`, { 'if-none-match': `"${etag}"` })).status).toBe(200);
  });

  test('a bank transfer funds the reserve, coins come out signed, a replay gives the same signatures', async () => {
    const reserve = keyPair();
    const available = await denominations(exchange(), lab.now());
    const denoms = ['8', '1', '0.04'].map((value) => available.get(`KUDOS:${value}`)!);
    expect(await get(`${exchange().baseUrl}reserves/${reserve.pub}`)).toMatchObject({
      status: 404,
      json: { code: 1027 },
    });
    const polled = get(`${exchange().baseUrl}reserves/${reserve.pub}?timeout_ms=5000`);
    expect(
      lab.sandbox.bank.transferToReserve(
        `${exchange().accountPayto}&amount=KUDOS:9.07&message=Taler+Withdrawal+${reserve.pub}`,
      ).ok,
    ).toBe(true);
    expect(await polled).toMatchObject({ status: 200, json: { balance: 'KUDOS:9.07' } });
    const { planchets, body } = prepareWithdrawal(reserve, denoms);
    const url = `${exchange().baseUrl}reserves/${reserve.pub}/batch-withdraw`;
    const answer = await post(url, body);
    expect(answer.status).toBe(200);
    expect(finishCoins(planchets, denoms, answer.json.ev_sigs)).toHaveLength(3);
    expect((await get(`${exchange().baseUrl}reserves/${reserve.pub}`)).json.balance).toBe('KUDOS:0.01');
    expect((await post(url, body)).json).toEqual(answer.json);
    const zipped = await call('POST', url, deflateSync(JSON.stringify(body)), {
      'content-encoding': 'deflate',
      'content-type': 'application/json',
    });
    expect(zipped.json).toEqual(answer.json);
    exchange().faults.once({ method: 'POST', path: 'batch-withdraw' }, { v17RefuseBatchReplay: true });
    expect(await post(url, body)).toMatchObject({
      status: 409,
      json: { code: 1150, balance: 'KUDOS:0.01', requested_amount: 'KUDOS:9.06' },
    });
  });

  test('refusals come in the documented order', async () => {
    const reserve = keyPair();
    const available = await denominations(exchange(), lab.now());
    const denom = available.get('KUDOS:1')!;
    const url = `${exchange().baseUrl}reserves/${reserve.pub}/batch-withdraw`;
    const { body } = prepareWithdrawal(reserve, [denom]);
    const [planchet] = body.planchets;
    expect(await post(url, { planchets: [] })).toMatchObject({ status: 400, json: { code: 26, detail: 'planchets' } });
    expect(await post(url, { planchets: Array.from({ length: 257 }, () => planchet) })).toMatchObject({
      status: 400,
      json: { code: 26, detail: 'too many planchets' },
    });
    expect(await post(url, { planchets: [planchet, planchet] })).toMatchObject({
      status: 400,
      json: { code: 26, detail: 'duplicate planchet' },
    });
    expect(await post(url, { planchets: [{ ...planchet, reserve_sig: undefined }] })).toMatchObject({
      status: 400,
      json: { code: 22, field: 'reserve_sig', line: 0 },
    });
    expect(
      await post(url, { planchets: [{ ...planchet, reserve_sig: bytesToCrock(new Uint8Array(64)) }] }),
    ).toMatchObject({ status: 403, json: { code: 1154 } });
    expect(
      await post(url, { planchets: [{ ...planchet, denom_pub_hash: bytesToCrock(new Uint8Array(64)) }] }),
    ).toMatchObject({ status: 404, json: { code: 1005 } });
    expect(await post(url, body)).toMatchObject({ status: 404, json: { code: 1027 } });
    const notJson = await call('POST', url, new TextEncoder().encode('{no json'));
    expect(notJson).toMatchObject({ status: 400, json: { code: 22 } });
    expect(notJson.json.field).toBeUndefined();
    const future = exchange()
      .denominations.all()
      .find((each) => each.start * 1000 > lab.now())!;
    expect(await post(url, { planchets: [{ ...planchet, denom_pub_hash: future.hash }] })).toMatchObject({
      status: 410,
      json: { code: 1008, oper: at === 0 ? 'WITHDRAW' : 'batch-withdraw' },
    });
    await expect(get(`${exchange().baseUrl}reserves/${reserve.pub}?timeout_ms=abc`)).rejects.toThrow();
    expect(await get(`${exchange().baseUrl}reserves/NOTBASE32!`)).toMatchObject({
      status: 400,
      json: { code: 27, detail: 'NOTBASE32!' },
    });
  });

  test('a mixed batch of old and new planchets is refused, whole', async () => {
    const { reserve, coins } = await withdrawCoins(lab, exchange(), ['0.02', '0.01']);
    expect(coins.map((coin) => amountToText(coin.denom.value))).toEqual(['KUDOS:0.02', 'KUDOS:0.01']);
    const denom = coins[0]!.denom;
    const url = `${exchange().baseUrl}reserves/${reserve.pub}/batch-withdraw`;
    const seed = new Uint8Array(32).fill(7);
    lab.sandbox.bank.transferToReserve(reserve.pub, 'KUDOS:0.06', { exchange: at });
    const first = prepareWithdrawal(reserve, [denom], seed);
    expect((await post(url, first.body)).status).toBe(200);
    const both = prepareWithdrawal(reserve, [denom, denom], seed);
    expect(await post(url, both.body)).toMatchObject({ status: 409, json: { code: 1175 } });
    expect(exchange().reserveBalance(reserve.pub)).toBe('KUDOS:0.04');
  });

  test('HTTP habits: unknown paths and operations, methods, HEAD, OPTIONS', async () => {
    const { baseUrl } = exchange();
    const { pub } = keyPair();
    expect(await get(`${baseUrl}wire`)).toMatchObject({ status: 404, json: { code: 21, detail: '/wire' } });
    expect(await call('DELETE', `${baseUrl}keys`)).toMatchObject({ status: 405, json: { code: 20, detail: 'DELETE' } });
    expect(await post(`${baseUrl}reserves/${pub}/status`, {})).toMatchObject({
      status: 404,
      json: { code: 1001, detail: 'status' },
    });
    expect(
      (await call('OPTIONS', `${baseUrl}reserves/x/batch-withdraw`)).headers.get('access-control-allow-methods'),
    ).toBe('*');
    const head = await call('HEAD', `${baseUrl}keys`, undefined, { 'accept-encoding': 'identity' });
    expect(head.bytes.length).toBe(0);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(5000);
    expect((await get(`${baseUrl}seed`)).bytes.length).toBe(32);
    exchange().setTerms(PLAY_TERMS);
    const terms = await get(`${baseUrl}terms`);
    expect((await get(`${baseUrl}terms`, { 'if-none-match': terms.headers.get('etag')! })).status).toBe(304);
    exchange().setTerms('none');
    expect((await get(`${baseUrl}terms`)).status).toBe(404);
  });
});

test('a bank-integrated withdrawal: select, select again, conflict, confirm once', async () => {
  const { bank, exchanges } = lab.sandbox;
  const operation = await bank.createWithdrawal('KUDOS:5', { exchange: 1 });
  const url = `${bank.integrationBaseUrl}withdrawal-operation/${operation.id}`;
  expect(operation.talerUri).toBe(`taler+http://withdraw/${bank.integrationBaseUrl.slice(7)}${operation.id}`);
  expect((await get(url)).json).toMatchObject({
    selection_done: false,
    transfer_done: false,
    aborted: false,
    amount: 'KUDOS:5',
    wire_types: ['x-taler-bank'],
    suggested_exchange: exchanges[1]!.baseUrl,
  });
  await expect(operation.confirm()).rejects.toThrow('5119');
  const reserve = keyPair();
  const choice = { reserve_pub: reserve.pub, selected_exchange: exchanges[1]!.accountPayto };
  expect(await post(url, choice)).toMatchObject({ status: 200, json: { transfer_done: false } });
  expect((await post(url, choice)).status).toBe(200);
  expect(await post(url, { ...choice, reserve_pub: keyPair().pub })).toMatchObject({
    status: 409,
    json: { code: 5113 },
  });
  const other = await bank.createWithdrawal('KUDOS:1');
  expect(await post(`${bank.integrationBaseUrl}withdrawal-operation/${other.id}`, choice)).toMatchObject({
    status: 409,
    json: { code: 5114 },
  });
  const before = amount(bank.balance('customer'));
  await operation.confirm();
  await operation.confirm();
  expect(addAmounts(amount(bank.balance('customer')), amount('KUDOS:5'))).toEqual(before);
  expect((await get(url)).json.transfer_done).toBe(true);
  expect(exchanges[1]!.reserveBalance(reserve.pub)).toBe('KUDOS:5');
  expect((await get(`${bank.integrationBaseUrl}withdrawal-operation/none`)).json.code).toBe(5107);
});

const pubText = (key: {
  readonly cipher: string;
  readonly key?: { readonly encoded: Uint8Array };
  readonly point?: Uint8Array;
}): string => bytesToCrock(key.key?.encoded ?? key.point ?? new Uint8Array());
