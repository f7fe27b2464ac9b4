// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';

// What is left of a coin near its end must not wait for the next copy of a quiet wallet's rhythm, which may come after the coin's end.

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const SMALL = ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2', '4'];
const world = testWorld();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    exchanges: [
      {
        denominations: [
          { value: '8', withdrawMs: 5 * DAY, depositMs: 30 * DAY },
          ...SMALL.map((value) => ({ value, withdrawMs: 60 * DAY, depositMs: 300 * DAY })),
        ],
      },
    ],
  });
});
afterAll(() => sandbox.close());

it.each([
  ['12 hours', 12 * HOUR],
  ['40 hours', 40 * HOUR],
  ['eight days', 8 * DAY],
])(
  'change of a coin with %s left is made before the coin ends',
  async (_, left) => {
    const mine = install(world, { gated: true });
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    const start = world.now();
    await add(mine, sandbox.syncProviders[0]?.baseUrl ?? '');
    mine.backup.setPrivacy({ level: 'quiet', hours: 168 });
    mustOk(await mine.wallet.addExchange(exchange), 'exchange');
    const { payto } = mustOk(await mine.wallet.withdrawManual({ exchange, amount: 'KUDOS:8' }), 'withdrawal');
    mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
    await world.hurry(mine.wallet.run({ untilDone: true, timeoutMs: 20_000 }));
    const { signal } = new AbortController();
    // The computer is off until shortly before the end of the coins; then a copy of the rhythm is made at once.
    world.move(start + 30 * DAY - left - world.now());
    await world.hurry(mine.backup.run({ signal }));
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'payment');
    const before = amount(mine.wallet.balances()[0]?.total ?? '').units;
    for (let passed = 0; passed < left + 2 * DAY; passed += 2 * HOUR) {
      world.move(2 * HOUR);
      await world.hurry(mine.wallet.run({ signal }));
      await world.hurry(mine.backup.run({ signal }));
    }
    expect(amount(mine.wallet.balances()[0]?.available ?? '').units).toBe(before);
  },
  120_000,
);
