// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile } from 'node:child_process';
import dns from 'node:dns';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { connect, createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openNetwork } from '../../electron/network.ts';
import { request } from '../../electron/taler/wire/http.ts';
import { realWorld } from '../../electron/world.ts';

// Every request goes through the proxy that is set; a SOCKS5 one is told the name, which nobody here looks up.

let place: Server;
let socks: TcpServer;
let http: Server;
let told: string[] = [];
const looked: string[] = [];
const portOf = (server: Server | TcpServer): number => (server.address() as AddressInfo).port;
const listen = (server: Server | TcpServer): Promise<void> =>
  new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
const onwards = (socket: Duplex, ready: () => void): void => {
  const to = connect(portOf(place), '127.0.0.1', () => {
    ready();
    socket.pipe(to).pipe(socket);
  });
  for (const each of [socket, to]) each.on('error', () => undefined);
};

beforeAll(async () => {
  place = createServer((asked, answer) => answer.end(JSON.stringify({ host: asked.headers.host })));
  // RFC 1928: greeting, request with a name, and the answer that it is connected.
  socks = createTcp((socket) => {
    socket.once('data', () => {
      socket.write(Uint8Array.of(5, 0));
      socket.once('data', (asked) => {
        const kind = asked[3];
        told.push(kind === 3 ? `name ${asked.subarray(5, 5 + (asked[4] ?? 0)).toString()}` : `kind ${kind}`);
        onwards(socket, () => socket.write(Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0)));
      });
    });
    socket.on('error', () => undefined);
  });
  http = createServer();
  http.on('connect', (wanted: IncomingMessage, socket: Duplex) => {
    told.push(`tunnel ${wanted.url} ${wanted.headers['proxy-authorization'] ?? 'nobody'}`);
    onwards(socket, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  });
  await Promise.all([place, socks, http].map(listen));
  const real = dns.lookup;
  vi.spyOn(dns, 'lookup').mockImplementation(((host: string, ...rest: readonly unknown[]) => {
    looked.push(host);
    return (real as unknown as (...asked: readonly unknown[]) => void)(host, ...rest);
  }) as unknown as typeof dns.lookup);
  syncBuiltinESMExports();
});
beforeEach(() => {
  told = [];
  looked.length = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  for (const each of [place, http]) each.closeAllConnections();
  for (const each of [place, socks, http]) each.close();
});

const ask = (url: string, network: ReturnType<typeof openNetwork>) =>
  request(realWorld(undefined, undefined, network), { method: 'GET', url });
const URL_OF_SHOP = 'http://shop.example:4711/';

test('SOCKS5: the name goes to the proxy, and no name server of ours hears of it', async () => {
  const network = openNetwork(undefined, {});
  network.useProxies({ all: `socks5://127.0.0.1:${portOf(socks)}` });
  expect(await ask(URL_OF_SHOP, network)).toMatchObject({ ok: true, value: { status: 200 } });
  expect(await network.addressesOf('shop.example')).toEqual([]);
  expect([told, looked.filter((host) => host.includes('shop'))]).toEqual([['name shop.example'], []]);
});

test('a proxy for one place is that place’s alone', async () => {
  const network = openNetwork(undefined, {});
  network.useProxies({ places: { 'http://shop.example:4711': `socks5://127.0.0.1:${portOf(socks)}` } });
  expect(await ask(URL_OF_SHOP, network)).toMatchObject({ ok: true });
  expect(await ask('http://other.invalid:4711/', network)).toMatchObject({ ok: false });
  expect(told).toEqual(['name shop.example']);
});

test('HTTP: through a tunnel, with the name and password that it wants; what is on this computer goes straight', async () => {
  const network = openNetwork(undefined, { all_proxy: `http://me:secret@127.0.0.1:${portOf(http)}` });
  expect(await ask(URL_OF_SHOP, network)).toMatchObject({ ok: true });
  expect(await ask(`http://127.0.0.1:${portOf(place)}/`, network)).toMatchObject({ ok: true });
  expect(told).toEqual([`tunnel shop.example:4711 Basic ${Buffer.from('me:secret').toString('base64')}`]);
});

test('a proxy that is away is no reason to go without it', async () => {
  const network = openNetwork(undefined, {});
  network.useProxies({ all: 'socks5://127.0.0.1:1' });
  expect(await ask(URL_OF_SHOP, network)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  network.useProxies({ all: 'socks4://nobody' });
  expect(await ask(URL_OF_SHOP, network)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
});

test('a process that uses SOCKS5 warns of nothing by that, and of everything else', async () => {
  const network = new URL('../../electron/network.ts', import.meta.url).href;
  const program = `import { openNetwork } from '${network}';
    const network = openNetwork(undefined, {});
    network.useProxies({ all: 'socks5://127.0.0.1:1' });
    await network.http('http://shop.example:4711/').catch(() => undefined);
    process.emitWarning('still here', 'ExperimentalWarning');`;
  const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stderr).toContain('ExperimentalWarning: still here');
  expect(stderr).not.toContain('SOCKS5');
});
