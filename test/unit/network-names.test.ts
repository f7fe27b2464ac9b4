// SPDX-License-Identifier: GPL-3.0-or-later
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import dns from 'node:dns';
import { createServer, type Server } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { claimOrder } from '../../electron/taler/merchant/order.ts';
import { request } from '../../electron/taler/wire/http.ts';
import { syncConfig } from '../../electron/taler/sync-config.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { realWorld } from '../../electron/world.ts';

// What a name stands for is whatever its owner's name server says this second. A name of the internet that stands for this
// computer, or for a machine of this house, when the connection is made is not connected to, whatever it stood for before.

const world = realWorld();
let server: Server;
let port = 0;
let asked: string[] = [];
let sockets = 0;
/** What names stand for, one answer after the other; the last one stays. */
let answers: (readonly string[])[] = [];

beforeAll(async () => {
  server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.headers.host}${request.url}`);
    if (request.url === '/moved') answer.writeHead(307, { location: `http://moved.example:${port}/inner` });
    answer.end('{}');
  });
  server.on('connection', () => void (sockets += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  vi.spyOn(dns, 'lookup').mockImplementation(((
    _: string,
    options: dns.LookupAllOptions,
    callback: (error: null, ...found: unknown[]) => void,
  ) => {
    const found = ((answers.length > 1 ? answers.shift() : answers[0]) ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    process.nextTick(() =>
      options.all === true ? callback(null, found) : callback(null, found[0]?.address, found[0]?.family),
    );
  }) as unknown as typeof dns.lookup);
  syncBuiltinESMExports();
});
afterEach(() => {
  asked = [];
  sockets = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const INNER = [
  '127.0.0.1',
  '127.8.9.1',
  '0.0.0.0',
  '10.0.0.7',
  '172.16.3.4',
  '192.168.1.1',
  '100.64.0.9',
  '169.254.169.254',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
];

test.each(INNER)('a shop whose name stands for %s is not connected to', async (address) => {
  for (const scheme of ['http', 'https']) {
    answers = [[address]];
    const url = `${scheme}://shop.example:${port}/`;
    const answer = await claimOrder(world, { merchantBaseUrl: url, orderId: '1', noncePub: 'x' });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unreachable', why: 'INNER_ADDRESS' } });
    if (answer.ok) continue;
    expect(explainFailure(answer.error)).toEqual({ kind: 'inner-address', facts: { host: `shop.example:${port}` } });
  }
  expect([sockets, asked]).toEqual([0, []]);
});

test('a name that stood for a machine of the internet when it was looked at, and for this one when it is used', async () => {
  answers = [['93.184.216.34'], ['127.0.0.1']];
  expect(await world.addressesOf?.('shop.example')).toEqual(['93.184.216.34']);
  const answer = await request(world, { method: 'POST', url: `http://shop.example:${port}/`, json: {} });
  expect(answer).toMatchObject({ ok: false, error: { kind: 'unreachable', why: 'INNER_ADDRESS' } });
  expect([sockets, asked]).toEqual([0, []]);
});

test('of several numbers only those of the internet are tried', async () => {
  answers = [['127.0.0.1', '192.0.2.1', '::1']];
  const answer = await request(world, { method: 'GET', url: `http://shop.example:${port}/`, timeoutMs: 300 });
  expect(answer.ok).toBe(false);
  expect(sockets).toBe(0);
});

test('a redirect to such a name is not followed', async () => {
  answers = [['127.0.0.1']];
  for (const redirects of ['same-origin', 'https'] as const)
    expect(await request(world, { method: 'GET', url: `http://127.0.0.1:${port}/moved`, redirects })).toMatchObject({
      ok: false,
      error: { kind: 'redirected' },
    });
  expect(asked).toEqual([`GET 127.0.0.1:${port}/moved`, `GET 127.0.0.1:${port}/moved`]);
});

test.each(['127.0.0.1', 'localhost', 'sandbox.localhost'])('%s says what it is and is asked', async (host) => {
  answers = [['127.0.0.1']];
  expect(await request(world, { method: 'GET', url: `http://${host}:${port}/` })).toMatchObject({ ok: true });
});

test('a name of the house may stand for a machine of the house, and for none of this computer', async () => {
  answers = [['127.0.0.1']];
  expect(await request(world, { method: 'GET', url: `http://nas.lan:${port}/` })).toMatchObject({
    error: { why: 'INNER_ADDRESS' },
  });
  expect(sockets).toBe(0);
});

test('a place for copies may stand in the house under a public name, when the machine proves that the name is its own', async () => {
  answers = [['127.0.0.1']];
  expect(await syncConfig(world, `http://copies.example:${port}/`)).toMatchObject({ ok: false });
  expect(sockets).toBe(0);
  // It is connected to, and fails because nothing there speaks TLS.
  const own = await syncConfig(world, `https://copies.example:${port}/`);
  expect(own).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  expect([sockets, asked]).toEqual([1, []]);
});

test('a name longer than any is asked nothing, and harms nothing that comes after', async () => {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  answers = [[]];
  for (const host of [`${'a.'.repeat(127)}org`, `${'a'.repeat(260)}.example`, `${'a.'.repeat(500)}org`]) {
    await expect(world.http(`https://${host}:${port}/`)).rejects.toMatchObject({ code: 'ENOTFOUND' });
    // What TLS thinks of such a name would be said by the next key that is read.
    expect(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe('ed25519');
  }
  expect(sockets).toBe(0);
});
