// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createProxy, type IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { request } from '../../electron/taler/wire/http.ts';
import { realWorld } from '../../electron/world.ts';

// Whose machine it is must be proved, whatever the environment says: developers switch that off for all programs they start,
// and a wallet among them would speak with whoever stands between.

const folder = mkdtempSync(join(tmpdir(), 'holdfast-tls-'));
let server: Server;
let asked = 0;
beforeAll(async () => {
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'].concat([
      '-subj',
      '/CN=shop.example',
      '-keyout',
      key,
      '-out',
      cert,
    ]),
    { stdio: 'ignore' },
  );
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, answer) => {
    asked += 1;
    answer.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

test.each(['1', '0'])(
  'a certificate that nobody vouches for is refused (NODE_TLS_REJECT_UNAUTHORIZED=%s)',
  async (value) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', value);
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await request(realWorld(), { method: 'POST', url, json: { token: 'secret' } })).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', why: expect.stringContaining('SELF_SIGNED_CERT') },
    });
    expect(asked).toBe(0);
  },
);

test('nor through the proxy that the environment names', async () => {
  const { port } = server.address() as AddressInfo;
  const ways: string[] = [];
  const proxy = createProxy();
  proxy.on('connect', (wanted: IncomingMessage, socket: Duplex) => {
    ways.push(wanted.url ?? '');
    const onwards = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onwards).pipe(socket);
    });
    for (const each of [socket, onwards]) each.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`);
  const answer = await request(realWorld(), { method: 'GET', url: 'https://shop.example/' });
  expect(answer).toMatchObject({ error: { why: expect.stringContaining('SELF_SIGNED_CERT') } });
  expect([ways, asked]).toEqual([['shop.example:443'], 0]);
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});
