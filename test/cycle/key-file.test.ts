// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { openVault } from '../../electron/storage/directory/vault.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';

// The key file while the wallet is open: the wrap of the sheet, and a passphrase that is asked again.

const base = mkdtempSync(join(tmpdir(), 'holdfast-key-file-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const world = testWorld();

it('the wrap of a sheet that was left, which could not be taken away, gives way to the one of today', async () => {
  const data = mkdtempSync(join(base, 'wrap-'));
  const directory = mustOk(claimDirectory(data, world), 'claimed');
  mustOk(await directory.create({ type: 'unprotected' }), 'created').close();
  const [left, today] = [3, 4].map((byte) => secret(new Uint8Array(32).fill(byte)));
  if (!left || !today) return expect.fail('two wrappers');
  await directory.protectWithRoot(left);
  await directory.protectWithRoot(today);
  const opens = async (wrapper: typeof left) => (await openVault(world, data, { kind: 'root', wrapper })).ok;
  expect([await opens(left), await opens(today)]).toEqual([false, true]);
  directory.release();
});

it('a hundred passphrases tried at once wait for one another: after three wrong ones the rest are not even tried', async () => {
  const data = mkdtempSync(join(base, 'tries-'));
  const directory = mustOk(claimDirectory(data, world), 'claimed');
  mustOk(await directory.create({ type: 'passphrase', passphrase: 'right' }), 'created').close();
  const tried = await Promise.all(Array.from({ length: 12 }, (_, at) => directory.confirmOwner(`wrong ${at}`)));
  const kinds = tried.map((each) => (each.ok ? 'ok' : each.error.kind));
  expect(kinds.filter((kind) => kind === 'wrong-passphrase').length).toBeLessThan(6);
  expect(kinds.filter((kind) => kind === 'wait').length).toBeGreaterThan(6);
  expect((await directory.confirmOwner('right')).ok).toBe(false);
  world.move(120_000);
  expect((await directory.confirmOwner('right')).ok).toBe(true);
  directory.release();
});
