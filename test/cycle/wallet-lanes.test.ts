// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { mustOk } from '../../shared/result.ts';
import { install, testWorld, type Installation, type TestWorld } from '../support/backup-rig.ts';

// One exchange that hangs, and all that must not wait for it.

let world: TestWorld;
let sandbox: Sandbox;
beforeAll(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    exchanges: [{}, { prefix: '/b/' }],
    syncProviders: [{ annualFee: 'KUDOS:0' }],
  });
});
afterAll(() => sandbox.close());

const exchange = (at: number) => {
  const found = sandbox.exchanges[at];
  if (!found) throw new Error('two exchanges were asked for');
  return found;
};
const begin = async ({ wallet }: Installation, at: number, amount: string): Promise<string> => {
  const asked = { exchange: exchange(at).baseUrl, amount };
  const started = mustOk(await wallet.withdrawManual(asked), 'withdrawal');
  mustOk(sandbox.bank.transferToReserve(started.payto), 'transfer');
  return started.id;
};

/** Melting hangs until `release`; every request for one is counted. */
const hanging = () => {
  const waiting: (() => void)[] = [];
  let asked = 0;
  const http: typeof fetch = (input, init) => {
    if (!String(input).startsWith(exchange(0).baseUrl) || !/melt/.test(String(input))) return world.http(input, init);
    asked += 1;
    return new Promise((_done, failed) => waiting.push(() => failed(new TypeError('fetch failed'))));
  };
  return { http, asked: () => asked, release: () => waiting.splice(0).forEach((each) => each()) };
};

it('a withdrawal at another exchange that begins meanwhile completes; the silent one is not asked by every step in line', async () => {
  const slow = hanging();
  const one = install({ ...world, http: slow.http });
  for (const at of [0, 1]) mustOk(await one.wallet.addExchange(exchange(at).baseUrl), 'exchange');
  await begin(one, 0, 'KUDOS:7');
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(one.wallet.renewCoins()).toBeGreaterThan(2);

  const running = one.wallet.run();
  await expect.poll(slow.asked).toBe(1);
  const other = await begin(one, 1, 'KUDOS:3');
  await expect.poll(() => one.store.entry('withdrawal', other)?.value.status, { timeout: 10_000 }).toBe('done');
  expect(slow.asked()).toBe(1);

  // Its time-out: the other renewals wait for its next turn instead of each waiting for a time-out of its own.
  slow.release();
  await running;
  expect(slow.asked()).toBe(1);
});

it('an audit that waits for a hanging exchange does not delay the background rounds of the backup', async () => {
  const one = install(world);
  mustOk(await one.wallet.addExchange(exchange(0).baseUrl), 'exchange');
  await begin(one, 0, 'KUDOS:2');
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  const target = sandbox.syncProviders[0]?.baseUrl ?? '';
  mustOk(await one.backup.addProvider({ target, consent: true }), 'provider');
  one.store.transaction((tx) => tx.put('setting', 'note', { value: 'a change' }));
  world.move(3600_000);
  const signal = new AbortController().signal;
  // Its time is drawn here.
  expect(await one.backup.run({ signal })).toEqual([]);
  world.move(60_000);
  one.store.transaction((tx) => tx.local.setMark('audit-due', 0));
  expect(await one.backup.run({ signal })).toMatchObject([{ outcome: 'stored' }]);
  // A day later it is the turn of every coin.
  await expect.poll(() => one.store.local.mark('audit-due')).toBeGreaterThan(world.now());
  world.move(25 * 3600_000);
  exchange(0).faults.always({ path: '/history' }, { delayMs: 20_000 });
  one.store.transaction((tx) => tx.local.putProviderProgress({ providerId: target, attempts: 1, nextAt: world.now() }));
  expect(await one.backup.run({ signal })).toMatchObject([{ outcome: 'unchanged' }]);
  expect(one.store.local.mark('audit-due')).toBeLessThan(world.now());
  const closing = one.backup.close();
  exchange(0).faults.clear();
  world.move(20_000);
  await closing;
  expect(one.store.local.mark('audit-due')).toBeUndefined();
});
