// SPDX-License-Identifier: GPL-3.0-or-later
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// A wallet with money whose files are hurt, at the terminal: what is said, and the way out of it followed until the money is back.

let root: string;
let economy: Sandbox;
let held: string;

const wallet = (): string => join(root, 'w');
const run = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', wallet(), '--unprotected', '--lang', 'en', ...args]);
const json = (text: string) => JSON.parse(text) as { readonly [name: string]: unknown };
const total = async (): Promise<string> =>
  (JSON.parse((await run('--json', 'balance')).out) as { readonly total: string }[])
    .map(({ total: sum }) => sum)
    .join();

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-rescue-'));
  economy = await openEconomy(realWorld(), { directory: join(root, 'sandbox'), syncProviders: [] });
  mkdirSync(join(root, 'stick'));
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  await run('exchange', 'add', exchange);
  await run('provider', 'add', join(root, 'stick'), '--yes');
  const begun = await run('--json', 'withdraw', 'KUDOS:6', '--exchange', exchange);
  await economy.bank.transferToReserve(String(json(begun.out)['reservePub']), 'KUDOS:6');
  await run('run', '--until-done', '--timeout', '60');
  writeFileSync(join(root, 'sheet.txt'), (await run('sheet')).out);
  held = await total();
  cpSync(wallet(), join(root, 'whole'), { recursive: true });
}, 120_000);
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (name: string): string => join(wallet(), name);
/** Every file of the wallet with its bytes, wherever it lies below its directory. */
const bytes = (): readonly string[] =>
  readdirSync(wallet(), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && /^wallet(?:-key|\.db)/.test(each.name))
    .map((each) => `${each.name} ${readFileSync(join(each.parentPath, each.name)).toString('base64')}`)
    .sort();

const DAMAGES: readonly (readonly [kind: string, damage: () => void])[] = [
  ['damaged-database', () => truncateSync(at('wallet.db'), 8192)],
  ['empty-database', () => truncateSync(at('wallet.db'))],
  ['missing-database', () => rmSync(at('wallet.db'))],
  ['wrong-key', () => writeFileSync(at('wallet.db'), Buffer.alloc(8192, 7))],
  ['damaged-vault', () => writeFileSync(at('wallet-key.json'), readFileSync(at('wallet-key.json')).subarray(0, 80))],
  ['orphan-database', () => rmSync(at('wallet-key.json'))],
];

describe('files that do not open', () => {
  test.each(DAMAGES)('%s: said with the way out; set aside, restored, and the money is back', async (kind, damage) => {
    rmSync(wallet(), { recursive: true, force: true });
    cpSync(join(root, 'whole'), wallet(), { recursive: true });
    damage();
    const before = bytes();

    const refused = await run('--json', 'status');
    expect([refused.code, json(refused.err)['kind']]).toEqual([1, kind]);
    expect((await run('status')).err).toContain("'holdfast set-aside' moves these files out of the way");
    const report = await run('--json', 'report');
    expect([report.code, json(report.out)['trouble']]).toEqual([0, expect.objectContaining({ kind })]);
    // Nobody there to ask, and a sheet for a wallet whose files are in the way: nothing is moved.
    expect(await run('set-aside')).toMatchObject({ code: 1, err: expect.stringContaining('nothing was changed') });
    expect((await run('restore', '--sheet', join(root, 'sheet.txt'), '--folder', join(root, 'stick'))).code).toBe(1);
    expect(bytes()).toEqual(before);

    const moved = await run('--json', 'set-aside', '--yes');
    expect([moved.code, json(moved.out)['folder']]).toEqual([0, expect.stringContaining('set-aside-')]);
    expect(bytes()).toEqual(before);
    expect(json((await run('--json', 'status')).err)['kind']).toBe('no-wallet');
    const restored = await run('restore', '--sheet', join(root, 'sheet.txt'), '--folder', join(root, 'stick'));
    expect([restored.code, restored.err]).toEqual([0, expect.stringContaining('Holds a copy of this wallet')]);
    expect(await total()).toBe(held);
    expect(bytes()).toEqual(expect.arrayContaining([...before]));
  });
});

test('a wallet that opens is not set aside, and nothing where there is none', async () => {
  rmSync(wallet(), { recursive: true, force: true });
  expect(json((await run('--json', 'set-aside', '--yes')).err)['kind']).toBe('no-wallet');
  cpSync(join(root, 'whole'), wallet(), { recursive: true });
  expect(json((await run('--json', 'set-aside', '--yes')).err)['kind']).toBe('wrong-stage');
  expect(await total()).toBe(held);
});
