// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directFetch } from '../../electron/sandbox/direct.ts';
import { amount } from '../../shared/amount.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { keySetBlock } from '../../electron/taler/purposes/exchange.ts';
import { masterGlobalFeesBlock, masterWireDetailsBlock } from '../../electron/taler/purposes/master.ts';
import {
  denominations,
  finishCoins,
  get,
  keyPair,
  post,
  prepareWithdrawal,
  startLab,
  type Lab,
} from './sandbox-client.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ syncProviders: [], latencyMs: 1 });
});
afterAll(() => lab.sandbox.close());

const config = () => `${lab.sandbox.exchanges[0]!.baseUrl}config`;
const faults = () => lab.sandbox.exchanges[0]!.faults;

test('a planned fault that never happens fails the test that planned it', async () => {
  faults().once({ method: 'POST', path: /melt$/ }, { status: 500 });
  await get(config());
  expect(faults().unused()).toEqual(['POST /melt$/ → status (0 of 1)']);
  expect(() => lab.sandbox.assertAllFaultsHappened()).toThrow('never happened');
  faults().clear();
  lab.sandbox.assertAllFaultsHappened();
});

test('one fault per request, in the order planned; then the server is itself again', async () => {
  faults().once({ path: '/config' }, { status: 500, code: 60 });
  faults().times(2, { path: '/config' }, { status: 429, retryAfter: '7' });
  expect(await get(config())).toMatchObject({ status: 500, json: { code: 60 } });
  expect((await get(config())).headers.get('retry-after')).toBe('7');
  expect((await get(config())).status).toBe(429);
  expect((await get(config())).json.name).toBe('taler-exchange');
  faults().assertAllHappened();
});

test('a lie that finds nothing to lie about has not happened', async () => {
  faults().once({}, { lieAboutSignature: true });
  faults().once({}, { cutBodyAt: 1_000_000 });
  for (let request = 0; request < 2; request += 1) expect((await get(config())).status).toBe(200);
  expect(faults().unused()).toEqual([
    'any method any path → lieAboutSignature (0 of 1)',
    'any method any path → cutBodyAt (0 of 1)',
  ]);
  faults().clear();
  expect(() => faults().once({}, { payAgain: true, delayMs: 5 })).toThrow('stands alone');
});

test('an answer without a body has nothing to lie about: a 304 is sent as it is', async () => {
  const keys = config().replace(/config$/, 'keys');
  const etag = (await fetch(keys)).headers.get('etag') ?? '';
  faults().once({}, { lieAboutSignature: true });
  const response = await fetch(keys, { headers: { 'if-none-match': etag } });
  expect([etag === '', response.status, await response.text()]).toEqual([false, 304, '']);
  expect(faults().unused()).toEqual(['any method any path → lieAboutSignature (0 of 1)']);
  faults().clear();
});

test.each([204, 304])('a %i that is cut off is still an answer without a body', async (status) => {
  const cutOff = directFetch((_, outgoing) => {
    outgoing.writeHead(status, { etag: '"7"' });
    outgoing.write(new Uint8Array(0), () => outgoing.destroy());
    outgoing.flushHeaders();
  });
  const response = await cutOff('http://127.0.0.1:9/');
  expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([status, '"7"', '']);
});

test('broken connections and bodies', async () => {
  faults().once({}, { closeConnection: true });
  await expect(get(config())).rejects.toThrow();
  faults().once({}, { cutBodyAt: 20 });
  await expect(get(config())).rejects.toThrow();
  faults().once({}, { halfJson: true });
  await expect(get(config())).rejects.toThrow(SyntaxError);
  faults().once({}, { hang: true });
  await expect(fetch(config(), { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout');
  faults().once({}, { redirect: { status: 301, location: 'http://127.0.0.1:9/' } });
  expect(await get(config())).toMatchObject({ status: 301 });
  faults().once({}, { delayMs: 30, unknownVersion: '99:0:0' });
  expect((await get(config())).json.version).toBe('99:0:0');
  faults().once({}, { changeJson: (body) => ({ ...(body as object), currency: 'OTHER' }) });
  expect((await get(config())).json.currency).toBe('OTHER');
});

test('ten gigabytes are sent without being held', async () => {
  faults().once({}, { bigBody: { bytes: 10 * 2 ** 30 } });
  const before = process.memoryUsage().rss;
  const answer = await fetch(config());
  const reader = answer.body!.getReader();
  let seen = 0;
  while (seen < 64 * 2 ** 20) seen += (await reader.read()).value!.length;
  await reader.cancel();
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 2 ** 20);
});

test('an exchange that lies about its master signatures lies about nothing else', async () => {
  const url = `${lab.sandbox.exchanges[0]!.baseUrl}keys`;
  faults().once({ path: '/keys' }, { badMasterSignature: 'denominations' });
  const keys = (await get(url)).json;
  const masterPub = crockToBytes(keys.master_public_key, 32);
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
  const accountIsGood = (answer: any): boolean =>
    eddsaVerify(
      masterPub,
      masterWireDetailsBlock({ payto: answer.accounts[0].payto_uri, debitRestrictions: [], creditRestrictions: [] }),
      crockToBytes(answer.accounts[0].master_sig, 64),
    );
  expect(accountIsGood(keys)).toBe(true);
  faults().once({ path: '/keys' }, { badMasterSignature: 'accounts' });
  expect(accountIsGood((await get(url)).json)).toBe(false);
  const [fee] = (await get(url)).json.global_fees;
  const block = masterGlobalFeesBlock({
    start: fee.start_date,
    end: fee.end_date,
    purseTimeout: fee.purse_timeout,
    historyExpiration: fee.history_expiration,
    historyFee: amount(fee.history_fee),
    accountFee: amount(fee.account_fee),
    purseFee: amount(fee.purse_fee),
    purseAccountLimit: fee.purse_account_limit,
  });
  expect(eddsaVerify(masterPub, block, crockToBytes(fee.master_sig, 64))).toBe(true);
});

test('a wrong denomination signature is served once; the stored one was right all along', async () => {
  const [exchange] = lab.sandbox.exchanges;
  const denom = (await denominations(exchange!, lab.now())).get('KUDOS:1')!;
  const reserve = keyPair();
  lab.sandbox.bank.transferToReserve(reserve.pub, 'KUDOS:1.01');
  const { planchets, body } = prepareWithdrawal(reserve, [denom]);
  const url = `${exchange!.baseUrl}reserves/${reserve.pub}/batch-withdraw`;
  faults().once({ path: 'batch-withdraw' }, { wrongDenominationSignature: true });
  const wrong = await post(url, body);
  expect(() => finishCoins(planchets, [denom], wrong.json.ev_sigs)).toThrow('bad-signature');
  expect(finishCoins(planchets, [denom], (await post(url, body)).json.ev_sigs)).toHaveLength(1);
  faults().once({ path: 'batch-withdraw' }, { status: 503, afterHandling: true });
  expect((await post(url, body)).status).toBe(503);
  faults().assertAllHappened();
});

test('a start that fails leaves no server behind; an exchange may live in the past', async () => {
  const { port } = new URL(config());
  await expect(startLab({ exchanges: [{ port: Number(port) }] })).rejects.toThrow('EADDRINUSE');
  const past = await startLab({ exchanges: [{ clockOffsetMs: -10 * 365 * 24 * 3600_000 }], syncProviders: [] });
  const keys = (await get(`${past.sandbox.exchanges[0]!.baseUrl}keys`)).json;
  const ends = keys.denominations.flatMap((group: any) =>
    group.denoms.map((each: any) => each.stamp_expire_withdraw.t_s),
  );
  expect(Math.max(...ends) * 1000).toBeLessThan(past.now());
  await past.sandbox.close();
});
