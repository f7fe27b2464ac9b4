// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { realWorld } from '../../electron/world.ts';
import { holdfast, isDone } from '../support/holdfast.ts';

let root: string;
let economy: Sandbox;
let exchange: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-peer-'));
  writeFileSync(join(root, 'passphrase'), 'a long passphrase\n');
  economy = await openEconomy(realWorld(), { syncProviders: [] });
  exchange = economy.exchanges[0]?.baseUrl ?? '';
}, 120_000);

afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

/** One process per command, as a person would type them. */
const run = async (name: string, ...args: string[]): Promise<Record<string, string>> => {
  const done = await holdfast([
    '--data',
    join(root, name),
    '--passphrase-file',
    join(root, 'passphrase'),
    '--json',
    ...args,
  ]);
  return isDone(done) ? JSON.parse(done.out) : { code: String(done.code), ...JSON.parse(done.err) };
};
const balance = async (name: string): Promise<string | undefined> =>
  ((await run(name, 'balance')) as unknown as { total: string }[])[0]?.total;

test('send, receive, request: two wallets on the command line', async () => {
  await run('alice', 'exchange', 'add', exchange);
  const { payto = '' } = await run('alice', 'withdraw', 'KUDOS:8', '--exchange', exchange, '--without-backup');
  economy.bank.transferToReserve(payto);
  await run('alice', 'run', '--until-done');

  const sent = await run('alice', 'send', 'KUDOS:2', '--summary', 'tea', '--expires', '2d', '--yes');
  expect(sent).toMatchObject({ state: 'waiting', summary: 'tea' });
  expect(Number(sent['expiresAt']) - Date.now()).toBeGreaterThan(47 * 60 * 60_000);
  expect(await run('bob', 'receive', sent['uri'] ?? '')).toMatchObject({ kind: 'not-confirmed' });
  // Without a provider nothing is taken that could be lost with this disk, unless one wants it so.
  expect(await run('bob', 'receive', sent['uri'] ?? '', '--yes')).toMatchObject({ code: '1', kind: 'peer-pending' });
  expect(await run('bob', 'receive', sent['uri'] ?? '', '--yes', '--without-backup')).toMatchObject({
    state: 'received',
  });
  expect(await run('bob', 'receive', sent['uri'] ?? '', '--yes')).toMatchObject({ code: '1', kind: 'peer-closed' });
  expect(await balance('bob')).toBe('KUDOS:1.99');
  await run('alice', 'run', '--until-done');

  const invoice = await run('alice', 'request', 'KUDOS:0.5', '--summary', 'half', '--without-backup');
  expect(invoice).toMatchObject({ state: 'waiting', kind: 'pull' });
  expect(await run('bob', 'receive', invoice['uri'] ?? '', '--yes')).toMatchObject({ state: 'paid' });
  await run('alice', 'run', '--until-done');
  const lines = (await run('alice', 'history')) as unknown as { type: string; state: string }[];
  expect(lines.map(({ type, state }) => `${type} ${state}`).sort()).toEqual([
    'invoice-received done',
    'peer-sent done',
    'withdrawal done',
  ]);
  expect(await run('alice', 'send', 'KUDOS:100', '--yes')).toMatchObject({ code: '1', kind: 'insufficient-balance' });
  expect(await run('alice', 'send', 'KUDOS:1', '--expires', 'soon', '--yes')).toMatchObject({ kind: 'usage' });
  expect(await run('bob', 'receive', 'taler://pay-push/', '--yes')).toMatchObject({ kind: 'malformed-taler-uri' });
}, 180_000);
