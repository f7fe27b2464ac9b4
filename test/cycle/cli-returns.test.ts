// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { createRunningClock } from '../support/clock.ts';
import { openEconomy } from '../support/economy.ts';
import { realWorld } from '../../electron/world.ts';
import { holdfast, isDone, type Finished } from '../support/holdfast.ts';

// The commands about banks, shops and providers as processes: exit code, the one sentence, and what --json says.

const clock = createRunningClock();
let root: string;
let economy: Sandbox;
let exchange: string;
let provider: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-returns-'));
  economy = await openEconomy({ ...realWorld(), ...clock }, { syncProviders: [{ annualFee: 'KUDOS:0' }] });
  exchange = economy.exchanges[0]?.baseUrl ?? '';
  provider = economy.syncProviders[0]?.baseUrl ?? '';
}, 200_000);

afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const run =
  (name: string) =>
  (...args: string[]): Promise<Finished> =>
    holdfast(['--data', join(root, name), '--unprotected', '--json', ...args], '', clock);
const json = (finished: Finished): Record<string, unknown> => {
  const { code, out, err } = finished;
  if (!isDone(finished)) throw new Error(`exit ${code}: ${err}`);
  expect(err).toBe('');
  return JSON.parse(out) as Record<string, unknown>;
};
/** Refused: nothing on standard output, one object with a sentence a person can read. */
const refused = ({ code, out, err }: Finished): string => {
  expect([code === 1, out]).toEqual([true, '']);
  const failure = JSON.parse(err) as { readonly kind: string; readonly sentence: string };
  expect(failure.sentence).toMatch(/^\S.{20,}[.!?]$/su);
  return failure.kind;
};
type Line = { readonly id: string; readonly type: string; readonly state: string };
const history = async (alice: ReturnType<typeof run>): Promise<readonly Line[]> =>
  json(await alice('history')) as unknown as readonly Line[];

test('withdrawals from a bank and without backup, refund, deposit, abort', async () => {
  const alice = run('alice');
  json(await alice('exchange', 'add', exchange));
  expect(json(await alice('exchange', 'list'))).toMatchObject([{ baseUrl: exchange, state: 'ready' }]);

  // A sum that the bank leaves open is said on the command line.
  const operation = await economy.bank.createWithdrawal('', { terms: { max_amount: 'KUDOS:6' } });
  expect(refused(await alice('withdraw', operation.talerUri))).toBe('bank-leaves-amount-open');
  expect(refused(await alice('withdraw', operation.talerUri, '--amount', 'KUDOS:5.001'))).toBe('amount-too-fine');
  expect(json(await alice('withdraw', operation.talerUri, '--amount', 'KUDOS:6', '--without-backup'))).toMatchObject({
    amount: 'KUDOS:6',
    confirmUrl: expect.stringMatching(/^http/),
  });
  await operation.confirm();
  json(await alice('run', '--until-done', '--timeout', '60'));
  expect(refused(await alice('withdraw', 'taler://pay/nowhere/x'))).toBe('malformed-taler-uri');

  // Money that was never sent does not keep a script waiting once it is given up.
  const link = `${exchange.replace('http://', 'taler+http://withdraw-exchange/')}?a=KUDOS:5`;
  const unsent = json(await alice('withdraw', link, '--without-backup'));
  expect(refused(await alice('run', '--until-done', '--timeout', '1'))).toBe('still-pending');
  expect(json(await alice('abort', String(unsent['id'])))).toMatchObject({ state: 'aborted' });
  expect(json(await alice('run', '--until-done', '--timeout', '60'))).toMatchObject({ pending: [] });
  expect(refused(await alice('abort', 'nothing'))).toBe('nothing-to-abort');

  const order = await economy.merchant.createOrder({ amount: 'KUDOS:2', summary: 'tea', refundWithinMs: 3_600_000 });
  const refundUri = order.talerPayUri.replace('//pay/', '//refund/');
  expect(refused(await alice('refund', refundUri))).toBe('nothing-to-refund');
  json(await alice('pay', order.talerPayUri, '--yes'));
  expect(refused(await alice('refund', refundUri))).toBe('no-refund-yet');
  await economy.merchant.refund(order.orderId, 'KUDOS:2');
  expect(json(await alice('refund', refundUri))).toMatchObject({ state: 'done', refunded: 'KUDOS:2' });
  // The rest of the payment and what came back become coins without a backup only if that is chosen: a provider is added.
  json(await alice('provider', 'add', provider, '--yes'));
  json(await alice('run', '--until-done', '--timeout', '60'));

  const account = 'payto://x-taler-bank/localhost/alice?receiver-name=Alice';
  expect(refused(await alice('deposit', 'KUDOS:1', '--to', account))).toBe('not-confirmed');
  expect(refused(await alice('deposit', 'KUDOS:1', '--to', 'payto://iban/DE00', '--yes'))).toBe('malformed-account');
  expect(json(await alice('deposit', 'KUDOS:1', '--to', account, '--yes'))).toMatchObject({ amount: 'KUDOS:1' });
  json(await alice('run', '--until-done', '--timeout', '60'));
  const lines = await history(alice);
  expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining(['deposit', 'refund', 'payment', 'withdrawal']));

  expect(json(await alice('provider', 'list'))).toMatchObject([{ id: provider, kind: 'sync' }]);
  expect(refused(await alice('provider', 'remove', 'http://127.0.0.1:1/'))).toBe('unknown-provider');
  expect(refused(await alice('provider', 'remove', provider))).toBe('not-confirmed');
  expect(json(await alice('provider', 'remove', provider, '--yes'))).toMatchObject({
    said: [{ kind: 'removed' }, { kind: 'keeps-copy' }, { kind: 'none-left' }],
  });
  expect(json(await alice('provider', 'list'))).toEqual([]);
}, 300_000);

test('the address of a payment that was pending once can be read again, and called back', async () => {
  const [alice, bob] = [run('sender'), run('receiver')];
  json(await alice('exchange', 'add', exchange));
  const { payto } = json(await alice('withdraw', 'KUDOS:4', '--exchange', exchange, '--without-backup'));
  economy.bank.transferToReserve(String(payto));
  json(await alice('run', '--until-done', '--timeout', '60'));
  economy.exchanges[0]?.faults.once({ path: '/create' }, { status: 503 });
  expect(refused(await alice('send', 'KUDOS:1', '--summary', 'tea', '--yes'))).toBe('peer-pending');
  const starting = json(await alice('status'))['openPayments'] as readonly Record<string, string>[];
  expect(starting).toMatchObject([{ state: 'starting', amount: 'KUDOS:1' }]);
  clock.move(1_100);
  const ran = json(await alice('run'))['openPayments'] as readonly Record<string, string>[];
  expect(ran).toMatchObject([{ state: 'waiting', id: starting[0]?.['id'] }]);
  const plain = await holdfast(['--data', join(root, 'sender'), '--unprotected', 'status'], '', clock);
  expect([plain.code, plain.out]).toEqual([3, expect.stringContaining(ran[0]?.['uri'] ?? 'none')]);
  expect(json(await bob('receive', ran[0]?.['uri'] ?? '', '--yes', '--without-backup'))).toMatchObject({
    state: 'received',
  });
  clock.move(1_000);
  await alice('run');
  expect(json(await alice('status'))['openPayments']).toEqual([]);
  expect(refused(await alice('abort', ran[0]?.['id'] ?? ''))).toBe('peer-closed');
}, 200_000);

test('devices, abandon, takeover and empty in a wallet that is not backed up say so', async () => {
  const fresh = run('fresh');
  expect(refused(await fresh('devices'))).toBe('no-wallet');
  json(await fresh('name', '--wallet', 'Fresh'));
  expect(json(await fresh('devices'))).toMatchObject({ standing: 'active', devices: [] });
  expect(refused(await fresh('abandon', '--yes'))).toMatch(/state|initialized/);
  expect(refused(await fresh('takeover', '--sheet', join(root, 'no-such-file')))).toBe('unreadable-file');
  expect(json(await fresh('takeover', 'here'))).toMatchObject({ standing: 'active' });
  expect(refused(await fresh('empty', '--wait'))).toBe('not-confirmed');
}, 60_000);
