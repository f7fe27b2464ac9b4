// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// Ways to pay, offers and pages, at the command line.

let root: string;
let economy: Sandbox;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-shops-'));
  economy = await openEconomy(realWorld(), { syncProviders: [] });
});
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const alice = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', join(root, 'alice'), '--unprotected', '--json', ...args]);
const json = ({ code, out, err }: Finished): unknown => {
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out);
};

test('a choice is named, an offer filled in, a page asked after a yes', async () => {
  const { merchant } = economy;
  json(await alice('exchange', 'add', economy.exchanges[0]?.baseUrl ?? ''));
  const choices = [
    { amount: 'KUDOS:0' },
    { amount: 'KUDOS:0', description: 'as a gift' },
    { amount: 'KUDOS:1', inputs: [{ type: 'token', token_family_slug: 'club' }] },
  ];
  const bought = await merchant.createOrder({
    amount: '',
    summary: 'tea',
    choices,
    fulfillmentUrl: 'https://tea.example/1',
  });
  const open = await alice('pay', bought.talerPayUri, '--yes');
  expect([open.code, open.err]).toEqual([1, expect.stringContaining('choice-open')]);
  expect((await alice('pay', bought.talerPayUri, '--choice', '3', '--yes')).err).toContain('choice-not-usable');
  expect(json(await alice('pay', bought.talerPayUri, '--choice', '2', '--yes'))).toMatchObject({
    state: 'paid',
    choice: 1,
    page: 'https://tea.example/1',
  });
  const page = `${merchant.baseUrl}shop/${bought.orderId}`;
  expect((await alice('pay', page)).err).toContain('not-confirmed');
  expect(json(await alice('pay', page, '--yes'))).toMatchObject({ state: 'paid', alreadyPaid: true });
  const offer = merchant.createTemplate({ id: 'box', contract: { summary: 'tea' } });
  expect((await alice('pay', offer, '--yes')).err).toContain('template-open');
  expect((await alice('pay', offer, '--amount', 'KUDOS:1', '--yes')).err).toContain('insufficient-balance');
  // One price of its own instead of the sum that was said.
  const instead = { choices: [{ amount: 'KUDOS:0' }] };
  const trap = merchant.createTemplate({ id: 'trap', contract: { summary: 'tea' }, instead });
  expect((await alice('pay', trap, '--amount', 'KUDOS:1', '--yes')).err).toContain('choice-open');
});
