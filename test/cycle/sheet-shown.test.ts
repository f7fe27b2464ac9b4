// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';

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
