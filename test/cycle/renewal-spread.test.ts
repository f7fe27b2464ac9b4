// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Gate } from '../../electron/wallet/context.ts';
import { flowOf } from '../../electron/wallet/runner/flows.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { err, mustOk, ok } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { balanceAt, expectSumsAgree, fund, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Coins grow old over years. A few of them are renewed now and then, and all the while they can be spent.

const DAY = 24 * 3600_000;
/** Long enough to live that renewals are due with a fifth of it left, and ended with an eighth. */
const LIFE = 400;

let lab: WalletLab;
let base: string;
beforeAll(async () => {
  lab = await startWalletLab({
    exchanges: [
      {
        denominations: ['0.01', '0.02', '0.04', '0.08', '0.16', '1'].map((value) => ({
          value,
          feeRefresh: '0',
          withdrawMs: 30 * DAY,
          depositMs: LIFE * DAY,
        })),
      },
    ],
  });
  base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
});
afterEach(() => lab.interceptHttp(undefined));
afterAll(() => lab.close());

/** As the real one is while no place can be reached. */
const closed =
  ({ store }: OpenWallet): Gate =>
  async ({ kind, id }) =>
    flowOf(kind).gate?.needs(store, id, { batchId: undefined, isStored: () => false }).length === 0
      ? ok(undefined)
      : err({ kind: 'not-backed-up-yet', staysIn: 'coin', why: 'no-copy' });
const funded = async (...sums: readonly string[]): Promise<OpenWallet> => {
  const open = lab.openWallet();
  for (const sum of sums) await fund(lab, open, sum);
  return open;
};
const behind = (open: OpenWallet, gate: Gate = closed(open)): OpenWallet => ({
  ...open,
  wallet: createWallet({ world: lab.world, store: open.store, gate }),
});
const available = ({ wallet }: Pick<OpenWallet, 'wallet'>): string => balanceAt(wallet, base).available;
/** So many days of a wallet that runs every other hour. */
const live = async (wallet: Wallet, days: number): Promise<void> => {
  for (let hour = 0; hour < days * 24; hour += 2) {
    lab.travel(DAY / 12);
    await wallet.run();
  }
};
const plans = ({ store }: OpenWallet, status: string) =>
  store.entries('refresh').filter(({ value }) => value.status === status);
const pay = async (wallet: Wallet, text: string): Promise<string> => {
  const order = await lab.sandbox.merchant.createOrder({ amount: text, summary: 'tea' });
  const { purchaseId } = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
  return mustOk(await wallet.confirmPay(purchaseId), 'payment').state;
};

describe('while a renewal waits', () => {
  test('the money can be spent, all of it, and nothing is shown as waiting', async () => {
    const open = behind(await funded('KUDOS:1.31'));
    const before = available(open);
    lab.travel(310 * DAY);
    await live(open.wallet, 3);
    expect(plans(open, 'planned').length).toBeGreaterThan(0);
    expect(available(open)).toBe(before);
    expect(balanceAt(open.wallet, base).incoming).toBe('KUDOS:0');
    expect(open.wallet.pending()).toEqual([]);
    expect(open.wallet.history().filter(({ type }) => type === 'refresh')).toEqual([]);
    expect(await open.wallet.run({ untilDone: true, timeoutMs: 5_000 })).toMatchObject({ timedOut: false });
    expect(await pay(open.wallet, before)).toBe('paid');
    expect(plans(open, 'planned')).toEqual([]);
    expect(balanceAt(open.wallet, base).total).toBe('KUDOS:0');
    expectSumsAgree(open.wallet);
  });

  test('a payment that takes the coin while the gate is asked has it; nothing is melted', async () => {
    const open = await funded('KUDOS:1');
    let paid: Promise<string> | undefined;
    const melts: string[] = [];
    lab.interceptHttp(async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (url.endsWith('/melt')) melts.push(url);
      return economyHttp(input, init);
    });
    const asking = behind(open, async () => {
      paid ??= pay(open.wallet, 'KUDOS:1');
      await paid;
      return ok(undefined);
    });
    lab.travel(340 * DAY);
    await live(asking.wallet, 2);
    expect(await paid).toBe('paid');
    expect(melts).toEqual([]);
    expect(plans(open, 'failed').map(({ value }) => value.why)).toEqual(['used']);
    expect(balanceAt(open.wallet, base).total).toBe('KUDOS:0');
    expectSumsAgree(open.wallet);
  });

  test('a crash after the coin was taken for its melt goes on with the same plan', async () => {
    const open = await funded('KUDOS:1');
    lab.interceptHttp(async (input, init) => {
      if (String(input instanceof Request ? input.url : input).endsWith('/melt')) throw new TypeError('fetch failed');
      return economyHttp(input, init);
    });
    lab.travel(340 * DAY);
    await live(open.wallet, 2);
    expect(available(open)).toBe('KUDOS:0');
    expect(plans(open, 'planned')).toHaveLength(1);
    lab.interceptHttp(undefined);
    await live(behind(open, async () => ok(undefined)).wallet, 1);
    expect(plans(open, 'done')).toHaveLength(1);
    expect(available(open)).toBe('KUDOS:1');
    expectSumsAgree(open.wallet);
  });
});

describe('in the last weeks', () => {
  test('the person is asked, with sum and date, and the money lives on without a backup', async () => {
    const open = behind(await funded('KUDOS:1.02'));
    lab.travel((LIFE - 24) * DAY);
    await live(open.wallet, 1);
    const [item, ...more] = open.wallet.pending();
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      id: base,
      type: 'refresh',
      withoutBackup: 'KUDOS:1.02',
      why: { kind: 'not-backed-up-yet', facts: { why: 'no-copy', staysIn: { kind: 'coin' } } },
    });
    const until = item?.why?.kind === 'not-backed-up-yet' ? (item.why.facts.until ?? 0) : 0;
    expect(until).toBeGreaterThan(lab.world.now());
    expect(until).toBeLessThan(lab.world.now() + 24 * DAY);
    // Asked, it can be spent all the same.
    expect(await pay(open.wallet, 'KUDOS:0.02')).toBe('paid');
    expect(open.wallet.pending()).toMatchObject([{ id: base, withoutBackup: 'KUDOS:1' }]);
    expect(mustOk(await open.wallet.goOnWithoutBackup(base), 'choice')).toMatchObject({ id: base, sum: 'KUDOS:1' });
    await live(open.wallet, 2);
    expect(open.wallet.pending()).toEqual([]);
    lab.travel(60 * DAY);
    await open.wallet.run();
    expect(available(open)).toBe('KUDOS:1');
    expectSumsAgree(open.wallet);
  });

  test('the answer holds for the coin, also when its plan has to be made anew', async () => {
    const open = behind(await funded('KUDOS:0.16'));
    lab.travel((LIFE - 24) * DAY);
    await live(open.wallet, 1);
    const choice = open.wallet.goOnWithoutBackup(base);
    for (const { value } of plans(open, 'planned'))
      for (const { h } of value.selection) lab.sandbox.exchanges[0]?.revokeDenomination(h);
    mustOk(await choice, 'choice');
    await live(open.wallet, 3);
    expect(plans(open, 'failed').map(({ value }) => value.why)).toEqual(['denomination-gone']);
    expect(plans(open, 'done').map(({ value }) => value.without_backup)).toEqual([true]);
    expect(open.wallet.pending()).toEqual([]);
    expect(available(open)).toBe('KUDOS:0.16');
  });

  test('nobody is asked while there is time, or when a copy holds it', async () => {
    const open = behind(await funded('KUDOS:1'));
    lab.travel((LIFE - 30) * DAY);
    await live(open.wallet, 1);
    expect(open.wallet.pending()).toEqual([]);
    lab.travel(5 * DAY);
    await live(behind(open, async () => ok(undefined)).wallet, 2);
    expect(open.wallet.pending()).toEqual([]);
    expect(plans(open, 'done')).toHaveLength(1);
  });
});

describe('spread', () => {
  test('a few coins a day at hours of their own, younger ones delay no older one, and all well before the end', async () => {
    const open = await funded(...Array.from({ length: 12 }, () => 'KUDOS:0.16'));
    lab.travel(35 * DAY);
    await fund(lab, open, 'KUDOS:1');
    const kinds = new Map(open.store.coins({ status: 'fresh' }).map(({ id, value }) => [id, value.v]));
    const melted: { readonly day: number; readonly hour: number; readonly v: string | undefined }[] = [];
    const seen = new Set<string>();
    lab.travel((LIFE - 35 - 85) * DAY);
    for (let hour = 0; hour < 60 * 24; hour += 3) {
      lab.travel(DAY / 8);
      await open.wallet.run();
      for (const { id, value } of plans(open, 'done')) {
        if (seen.has(id)) continue;
        seen.add(id);
        melted.push({ day: Math.floor(hour / 24), hour: hour % 24, v: kinds.get(value.old_coin) });
      }
      if (melted.length === 13) break;
    }
    expect(melted).toHaveLength(13);
    const perDay = Map.groupBy(melted, ({ day }) => day);
    expect(Math.max(...[...perDay.values()].map(({ length }) => length))).toBeLessThanOrEqual(3);
    expect(perDay.size).toBeGreaterThan(6);
    expect(new Set(melted.map(({ hour }) => hour)).size).toBeGreaterThan(4);
    // 85 days before the end it began; 50 days before the end the older ones are done.
    expect(Math.max(...melted.filter(({ v }) => v === 'KUDOS:0.16').map(({ day }) => day))).toBeLessThanOrEqual(36);
    // Each kind is spread by its own end, so a younger coin may have the earlier hour; the older ones begin on the first look.
    expect(melted.find(({ v }) => v === 'KUDOS:0.16')?.day).toBeLessThanOrEqual(1);
    expect(amount(available(open)).units).toBe(amount('KUDOS:2.92').units);
    expectSumsAgree(open.wallet);
  }, 120_000);
});
