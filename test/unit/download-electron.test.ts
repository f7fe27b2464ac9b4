// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadElectron, explainDownload, type DownloadFailure } from '../../electron/start/download-electron.ts';
import { TOP } from '../support/imports.ts';

let cache: string;
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), 'holdfast-electron-'));
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** Runs Electron's real installer against another place; the platform is one that is never installed here. */
const failureWith = async (more: NodeJS.ProcessEnv): Promise<{ kind: DownloadFailure['kind']; line: string }> => {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    HTTPS_PROXY: undefined,
    https_proxy: undefined,
    HTTP_PROXY: undefined,
    http_proxy: undefined,
    ELECTRON_OVERRIDE_DIST_PATH: join(cache, 'nothing-here'),
    ELECTRON_INSTALL_PLATFORM: process.platform === 'win32' ? 'linux' : 'win32',
    electron_config_cache: cache,
    force_no_cache: 'true',
    ...more,
  };
  const fetched = await downloadElectron(TOP, environment);
  if (fetched.ok) throw new Error(`downloaded from nowhere: ${fetched.value}`);
  const line = explainDownload(fetched.error, environment);
  expect(line).not.toContain('\n');
  return { kind: fetched.error.kind, line };
};

const withServer = async <T>(answer: RequestListener, run: (url: string) => Promise<T>): Promise<T> => {
  const server = createServer(answer);
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

describe('a download of Electron that fails says why', () => {
  test('a name that nobody knows', async () => {
    const { kind, line } = await failureWith({ ELECTRON_MIRROR: 'http://holdfast.invalid/' });
    expect(kind).toBe('name');
    expect(line).toMatch(/DNS.*holdfast\.invalid/);
  });

  test('nobody at the address', async () => {
    expect(await failureWith({ ELECTRON_MIRROR: 'http://127.0.0.1:1/' })).toMatchObject({
      kind: 'unreachable',
      line: expect.stringContaining('HTTPS_PROXY'),
    });
  });

  test('a server that does not have it', async () => {
    const missing: RequestListener = (_, reply) => reply.writeHead(404).end();
    await withServer(missing, async (url) => {
      expect(await failureWith({ ELECTRON_MIRROR: url })).toMatchObject({
        kind: 'answer',
        line: expect.stringContaining('404'),
      });
    });
  });

  test('something else than what was published', async () => {
    const junk: RequestListener = (_, reply) => reply.writeHead(200).end('not Electron');
    await withServer(junk, async (url) => {
      expect((await failureWith({ ELECTRON_MIRROR: url })).kind).toBe('damaged');
    });
  });

  test('a proxy that wants a password; ours is not printed', async () => {
    const never: RequestListener = (_, reply) => reply.writeHead(407).end();
    await withServer(never, async (url) => {
      const proxy = url.replace('//', '//me:hush@');
      const failed = await failureWith({ HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: '' });
      expect(failed.kind).toBe('proxy');
      expect(failed.line).toContain('407');
      expect(failed.line).not.toContain('hush');
    });
  });

  test('a certificate that nobody trusts has a way out, and an installer that says nothing is named', () => {
    const certificate: DownloadFailure = { kind: 'certificate', detail: 'SELF_SIGNED_CERT_IN_CHAIN self-signed' };
    expect(explainDownload(certificate, {})).toContain('NODE_EXTRA_CA_CERTS');
    expect(explainDownload({ kind: 'unknown', detail: '' }, {})).toBe('its installer does not say why');
  });
});
