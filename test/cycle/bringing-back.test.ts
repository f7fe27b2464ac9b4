// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { noteBringingBack } from '../../electron/app/set-up.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { lightly } from '../support/light.ts';

// A wallet that was made for another to come back into it is not an empty one like any other: until something of that one is here,
// it says so at every start.

const base = mkdtempSync(join(tmpdir(), 'holdfast-bringing-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const world = lightly({ ...testWorld(), http: () => Promise.reject(new TypeError('nothing may be fetched')) });
const open = async (name: string): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory: join(base, name), world, loop: false }), 'app');
const protection = { type: 'unprotected' } as const;

test('a restore that was begun and ended before its copies came is still one at the next start, until they came', async () => {
  const stick = join(base, 'stick');
  mkdirSync(stick);
  const lost = await open('lost');
  mustOk(await lost.handle('app.create', { protection, begins: 'real' }), 'created');
  expect(lost.state()).not.toHaveProperty('bringingBack');
  mustOk(await lost.handle('provider.add', { target: stick }), 'provider');
  mustOk(await lost.handle('backup.run', {}), 'copied');
  const { text: recoveryText } = mustOk(await lost.handle('sheet.reveal', {}), 'sheet');
  await lost.close();

  let found = await open('found');
  mustOk(await found.handle('app.create', { protection, begins: 'restore' }), 'created');
  await found.close();
  found = await open('found');
  expect(found.state()).toMatchObject({ stage: 'open', bringingBack: 'restore' });
  // Nothing came: nothing is over.
  expect((await found.handle('restore.run', { recoveryText, folders: [join(base, 'no-stick')] })).ok).toBe(false);
  expect(found.state().bringingBack).toBe('restore');
  mustOk(await found.handle('restore.run', { recoveryText, folders: [stick] }), 'restored');
  expect(found.state()).not.toHaveProperty('bringingBack');
  await found.close();
});

test('whoever keeps the empty wallet instead is not asked again', async () => {
  let app = await open('kept');
  mustOk(await app.handle('app.create', { protection, begins: 'regain' }), 'created');
  expect(app.state().bringingBack).toBe('regain');
  mustOk(await app.handle('setUp.end', {}), 'kept');
  expect(app.state()).not.toHaveProperty('bringingBack');
  await app.close();
  app = await open('kept');
  expect(app.state()).not.toHaveProperty('bringingBack');
  await app.close();
});

test('a process that dies as soon as the wallet has its name has said so already', async () => {
  const directory = mustOk(claimDirectory(join(base, 'died'), world), 'claimed');
  mustOk(await directory.create(protection, noteBringingBack('import')), 'created').close();
  directory.release();
  const app = await open('died');
  expect(app.state().bringingBack).toBe('import');
  await app.close();
});
