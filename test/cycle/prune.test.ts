// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { merge } from '../../electron/state/merge.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';

const DAY = 24 * 3600_000;

/** What is spent and past every deadline leaves the content, and nothing else does. */
describe('a wallet after years', () => {
  let lab: WalletLab;
  let open: OpenWallet;
  let base: string;
  /** copies of several ages, the oldest first */
  const copies: (readonly CarriedEntry[])[] = [];
  const refundUris: string[] = [];
  let linesBefore: ReturnType<OpenWallet['wallet']['history']>;

  const pay = async (sum: string, summary: string): Promise<void> => {
    const order = await lab.sandbox.merchant.createOrder({ amount: sum, summary, refundWithinMs: 3600_000 });
    const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, open.wallet);
    refundUris.push(order.talerPayUri.replace('//pay/', '//refund/'));
  };
  const look = async (days: number): Promise<void> => {
    lab.travel(days * DAY);
    await open.wallet.run();
    await runToRest(lab, open.wallet);
  };
  const derivable = ({ store }: OpenWallet): readonly boolean[] => {
    const ring = createCoinKeyRing(store);
    return store
      .entries('coin')
      .filter(({ value }) => value.status !== 'spent')
      .map(({ id }) => ring.keysOf(id) !== undefined);
  };
  const spent = ({ store }: OpenWallet): number => store.coins({ status: 'spent' }).length;

  beforeAll(async () => {
    lab = await startWalletLab({
      exchanges: [
        {
          denominations: ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2', '4'].map((value) => ({
            value,
            feeRefresh: value === '4' ? '0.01' : '0',
            withdrawMs: 100 * DAY,
            depositMs: 300 * DAY,
          })),
        },
      ],
    });
    base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    open = lab.openWallet();
    await fund(lab, open, 'KUDOS:12');
    copies.push(open.store.snapshot());
    for (const [at, sum] of ['KUDOS:1.3', 'KUDOS:0.77', 'KUDOS:2.05'].entries()) await pay(sum, `lamp ${at}`);
    copies.push(open.store.snapshot());
    for (let days = 0; days < 700; days += 7) await look(7);
    linesBefore = open.wallet.history();
    copies.push(open.store.snapshot());
  }, 300_000);
  afterAll(() => lab.close());

  test('keeps its money and its lines, and loses its spent coins', async () => {
    const total = balanceAt(open.wallet, base).total;
    const before = spent(open);
    expect(before).toBeGreaterThan(10);
    for (let days = 0; days < 406; days += 7) await look(7);
    const after = open.store.snapshot();
    expect(amount(total).units - amount(balanceAt(open.wallet, base).total).units).toBeLessThan(20_000_000n);
    expectSumsAgree(open.wallet);
    // Of the first withdrawal and what was bought with it nothing is left but lines.
    expect(open.store.entries('purchase')).toEqual([]);
    expect(open.store.entries('withdrawal')).toEqual([]);
    expect(open.store.entries('gone').length).toBeGreaterThan(0);
    const first = copies[0]?.filter(({ kind }) => kind === 'coin').map(({ id }) => id) ?? [];
    expect(first.length).toBeGreaterThan(2);
    expect(first.filter((id) => open.store.entry('coin', id) !== undefined)).toEqual([]);
    const lines = open.wallet.history();
    const shown = linesBefore.filter(({ type }) => type === 'payment' || type === 'withdrawal');
    expect(shown.length).toBe(4);
    for (const { id, type, amount: sum, effect, fees, summary } of shown)
      expect(lines.find((line) => line.id === id)).toMatchObject({ type, amount: sum, effect, fees, summary });
    // Every coin that is left can be derived, although the ones it came from have left.
    expect(derivable(open).length).toBeGreaterThan(0);
    expect(derivable(open)).not.toContain(false);
    expect(open.store.entries('refresh').some(({ value }) => value.old_priv !== undefined)).toBe(true);
    copies.push(after);
  }, 300_000);

  test('pays with what it has left', async () => {
    await pay('KUDOS:1', 'after years');
    expectSumsAgree(open.wallet);
  });

  test('a refund of what has left does nothing, and says so', async () => {
    const before = contentToJson(open.store.snapshot());
    expect(refundUris).toHaveLength(4);
    for (const uri of refundUris.slice(0, 3))
      expect(await open.wallet.refund(uri)).toEqual({ ok: false, error: { kind: 'nothing-to-refund' } });
    expect(contentToJson(open.store.snapshot())).toBe(before);
  });

  test('a device that goes on from an old copy makes no coin that has left fresh again', async () => {
    const thief = lab.openWallet();
    thief.store.transaction((tx) => tx.join(copies[1] ?? []));
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'stolen' });
    const offer = await thief.wallet.preparePay(order.talerPayUri);
    if (offer.ok) await thief.wallet.confirmPay(offer.value.purchaseId);
    await runToRest(lab, thief.wallet);
    const before = balanceAt(open.wallet, base);
    const coins = open.store.entries('coin').map(({ id }) => id);
    open.store.transaction((tx) => tx.join(thief.store.snapshot()));
    expect(balanceAt(open.wallet, base)).toEqual(before);
    expect(open.store.entries('coin').map(({ id }) => id)).toEqual(coins);
    expectSumsAgree(open.wallet);
  });

  test('no copy of any age brings anything back, in whichever order they come', () => {
    const now = open.store.snapshot();
    const text = contentToJson(now);
    for (const copy of copies) {
      expect(contentToJson(merge(now, copy))).toBe(text);
      expect(contentToJson(merge(copy, now))).toBe(text);
    }
    const [a = [], b = [], c = [], d = []] = copies;
    expect(contentToJson(merge(merge(a, d), merge(b, c)))).toBe(contentToJson(merge(merge(d, c), merge(b, a))));
    open.store.transaction((tx) => {
      for (const copy of copies) tx.join(copy);
    });
    expect(contentToJson(open.store.snapshot())).toBe(text);
  });

  test('a wallet that only had old copies is as this one once it hears it, whoever hears first', async () => {
    const other = lab.openWallet();
    other.store.transaction((tx) => tx.join(copies[1] ?? []));
    other.store.transaction((tx) => tx.join(copies[2] ?? []));
    const total = balanceAt(other.wallet, base).total;
    expect(amount(total).units).toBeGreaterThan(0n);
    // It lets go of what it knows by itself, at another time and in other steps.
    await other.wallet.run();
    other.store.transaction((tx) => tx.join(open.store.snapshot()));
    expectSumsAgree(other.wallet);
    open.store.transaction((tx) => tx.join(other.store.snapshot()));
    other.store.transaction((tx) => tx.join(open.store.snapshot()));
    const content = ({ store }: OpenWallet): string => contentToJson(store.snapshot());
    expect(content(other)).toBe(content(open));
    expect(balanceAt(other.wallet, base)).toEqual(balanceAt(open.wallet, base));
    expect(derivable(other)).not.toContain(false);
    expectSumsAgree(open.wallet);
  });

  test('a clock that is years ahead lets nothing leave: the exchange has not signed such a date', async () => {
    const fresh = lab.openWallet();
    await fund(lab, fresh, 'KUDOS:4');
    const order = await lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:1',
      summary: 'tea',
      refundWithinMs: 3600_000,
    });
    const { purchaseId } = mustOk(await fresh.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await fresh.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, fresh.wallet);
    for (let looks = 0; looks < 40 && spent(fresh) === 0; looks += 1) {
      lab.travel(7 * DAY);
      await fresh.wallet.run();
      await runToRest(lab, fresh.wallet);
    }
    expect(spent(fresh)).toBeGreaterThan(0);
    lab.interceptHttp(() => Promise.reject(new Error('no network')));
    lab.travel(10 * 365 * DAY);
    await fresh.wallet.run();
    expect(fresh.store.entries('gone')).toEqual([]);
    lab.travel(-10 * 365 * DAY);
    lab.interceptHttp(undefined);
  });
});

test('spent coins whose denomination still takes deposits stay, however long ago they were spent', async () => {
  const lab = await startWalletLab({
    exchanges: [
      {
        denominations: [
          { value: '1', withdrawMs: 2000 * DAY, depositMs: 3000 * DAY },
          // One that is replaced again and again, so that the list has a date of today.
          { value: '0.01', withdrawMs: 100 * DAY, depositMs: 300 * DAY },
        ],
      },
    ],
  });
  try {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:2');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:2', summary: 'lamp' });
    const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, open.wallet);
    const names = (): readonly string[] => open.store.snapshot().map(({ kind, id }) => `${kind} ${id}`);
    const before = names();
    expect(open.store.coins({ status: 'spent' })).toHaveLength(2);
    for (let years = 0; years < 4; years += 1) {
      lab.travel(365 * DAY);
      await open.wallet.run();
      await runToRest(lab, open.wallet);
    }
    expect(names()).toEqual(before);
    expectSumsAgree(open.wallet);
  } finally {
    await lab.close();
  }
});
