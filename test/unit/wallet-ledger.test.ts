// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import type { Coin, Contribution, Purchase, Refresh, Withdrawal } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/encodings.ts';
import { readBalances } from '../../electron/wallet/balance.ts';
import { readHistory } from '../../electron/wallet/history.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';

const NOW = Date.UTC(2026, 10, 23);
const EXCHANGE = 'https://exchange.example/';
const bytes = (length: number, fill: number): string => bytesToCrock(new Uint8Array(length).fill(fill));
const kudos = (cents: number): string => `KUDOS:${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
const text = (cents: number): string => kudos(cents).replace(/\.?0+$/, '');

let dice = 0;
const openMemory = (): Store => {
  const db = mustOk(openDatabase({ path: ':memory:' }), 'database');
  const randomBytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => (dice = (dice * 7 + 3) % 251));
  return openStore({ db, world: { now: () => NOW, randomBytes, http: fetch, log: () => undefined } });
};

const withdrawal = (change: Partial<Withdrawal> = {}): Withdrawal => ({
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  reserve: bytes(32, 2),
  amount: 'KUDOS:10',
  created: { t_s: NOW / 1000 },
  origin: { type: 'manual', payto: 'payto://x' },
  status: 'done',
  batches: {},
  ...change,
});
const coin = (sourceId: string, cents: number, change: Partial<Coin> = {}): Coin => ({
  source: 'withdrawal',
  source_id: sourceId,
  exchange: EXCHANGE,
  h: bytes(64, 3),
  v: kudos(cents),
  status: 'fresh',
  remaining: kudos(cents),
  sig: 'ABCD',
  ...change,
});
const purchase = (change: Partial<Purchase> = {}): Purchase => ({
  merchant_base_url: 'https://shop.example/',
  order_id: 'o',
  nonce_priv: bytes(32, 4),
  amount: 'KUDOS:1',
  exchange: EXCHANGE,
  coins: {},
  status: 'paying',
  created: { t_s: NOW / 1000 },
  ...change,
});
const purse = {
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  contract_priv: bytes(32, 6),
  amount: 'KUDOS:1',
  created: { t_s: NOW / 1000 },
};
const deposit = {
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  payto: 'payto://x-taler-bank/bank.example/me?receiver-name=me',
  wire_salt: bytes(16, 2),
  merchant_priv: bytes(32, 3),
  h_contract: bytes(64, 4),
  amount: 'KUDOS:1',
  timestamp: { t_s: NOW / 1000 },
  refund_deadline: { t_s: NOW / 1000 },
  wire_deadline: { t_s: NOW / 1000 },
  created: { t_s: NOW / 1000 },
};
const refresh = (change: Partial<Refresh> = {}): Refresh => ({
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  old_coin: 'b/0',
  seed: bytes(64, 5),
  selection: [],
  melt_amount: 'KUDOS:0',
  fee: 'KUDOS:0',
  reason: 'change',
  created: { t_s: NOW / 1000 },
  status: 'planned',
  ...change,
});

const difference = (store: Store): bigint => {
  const total = readBalances(store).reduce((sum, each) => sum + amount(each.total).units, 0n);
  return readHistory(store).reduce((sum, { effect }) => {
    const size = amount(effect.replace('-', '')).units;
    return sum - (effect.includes('-') ? -size : size);
  }, total);
};

describe('balance', () => {
  test('a reserved coin is out of what can be spent; its rest is on its way back', () => {
    const store = openMemory();
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use' }));
      tx.put('coin', 'b/1', coin('w', 100));
      tx.put('purchase', 'p', purchase({ coins: { 'b/0': { c: 'KUDOS:2', fee: 'KUDOS:0', s: 'reserved' } } }));
    });
    expect(readBalances(store)).toEqual([
      {
        exchange: EXCHANGE,
        currency: 'KUDOS',
        available: 'KUDOS:1',
        incoming: 'KUDOS:3',
        outgoing: 'KUDOS:2',
        total: 'KUDOS:4',
      },
    ]);
    expect(difference(store)).toBe(0n);
  });

  test('what another copy spent is a line of its own', () => {
    const store = openMemory();
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use', remaining: 'KUDOS:1.5' }));
    });
    expect(readHistory(store)).toMatchObject([
      { type: 'spent-elsewhere', effect: 'KUDOS:-3.5' },
      { type: 'withdrawal', effect: 'KUDOS:5' },
    ]);
    expect(difference(store)).toBe(0n);
  });

  test('a payment nobody has taken yet is outgoing, its change is renewed meanwhile, and it can come back', () => {
    const store = openMemory();
    const keys = { purse_priv: bytes(32, 7), merge_priv: bytes(32, 8) };
    const coins = { 'b/0': { c: 'KUDOS:2', fee: 'KUDOS:0', s: 'reserved' as const } };
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use', remaining: 'KUDOS:2' }));
      tx.put('push-out', 's', { ...purse, ...keys, coins, status: 'created' });
      const selection = [{ h: bytes(64, 3), n: 2, v: 'KUDOS:1' }];
      tx.put('refresh', 'r', refresh({ status: 'melted', purchase: 's', selection, fee: 'KUDOS:1' }));
    });
    expect(readBalances(store)).toMatchObject([{ incoming: 'KUDOS:2', outgoing: 'KUDOS:2', total: 'KUDOS:2' }]);
    expect(difference(store)).toBe(0n);
    store.transaction((tx) => {
      const released = { 'b/0': { ...coins['b/0'], s: 'released' as const } };
      tx.put('push-out', 's', { ...purse, ...keys, coins: released, status: 'expired' });
    });
    expect(readBalances(store)).toMatchObject([{ incoming: 'KUDOS:4', outgoing: 'KUDOS:0', total: 'KUDOS:4' }]);
    expect(readHistory(store).find(({ type }) => type === 'peer-sent')).toMatchObject({
      effect: 'KUDOS:-1',
      fees: 'KUDOS:1',
    });
    expect(difference(store)).toBe(0n);
  });

  test('change under way is counted once, and its fee belongs to the payment', () => {
    const store = openMemory();
    store.transaction((tx) => {
      tx.put('withdrawal', 'w', withdrawal());
      tx.put('coin', 'b/0', coin('w', 500, { status: 'in-use', remaining: 'KUDOS:0' }));
      tx.put(
        'purchase',
        'p',
        purchase({ status: 'paid', coins: { 'b/0': { c: 'KUDOS:2', fee: 'KUDOS:0', s: 'paid' } } }),
      );
      tx.put(
        'refresh',
        'r',
        refresh({
          status: 'melted',
          purchase: 'p',
          selection: [{ h: bytes(64, 3), n: 2, v: 'KUDOS:1' }],
          fee: 'KUDOS:1',
        }),
      );
    });
    expect(readBalances(store)).toMatchObject([{ available: 'KUDOS:0', incoming: 'KUDOS:2', total: 'KUDOS:2' }]);
    expect(readHistory(store).find(({ type }) => type === 'payment')).toMatchObject({
      effect: 'KUDOS:-3',
      fees: 'KUDOS:2',
    });
    expect(difference(store)).toBe(0n);
  });
});

describe('sums', () => {
  const status = <T extends string>(...words: readonly T[]) => fc.constantFrom(...words);
  const coinArb = fc.record({
    source: fc.integer({ min: 0, max: 2 }),
    cents: fc.integer({ min: 1, max: 900 }),
    left: fc.integer({ min: 0, max: 900 }),
    status: status('fresh', 'in-use', 'spent'),
  });
  const useArb = fc.record({
    coin: fc.integer({ min: 0, max: 5 }),
    cents: fc.integer({ min: 0, max: 900 }),
    s: status('reserved', 'released', 'paid'),
  });
  const stateArb = fc.record({
    coins: fc.array(coinArb, { maxLength: 6 }),
    withdrawals: fc.array(
      fc.record({
        status: status('awaiting-transfer', 'withdrawing', 'aborted', 'done'),
        planned: fc.integer({ min: 0, max: 9 }),
        batch: status('planned', 'sent', 'failed', 'done'),
      }),
      { minLength: 0, maxLength: 2 },
    ),
    purchases: fc.array(
      fc.record({
        status: status('offered', 'paying', 'aborted', 'failed', 'paid'),
        uses: fc.array(useArb, { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    sent: fc.array(
      fc.record({
        status: status('planned', 'created', 'aborted', 'expired', 'taken'),
        uses: fc.array(useArb, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    invoices: fc.array(
      fc.record({
        status: status('offered', 'paying', 'aborted', 'expired', 'paid'),
        uses: fc.array(useArb, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    received: fc.array(
      fc.record({
        status: status('offered', 'accepted', 'merged', 'expired', 'done'),
        withdrawal: fc.option(fc.integer({ min: 0, max: 2 })),
      }),
      { maxLength: 3 },
    ),
    refreshes: fc.array(
      fc.record({
        coin: fc.integer({ min: 0, max: 5 }),
        fee: fc.integer({ min: 0, max: 50 }),
        n: fc.integer({ min: 0, max: 3 }),
        status: status('planned', 'melted', 'failed', 'done'),
        gamma: fc.option(fc.constant(1)),
        of: fc.option(fc.constantFrom('p0', 'p1', 'p2', 'p3', 's0', 's1', 'i0', 'i1', 'd0', 'd1')),
        got: fc.integer({ min: 0, max: 3 }),
        takesRefunds: fc.boolean(),
        sameAs: fc.option(fc.constantFrom('r0', 'r1', 'r2')),
      }),
      { maxLength: 3 },
    ),
    refunds: fc.array(
      fc.record({
        purchase: fc.integer({ min: 0, max: 3 }),
        coin: fc.integer({ min: 0, max: 5 }),
        cents: fc.integer({ min: 0, max: 500 }),
        fee: fc.integer({ min: 0, max: 9 }),
        status: status('announced', 'failed', 'done'),
        signed: fc.boolean(),
        recoup: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    deposits: fc.array(
      fc.record({
        status: status('planned', 'aborted', 'deposited', 'done'),
        uses: fc.array(useArb, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
  });

  test('agree in any state whatsoever, also one joined from copies that contradict each other', () => {
    fc.assert(
      fc.property(fc.array(stateArb, { minLength: 1, maxLength: 2 }), (states) => {
        const stores = states.map((state) => {
          const store = openMemory();
          store.transaction((tx) => {
            for (const [at, each] of state.withdrawals.entries()) {
              tx.put(
                'withdrawal',
                `w${at}`,
                withdrawal({
                  status: each.status,
                  batches: {
                    [`b${at}`]: {
                      seed: bytes(32, at),
                      status: each.batch,
                      selection: [{ h: bytes(64, 3), n: each.planned, v: 'KUDOS:1' }],
                    },
                  },
                }),
              );
            }
            for (const [at, each] of state.coins.entries()) {
              tx.put(
                'coin',
                `b${each.source}/${at}`,
                coin(`w${each.source}`, each.cents, {
                  status: each.status,
                  remaining: text(Math.min(each.left, each.cents)),
                }),
              );
            }
            const coinAt = (at: number): string => `b${state.coins[at]?.source ?? 9}/${at}`;
            for (const [at, each] of state.purchases.entries()) {
              const coins = Object.fromEntries(
                each.uses.map((use) => [coinAt(use.coin), { c: kudos(use.cents), fee: 'KUDOS:0', s: use.s }]),
              );
              tx.put('purchase', `p${at}`, purchase({ status: each.status, coins }));
            }
            const coinsOf = (uses: readonly { coin: number; cents: number; s: Contribution['s'] }[]) =>
              Object.fromEntries(
                uses.map((use) => [coinAt(use.coin), { c: kudos(use.cents), fee: 'KUDOS:0', s: use.s }]),
              );
            for (const [at, each] of state.sent.entries()) {
              const keys = { purse_priv: bytes(32, 7), merge_priv: bytes(32, 8) };
              tx.put('push-out', `s${at}`, { ...purse, ...keys, status: each.status, coins: coinsOf(each.uses) });
            }
            for (const [at, each] of state.invoices.entries())
              tx.put('pull-in', `i${at}`, { ...purse, status: each.status, coins: coinsOf(each.uses) });
            for (const [at, each] of state.received.entries()) {
              const draws = each.withdrawal === null ? {} : { withdrawal: `w${each.withdrawal}` };
              tx.put('push-in', `r${at}`, { ...purse, ...draws, status: each.status });
            }
            for (const [at, each] of state.refunds.entries()) {
              tx.put('refund', each.recoup ? `recoup r${at}` : `refund${at}`, {
                purchase: each.recoup ? '' : `p${each.purchase}`,
                coin: coinAt(each.coin),
                rtransaction_id: at,
                amount: kudos(each.cents),
                fee: kudos(each.fee),
                created: { t_s: NOW / 1000 },
                status: each.status,
                ...(each.signed ? { exchange_pub: bytes(32, 6), exchange_sig: bytes(64, 7) } : {}),
              });
            }
            for (const [at, each] of state.deposits.entries())
              tx.put('deposit', `d${at}`, { ...deposit, status: each.status, coins: coinsOf(each.uses) });
            for (const [at, each] of state.refreshes.entries()) {
              tx.put(
                'refresh',
                `r${at}`,
                refresh({
                  old_coin: coinAt(each.coin),
                  status: each.status,
                  fee: kudos(each.fee),
                  selection: [{ h: bytes(64, 3), n: each.n, v: 'KUDOS:1' }],
                  ...(each.gamma === null ? {} : { noreveal_index: each.gamma }),
                  ...(each.of === null ? {} : { purchase: each.of }),
                  ...(each.sameAs === null || each.sameAs === `r${at}`
                    ? {}
                    : { transfer_pub: bytes(32, 9), same_as: each.sameAs }),
                  ...(each.takesRefunds
                    ? { reason: 'refund' as const, refunds: state.refunds.map((_, which) => `refund${which}`) }
                    : {}),
                }),
              );
              for (let index = 0; index < Math.min(each.got, each.n); index++)
                tx.put('coin', `r${at}/${index}`, coin(`r${at}`, 100, { source: 'refresh' }));
            }
          });
          return store;
        });
        const [first, second] = stores;
        if (first && second) first.transaction((tx) => tx.join(second.snapshot()));
        expect(first && difference(first)).toBe(0n);
        for (const store of stores) store.close();
      }),
      { numRuns: 150 },
    );
  });
});
