// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';

// Change that was put off at an exchange that then hangs, or while a place does: whoever asks something of the wallet meanwhile hears
// within a bounded time what there is without it.

const MINUTE = 60_000;
const COINS = 4;
const world = testWorld();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openEconomy(world, { syncProviders: [{ annualFee: 'KUDOS:0' }], exchanges: [{}, {}] });
});
afterAll(() => sandbox.close());

/** A world in which one server takes every request and answers none, once it is told to. */
const hanging = () => {
  let silent: string | undefined;
  const http: typeof world.http = (input, init) =>
    silent === undefined || !String(input).startsWith(silent)
      ? world.http(input, init)
      : new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true }),
        );
  return { world: { ...world, http }, hang: (url: string) => void (silent = url) };
};

const fund = async (mine: Installation, exchange: string, sum: string): Promise<void> => {
  mustOk(await mine.wallet.addExchange(exchange), 'exchange');
  const { payto } = mustOk(await mine.wallet.withdrawManual({ exchange, amount: sum }), 'withdrawal');
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  await world.hurry(mine.wallet.run({ untilDone: true, timeoutMs: 20_000 }));
};

/** As the window does: with a signal, so nobody is in haste. */
const { signal } = new AbortController();

const offerOf = async (mine: Installation, sum: string) => {
  const order = await sandbox.merchant.createOrder({ amount: sum, summary: 'tea' });
  return mine.wallet.preparePay(order.talerPayUri);
};

const spend = async (mine: Installation): Promise<void> => {
  for (let n = 0; n < COINS; n += 1) {
    const offer = mustOk(await offerOf(mine, 'KUDOS:9.5'), 'offer');
    mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'payment');
    await world.hurry(mine.wallet.run({ signal }));
  }
};

/** Two exchanges; only the second has enough for the payments, whose change is put off. */
const twoExchanges = async () => {
  const { world: mineWorld, hang } = hanging();
  const [first = '', second = ''] = sandbox.exchanges.map(({ baseUrl }) => baseUrl);
  const mine = install(mineWorld);
  await fund(mine, first, 'KUDOS:1');
  await fund(mine, second, 'KUDOS:60');
  await spend(mine);
  return { mine, hang: () => hang(second) };
};

/** The plans are made, and each waits for its minute. */
const untilPlanned = async ({ store, wallet }: Installation): Promise<void> => {
  for (let passed = 0; passed < 5 * 60; passed += 5) {
    if (store.entries('refresh').some(({ value }) => value.status === 'planned')) return;
    world.move(5 * MINUTE);
    await world.hurry(wallet.run({ signal }));
  }
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = world.now();
  await world.hurry(work());
  return world.now() - from;
};

it('the price of emptying', async () => {
  const { mine, hang } = await twoExchanges();
  hang();
  expect(await timed(() => mine.wallet.quoteAll(24))).toBeLessThan(MINUTE);
});

it('the price of emptying, when the plans are made already', async () => {
  const { mine, hang } = await twoExchanges();
  await untilPlanned(mine);
  hang();
  world.move(120 * MINUTE);
  expect(await timed(() => mine.wallet.quoteAll(24))).toBeLessThan(MINUTE);
});

it('an offer that only the other exchange could pay', async () => {
  const { mine, hang } = await twoExchanges();
  await untilPlanned(mine);
  hang();
  expect(await timed(() => offerOf(mine, 'KUDOS:20'))).toBeLessThan(MINUTE);
});

it('an offer that the change of a hanging exchange is of no use for', async () => {
  const { mine, hang } = await twoExchanges();
  await untilPlanned(mine);
  hang();
  // More than both have.
  expect(await timed(() => offerOf(mine, 'KUDOS:200'))).toBeLessThan(MINUTE);
});

it('an offer that needs change, while the only place for copies hangs', async () => {
  const { world: mineWorld, hang } = hanging();
  const place = sandbox.syncProviders[0]?.baseUrl ?? '';
  const mine = install(mineWorld, { gated: true });
  await add(mine, place);
  await fund(mine, sandbox.exchanges[0]?.baseUrl ?? '', 'KUDOS:60');
  await spend(mine);
  await world.hurry(mine.backup.cycle());
  hang(place);
  expect(await timed(() => offerOf(mine, 'KUDOS:15'))).toBeLessThan(10_000);
});
