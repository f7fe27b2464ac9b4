// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import type { Contribution } from '../../electron/state/entry.ts';
import { shelfOf } from '../../electron/state/gone.ts';
import type { Tx } from '../../electron/storage/store.ts';
import { leftOf } from '../../electron/wallet/history/earlier.ts';
import type { HistoryLine } from '../../shared/view.ts';
import { bytes, coin, deposit, kudos, NOW, purchase, purse, refresh, text, withdrawal } from './ledger-entries.ts';

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
/** Where an event says it was: with the coins, or at another exchange, in another currency, or nowhere. */
const whereArb = fc.oneof(
  { weight: 4, arbitrary: fc.constant('here' as const) },
  status('elsewhere', 'abroad', 'nowhere'),
);
type Where = typeof whereArb extends fc.Arbitrary<infer S> ? S : never;
const wherever = (where: Where): { exchange?: string; amount?: string } =>
  where === 'elsewhere' ? { exchange: 'https://other.example/' } : where === 'abroad' ? { amount: 'EUR:1' } : {};

/** Any state whatsoever of some events and coins with small ids, also such as no honest wallet writes. */
export const stateArb = fc.record({
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
      where: whereArb,
      uses: fc.array(useArb, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  sent: fc.array(
    fc.record({
      status: status('planned', 'created', 'aborted', 'expired', 'taken'),
      where: whereArb,
      uses: fc.array(useArb, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
  invoices: fc.array(
    fc.record({
      status: status('offered', 'paying', 'aborted', 'expired', 'paid'),
      where: whereArb,
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
      where: whereArb,
      uses: fc.array(useArb, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
});

export type LedgerState = typeof stateArb extends fc.Arbitrary<infer S> ? S : never;

/** Writes the state over what is there. */
export const putState = (tx: Tx, state: LedgerState): void => {
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
    const { exchange: _, amount: __, ...nowhere } = purchase({ status: each.status, coins });
    tx.put(
      'purchase',
      `p${at}`,
      each.where === 'nowhere' ? nowhere : purchase({ ...nowhere, ...wherever(each.where) }),
    );
  }
  const coinsOf = (uses: readonly { coin: number; cents: number; s: Contribution['s'] }[]) =>
    Object.fromEntries(uses.map((use) => [coinAt(use.coin), { c: kudos(use.cents), fee: 'KUDOS:0', s: use.s }]));
  for (const [at, each] of state.sent.entries()) {
    const keys = { purse_priv: bytes(32, 7), key_seed: bytes(32, 9), merge_priv: bytes(32, 8) };
    tx.put('push-out', bytes(32, 40 + at), {
      ...purse,
      ...keys,
      ...wherever(each.where),
      status: each.status,
      coins: coinsOf(each.uses),
    });
  }
  for (const [at, each] of state.invoices.entries())
    tx.put('pull-in', bytes(32, 50 + at), {
      ...purse,
      ...wherever(each.where),
      status: each.status,
      coins: coinsOf(each.uses),
    });
  for (const [at, each] of state.received.entries()) {
    const draws = each.withdrawal === null ? {} : { withdrawal: `w${each.withdrawal}` };
    tx.put('push-in', bytes(32, 60 + at), { ...purse, ...draws, status: each.status });
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
    tx.put('deposit', `d${at}`, {
      ...deposit,
      ...wherever(each.where),
      status: each.status,
      coins: coinsOf(each.uses),
    });
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
};

/** Names of seeds and entries of such a state, any of which may leave. */
export const leavingArb = fc.array(
  fc.constantFrom(
    'b0',
    'b1',
    'b2',
    'r0',
    'r1',
    'r2',
    'purchase p0',
    'purchase p1',
    'withdrawal w0',
    'withdrawal w1',
    'refund refund0',
    'refund recoup r0',
    'deposit d0',
    `push-out ${bytes(32, 40)}`,
    `pull-in ${bytes(32, 50)}`,
    `push-in ${bytes(32, 60)}`,
  ),
  { maxLength: 5 },
);

/** Lets one of them leave, with the lines that the history has of it. */
export const leave = (tx: Tx, name: string, lines: readonly HistoryLine[]): void => {
  const [kind = '', ...rest] = name.split(' ');
  const id = rest.length === 0 ? kind : rest.join(' ');
  const own = lines.filter((line) => line.id === id || line.id === name).map((line) => leftOf(line, id));
  tx.put('gone', shelfOf(id), {
    seeds: rest.length === 0 ? { [id]: 1 } : {},
    entries: rest.length === 0 ? {} : { [name]: own.length === 0 ? 1 : own },
  });
};
