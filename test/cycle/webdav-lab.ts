// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import type { Provider } from '../../electron/backup/providers/provider.ts';
import { webdavKind } from '../../electron/backup/providers/webdav/webdav.ts';
import { accountKeys, type AccountKeys } from '../../electron/backup/root-secret.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { testWorld } from '../support/backup-rig.ts';
import { connectDav } from '../support/dav-provider.ts';
import { PASSWORD, startDavServer, USER, type DavServer } from '../support/dav-server.ts';

// A WebDAV server that does what a test says, with a place on it.

export const world = testWorld();
export const answers = { user: USER, password: PASSWORD };
export const bytes = (length = 6000): Uint8Array => new Uint8Array(randomBytes(length));
export const blob = bytes();

export let directory: string;
export let server: DavServer;
export let keys: AccountKeys;
export let provider: Provider;

/** A server and a marked folder on it for each test of the file, gone after it. */
export const aroundDavFolder = (): void => {
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'holdfast-dav-'));
    server = await startDavServer(directory);
    const claimed = await webdavKind.claim(world, server.address, answers);
    if (!claimed.ok) throw new Error(JSON.stringify(claimed.error));
    keys = accountKeys(secret(bytes(64)), claimed.value.id);
    provider = connectDav(world, { address: server.address, ...answers })(keys);
    expect(await provider.store({ bytes: blob, replaces: undefined, joined: [] })).toEqual({
      ok: true,
      value: { kind: 'stored' },
    });
    server.asked.length = 0;
  });
  afterEach(async () => {
    vi.useRealTimers();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
};

export const blobs = (): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.blob'))
    .sort();
export const next = (): Parameters<Provider['store']>[0] => ({
  bytes: bytes(),
  replaces: blobHash(blob),
  joined: [blobHash(blob)],
});
/** Answers every request of a method with this status, and goes on with the others. */
export const refuse = (method: string, status: number, headers: Record<string, string> = {}): void =>
  server.instead((request, response) => {
    if (request.method !== method) return false;
    response.writeHead(status, headers).end('<html>no</html>');
    return true;
  });

/** Another one in its place. */
export const startAgain = async (): Promise<void> => {
  server = await startDavServer(directory);
};
