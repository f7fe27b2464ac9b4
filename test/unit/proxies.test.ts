// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { looksUpNames, proxyFor, readProxy } from '../../electron/proxies.ts';

describe('a proxy', () => {
  test.each([
    ['socks5://127.0.0.1:9050', 'socks5://127.0.0.1:9050'],
    [' socks5h://tor.example:9050/ ', 'socks5://tor.example:9050'],
    ['SOCKS://tor.example', 'socks5://tor.example'],
    ['proxy.example:3128', 'http://proxy.example:3128'],
    ['http://user:p%40ss@proxy.example:3128', 'http://user:p%40ss@proxy.example:3128'],
    ['https://proxy.example', 'https://proxy.example'],
    ['socks4://old.example:1080', undefined],
    ['ftp://proxy.example', undefined],
    ['http://proxy.example/path', undefined],
    ['http://', undefined],
    ['', undefined],
    ['a b', undefined],
  ])('%j is read as %j', (typed, read) => {
    expect(readProxy(typed)).toBe(read);
  });

  test('of SOCKS looks names up at its end', () => {
    expect([looksUpNames('socks5://a:1'), looksUpNames('http://a:1'), looksUpNames(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('through whom a request goes', () => {
  const through = (url: string, around: Partial<Parameters<typeof proxyFor>[1]> = {}) =>
    proxyFor(url, { chosen: {}, env: {}, ...around });
  const SHOP = 'https://shop.example/orders';
  const tor = { all: 'socks5://127.0.0.1:9050' };

  test('what is reached from this computer alone goes through nobody, whoever says so', async () => {
    const env = { ALL_PROXY: 'http://proxy.example:1' };
    for (const here of ['http://127.0.0.1:8080/', 'http://localhost/', 'http://[::1]:1/', 'http://a.localhost/'])
      expect(await through(here, { chosen: tor, env, system: async () => 'PROXY a:1' })).toBeUndefined();
  });

  test('what was chosen comes first, a place before all; a machine of this house is reached as it is', async () => {
    const env = { https_proxy: 'http://proxy.example:1' };
    const chosen = { ...tor, places: { 'https://place.example': 'socks5://127.0.0.1:9051' } };
    expect(await through(SHOP, { chosen, env })).toBe('socks5://127.0.0.1:9050');
    expect(await through('https://place.example/backups/A', { chosen, env })).toBe('socks5://127.0.0.1:9051');
    expect(await through('https://192.168.1.5/dav/', { chosen, env })).toBeUndefined();
    expect(await through(SHOP, { chosen: { all: 'direct' }, env })).toBeUndefined();
  });

  test.each([
    ['https_proxy', SHOP],
    ['HTTPS_PROXY', SHOP],
    ['http_proxy', 'http://shop.example/'],
    ['HTTP_PROXY', 'http://shop.example/'],
    ['all_proxy', SHOP],
    ['ALL_PROXY', 'http://shop.example/'],
  ])('%s is obeyed', async (name, url) => {
    expect(await through(url, { env: { [name]: 'proxy.example:3128' } })).toBe('http://proxy.example:3128');
    expect(await through(url, { env: { [name]: '' } })).toBeUndefined();
    await expect(through(url, { env: { [name]: 'socks4://old.example:1' } })).rejects.toThrow('PROXY_UNREADABLE');
  });

  test.each([
    ['*', true],
    ['shop.example', true],
    ['.example', true],
    ['*.example', true],
    ['other.example, shop.example:443', true],
    ['shop.example:8443', false],
    ['hop.example', false],
    ['shop.example.org', false],
    ['', false],
  ])('NO_PROXY=%s', async (list, isDirect) => {
    const found = await through(SHOP, { env: { HTTPS_PROXY: 'http://proxy.example:1', NO_PROXY: list } });
    expect(found === undefined).toBe(isDirect);
  });

  test.each([
    ['DIRECT', undefined],
    ['PROXY proxy.example:8080; DIRECT', 'http://proxy.example:8080'],
    ['HTTPS proxy.example:443', 'https://proxy.example:443'.replace(':443', '')],
    ['SOCKS5 tor.example:1080', 'socks5://tor.example:1080'],
    ['SOCKS tor.example:1080', 'socks5://tor.example:1080'],
    ['', undefined],
  ])('the system says %j', async (said, proxy) => {
    expect(await through(SHOP, { system: async () => said })).toBe(proxy);
    // The environment was set for this program, the system for all.
    expect(await through(SHOP, { system: async () => said, env: { HTTPS_PROXY: 'http://a.example:1' } })).toBe(
      'http://a.example:1',
    );
  });
});
