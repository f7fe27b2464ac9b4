// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { noWindow } from '../support/no-window.ts';

// A sheet can be read back once it was on the screen, and the page that shows it hears of that at once.

const base = mkdtempSync(join(tmpdir(), 'holdfast-shown-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test('a sheet that was shown is asked to be read back, on the page that is open and after a restart', async () => {
  const options = { dataDirectory: join(base, 'wallet'), world: testWorld(), loop: false } as const;
  const app = mustOk(await openWalletApp(options), 'app');
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
  mustOk(await app.handle('provider.add', { target: mkdtempSync(join(base, 'stick-')) }), 'place');
  const status = async (each: typeof app) => mustOk(await each.handle('backup.status', {}), 'status');
  expect(await status(app)).not.toHaveProperty('sheetShown');
  expect((await status(app)).safety.next).toBe('show-sheet');
  const told: string[] = [];
  app.on(({ type }) => told.push(type));
  mustOk(await app.handle('sheet.reveal', {}), 'sheet');
  expect(told).toContain('changed');
  expect((await status(app)).safety.next).toBe('test-sheet');
  await app.close();
  const again = mustOk(await openWalletApp(options), 'again');
  expect(await status(again)).toMatchObject({ sheetShown: true, safety: { next: 'test-sheet' } });
  await again.close();
});

test('shares are made of the sheet that is shown, remembered, and printed while they are on the screen', async () => {
  const [printed, saved]: [number[], number[]] = [[], []];
  const stick = mkdtempSync(join(base, 'stick-'));
  const app = mustOk(
    await openWalletApp({
      dataDirectory: join(base, 'split'),
      world: testWorld(),
      loop: false,
      shell: {
        ...noWindow,
        chooseFolder: async () => stick,
        confirmReveal: async () => true,
        sheetShown: () => undefined,
        cameraWanted: () => undefined,
        printPages: async ({ pages }) => {
          printed.push(pages.length);
          return { ok: true, value: { printed: true } };
        },
        savePages: async ({ pages }) => {
          saved.push(pages.length);
          return { ok: true, value: { file: null } };
        },
      },
    }),
    'app',
  );
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
  mustOk(await app.handle('provider.chooseFolder', {}), 'chosen');
  mustOk(await app.handle('provider.add', { target: stick }), 'place');
  const hidden = { ok: false, error: { kind: 'sheet-hidden' } };
  expect(await app.handle('sheet.split', { needed: 3, count: 5 })).toMatchObject(hidden);
  mustOk(await app.handle('sheet.reveal', {}), 'sheet');
  expect(await app.handle('shares.print', { paper: 'A4' })).toMatchObject(hidden);
  for (const size of [
    { needed: 1, count: 3 },
    { needed: 3, count: 2 },
    { needed: 6, count: 8 },
    { needed: 2, count: 9 },
  ])
    expect(await app.handle('sheet.split', size)).toMatchObject({ ok: false });
  const split = mustOk(await app.handle('sheet.split', { needed: 3, count: 5 }), 'split');
  expect(mustOk(await app.handle('shares.page', { paper: 'A4', only: 2 }), 'drawn').pages).toHaveLength(1);
  mustOk(await app.handle('shares.print', { paper: 'A4' }), 'all');
  mustOk(await app.handle('shares.print', { paper: 'Letter', only: 4 }), 'one');
  mustOk(await app.handle('shares.save', { paper: 'A4' }), 'saved');
  expect({ printed, saved }).toEqual({ printed: [5, 1], saved: [5] });
  const made = async () => mustOk(await app.handle('backup.status', {}), 'status').splits;
  expect(await made()).toMatchObject([{ split: split.split, needed: 3, of: 5 }]);
  expect((await made())?.[0]).not.toHaveProperty('testedAt');
  const some = split.shares.filter(({ number }) => number % 2 === 1).map(({ text }) => text);
  mustOk(await app.handle('sheet.test', { recoveryText: some.join('') }), 'read back');
  expect(await made()).toMatchObject([{ split: split.split, testedAt: expect.any(Number) as number }]);
  mustOk(await app.handle('sheet.hide', {}), 'hidden');
  for (const way of ['shares.print', 'shares.save'] as const)
    expect(await app.handle(way, { paper: 'A4' })).toMatchObject(hidden);
  expect(await app.handle('shares.page', { paper: 'A4', only: 2 })).toMatchObject(hidden);
  await app.close();
});
