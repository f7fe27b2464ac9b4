// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openVault, protections, removeProtection } from '../../electron/storage/directory/vault.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';

const base = mkdtempSync(join(tmpdir(), 'holdfast-turns-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const open = async (dataDirectory: string): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory, world: realWorld(), loop: false }), 'app');
const protection = { type: 'passphrase', passphrase: 'correct horse' } as const;
const unlock = { passphrase: 'correct horse' };

describe('creating, opening and erasing take turns', () => {
  it('asked twice at once, a wallet is created once, and its key file opens its database', async () => {
    const data = join(base, 'twice');
    const app = await open(data);
    const both = await Promise.all([
      app.handle('app.create', { protection }),
      app.handle('app.create', { protection }),
    ]);
    expect(both.map((each) => (each.ok ? 'ok' : each.error.kind))).toEqual(['ok', 'wrong-stage']);
    await app.close();
    const again = await open(data);
    const opened: string[] = [];
    again.on((event) => void opened.push(event.type));
    const twice = await Promise.all([again.handle('app.unlock', unlock), again.handle('app.unlock', unlock)]);
    expect(twice.map((each) => (each.ok ? 'ok' : each.error.kind))).toEqual(['ok', 'wrong-stage']);
    expect(opened.filter((type) => type === 'stage')).toHaveLength(1);
    await again.close();
  });

  it('erased while it is being created: what is left is one of the two, whole', async () => {
    const data = join(base, 'erased');
    const app = await open(data);
    const [created, erased] = await Promise.all([
      app.handle('app.create', { protection }),
      app.handle('app.erase', { confirm: 'erase everything' }),
    ]);
    expect([created.ok, erased.ok]).toEqual([true, true]);
    expect(app.state().stage).toBe('first-start');
    mustOk(await app.handle('app.create', { protection }), 'created again');
    await app.close();
    const again = await open(data);
    mustOk(await again.handle('app.unlock', unlock), 'unlocked');
    await again.close();
  });
});

describe('the key that only the sheet opens', () => {
  it('is wrapped at the next start when the disk was full the first time', async () => {
    const data = join(base, 'wrap');
    const folder = mkdtempSync(join(base, 'stick-'));
    const app = await open(data);
    mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
    mustOk(await app.handle('provider.add', { target: folder }), 'provider');
    await app.close();
    const key = mustOk(await openVault(realWorld(), data, { kind: 'unprotected' }), 'key');
    mustOk(removeProtection(data, key, 'root'), 'as a full disk would have left it');
    const again = await open(data);
    await expect.poll(() => protections(data)).toEqual({ ok: true, value: ['unprotected', 'root'] });
    await again.close();
  });
});
