// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// `rekey` at the terminal: the price first, then all of it in one go, and the old sheet is worth nothing afterwards.

let root: string;
let economy: Sandbox;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-rekey-'));
  writeFileSync(join(root, 'pass'), 'correct horse');
  writeFileSync(join(root, 'pass2'), 'battery staple');
  economy = await openEconomy(realWorld(), {
    directory: join(root, 'sandbox'),
    syncProviders: [{ name: 'paid', annualFee: 'KUDOS:0.1' }],
  });
}, 120_000);
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', join(root, 'w'), '--passphrase-file', join(root, 'pass'), '--lang', 'en', ...args]);

test('the price is shown and agreed to; then only the new sheet opens, restores and counts', async () => {
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  const [stick, old, fresh] = ['stick', 'old.txt', 'new.txt'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(stick);
  await run('exchange', 'add', exchange);
  expect(await run('rekey', '--yes')).toMatchObject({ code: 1, err: expect.stringContaining('no place for copies') });
  await run('provider', 'add', stick, '--yes');
  const begun = await run('--json', 'withdraw', 'KUDOS:6', '--exchange', exchange);
  await economy.bank.transferToReserve(String(JSON.parse(begun.out).reservePub), 'KUDOS:6');
  await run('run', '--until-done', '--timeout', '60');
  expect(
    await run('provider', 'add', economy.syncProviders[0]?.baseUrl ?? '', '--max-fee', 'KUDOS:0.2', '--yes'),
  ).toMatchObject({ code: 0 });
  writeFileSync(old, (await run('sheet')).out);
  expect(await run('sheet', '--test', old)).toMatchObject({ code: 0 });

  // Nobody there to ask: nothing is done.
  expect(await run('rekey')).toMatchObject({ code: 1, err: expect.stringContaining('nothing was changed') });
  expect(await run('rekey', '--max-fee', 'KUDOS:0.01', '--yes')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/A new secret costs [\d.]+ KUDOS by now/),
  });
  expect(await run('rekey', '--cancel')).toMatchObject({ code: 1, err: expect.stringContaining('No new secret') });

  const made = await run('rekey', '--yes');
  expect([made.code, made.out]).toEqual([
    3,
    expect.stringMatching(/Step 5 of 6: Print the new sheet[^]*Not protected\./),
  ]);
  expect(await run('status')).toMatchObject({ code: 3, out: expect.stringContaining('Step 5 of 6') });
  expect(await run('sheet', '--test', old)).toMatchObject({
    code: 1,
    err: expect.stringContaining('This sheet is void'),
  });
  const locked = ['--data', join(root, 'w'), '--passphrase-file', join(root, 'pass2'), '--lang', 'en'];
  expect((await holdfast([...locked, 'unlock', '--sheet', old])).code).toBe(1);

  writeFileSync(fresh, (await run('sheet')).out);
  // Read back it protects, and the new secret is not done before a drill.
  await run('sheet', '--test', fresh);
  expect((await run('status')).out).toContain('Protected');
  expect(await run('rekey')).toMatchObject({ code: 3, out: expect.stringContaining('Step 6 of 6') });
  expect(await run('drill', '--sheet', fresh)).toMatchObject({ code: 0 });
  expect((await run('run', '--until-done', '--timeout', '30')).code).toBe(0);
  const status = await run('status');
  expect([status.code, status.out]).toEqual([0, expect.not.stringContaining('Step')]);
  // It is done: saying it again makes no other one, and a plain sign would.
  const again = await run('rekey', '--yes');
  expect([again.code, again.out]).toEqual([
    0,
    expect.stringMatching(/The new secret of .+ is in use[^]*rekey --again/),
  ]);
  expect((await run('sheet')).out).toBe(readFileSync(fresh, 'utf8'));
  expect(await run('rekey', '--again', '--max-fee', 'KUDOS:0.01', '--yes')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/A new secret costs [\d.]+ KUDOS by now/),
  });
  expect(await holdfast([...locked, 'unlock', '--sheet', fresh])).toMatchObject({ code: 0 });

  const restore = (name: string, sheet: string): Promise<Finished> =>
    holdfast([
      '--data',
      join(root, name),
      '--unprotected',
      '--lang',
      'en',
      'restore',
      '--sheet',
      sheet,
      '--folder',
      stick,
    ]);
  const thief = await restore('thief', old);
  expect([thief.code, thief.out]).toEqual([0, expect.stringContaining('This sheet is void')]);
  // What he believes in at first, he finds spent.
  const his = (...args: string[]): Promise<Finished> =>
    holdfast(['--data', join(root, 'thief'), '--unprotected', '--json', ...args]);
  await his('run', '--until-done', '--timeout', '20');
  const balance = JSON.parse((await his('balance')).out) as readonly { readonly total: string }[];
  expect(balance.map(({ total }) => total)).toEqual(['KUDOS:0']);
}, 240_000);
