// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../shared/amount.ts';
import type { Coin, Refresh } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { letGo } from '../coins/proven.ts';
import { partOf } from './kept-part.ts';

// A coin that waits for its renewal is as good as any other until its melt is sent: the plan is written down, so that its
// seed is in the copies by then, and the coin stays fresh. Whoever needs the coin takes it, and the plan is given up.

/** True for a plan whose coin may still be used for something else. */
export const isWaiting = (refresh: Refresh | undefined, coin: Coin | undefined): boolean =>
  refresh?.status === 'planned' && coin?.status === 'fresh';

/** The same, looked up. */
export const isWaitingPlan = (reader: Pick<Reader, 'entry'>, refresh: Refresh): boolean =>
  refresh.status === 'planned' && isWaiting(refresh, reader.entry('coin', refresh.old_coin)?.value);

/** The waiting plans, by the id of their coin. */
export const waitingPlans = (reader: Pick<Reader, 'entry' | 'entries' | 'beside'>): ReadonlyMap<string, string> =>
  new Map(
    unfinishedRefreshes(reader).flatMap(({ id, value }) =>
      isWaitingPlan(reader, value) ? [[value.old_coin, id] as const] : [],
    ),
  );

/** Those that are planned or melted. */
export const unfinishedRefreshes = partOf(
  'refresh',
  ({ value }) => value.status === 'planned' || value.status === 'melted',
);

/** Read once per transaction: a payment takes a hundred coins, and each may have a plan. */
const plansOfTx = new WeakMap<Tx, ReadonlyMap<string, string>>();

/** Gives up the plan of a coin that is about to be used, in the transaction that takes it; call before the coin is written. */
export const giveUpPlan = (tx: Tx, coin: string): void => {
  const plans = plansOfTx.get(tx) ?? waitingPlans(tx);
  plansOfTx.set(tx, plans);
  const id = plans.get(coin);
  const plan = id === undefined ? undefined : tx.entry('refresh', id)?.value;
  if (id === undefined || plan?.status !== 'planned') return;
  tx.put('refresh', id, { ...plan, status: 'failed', why: 'used' });
  tx.local.deleteTask('refresh', id);
};

/** Written with what is left of a coin that was used elsewhere: a session that was planned for more looks again now, and so does what it held up. */
export const wakePlansOf = (tx: Tx, coin: string, left: Amount, nowMs: number): void => {
  for (const { id, value } of unfinishedRefreshes(tx)) {
    const isOver = value.old_coin === coin && value.status === 'planned';
    if (!isOver || amount(value.melt_amount).units <= left.units) continue;
    tx.local.putTask({ kind: 'refresh', id, nextAt: nowMs, attempts: 0 });
    letGo(tx, value.exchange, nowMs);
  }
};
