// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

const DAY = 24 * 3600_000;

let lab: WalletLab;
let base: string;
aroundExchange(
  {
    exchanges: [
      {
        denominations: ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2'].map((value) => ({
          value,
          feeRefresh: value === '2' || value === '0.01' ? '0.01' : '0',
          withdrawMs: 30 * DAY,
          depositMs: 100 * DAY,
        })),
      },
    ],
  },
  (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  },
);

const lookAgain = async (open: OpenWallet, days: number): Promise<void> => {
  lab.travel(days * DAY);
  await open.wallet.run();
  await runToRest(lab, open.wallet);
  expectSumsAgree(open.wallet);
};

/** Renewals are spread over the days there are. */
const someDays = async (open: OpenWallet): Promise<void> => {
  for (let look = 0; look < 5; look += 1) await lookAgain(open, 1.3);
};

test('coins are renewed while there is time, not earlier, and can then be spent for long', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:3');
  const first = open.store.coins({ status: 'fresh' }).map(({ id }) => id);
  await lookAgain(open, 60);
  // 40 of 100 days left: new coins would not live four times as long.
  expect(open.store.coins({ status: 'fresh' }).map(({ id }) => id)).toEqual(first);
  await lookAgain(open, 20);
  await someDays(open);
  const second = open.store.coins({ status: 'fresh' });
  expect(second.some(({ id }) => first.includes(id))).toBe(false);
  const [line] = open.wallet.history().filter(({ type }) => type === 'refresh');
  expect(line).toMatchObject({ title: { kind: 'expiry' }, state: 'done' });
  expect(balanceAt(open.wallet, base)).toMatchObject({ available: 'KUDOS:2.99', total: 'KUDOS:2.99' });
  await lookAgain(open, 50);
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:2', summary: 'tea' });
  mustOk(
    await open.wallet.confirmPay(mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer').purchaseId),
    'payment',
  );
  await runToRest(lab, open.wallet);
});

test('a wallet that slept too long says what it lost, and counts it no more', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:1');
  await lookAgain(open, 101);
  expect(balanceAt(open.wallet, base)).toMatchObject({ available: 'KUDOS:0', total: 'KUDOS:0' });
  const [line] = open.wallet.history().filter(({ type }) => type === 'refresh');
  expect(line).toMatchObject({ state: 'expired', effect: 'KUDOS:-1' });
});

test('what is kept of a denomination is forgotten long after the last coin of it, also beside an older copy', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:3');
  const kept = (): ReadonlyMap<string, unknown> =>
    new Map(
      open.store
        .entries('exchange')
        .flatMap(({ value }) => Object.entries(value.fields).map(([name, field]) => [name, field.value] as const)),
    );
  const old = open.store.snapshot();
  const first = open.store.coins({ status: 'fresh' }).map(({ value }) => `denomination ${value.h}`);
  expect(first.every((name) => typeof kept().get(name) === 'object' && kept().get(name) !== null)).toBe(true);
  for (let look = 0; look < 4; look++) {
    await lookAgain(open, 80);
    await someDays(open);
  }
  expect(first.map((name) => kept().get(name))).toEqual(first.map(() => null));
  const own = open.store.coins({ status: 'fresh' }).map(({ value }) => `denomination ${value.h}`);
  expect(own.length).toBeGreaterThan(0);
  expect(own.every((name) => kept().get(name) !== null && kept().has(name))).toBe(true);
  open.store.transaction((tx) => tx.join(old));
  expect(first.map((name) => kept().get(name))).toEqual(first.map(() => null));
  // Anew, the wallet reads its keys with what it keeps.
  const again = createWallet({ world: lab.world, store: open.store });
  expect(again.renewCoins()).toBe(own.length);
  await runToRest(lab, again);
});

test('an exchange that is away is looked at again later, and nobody waits for it', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:1');
  lab.travel(80 * DAY);
  lab.interceptHttp(async () => {
    throw new TypeError('fetch failed');
  });
  const report = await open.wallet.run({ untilDone: true, timeoutMs: 2_000 });
  expect(report).toMatchObject({ timedOut: false, pending: [] });
  lab.interceptHttp(undefined);
  await lookAgain(open, 0.1);
  await someDays(open);
  expect(amount(balanceAt(open.wallet, base).total).units).toBe(amount('KUDOS:1').units);
  expect(open.wallet.history().some(({ title }) => title?.kind === 'expiry')).toBe(true);
});
