// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { realWorld } from '../../electron/world.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// What making coins costs, at the command line: said with the transfer, asked about when it is steep or gets dearer.

let root: string;
let economy: Sandbox;
let exchange: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-fees-'));
  economy = await openEconomy(realWorld(), {
    syncProviders: [],
    exchanges: [{ denominations: [{ value: '1' }, { value: '0.5', feeWithdraw: '0.3' }] }],
  });
  exchange = economy.exchanges[0]?.baseUrl ?? '';
}, 200_000);

afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const alice = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', join(root, 'alice'), '--unprotected', '--json', ...args]);
const json = ({ code, out, err }: Finished): Record<string, unknown> => {
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out) as Record<string, unknown>;
};
const kind = ({ code, err }: Finished): unknown => {
  expect(code).toBe(1);
  return (JSON.parse(err) as { readonly kind: string }).kind;
};

test('told, asked, agreed', async () => {
  json(await alice('exchange', 'add', exchange));
  const cheap = json(await alice('withdraw', 'KUDOS:8', '--exchange', exchange, '--without-backup'));
  expect(cheap).toMatchObject({ fees: 'KUDOS:0', total: 'KUDOS:8' });
  for (const { hash, value } of economy.exchanges[0]?.denominations.all() ?? [])
    if (value.units === 100_000_000n) economy.exchanges[0]?.revokeDenomination(hash);
  economy.bank.transferToReserve(String(cheap['payto']));
  // Keys that are an hour old would do; here they are asked for by a new quote.
  json(await alice('exchange', 'add', exchange));
  await alice('run', '--timeout', '20', '--until-done');
  const id = String(cheap['id']);
  const status = await alice('status');
  // There is no place yet, so not all is well.
  expect(status).toMatchObject({ code: 3, err: '' });
  expect(status.out).toContain('withdrawal-fees');
  // Nobody at the terminal says yes.
  expect(kind(await alice('agree', id))).toBe('not-confirmed');
  expect(json(await alice('balance'))).toMatchObject([{ available: 'KUDOS:0' }]);
  expect(json(await alice('agree', id, '--yes'))).toMatchObject({ id });
  await alice('run', '--until-done', '--timeout', '20');
  expect(json(await alice('balance'))).toMatchObject([{ available: 'KUDOS:5' }]);
  expect(kind(await alice('agree', id, '--yes'))).toBe('not-asked-about-fees');

  const steep = ['withdraw', 'KUDOS:8', '--exchange', exchange, '--without-backup'];
  expect(kind(await alice(...steep))).toBe('not-confirmed');
  expect(json(await alice(...steep, '--yes'))).toMatchObject({ fees: 'KUDOS:3', total: 'KUDOS:5' });
}, 120_000);
