// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add, install, startEconomy, testWorld } from '../support/backup-rig.ts';

// A place that could not be paid waits for its back-off, which grows to hours. Money that comes ends that wait, once each time.

const world = testWorld();
const economy = await startEconomy(world, [
  { name: 'free', annualFee: 'KUDOS:0' },
  { name: 'paid', annualFee: 'KUDOS:0.1' },
]);
afterAll(() => economy.close());
const MINUTE = 60_000;

test('a place is paid within minutes after money came, though another one kept the copy, and meanwhile it is left alone', async () => {
  let told = 0;
  const one = install(world, { gated: true, onProgress: () => (told += 1) });
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  mustOk(await one.wallet.addExchange(exchange), 'exchange');
  const { payto } = mustOk(await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:10' }), 'withdrawal');
  const [free = '', paid = ''] = economy.syncProviders.map(({ baseUrl }) => baseUrl);
  await add(one, free);
  expect(await add(one, paid)).toBe('payment-required');
  const view = () => one.backup.providers().find(({ id }) => id === paid);
  const attempts = (): number => one.store.local.providerProgress(paid)?.attempts ?? 0;
  // What goes on by itself: a look every minute.
  const minutes = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      world.move(MINUTE);
      await world.hurry(one.wallet.run({ signal: new AbortController().signal }));
      await world.hurry(one.backup.run({ signal: new AbortController().signal }));
    }
  };
  const nextAt = (): number => one.store.local.providerProgress(paid)?.nextAt ?? 0;
  while (attempts() < 12 || nextAt() - world.now() < 30 * MINUTE) {
    world.move(6 * 60 * MINUTE);
    await minutes(1);
  }
  const [patient, before] = [nextAt(), attempts()];
  await minutes(5);
  expect(attempts()).toBe(before);

  economy.bank.transferToReserve(payto);
  told = 0;
  expect(view()?.notes?.map(({ kind }) => kind)).toEqual(['unpaid']);
  // Its next look at the reserve is up to 20 s away, as the dice say.
  world.move(MINUTE);
  const { pending } = await world.hurry(one.wallet.run({ untilDone: true, timeoutMs: MINUTE }));
  expect(pending).toEqual([]);
  // Before its next try nobody is told of too little money, for it is here.
  expect(view()?.notes?.map(({ kind }) => kind)).toEqual(['paying']);
  for (let at = 0; at < 6 && view()?.lastOutcome !== 'stored'; at += 1) await minutes(1);
  expect(view()).toMatchObject({ lastOutcome: 'stored' });
  expect(view()?.paidUntil).toBeGreaterThan(world.now());
  expect(world.now()).toBeLessThan(patient);
  // The window hears that a round began and ended, although no entry says so.
  expect(told).toBeGreaterThanOrEqual(2);
  // The other one has got its copy of before, and that of the fee follows within the hour: nothing is wrong with it.
  expect(one.backup.providers().find(({ id }) => id === free)).toMatchObject({ upToDate: false, follows: true });
  // The fee's change is made at a time of its own, a quarter of an hour to four hours later, and is a change that follows like this one:
  // how it stands after the hour is the dice's, but within it each place has had all there was, and at no time was anything wrong.
  const whole = new Set<string>();
  for (let at = 0; at < 70; at += 1) {
    await minutes(1);
    for (const { id, upToDate, saving, follows, notes } of one.backup.providers()) {
      if (upToDate) whole.add(id);
      else expect(saving ?? follows, `${id} after ${at} minutes`).toBe(true);
      expect(notes).toBe(undefined);
    }
  }
  expect([...whole].toSorted()).toEqual([free, paid].toSorted());
});

test('money that does not suffice, and a place that fails for another reason, are tried no more often', async () => {
  const one = install(world);
  const [, paid = ''] = economy.syncProviders.map(({ baseUrl }) => baseUrl);
  expect(await add(one, paid)).toBe('payment-required');
  const rounds = (): number => one.store.local.providerProgress(paid)?.attempts ?? 0;
  const before = rounds();
  for (let at = 0; at < 3; at += 1) await one.backup.run({ signal: new AbortController().signal });
  expect(rounds()).toBe(before);
});
