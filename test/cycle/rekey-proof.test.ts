// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, testWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { expectSumsAgree, unitsOf } from './takeover-lab.ts';

// At an issuer of today the smallest coin is changed first, and all other change waits for it. A copy is made while both wait, and then
// the wallet gets a new secret: whoever restores by the old one has a first session whose coin is gone, and it holds nothing up.

const world = testWorld();
const sandbox = await openEconomy(world, {
  exchanges: [{ generation: 'v32' }],
  syncProviders: [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0.1' }],
});
afterAll(() => sandbox.close());

/** What is due, as the window's own runner does it: nobody waits for it, so change keeps its time. */
const goOn = async ({ wallet }: Installation): Promise<void> =>
  void (await wallet.run({ signal: new AbortController().signal }));

it('what the old sheet shows is gone once its issuer was asked, within seconds', async () => {
  const one = install(world, { gated: true });
  mustOk(await one.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? ''), 'exchange');
  const operation = await sandbox.bank.createWithdrawal('KUDOS:20');
  mustOk(await one.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
  await operation.confirm();
  await goOn(one);
  for (const { baseUrl } of sandbox.syncProviders) {
    await add(one, baseUrl);
    await goOn(one);
  }
  await outcomes(one);
  expect(one.store.entries('refresh').map(({ value }) => value)).toMatchObject([{ status: 'planned', why: 'proof' }]);
  expect(one.wallet.balances()).toMatchObject([{ change: 'KUDOS:0.21' }]);
  const old = recoveryText(one);
  mustOk(await one.backup.rekey(mustOk(await one.backup.rekeyQuote(), 'quote').total), 'rekey');
  await goOn(one);
  const kept = unitsOf(one);

  const thief = install(world, { gated: true });
  mustOk(await thief.backup.restore(old), 'restore');
  for (let second = 0; second < 10; second += 1) {
    await goOn(thief);
    world.move(1000);
  }
  expect(unitsOf(thief)).toBe(0n);
  expect(thief.wallet.pending()).toEqual([]);
  expectSumsAgree(thief);
  await goOn(one);
  expect(unitsOf(one)).toBe(kept);
});

it('change that waits for the first piece says so when no place is left to keep it, and goes on when its person says so', async () => {
  const one = install(world, { gated: true });
  mustOk(await one.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? ''), 'exchange');
  const [free = ''] = sandbox.syncProviders.map(({ baseUrl }) => baseUrl);
  await add(one, free);
  const operation = await sandbox.bank.createWithdrawal('KUDOS:20');
  mustOk(await one.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
  await operation.confirm();
  await goOn(one);
  mustOk(await one.backup.removeProvider(free), 'removed');
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:2.5', summary: 'tea' });
  const offer = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await one.wallet.confirmPay(offer.purchaseId), 'payment');
  const hours = async (): Promise<void> => {
    for (let at = 0; at < 4; at += 1) {
      world.move(3 * 3600_000);
      await goOn(one);
    }
  };
  for (const withoutBackup of ['KUDOS:0.01', 'KUDOS:0.13']) {
    await hours();
    const [waits, ...others] = one.wallet.pending();
    expect([waits, others]).toMatchObject([{ waitingFor: 'provider', why: { kind: 'not-backed-up-yet' } }, []]);
    expect(waits).toMatchObject({ withoutBackup });
    mustOk(await one.wallet.goOnWithoutBackup(waits?.id ?? ''), 'without');
  }
  await hours();
  expect(one.wallet.pending()).toEqual([]);
  expect(one.wallet.exchanges()).toMatchObject([{ note: { kind: 'proven' } }]);
});
