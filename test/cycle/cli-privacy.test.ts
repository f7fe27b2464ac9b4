// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// When copies are made and through whom they go, said and set on the command line.

let root: string;
let economy: Sandbox;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-privacy-'));
  economy = await openEconomy(realWorld(), { syncProviders: [{ annualFee: 'KUDOS:0' }] });
});
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', join(root, 'w'), '--unprotected', '--lang', 'en', ...args]);

test('level, rhythm and proxies are kept, and no password is shown again', async () => {
  await run('name', '--wallet', 'Mine');
  expect(await run('privacy')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/soon after each change[^]*environment/),
  });
  expect(await run('privacy', '--level', 'quiet', '--hours', '8')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Quiet: a copy every 8 hours'),
  });
  expect((await run('privacy', '--proxy', 'socks5h://me:secret@tor.example:9050')).out).toContain(
    'socks5://tor.example:9050',
  );
  const place = economy.syncProviders[0]?.baseUrl ?? '';
  expect(await run('provider', 'add', place, '--yes')).toMatchObject({ code: 0 });
  await run('privacy', '--proxy', 'direct', '--provider', place);
  expect(JSON.parse((await run('--json', 'privacy')).out)).toEqual({
    level: 'quiet',
    hours: 8,
    proxy: 'socks5://tor.example:9050',
    proxies: { [place]: 'direct' },
  });
  await run('privacy', '--proxy', 'system');
  await run('privacy', '--proxy', 'system', '--provider', place);
  expect(JSON.parse((await run('--json', 'privacy', '--level', 'prompt')).out)).toEqual({
    level: 'prompt',
    hours: 8,
    proxies: {},
  });
});

test.each([
  [['--level', 'loud']],
  [['--hours', '0']],
  [['--hours', '169']],
  [['--proxy', 'socks4://old.example']],
  [['--provider', 'https://nowhere.example/']],
  [['--proxy', 'direct', '--provider', 'https://nowhere.example/']],
])('what is none of these changes nothing: %j', async (args) => {
  const before = (await run('--json', 'privacy')).out;
  expect((await run('privacy', ...args)).code).not.toBe(0);
  expect((await run('--json', 'privacy')).out).toBe(before);
});
