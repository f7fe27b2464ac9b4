// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { noWindow } from '../support/no-window.ts';

// The window speaks only of folders that the system's dialog has named in this session; the command line is the person.

const base = mkdtempSync(join(tmpdir(), 'holdfast-named-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const world = testWorld();
const REFUSED = { ok: false, error: { kind: 'folder-not-chosen' } };

const openedAt: (string | undefined)[] = [];

const openWindowApp = async (chosen: string) => {
  const app = mustOk(
    await openWalletApp({
      dataDirectory: mkdtempSync(join(base, 'wallet-')),
      world,
      loop: false,
      shell: {
        ...noWindow,
        chooseFolder: async (at) => {
          openedAt.push(at);
          return chosen;
        },
        confirmReveal: async () => true,
        sheetShown: () => undefined,
        cameraWanted: () => undefined,
        printPages: async () => ({ ok: true, value: { printed: false } }),
        savePages: async () => ({ ok: true, value: { file: null } }),
      },
    }),
    'app',
  );
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
  return app;
};

test('a folder nobody has chosen is neither looked into nor written into', async () => {
  const [chosen, other] = [join(base, 'chosen'), join(base, 'other')];
  mkdirSync(chosen);
  mkdirSync(other);
  const app = await openWindowApp(chosen);
  // The last two are no addresses, and paths for whoever takes them so: what stands before the dots is taken away again.
  const odd = [`a b://${'../'.repeat(40)}${other.slice(1)}`, `+://../..${'/..'.repeat(40)}${other}`];
  for (const target of [other, 'electron', `${chosen}/../other`, './other', `file://${other}`, '~/other', ...odd]) {
    expect(await app.handle('provider.inspect', { target })).toMatchObject(REFUSED);
    expect(await app.handle('provider.add', { target })).toMatchObject(REFUSED);
  }
  // Not even the one the dialog would name, before it has.
  expect(await app.handle('provider.add', { target: chosen })).toMatchObject(REFUSED);
  const recoveryText = 'HOLDFAST-RECOVERY-1';
  expect(await app.handle('restore.run', { recoveryText, folders: [other] })).toMatchObject(REFUSED);
  expect(await app.handle('backup.takeover', { recoveryText, folders: [other] })).toMatchObject(REFUSED);
  for (const folder of ['https://a.example/', 'not-there-yet', ...odd])
    expect(await app.handle('restore.run', { recoveryText, folders: [folder] })).toMatchObject(REFUSED);
  expect(readdirSync(other)).toEqual([]);

  mustOk(await app.handle('provider.chooseFolder', {}), 'dialog');
  expect((await app.handle('provider.inspect', { target: `${chosen}/` })).ok).toBe(true);
  expect((await app.handle('provider.add', { target: chosen })).ok).toBe(true);
  expect(readdirSync(chosen).length).toBeGreaterThan(0);
  expect(await app.handle('provider.add', { target: join(chosen, 'below') })).toMatchObject(REFUSED);
  await app.close();
});

test('an address is no folder', async () => {
  const app = await openWindowApp(base);
  const answer = await app.handle('provider.inspect', { target: 'https://127.0.0.1:1/' });
  expect(answer.ok ? '' : answer.error.kind).not.toBe('not-allowed');
  await app.close();
});

test('the command line names any folder', async () => {
  const app = mustOk(
    await openWalletApp({ dataDirectory: mkdtempSync(join(base, 'cli-')), world, loop: false }),
    'app',
  );
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
  const target = join(base, 'by-hand');
  mkdirSync(target);
  expect((await app.handle('provider.add', { target })).ok).toBe(true);
  expect(existsSync(target)).toBe(true);
  await app.close();
});

test('a folder that was typed opens the dialog there, whatever way it is written', async () => {
  const app = await openWindowApp(join(base, 'typed'));
  openedAt.length = 0;
  for (const at of [join(base, 'typed'), '~/stick', undefined])
    mustOk(await app.handle('provider.chooseFolder', at === undefined ? {} : { at }), 'dialog');
  expect(openedAt).toEqual([join(base, 'typed'), join(homedir(), 'stick'), undefined]);
});
