// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// A folder that is lost together with the wallet is no place for its copies.

const root = mkdtempSync(join(tmpdir(), 'holdfast-own-disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const data = join(root, 'w');
const run = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', data, '--unprotected', '--lang', 'en', ...args]);

test('the wallet’s own folder, and what lies in it, is refused with the reason; a link to it as well', async () => {
  expect(await run('name', '--wallet', 'Mine')).toMatchObject({ code: 0 });
  mkdirSync(join(data, 'copies'));
  if (process.platform !== 'win32') symlinkSync(data, join(root, 'link'));
  for (const folder of [data, join(data, 'copies'), ...(process.platform === 'win32' ? [] : [join(root, 'link')])]) {
    const refused = await run('provider', 'add', folder, '--yes');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('lost with the wallet') });
    expect(existsSync(join(folder, 'holdfast-provider.json'))).toBe(false);
  }
});

test('a folder on the same disk is taken, and its person is told what that means', async () => {
  const folder = join(root, 'beside');
  mkdirSync(folder);
  const app = mustOk(await openWalletApp({ dataDirectory: data, world: realWorld(), loop: false }), 'app');
  try {
    expect(await app.handle('provider.inspect', { target: folder })).toMatchObject({
      ok: true,
      value: { sameDisk: true },
    });
  } finally {
    await app.close();
  }
  expect(await run('provider', 'add', folder, '--yes')).toMatchObject({ code: 0 });
});
