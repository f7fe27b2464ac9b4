// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { realWorld } from '../../electron/world.ts';
import { words } from '../../shared/words/words.ts';
import { holdfast, isDone, type Finished } from '../support/holdfast.ts';

// Wallets that change hands, one process per command: devices, abandon, takeover, empty.

let root: string;
let economy: Sandbox;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-hands-'));
  economy = await openEconomy(realWorld(), {
    exchanges: [{ generation: 'v23' }],
    syncProviders: [{ annualFee: 'KUDOS:0' }],
  });
}, 60_000);
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const wallet = (name: string) => {
  const data = join(root, name);
  return { data, run: (...args: string[]) => holdfast(['--data', data, '--unprotected', '--json', ...args]) };
};
const json = (finished: Finished): Record<string, unknown> => {
  if (!isDone(finished)) throw new Error(`exit ${finished.code}: ${finished.err}`);
  return JSON.parse(finished.out) as Record<string, unknown>;
};
const failure = (finished: Finished): { readonly kind: string; readonly sentence: string } => {
  expect([finished.code !== 0, finished.out]).toEqual([true, '']);
  return JSON.parse(finished.err) as { readonly kind: string; readonly sentence: string };
};
const totals = async ({ run }: ReturnType<typeof wallet>): Promise<readonly string[]> =>
  (json(await run('balance')) as unknown as { readonly total: string }[]).map(({ total }) => total);

test('abandoned on one device, taken over on another, emptied to a third', async () => {
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  const provider = economy.syncProviders[0]?.baseUrl ?? '';
  const [first, second, phone] = [wallet('first'), wallet('second'), wallet('phone')];
  json(await first.run('exchange', 'add', exchange));
  const withdrawal = json(await first.run('withdraw', 'KUDOS:3', '--exchange', exchange, '--without-backup'));
  await economy.bank.transferToReserve(String(withdrawal['reservePub']), 'KUDOS:3');
  json(await first.run('run', '--until-done', '--timeout', '60'));
  json(await first.run('provider', 'add', provider, '--yes'));
  const sheet = join(root, 'sheet.txt');
  writeFileSync(sheet, String(json(await first.run('sheet'))['text']));
  const before = await totals(first);

  // Without --yes and without a terminal nobody has agreed.
  expect(failure(await first.run('abandon')).kind).toBe('not-confirmed');
  expect(failure(await second.run('takeover', '--sheet', sheet)).sentence).toMatch(/--even-if-not-abandoned/);
  expect(json(await first.run('abandon', '--yes'))).toMatchObject({ state: 'abandoned' });
  expect(json(await first.run('devices'))).toMatchObject({ standing: 'abandoned', devices: [{ here: true }] });
  expect(json(await second.run('takeover', '--sheet', sheet))).toMatchObject({ how: 'continued' });
  expect(await totals(second)).toEqual(before);
  expect(json(await second.run('devices'))).toMatchObject({ standing: 'active' });

  // It is undone, and then done once more.
  expect(json(await second.run('undo', '--list'))).toMatchObject({ steps: [{ why: 'continued', underWay: false }] });
  expect(failure(await second.run('undo')).kind).toBe('not-confirmed');
  expect(failure(await second.run('undo', '99', '--yes')).kind).toBe('no-undo');
  expect(json(await second.run('undo', '--yes'))).toMatchObject({ state: 'done' });
  expect(await totals(second)).toEqual([]);
  expect(json(await second.run('undo', '--list'))).toEqual({ steps: [] });
  expect(json(await second.run('takeover', '--sheet', sheet))).toMatchObject({ how: 'continued' });
  expect(await totals(second)).toEqual(before);
  expect(json(await second.run('name', '--place', provider, '--as', 'Reef'))).toMatchObject({
    place: expect.stringMatching(/^Reef \(/) as unknown,
  });

  // People see what it comes to before they agree, and nothing is sent until they do.
  const asked = await holdfast(['--data', second.data, '--unprotected', 'empty']);
  expect(asked.code).not.toBe(0);
  expect(asked.err).toMatch(
    /2\.\d+ KUDOS goes out in 1 payment \(fees 0\.0\d KUDOS, all in all 2\.\d+ KUDOS\); the other wallet gets [12]\.\d+ KUDOS/,
  );
  expect(asked.err).toContain('Not confirmed, so nothing was sent.');

  const offered = json(await second.run('empty', '--yes', '--expires', '12h')) as unknown as {
    readonly payments: readonly { readonly uri: string; readonly state: string; readonly amount: string }[];
    readonly quote: { readonly lines: readonly unknown[] };
  };
  expect(offered.payments).toMatchObject([{ state: 'waiting' }]);
  const { amount, fees } = offered.payments[0] as unknown as { readonly amount: string; readonly fees: string };
  expect(offered.quote.lines).toMatchObject([{ exchange, payments: 1, amount, fees, total: before[0] }]);
  const waiting = second.run('empty', '--wait', '--yes');
  const taken = await phone.run('receive', offered.payments[0]?.uri ?? '', '--yes', '--without-backup');
  if (taken.code !== 0) json(await phone.run('run', '--until-done', '--timeout', '60'));
  expect(json(await waiting)['text']).toMatch(/Receipt: this wallet was emptied/);
  expect(existsSync(join(second.data, 'wallet.db'))).toBe(false);
  expect(readdirSync(second.data).filter((name) => name.startsWith('emptied-'))).toHaveLength(2);
  // As was said before anything was sent.
  const said = /the other wallet gets ([\d.]+) KUDOS/.exec(asked.err)?.[1];
  expect(await totals(phone)).toEqual([`KUDOS:${said}`]);
}, 180_000);

test('what waits for its backup is had without one, once the person has seen the sum at risk and said yes', async () => {
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  const mine = wallet('changed-mind');
  json(await mine.run('exchange', 'add', exchange));
  const { id, reservePub } = json(await mine.run('withdraw', 'KUDOS:2', '--exchange', exchange));
  await economy.bank.transferToReserve(String(reservePub), 'KUDOS:2');
  expect((await mine.run('run', '--until-done', '--timeout', '60')).code).not.toBe(0);
  const { pending } = json(await mine.run('status')) as {
    readonly pending?: readonly { readonly withoutBackup?: string }[];
  };
  expect(pending).toMatchObject([{ id, withoutBackup: expect.stringMatching(/^KUDOS:1\.9/) }]);
  const sum = String(pending?.[0]?.withoutBackup);
  const people = await holdfast(['--data', mine.data, '--unprotected', 'status']);
  expect(people.out).toContain(
    `'holdfast without-backup ${String(id)}' has ${words('en').amount(sum)} at once, at risk`,
  );

  expect(failure(await mine.run('without-backup', String(id))).kind).toBe('not-confirmed');
  expect(json(await mine.run('without-backup', String(id), '--yes'))).toEqual({ id, sum, state: 'done' });
  expect(await totals(mine)).toEqual([sum]);
  expect(failure(await mine.run('without-backup', String(id), '--yes'))).toMatchObject({
    kind: 'not-waiting-for-backup',
    sentence: expect.stringMatching(/Nothing was changed/),
  });
}, 180_000);
