// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { USUAL_SETTINGS } from '../../shared/settings.ts';
import { VERSION } from '../../shared/version.ts';
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

test('what the window follows is said and set here, also of a locked wallet, and the lock changes', async () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  const [old, next] = [file('old', 'the first one\n'), file('next', 'the second one\n')];
  const own = (...args: string[]): Promise<Finished> => holdfast(['--data', join(root, 'l'), '--lang', 'en', ...args]);
  await own('--passphrase-file', old, 'name', '--wallet', 'Mine');
  expect(JSON.parse((await own('--json', 'settings')).out)).toEqual({ language: 'system', ...USUAL_SETTINGS });
  const set = [
    '--look',
    'contrast',
    '--size',
    '150',
    '--lock-after',
    '15',
    '--lock-on-sleep',
    'yes',
    '--tell',
    'taken',
  ];
  expect((await own('settings', '--language', 'de', ...set)).out.split('\n').slice(0, 6)).toEqual([
    'Language: Deutsch',
    'Look: High contrast',
    'Size: 150 %',
    'Locked after: 15 minutes',
    'Locked when the computer sleeps: yes.',
    'Told: Somebody took a payment of yours',
  ]);
  expect(JSON.parse((await own('--json', 'settings', '--lock-after', 'never', '--tell', 'none')).out)).toEqual({
    language: 'de',
    look: 'contrast',
    size: 150,
    lockAfter: 0,
    lockOnSleep: true,
    silent: ['money', 'taken', 'place', 'safety'],
  });
  for (const wrong of [
    ['--look', 'pink'],
    ['--size', '99'],
    ['--lock-after', '-1'],
    ['--tell', 'taken,all'],
    ['--language', 'xx'],
  ])
    expect((await own('settings', ...wrong)).err).toMatch(/takes one of: .*Nothing was changed\./);
  expect((await own('--passphrase-file', old, 'lock', '--new-passphrase-file', next)).out).toMatch(
    /new passphrase opens/,
  );
  expect((await own('--passphrase-file', old, 'status')).code).toBe(1);
  expect((await own('--passphrase-file', next, 'lock', '--unprotected')).code).toBe(0);
  expect((await own('--json', 'balance')).code).toBe(0);
  expect(JSON.parse((await own('--json', 'version')).out)).toEqual({ version: VERSION });
}, 120_000);
