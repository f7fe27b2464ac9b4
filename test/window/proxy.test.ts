// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronHere, goTo, PATIENCE, quit, startApp, type StartedApp } from './app.ts';
import { ensureBuilt } from './built.ts';

// What the system says of proxies, a script of its own included, is obeyed by the real window.

const here = electronHere();
const portOf = (server: Server | TcpServer): number => (server.address() as AddressInfo).port;
const listening = (server: Server | TcpServer): Promise<void> =>
  new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));

describe.skipIf('why' in here)('the system’s proxy', { timeout: 2 * PATIENCE }, () => {
  const told: string[] = [];
  const http = createServer(({ url }, answer) => {
    told.push(`plain ${url}`);
    answer.writeHead(502).end();
  }).on('connect', ({ url }, socket) => {
    told.push(`tunnel ${url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  // RFC 1928: the greeting, and a request with a name that is refused.
  const socks = createTcp((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Uint8Array.of(5, 0));
      socket.once('data', (asked) => {
        told.push(`name ${asked.subarray(5, 5 + (asked[4] ?? 0)).toString()}`);
        socket.end(Uint8Array.of(5, 4, 0, 1, 0, 0, 0, 0, 0, 0));
      });
    });
  });
  let home: string;
  let started: StartedApp;
  beforeAll(async () => {
    await ensureBuilt();
    await Promise.all([listening(http), listening(socks)]);
    home = mkdtempSync(join(tmpdir(), 'holdfast-proxy-'));
    // A proxy from the first moment on: it hears of whatever the browser beneath the window asks for by itself.
    started = await startApp('path' in here ? here.path : '', home, [
      `--proxy-server=http://127.0.0.1:${portOf(http)}`,
    ]);
    const made = await started.page.evaluate(() =>
      window.wallet.ask('app.create', { protection: { type: 'unprotected' } }),
    );
    expect(made).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    if (started) await quit(started);
    http.close();
    socks.close();
    rmSync(home, { recursive: true, force: true });
  });

  const systemSays = (config: Electron.ProxyConfig): Promise<void> =>
    started.app.evaluate(async ({ session }, given) => {
      await session.defaultSession.setProxy(given);
    }, config);
  const asked = async (url: string): Promise<readonly string[]> => {
    told.length = 0;
    const answer = await started.page.evaluate((each) => window.wallet.ask('exchange.add', { url: each }), url);
    expect(answer).toMatchObject({ ok: false });
    return [...new Set(told)];
  };
  const script = (body: string): Electron.ProxyConfig => ({
    mode: 'pac_script',
    pacScript: `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(`function FindProxyForURL(url, host) { ${body} }`).toString('base64')}`,
  });

  test('a start asks for nothing, and words that are typed are looked up nowhere', async () => {
    await goTo(started.page, 'Send');
    await started.page.getByLabel('What it is for').pressSequentially('Lunhc wiht Adda ');
    expect(told).toEqual([]);
    expect(await asked('https://first.example/')).toEqual(['tunnel first.example:443']);
    expect(
      await started.app.evaluate(({ session, webContents }) =>
        [session.defaultSession, ...webContents.getAllWebContents().map((each) => each.session)].map((each) =>
          each.isSpellCheckerEnabled(),
        ),
      ),
    ).toEqual([false, false]);
  });

  test('an HTTP proxy, a SOCKS5 proxy, a script for each address, and none', async () => {
    await systemSays({
      mode: 'fixed_servers',
      proxyRules: `http=127.0.0.1:${portOf(http)};https=127.0.0.1:${portOf(http)}`,
    });
    expect(await asked('https://one.example/')).toEqual(['tunnel one.example:443']);
    await systemSays({ mode: 'fixed_servers', proxyRules: `socks5://127.0.0.1:${portOf(socks)}` });
    expect(await asked('https://two.example/')).toEqual(['name two.example']);
    await systemSays(
      script(
        `return host === 'three.example' ? 'SOCKS5 127.0.0.1:${portOf(socks)}; DIRECT' : host === 'four.example' ? 'PROXY 127.0.0.1:${portOf(http)}' : 'DIRECT';`,
      ),
    );
    expect(await asked('https://three.example/')).toEqual(['name three.example']);
    expect(await asked('https://four.example/')).toEqual(['tunnel four.example:443']);
    expect(await asked('https://five.invalid/')).toEqual([]);
    await systemSays({ mode: 'direct' });
    expect(await asked('https://six.invalid/')).toEqual([]);
  });
});
