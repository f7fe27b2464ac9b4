// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginEmptying, beginLeaving, emptyView } from '../../electron/backup/leave/emptying.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { fundingPayto } from '../../electron/taler/wire/payto.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, recoveryText, startEconomy, testWorld, total, withdraw } from '../support/backup-rig.ts';

// Withdrawals whose money was never sent, or sent after all.

const world = testWorld();
const DAY = 24 * 60 * 60_000;
let sandbox: Sandbox;
let exchange: string;
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }]);
  exchange = sandbox.exchanges[0]?.baseUrl ?? '';
});
afterAll(() => sandbox.close());

const ask = async ({ wallet }: ReturnType<typeof install>) => {
  mustOk(await wallet.addExchange(exchange), 'exchange');
  return mustOk(await wallet.withdrawManual({ exchange, amount: 'KUDOS:5' }), 'withdrawal');
};

test('a withdrawal nobody sent money for does not keep a wallet from being emptied', async () => {
  const [one, phone] = [install(world), install(world)];
  await withdraw(one, sandbox, 'KUDOS:4');
  const { id, reservePub } = await ask(one);
  mustOk(await phone.wallet.addExchange(exchange), 'exchange');
  const { payments } = mustOk(await beginEmptying(one, 'everything'), 'emptying');
  for (const { uri } of payments) {
    const offer = mustOk(await trusting((asked) => phone.wallet.peer.prepare(uri, asked)), 'offer');
    mustOk(await phone.wallet.peer.confirm(offer.id), 'confirmation');
  }
  world.move(60_000);
  await one.wallet.run();
  expect(emptyView(one)).toMatchObject({ state: 'returned', said: [{ kind: 'waits-for-bank', facts: { ids: [id] } }] });
  expect(mustOk(await one.wallet.abort(id), 'abort')).toEqual({ id, state: 'aborted', amount: 'KUDOS:5' });
  // Nothing is waited for any more, and what is said names the reserve before anything is erased.
  expect(await one.wallet.run({ untilDone: true, timeoutMs: 20_000 })).toMatchObject({
    pending: [],
    timedOut: false,
    needsPerson: true,
  });
  expect(emptyView(one)).toMatchObject({
    state: 'ready',
    said: [{ kind: 'taken' }, { kind: 'late', facts: { reserves: [reservePub] } }, { kind: 'finish' }],
  });
  expect(one.store.transaction((tx) => beginLeaving(tx, one)).ok).toBe(true);
});

test('money that was sent all the same is found and drawn, once', async () => {
  const one = install(world);
  const { id, payto } = await ask(one);
  mustOk(await one.wallet.abort(id), 'abort');
  world.move(DAY);
  await one.wallet.run();
  expect(total(one)).toBe('KUDOS:0');
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  for (let days = 0; days < 3; days++) {
    world.move(2 * DAY);
    await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  }
  expect(total(one)).toBe('KUDOS:4.99');
  expect(
    one.wallet
      .history()
      .map(({ state, effect }) => `${state} ${effect}`)
      .sort(),
  ).toEqual(['aborted KUDOS:0', 'done KUDOS:4.99']);
});

test('money that has just come is not given up', async () => {
  const one = install(world);
  const { id, payto } = await ask(one);
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  expect(await one.wallet.abort(id)).toMatchObject({ ok: false, error: { kind: 'nothing-to-abort' } });
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(total(one)).toBe('KUDOS:4.99');
});

test('the backup keeps the key: another computer finds what came after this one was erased', async () => {
  const [one, other] = [install(world), install(world)];
  const { id, payto } = await ask(one);
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  mustOk(await one.wallet.abort(id), 'abort');
  await one.backup.cycle();
  const sheet = recoveryText(one);
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  mustOk(await other.backup.restore(sheet), 'restore');
  await other.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(total(other)).toBe('KUDOS:4.99');
});

test('money that comes late waits for its copy, whatever was chosen for the sum that never came', async () => {
  const one = install(world, { gated: true });
  mustOk(await one.wallet.addExchange(exchange), 'exchange');
  const made = await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:5', withoutBackup: true });
  const { id, payto } = mustOk(made, 'withdrawal');
  mustOk(await one.wallet.abort(id), 'abort');
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  world.move(2 * DAY);
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(one.wallet.pending()).toMatchObject([
    { type: 'withdrawal', withoutBackup: 'KUDOS:4.99', why: { kind: 'not-backed-up-yet' } },
  ]);
  expect(one.store.coins({})).toEqual([]);
  expect(one.store.entries('withdrawal').map(({ value }) => [value.status, value.without_backup])).toEqual(
    expect.arrayContaining([
      ['aborted', true],
      ['withdrawing', undefined],
    ]),
  );
});

test('a bank that says it aborted and sends the money all the same', async () => {
  const one = install(world);
  mustOk(await one.wallet.addExchange(exchange), 'exchange');
  const operation = await sandbox.bank.createWithdrawal('KUDOS:5');
  const { id } = mustOk(await one.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
  await operation.abort();
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  const begun = one.store.entry('withdrawal', id)?.value;
  expect(begun).toMatchObject({ status: 'aborted', why: 'operation-aborted' });
  const account = begun?.origin.type === 'bank' ? begun.origin.exchange_payto : '';
  const payto = fundingPayto(account, amount('KUDOS:5'), begun?.reserve ?? '');
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  world.move(2 * DAY);
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(total(one)).toBe('KUDOS:4.99');
  expect(
    one.wallet
      .history()
      .map(({ state, effect, title }) => `${title?.kind} ${state} ${effect}`)
      .sort(),
  ).toEqual(['from-bank aborted KUDOS:0', 'from-bank done KUDOS:4.99']);
});
