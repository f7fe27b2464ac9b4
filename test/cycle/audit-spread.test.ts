// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { createBackup } from '../../electron/backup/backup.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, recoveryText, testWorld, total, withdraw, type Installation } from '../support/backup-rig.ts';

// The exchange is not asked about all coins of a wallet in one minute, unless somebody waits for it.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

/** A world whose exchange is away until it is told otherwise, with the times at which it was asked about coins. */
const watchedWorld = () => {
  const asked = new Map<string, number[]>();
  const state = { isAway: false };
  const http: World['http'] = (url, init) => {
    const [, coin] = /\/coins\/([^/]+)\/history/.exec(String(url)) ?? [];
    if (state.isAway && String(url).startsWith(sandbox.exchanges[0]?.baseUrl ?? ''))
      return Promise.reject(new TypeError('fetch failed'));
    if (coin !== undefined) asked.set(coin, [...(asked.get(coin) ?? []), world.now()]);
    return world.http(url, init);
  };
  return { on: { ...world, http }, state, asked };
};

/** A device that was restored while the exchange was away, so that nobody waits for the audit any more. */
const restored = async (level: 'prompt' | 'quiet') => {
  const first = install(world);
  for (let round = 0; round < 3; round += 1) await withdraw(first, sandbox, 'KUDOS:15');
  expect(await add(first, sandbox.syncProviders[0]?.baseUrl ?? '')).toBe('stored');
  mustOk(first.backup.setPrivacy({ level, hours: 6 }), 'level');
  await first.backup.cycle();
  const { on, state, asked } = watchedWorld();
  const device = install(on);
  state.isAway = true;
  const report = mustOk(await world.hurry(device.backup.restore(recoveryText(first))), 'restore');
  expect(report).toMatchObject({ coinsChecked: 0, exchangesSilent: [sandbox.exchanges[0]?.baseUrl] });
  state.isAway = false;
  return { first, device, asked, state };
};

/** As the window drives it, a look every two minutes. */
const live = async ({ wallet, backup }: Pick<Installation, 'wallet' | 'backup'>, ms: number): Promise<void> => {
  const { signal } = new AbortController();
  for (let passed = 0; passed < ms; passed += 2 * MINUTE) {
    world.move(2 * MINUTE);
    await world.hurry(wallet.run({ signal }));
    await world.hurry(backup.run({ signal }));
  }
};

/** Some are renewed meanwhile, which tells what they are worth, too. */
const renewed = ({ store }: Installation): number =>
  store.entries('refresh').filter(({ value }) => value.status !== 'planned').length;

const mostInAMinute = (asked: ReadonlyMap<string, readonly number[]>): number => {
  const times = [...asked.values()].flat();
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at - from < MINUTE).length));
};

it.each(['prompt', 'quiet'] as const)(
  'a restore of a wallet that is %s asks about each coin at a time of its own',
  async (level) => {
    const { device, asked } = await restored(level);
    const coins = device.store.coins({ status: 'fresh' }).length;
    expect(coins).toBeGreaterThan(12);
    await live(device, 2 * HOUR);
    expect(asked.size).toBeLessThan(coins / 2);
    await live(device, 25 * HOUR);
    expect(asked.size + renewed(device)).toBeGreaterThanOrEqual(coins);
    expect([...asked.values()].filter((times) => times.length > 1)).toEqual([]);
    expect(mostInAMinute(asked)).toBeLessThan(coins / 3);
    expect(device.store.local.mark('audit-due')).toBeUndefined();
    expect(device.store.local.mark('audit-left')).toBeUndefined();
  },
  120_000,
);

it('a program that starts anew asks about no more at once, and comes to an end although it is never open for long', async () => {
  const { device, asked } = await restored('prompt');
  const coins = device.store.coins({ status: 'fresh' }).length;
  await live(device, 11 * MINUTE);
  let opened = 0;
  while (device.store.local.mark('audit-due') !== undefined && opened < 60) {
    world.move(23 * HOUR);
    const { store } = device;
    const wallet = createWallet({ world: device.world, store });
    const backup = createBackup({ world: device.world, store, wallet });
    await live({ wallet, backup }, 20 * MINUTE);
    opened += 1;
  }
  expect(opened).toBeLessThan(60);
  expect(asked.size + renewed(device)).toBeGreaterThanOrEqual(coins);
  expect(mostInAMinute(asked)).toBeLessThan(coins / 2);
}, 120_000);

it('what another copy has spent is found all the same, and whoever waits for it has it at once', async () => {
  const { first, device, asked } = await restored('prompt');
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:7', summary: 'tea' });
  const offer = mustOk(await first.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await first.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
  const before = total(device);
  world.move(11 * MINUTE);
  await device.backup.run();
  expect(asked.size).toBeGreaterThan(12);
  expect(device.store.local.mark('audit-due')).toBeUndefined();
  expect(total(device)).not.toBe(before);
});
