// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { syncUploadBlock } from '../../electron/taler/purposes/wallet.ts';
import { call, get, keyPair, post, random, sign, startLab, type KeyPair, type Lab } from './sandbox-client.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({
    exchanges: [],
    syncProviders: [
      { annualFee: 'KUDOS:0', storageLimitMegabytes: 1 },
      { annualFee: 'KUDOS:0.1', prefix: '/some/where/' },
    ],
  });
});
afterAll(() => lab.sandbox.close());

const hashOf = (blob: Uint8Array): string => bytesToCrock(sha512(blob));
const ZERO = bytesToCrock(new Uint8Array(64));

const headersFor = (account: KeyPair, blob: Uint8Array, old?: Uint8Array): Record<string, string> => ({
  'content-type': 'application/octet-stream',
  'if-none-match': `"${hashOf(blob)}"`,
  ...(old ? { 'if-match': `"${hashOf(old)}"` } : {}),
  'sync-signature': sign(account, syncUploadBlock({ newHash: sha512(blob), ...(old ? { oldHash: sha512(old) } : {}) })),
});
const upload = (base: string, account: KeyPair, blob: Uint8Array, old?: Uint8Array, query = '', headers = {}) =>
  call('POST', `${base}backups/${account.pub}${query}`, blob, { ...headersFor(account, blob, old), ...headers });

const payOrder = async (talerUri: string): Promise<string> => {
  const order = talerUri.split('/').at(-2)!;
  const url = `${lab.sandbox.merchant.baseUrl}orders/${order}`;
  expect((await post(`${url}/claim`, { nonce: keyPair().pub })).json.contract_terms).toMatchObject({
    summary: 'annual fee for sync service',
  });
  expect((await post(`${url}/pay`, { coins: [] })).status).toBe(200);
  return order;
};

test('every status of the table, in the order of the recording', async () => {
  const provider = lab.sandbox.syncProviders[0]!;
  const { baseUrl } = provider;
  const account = keyPair();
  const url = `${baseUrl}backups/${account.pub}`;
  const [one, two, three] = [random(600), random(900), random(700)] as const;
  expect((await get(`${baseUrl}config`)).json).toEqual({
    name: 'sync',
    storage_limit_in_megabytes: 1,
    liability_limit: 'KUDOS:0',
    annual_fee: 'KUDOS:0',
    version: '2:0:0',
  });
  const terms = await get(`${baseUrl}terms`);
  expect([terms.status, terms.headers.get('content-type')]).toEqual([404, 'text/html']);
  expect(await get(url)).toMatchObject({ status: 404, json: { code: 6100 } });
  expect(await get(`${baseUrl}backups/XYZ`)).toMatchObject({ status: 400, json: { code: 26, detail: 'XYZ' } });
  const plain = headersFor(account, one);
  const { 'sync-signature': _signature, ...unsigned } = plain;
  expect(await call('POST', url, one, unsigned)).toMatchObject({ status: 400, json: { code: 6103 } });
  expect(
    await upload(baseUrl, account, one, undefined, '', { 'sync-signature': bytesToCrock(new Uint8Array(64)) }),
  ).toMatchObject({ status: 403, json: { code: 6104 } });
  expect(await upload(baseUrl, account, one, undefined, '', { 'if-none-match': hashOf(one) })).toMatchObject({
    status: 400,
    json: { code: 6101 },
  });
  expect(await upload(baseUrl, account, one, undefined, '', { 'if-match': hashOf(one) })).toMatchObject({
    status: 400,
    json: { code: 6102 },
  });

  const first = await upload(baseUrl, account, one);
  expect(first.status).toBe(402);
  expect(first.bytes.length).toBe(0);
  const uri = first.headers.get('taler')!;
  expect(uri).toMatch(new RegExp(`^taler\\+http://pay/${lab.sandbox.merchant.baseUrl.slice(7)}[^/]+/$`));
  expect((await upload(baseUrl, account, one, two)).headers.get('taler')).toBe(uri);
  const fresh = (await upload(baseUrl, account, one, undefined, '?fresh=y')).headers.get('taler')!;
  expect(fresh).not.toBe(uri);
  const waiting = upload(baseUrl, account, one, undefined, `?paying=${fresh.split('/').at(-2)}`);
  await payOrder(fresh);
  expect((await waiting).status).toBe(204);

  const got = await get(url);
  expect([
    got.status,
    got.headers.get('etag'),
    got.headers.get('sync-previous'),
    got.headers.get('sync-signature'),
  ]).toEqual([200, `"${hashOf(one)}"`, ZERO, plain['sync-signature']]);
  expect(got.bytes).toEqual(one);
  expect((await get(url, { 'if-none-match': `"${hashOf(one)}"` })).status).toBe(200);
  expect((await upload(baseUrl, account, one)).status).toBe(304);
  expect((await upload(baseUrl, account, one, one)).status).toBe(304);
  expect((await upload(baseUrl, account, two, one)).status).toBe(204);
  expect((await get(url)).headers.get('sync-previous')).toBe(hashOf(one));
  for (const stale of [one, undefined, random(5)]) {
    const conflict = await upload(baseUrl, account, three, stale);
    expect([conflict.status, conflict.headers.get('etag')]).toEqual([409, `"${hashOf(two)}"`]);
    expect(conflict.bytes).toEqual(two);
  }
  expect(await call('POST', url, three, headersFor(account, random(3), two))).toMatchObject({
    status: 400,
    json: { code: 6108 },
  });
  expect((await upload(baseUrl, account, three, two, '?pay=y')).headers.get('taler')).toBe(uri);
  expect((await upload(baseUrl, account, three, two)).status).toBe(204);
  expect((await upload(baseUrl, account, new Uint8Array(0), three)).status).toBe(204);
  expect((await call('DELETE', url)).headers.get('content-type')).toBe('text/html');
  const big = random(1024 * 1024);
  // Answered before it is read: an upload that just comes is cut off, one that asks first hears the answer.
  await expect(upload(baseUrl, account, big, new Uint8Array(0))).rejects.toThrow();
  const asked = { ...headersFor(account, big, new Uint8Array(0)), expect: '100-continue' };
  expect(await askFirst(url, asked, big.length)).toMatchObject({ status: 413, json: { code: 6106 } });
  expect((await upload(baseUrl, account, big.slice(1), new Uint8Array(0))).status).toBe(204);
  expect(await uploadWithoutLength(url, plain)).toBe(400);
});

test('renewal adds a year to what is left; unpaid accounts vanish only with the garbage collection', async () => {
  const provider = lab.sandbox.syncProviders[0]!;
  const account = keyPair();
  const [one, two] = [random(10), random(20)];
  await payOrder((await upload(provider.baseUrl, account, one)).headers.get('taler')!);
  expect((await upload(provider.baseUrl, account, one)).status).toBe(204);
  const until = provider.account(account.pub)!.expirationMs;
  expect(until).toBe(lab.now() + 365 * 24 * 3600_000);
  const demand = await upload(provider.baseUrl, account, two, one, '?pay=y');
  expect(demand.status).toBe(402);
  const order = await payOrder(demand.headers.get('taler')!);
  expect((await upload(provider.baseUrl, account, two, one, `?pay=y&paying=${order}`)).status).toBe(204);
  expect(provider.account(account.pub)!.expirationMs).toBe(until + 365 * 24 * 3600_000);
  lab.travel(3 * 365 * 24 * 3600_000);
  expect((await get(`${provider.baseUrl}backups/${account.pub}`)).status).toBe(200);
  expect(provider.collectGarbage()).toBeGreaterThan(0);
  expect(await get(`${provider.baseUrl}backups/${account.pub}`)).toMatchObject({ status: 404, json: { code: 6100 } });
  expect((await upload(provider.baseUrl, account, two, one)).status).toBe(402);
});

test('faults of a provider: an old copy, a foreign blob, a lost upload, payment again, lies', async () => {
  const provider = lab.sandbox.syncProviders[0]!;
  const { baseUrl, faults } = provider;
  const account = keyPair();
  const url = `${baseUrl}backups/${account.pub}`;
  const [one, two, three] = [random(10), random(20), random(30)] as const;
  await payOrder((await upload(baseUrl, account, one)).headers.get('taler')!);
  await upload(baseUrl, account, one);
  await upload(baseUrl, account, two, one);
  faults.once({ method: 'GET', path: '/backups/' }, { serveOld: true });
  expect((await get(url)).bytes).toEqual(one);
  faults.once({ method: 'GET' }, { foreignBlob: three });
  expect((await get(url)).headers.get('etag')).toBe(`"${hashOf(three)}"`);
  faults.once({ method: 'GET' }, { wrongHash: true });
  const lied = await get(url);
  expect(lied.bytes).toEqual(two);
  expect(lied.headers.get('etag')).not.toBe(`"${hashOf(two)}"`);
  faults.once({ method: 'GET' }, { lieAboutSignature: true });
  expect((await get(url)).headers.get('sync-signature')).not.toBe(headersFor(account, two, one)['sync-signature']);
  faults.once({ method: 'POST' }, { payAgain: true });
  expect((await upload(baseUrl, account, three, two)).status).toBe(402);
  faults.once({ method: 'POST' }, { forgetUpload: true });
  expect((await upload(baseUrl, account, three, two)).status).toBe(204);
  expect((await get(url)).bytes).toEqual(two);
  faults.once({ method: 'POST' }, { closeConnection: true, afterHandling: true });
  await expect(upload(baseUrl, account, three, two)).rejects.toThrow();
  expect((await get(url)).bytes).toEqual(three);
  faults.assertAllHappened();
});

test('a path prefix is served, and what lies outside it is not', async () => {
  const { baseUrl, annualFee } = lab.sandbox.syncProviders[1]!;
  expect(baseUrl.endsWith('/some/where/')).toBe(true);
  expect((await get(`${baseUrl}config`)).json.annual_fee).toBe(annualFee);
  expect((await get(`${new URL(baseUrl).origin}/config`)).status).toBe(404);
});

test('a restart keeps addresses, accounts, blobs and keys', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  try {
    const options = {
      directory,
      exchanges: [{ generation: 'v17' as const }],
      syncProviders: [{ annualFee: 'KUDOS:0' }],
    };
    const before = await startLab(options);
    const { urls } = before.sandbox;
    const { baseUrl } = before.sandbox.syncProviders[0]!;
    const account = keyPair();
    const blob = random(100);
    const demand = await upload(baseUrl, account, blob);
    const order = demand.headers.get('taler')!.split('/').at(-2);
    await post(`${before.sandbox.merchant.baseUrl}orders/${order}/claim`, { nonce: account.pub });
    await post(`${before.sandbox.merchant.baseUrl}orders/${order}/pay`, { coins: [] });
    expect((await upload(baseUrl, account, blob)).status).toBe(204);
    const keys = (await get(`${before.sandbox.exchanges[0]!.baseUrl}keys`)).json;
    await before.sandbox.close();
    const after = await startLab(options);
    expect(after.sandbox.urls).toEqual(urls);
    expect((await get(`${baseUrl}backups/${account.pub}`)).bytes).toEqual(blob);
    expect((await get(`${after.sandbox.exchanges[0]!.baseUrl}keys`)).json).toEqual(keys);
    expect(crockToBytes(after.sandbox.merchant.merchantPub, 32)).toHaveLength(32);
    await after.sandbox.close();
  } finally {
    rmSync(directory, { recursive: true });
  }
});

/** fetch always sends a length for bytes; a chunked upload has none. */
/** The answer to an upload that waits to be told to go on; it never is. */
const askFirst = (url: string, headers: Record<string, string>, length: number) =>
  new Promise<{ readonly status: number; readonly json: unknown }>((resolve, reject) => {
    const asking = rawRequest(url, { method: 'POST', headers: { ...headers, 'content-length': length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        asking.destroy();
        resolve({ status: answer.statusCode ?? 0, json: JSON.parse(Buffer.concat(chunks).toString()) });
      });
    });
    asking.on('error', reject);
    asking.flushHeaders();
  });

const uploadWithoutLength = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const asking = rawRequest(
      url,
      { method: 'POST', headers: { ...headers, 'transfer-encoding': 'chunked' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asking.on('error', reject);
    asking.end('abc');
  });
