// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount, amountToText, sumAmounts } from '../../shared/amount.ts';
import { secretToCodex32 } from '../../electron/backup/paper/codex32/text.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { readCodex32, restoreForeign } from '../support/foreign-restore.ts';
import { holdfast, isDone } from '../support/holdfast.ts';
import { packageOf, readSource } from '../support/imports.ts';

// electron/backup/FORMAT.md promises that a stranger can restore with it alone. This is such a stranger.

let root: string;
let economy: Sandbox;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-foreign-'));
  economy = await openEconomy(realWorld(), {
    currency: 'KUDOS',
    exchanges: [{ generation: 'v23' }],
    syncProviders: [{ name: 'free', annualFee: 'KUDOS:0' }],
  });
});

afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

test('a program that imports nothing of ours finds every coin, withdrawn or refreshed, in a service and in a folder', async () => {
  const passphrase = join(root, 'passphrase');
  writeFileSync(passphrase, 'a long passphrase\n');
  const run = async (...args: string[]) => {
    const done = await holdfast(['--data', join(root, 'w'), '--passphrase-file', passphrase, '--json', ...args]);
    if (!isDone(done)) throw new Error(done.err);
    return JSON.parse(done.out);
  };
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  const folder = join(root, 'stick');
  mkdirSync(folder);
  await run('provider', 'add', economy.syncProviders[0]?.baseUrl ?? '', '--max-fee', 'KUDOS:0', '--yes');
  await run('provider', 'add', folder, '--yes');
  await run('exchange', 'add', exchange);
  const { reservePub } = await run('withdraw', 'KUDOS:12', '--exchange', exchange);
  await economy.bank.transferToReserve(reservePub, 'KUDOS:12');
  await run('run', '--until-done', '--timeout', '60');
  for (const sum of ['KUDOS:3.3', 'KUDOS:0.5']) {
    const order = await economy.merchant.createOrder({ amount: sum, summary: 'tea' });
    await run('pay', order.talerPayUri, '--yes');
    await run('run', '--until-done', '--timeout', '60');
  }
  await run('backup');
  const { text } = await run('sheet');
  const [{ total }] = await run('balance');

  const everywhere = await restoreForeign(text, [folder]);
  const fromFolder = await restoreForeign(text.replace(/^provider.*http.*\n/m, ''), [folder]);
  const fromService = await restoreForeign(text, []);
  expect(everywhere.some(({ id }) => fromFolder.find((each) => each.id === id) === undefined)).toBe(false);
  for (const coins of [everywhere, fromFolder, fromService]) {
    const fresh = coins.filter(({ status }) => status === 'fresh');
    expect(fresh.every(({ signed }) => signed === true)).toBe(true);
    expect(coins.every(({ priv, status, signed }) => priv.length === 52 && (status === 'spent' || signed))).toBe(true);
    expect(new Set(coins.map(({ id }) => id.split('/')[0])).size).toBeGreaterThanOrEqual(2);
    const sum = sumAmounts(
      'KUDOS',
      fresh.map(({ value }) => amount(value)),
    );
    expect(amountToText(sum)).toBe(total);
  }
}, 120_000);

test('it reads secrets of both lengths, and refuses a mistyped one', () => {
  for (const length of [64, 32]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
    const text = secretToCodex32('hold', 'qpzr', bytes);
    const read = readCodex32(text);
    expect([read.identifier, new Uint8Array(read.secret)]).toEqual(['qpzr', bytes]);
    expect(() => readCodex32(text.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')))).toThrow('checksum');
  }
});

test('it really imports nothing of ours', () => {
  const imports = readSource('test/support/foreign-restore.ts').imports.map(({ specifier }) => specifier);
  expect(imports.map((each) => (each.startsWith('node:') ? 'node' : packageOf(each))).sort()).toEqual(
    expect.arrayContaining(['@noble/ciphers', '@noble/curves', 'node']),
  );
  expect(imports.filter((each) => each.startsWith('.'))).toEqual([]);
});
