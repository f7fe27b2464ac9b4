// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// `escrow` at the terminal: who one is and what proves it come from standard input, a line each, and never from arguments.

const FREE = 'KUDOS:0';

let root: string;
let economy: Sandbox;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-escrow-'));
  economy = await openEconomy(realWorld(), {
    directory: join(root, 'sandbox'),
    syncProviders: [],
    anastasisProviders: [
      { form: '2021', methods: { question: FREE, email: FREE } },
      { form: '2022', methods: { question: FREE, email: FREE }, annualFee: 'KUDOS:0.05' },
      { form: '2022', methods: { question: FREE, email: FREE, sms: 'KUDOS:0.02' } },
    ],
  });
}, 120_000);
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const run = (wallet: string, args: readonly string[], lines: readonly string[] = []): Promise<Finished> =>
  holdfast(
    ['--data', join(root, wallet), '--unprotected', '--lang', 'en', ...args],
    lines.length === 0 ? '' : `${lines.join('\n')}\n`,
  );

const places = (): readonly string[] => economy.anastasisProviders.flatMap(({ baseUrl }) => ['--place', baseUrl]);
const codes = (): readonly string[] =>
  economy.anastasisProviders.flatMap(({ sent }) => sent().map(({ code }) => String(code)));

const ADA = ['ch', 'Ada Example', '1969-07-20', 'Lisbon', '756.9217.0769.85'];
const WAYS = [
  'question',
  'Name of the first boat?',
  'END of May',
  'email',
  'ada@example.com',
  'sms',
  '+41 79 123 45 67',
  '',
];

const withMoney = async (wallet: string): Promise<void> => {
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  mkdirSync(join(root, `${wallet}-stick`));
  await run(wallet, ['exchange', 'add', exchange]);
  await run(wallet, ['provider', 'add', join(root, `${wallet}-stick`), '--yes']);
  const begun = await run(wallet, ['--json', 'withdraw', 'KUDOS:6', '--exchange', exchange]);
  await economy.bank.transferToReserve(String(JSON.parse(begun.out).reservePub), 'KUDOS:6');
  await run(wallet, ['run', '--until-done', '--timeout', '60']);
};
const totalOf = async (wallet: string): Promise<string> =>
  String(JSON.parse((await run(wallet, ['--json', 'balance'])).out)[0]?.total);

describe('escrow at the terminal', () => {
  test('is set up from standard input, after its price was agreed to', async () => {
    await withMoney('w');
    expect(await run('w', ['escrow', 'status'])).toMatchObject({ code: 3, out: expect.stringContaining('No escrow') });
    const asked = await run('w', ['escrow', 'setup', ...places()], [...ADA, ...WAYS]);
    expect(asked).toMatchObject({ code: 1, err: expect.stringContaining('nothing was changed') });
    const poor = ['escrow', 'setup', ...places(), '--max-fee', 'KUDOS:0.01', '--yes'];
    expect(await run('w', poor, [...ADA, ...WAYS])).toMatchObject({ code: 1 });
    const made = await run('w', ['escrow', 'setup', ...places(), '--yes'], [...ADA, ...WAYS]);
    expect(made.err).toBe('');
    await run('w', ['run', '--until-done', '--timeout', '60']);
    const status = await run('w', ['escrow', 'status']);
    expect(status).toMatchObject({ code: 0, out: expect.stringContaining('Escrow is up to date. Any 2 of 3 ways') });
    expect(status.out).not.toContain('END of May');
  }, 120_000);

  test('a way is rehearsed', async () => {
    expect(await run('w', ['escrow', 'rehearse'], [''])).toMatchObject({ code: 3, err: '' });
    expect(await run('w', ['escrow', 'rehearse'], ['END of May'])).toMatchObject({ code: 0 });
  });

  test('who has nothing to give, or has a wallet already, is told before anything is asked', async () => {
    await run('empty', ['exchange', 'add', economy.exchanges[0]?.baseUrl ?? '']);
    expect(await run('empty', ['escrow', 'setup', ...places()])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Add one first'),
    });
    expect(await run('w', ['escrow', 'recover', ...places()])).toMatchObject({
      code: 1,
      err: expect.stringContaining('a recovery secret of its own'),
    });
  });

  test.each([
    [['escrow'], 'how to use'],
    [['escrow', 'setup', 'my answer'], 'an answer as an argument'],
    [['escrow', 'tell'], 'a word there is not'],
  ])('%j is refused', async (args) => {
    expect(await run('w', args)).toMatchObject({ code: 2, err: expect.stringContaining('escrow setup') });
  });

  test('data that cannot be right is named, and nothing is sent', async () => {
    const off = [...ADA.slice(0, 4), '756', ...WAYS];
    expect(await run('w', ['escrow', 'setup', ...places(), '--yes'], off)).toMatchObject({
      code: 1,
      err: expect.stringContaining('AHV number'),
    });
  });

  test('begins with an older version where the newest is not its person’s', async () => {
    await run('w', ['name', '--wallet', 'Travel money']);
    expect(await run('w', ['escrow', 'update'])).toMatchObject({ code: 0 });
    const find = ['escrow', 'recover', ...places(), '--older'];
    expect(await run('o', [...find, '2'], ADA)).toMatchObject({ code: 1, err: expect.stringContaining('--older 1') });
    const older = await run('o', [...find, '1', '--json'], [...ADA, '']);
    expect(JSON.parse(older.out)).toMatchObject({ session: { said: [{}, { kind: 'is-older' }] } });
  }, 120_000);

  test('brings the wallet back on another computer, with a pause in between, and the money is the same', async () => {
    const before = await totalOf('w');
    const find = ['escrow', 'recover', ...places(), '--folder', join(root, 'w-stick')];
    const begun = await run('n', find, [...ADA, '1', 'END of May', '2', '']);
    expect(begun).toMatchObject({ code: 3, out: expect.stringContaining('1 more is enough') });
    const done = await run('n', find, ['2', codes().at(-1) ?? '']);
    expect(done.out).toContain('Found');
    expect(done.code).toBe(0);
    await run('n', ['run', '--until-done', '--timeout', '60']);
    expect(await totalOf('n')).toBe(before);
  }, 120_000);

  test('stopped, nothing of the person stays; ended, nothing follows', async () => {
    await run('m', ['escrow', 'recover', ...places()], [...ADA, '']);
    expect(await run('m', ['status'])).toMatchObject({ code: 3, out: expect.stringContaining('escrow is under way') });
    expect(await run('m', ['escrow', 'recover', '--stop'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing that you told is kept'),
    });
    // Last, for a wrong answer takes tries from the right one.
    expect(await run('n', ['escrow', 'rehearse'], ['Tern'])).toMatchObject({
      code: 3,
      out: expect.stringMatching(/not the right answer|as many tries/),
      err: '',
    });
    expect(await run('n', ['escrow', 'forget'])).toMatchObject({ code: 1 });
    expect(await run('n', ['escrow', 'forget', '--yes'])).toMatchObject({ code: 0 });
    expect(await run('n', ['escrow', 'status'])).toMatchObject({ code: 3 });
  });

  test('pays no place more for a code than --max-fee says, whatever is said yes to', async () => {
    const exchange = economy.exchanges[0]?.baseUrl ?? '';
    await run('p', ['exchange', 'add', exchange]);
    const begun = await run('p', ['--json', 'withdraw', 'KUDOS:2', '--exchange', exchange, '--without-backup']);
    await economy.bank.transferToReserve(String(JSON.parse(begun.out).reservePub), 'KUDOS:2');
    await run('p', ['run', '--until-done', '--timeout', '60']);
    const before = await totalOf('p');
    const find = ['escrow', 'recover', ...places(), '--yes', '--max-fee'];
    const asked = await run('p', [...find, 'KUDOS:0.01'], [...ADA, '3', '']);
    expect(asked).toMatchObject({ code: 3, out: expect.stringContaining('0.02 KUDOS') });
    expect(await totalOf('p')).toBe(before);
    await run('p', [...find, 'KUDOS:0.5'], ['3', '']);
    expect(await totalOf('p')).not.toBe(before);
    await run('p', ['escrow', 'recover', '--stop']);
  }, 120_000);
});
