// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// What the command line says of safety, and its exit codes: 3 is "done, and the money is not safe".

let root: string;
let economy: Sandbox;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-safety-'));
  economy = await openEconomy(realWorld(), {
    directory: join(root, 'sandbox'),
    syncProviders: [{ name: 'free', annualFee: 'KUDOS:0' }],
  });
}, 120_000);
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', join(root, 'w'), '--unprotected', '--lang', 'en', ...args]);

test('from nothing to protected, and out of it again when a place is gone', async () => {
  const place = economy.syncProviders[0];
  if (place === undefined) throw new Error('no place');
  expect(await run('status')).toMatchObject({ code: 1, out: '' });
  await run('name', '--wallet', 'Mine');
  expect(await run('status')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing here yet.') });
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  await run('exchange', 'add', exchange);
  const begun = await run('--json', 'withdraw', 'KUDOS:6', '--exchange', exchange, '--without-backup');
  // Announced, and not sent: nothing is at risk.
  expect(await run('status')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing here yet.') });
  await economy.bank.transferToReserve(String(JSON.parse(begun.out).reservePub), 'KUDOS:6');
  const withoutPlace = await run('run', '--until-done', '--timeout', '60');
  expect([withoutPlace.code, withoutPlace.out]).toEqual([3, expect.stringMatching(/Not protected\. .*no copies/)]);

  const folder = join(root, 'stick');
  mkdirSync(folder);
  expect(await run('provider', 'add', folder, '--yes')).toMatchObject({ code: 0 });
  expect(await run('provider', 'add', place.baseUrl, '--yes')).toMatchObject({ code: 0 });
  // Every place has everything, and nobody could open a copy without this disk.
  const backup = await run('backup');
  expect([backup.code, backup.out]).toEqual([3, expect.stringMatching(/Not protected\. .*recovery sheet/)]);
  expect(backup.out).toContain("'holdfast sheet --verify FILE'");

  const sheet = join(root, 'sheet.txt');
  writeFileSync(sheet, (await run('sheet')).out);
  expect((await run('status')).code).toBe(3);
  const other = join(root, 'other.txt');
  const another = ['--data', join(root, 'other'), '--unprotected'];
  await holdfast([...another, 'provider', 'add', folder, '--yes']);
  writeFileSync(other, (await holdfast([...another, 'sheet'])).out);
  expect(await run('sheet', '--test', other)).toMatchObject({
    code: 1,
    err: expect.stringContaining('another wallet'),
  });
  expect((await run('status')).code).toBe(3);

  expect(await run('sheet', '--verify', sheet)).toMatchObject({
    code: 0,
    out: expect.stringContaining('brings everything back'),
  });
  expect(await run('drill', '--sheet', sheet)).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /Test passed\.\nEverything can be brought back, by 2 of 2 places\. That is (\S+) KUDOS of \1 KUDOS\./,
    ),
  });
  expect(await run('drill', '--sheet', other)).toMatchObject({
    code: 1,
    err: expect.stringContaining('another wallet'),
  });
  const bare = await run('--json', 'drill');
  expect([bare.code, JSON.parse(bare.out)]).toMatchObject([0, { verdict: 'passed', lacking: [] }]);
  for (const args of [['status'], ['backup'], ['run', '--until-done']])
    expect([args, (await run(...args)).code]).toEqual([args, 0]);
  expect((await run('status')).out).toMatch(/Protected\. All money is in copies at 2 places/);

  // A change that one place cannot get: no money is at risk, and "nothing left" would be a lie.
  renameSync(folder, join(root, 'drawer'));
  await run('backup', '--copies', '1');
  const behind = await run('run', '--until-done');
  expect([behind.code, behind.out]).toEqual([3, expect.stringContaining('1 of 2 places do not have the last changes')]);
  expect(behind.out).not.toContain('Nothing left');
  expect(await run('backup')).toMatchObject({ code: 1 });

  expect(await run('provider', 'remove', place.baseUrl)).toMatchObject({ code: 0 });
  expect(await run('backup', '--copies', '2')).toMatchObject({ code: 0 });
  expect((await run('status')).code).toBe(3);
}, 120_000);

test('a mistyped address is told as one, and what is missing before anybody is asked for a passphrase', async () => {
  const data = join(root, 'typo');
  const said = async (...args: string[]) => {
    const { code, err } = await holdfast(['--data', data, '--unprotected', '--lang', 'en', ...args]);
    return [code, err.trim()];
  };
  // Nothing is unfinished there, so nothing is tried again by itself.
  expect(await said('exchange', 'add', 'http://127.0.0.1:1/')).toEqual([
    1,
    'Nobody answers at 127.0.0.1:1. Check the address and the connection. Nothing was changed.',
  ]);
  expect(await said('provider', 'add', './nowhere', '--yes')).toEqual([
    1,
    '“./nowhere” is no place for copies: The folder is not there. Is the drive connected? Nothing was changed.',
  ]);
  // No passphrase is given, and none is asked for.
  const missing = await holdfast(['--data', join(root, 'none'), '--lang', 'de', 'sheet', '--pdf']);
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('--pdf braucht einen Wert')]);
  const whole = await holdfast(['--data', join(root, 'none'), '--lang', 'de', 'withdraw', 'KUDOS:5']);
  expect([whole.code, whole.err]).toEqual([2, expect.stringContaining('withdraw BETRAG --exchange URL')]);
  expect(await said('--lang', 'xx', 'status')).toEqual([2, expect.stringContaining('“xx” is not a language')]);
});
