// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { scopeOfHost } from '../../electron/scope.ts';
import { checkPlace, placeRefusal } from '../../electron/taler/wire/place.ts';
import { parseTalerUri } from '../../electron/taler/wire/taler-uri.ts';
import { realWorld, type World } from '../../electron/world.ts';

// What a server or a link names: no stranger leads the wallet into the house it stands in.

describe('where a host can be reached from', () => {
  test.each([
    ['shop.example', 'public'],
    ['93.184.216.34', 'public'],
    ['[2606:2800:220:1::1]', 'public'],
    ['localhost', 'loopback'],
    ['a.localhost.', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['127.255.0.3', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['[::1]', 'loopback'],
    ['[::]', 'loopback'],
    ['[::ffff:127.0.0.1]', 'loopback'],
    ['[::ffff:7f00:1]', 'loopback'],
    ['[64:ff9b::7f00:1]', 'loopback'],
    ['[2002:7f00:1::]', 'loopback'],
    ['[::ffff:0:7f00:1]', 'loopback'],
    ['[2001:0:4136:e378:8000:63bf:80ff:fffe]', 'loopback'],
    ['[2001:0:4136:e378:8000:63bf:a223:4721]', 'public'],
    ['localhost.localdomain', 'loopback'],
    ['169.254.169.254', 'link'],
    ['[fe80::1]', 'link'],
    ['[ff02::1]', 'link'],
    ['printer.local', 'link'],
    ['224.0.0.1', 'link'],
    ['255.255.255.255', 'link'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['[fd00::1]', 'private'],
    ['[fec0::1]', 'private'],
    ['router', 'private'],
    ['nas.lan', 'private'],
    ['router.localdomain', 'private'],
    ['x.home.arpa', 'private'],
    ['metadata.google.internal', 'private'],
  ] as const)('%s: %s', (host, scope) => expect(scopeOfHost(host)).toBe(scope));

  test.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://①②⑦.0.0.1/'])(
    'a number in another spelling is the same number: %s',
    (url) => expect(scopeOfHost(new URL(url).hostname)).toBe('loopback'),
  );
});

describe('what a place may name', () => {
  test.each([
    ['https://p.example/', 'https://shop.example/', undefined],
    ['https://p.example/', 'http://shop.example/', 'not-https'],
    ['https://p.example/', 'https://127.0.0.1:8080/', 'inside'],
    ['https://p.example/', 'https://router/', 'inside'],
    ['https://p.example/', 'https://[fe80::1]/', 'inside'],
    ['http://p.example/', 'http://shop.example/', undefined],
    ['http://p.example/', 'http://192.168.0.1/', 'inside'],
    ['http://192.168.0.2/', 'http://192.168.0.1/', undefined],
    ['http://192.168.0.2/', 'http://127.0.0.1/', 'inside'],
    ['http://192.168.0.2/', 'http://169.254.169.254/', 'inside'],
    ['http://127.0.0.1:8081/', 'http://127.0.0.1:8082/', undefined],
    ['http://localhost:8081/', 'https://shop.example/', undefined],
    ['https://p.example/', 'https://a:b@shop.example/', 'credentials'],
    ['https://p.example/', 'file:///etc/passwd', 'not-web'],
    ['https://p.example/', 'javascript:alert(1)', 'not-web'],
    ['https://p.example/', 'nothing', 'not-web'],
  ] as const)('%s names %s: %s', (by, named, refusal) => expect(placeRefusal(by, named)).toBe(refusal));

  const resolving = (addresses: readonly string[]): World => ({
    ...realWorld(),
    now: () => 0,
    randomBytes: (length) => new Uint8Array(length),
    http: () => Promise.reject(new Error('no network')),
    log: () => undefined,
    addressesOf: async () => addresses,
  });

  test.each([
    [['93.184.216.34'], undefined],
    [['93.184.216.34', '10.0.0.1'], 'inside'],
    [['::ffff:10.0.0.1'], 'inside'],
    [['198.18.0.7'], undefined],
    [[], undefined],
  ] as const)('a public name that stands for %j: %s', async (addresses, refusal) => {
    expect(await checkPlace(resolving(addresses), 'https://p.example/', 'https://shop.example/')).toBe(refusal);
  });
});

describe('an address with dot segments', () => {
  test.each([
    'taler://pay/shop.example/../x',
    'taler://pay/shop.example/order/..',
    'taler://pay/shop.example/%2e%2e/x',
    'taler://pay/shop.example/.%2E/x',
    'taler://pay/shop.example/a/../order/',
    'taler://refund/shop.example/../',
    'taler://withdraw/bank.example/..',
    'taler://withdraw/bank.example/a/./b',
    `taler://pay-push/x.example/../${'0'.repeat(52)}`,
  ])('%s is none', (text) => expect(parseTalerUri(text).ok).toBe(false));
  test('an order id with dots in it is one', () => {
    expect(parseTalerUri('taler://pay/shop.example/2026.11.29-X..Y/')).toMatchObject({ ok: true });
  });
});
