// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Entry, Withdrawal } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { selectionUnits } from '../coins/planchets.ts';
import { followed } from './followed.ts';
import type { CoinAccount } from './account.ts';
import type { Flow, SumsByKey } from './sums.ts';
import { seedOf, type Uses } from './uses.ts';

/** What withdrawals and refreshes have brought and still will, followed from change to change. */
export const followFlows = (uses: Pick<Uses, 'newer'>, totals: SumsByKey, tell: (id: string) => void) => {
  const [withdrawals, refreshes] = [new Map<string, Flow>(), new Map<string, Flow>()];
  /** of which withdrawals a batch is */
  const byBatch = new Map<string, Set<string>>();
  const [bySource, bySeed] = [counted(), counted()];
  const unknownSources = new Set<string>();
  const [openWithdrawals, openRefreshes] = [new Set<string>(), new Set<string>()];
  const lists = { withdrawal: followed('withdrawal'), refresh: followed('refresh') };

  const replace = (flows: Map<string, Flow>, id: string, after: Flow | undefined): void => {
    const before = flows.get(id);
    if (before) totals.flow(before, -1);
    if (after) totals.flow(after, 1);
    if (after === undefined) flows.delete(id);
    else flows.set(id, after);
    noteSource(id);
    if (before || after) tell(id);
  };
  const noteSource = (id: string): void => {
    if (bySource.has(id) && !withdrawals.has(id) && !refreshes.has(id)) unknownSources.add(id);
    else unknownSources.delete(id);
  };
  const noteBatches = (id: string, value: Withdrawal | undefined, is: boolean): void => {
    for (const batch of Object.keys(value?.batches ?? {})) {
      const same = byBatch.get(batch) ?? new Set();
      byBatch.set(batch, same);
      if (is) same.add(id);
      else same.delete(id);
    }
  };
  const noteFace = ({ id, coin, face }: CoinAccount, sign: 1 | -1): void => {
    bySource.add(coin.source_id, face, sign);
    bySeed.add(seedOf(id), face, sign);
    openWithdrawals.add(coin.source_id);
    openRefreshes.add(coin.source_id);
    for (const withdrawal of byBatch.get(seedOf(id)) ?? []) openWithdrawals.add(withdrawal);
  };

  return {
    parts: { withdrawals, refreshes, unknownSources },
    noteCoin: (before: CoinAccount | undefined, after: CoinAccount | undefined): void => {
      if (before && after && before.coin.source_id === after.coin.source_id && before.face === after.face) return;
      if (before) noteFace(before, -1);
      if (after) noteFace(after, 1);
    },
    follow: (reader: Pick<Reader, 'entries'>): void => {
      for (const { id, before, after } of lists.withdrawal.look(reader)) {
        noteBatches(id, before?.value, false);
        noteBatches(id, after?.value, true);
        openWithdrawals.add(id);
      }
      for (const { id } of lists.refresh.look(reader)) openRefreshes.add(id);
      for (const id of openWithdrawals)
        replace(withdrawals, id, withdrawalFlow(lists.withdrawal.row(id), bySource, bySeed, uses.newer));
      for (const id of openRefreshes) replace(refreshes, id, refreshFlow(lists.refresh.row(id), bySource, uses.newer));
      openWithdrawals.clear();
      openRefreshes.clear();
    },
  };
};

type Counted = ReturnType<typeof counted>;

/** Sums that know how many make them up. */
const counted = () => {
  const byKey = new Map<string, { readonly units: bigint; readonly count: number }>();
  return {
    has: (key: string): boolean => byKey.has(key),
    units: (key: string): bigint => byKey.get(key)?.units ?? 0n,
    add: (key: string, units: bigint, sign: 1 | -1): void => {
      const before = byKey.get(key);
      const count = (before?.count ?? 0) + sign;
      if (count === 0) byKey.delete(key);
      else byKey.set(key, { units: (before?.units ?? 0n) + (sign < 0 ? -units : units), count });
    },
  };
};

const withdrawalFlow = (
  entry: Entry<'withdrawal'> | undefined,
  bySource: Counted,
  bySeed: Counted,
  newer: ReadonlySet<string>,
): Flow | undefined =>
  entry && {
    exchange: entry.value.exchange,
    currency: amount(entry.value.amount).currency,
    received: bySource.units(entry.id),
    ...outstandingOfWithdrawal(entry.value, bySeed, newer),
    back: 0n,
  };

const refreshFlow = (
  entry: Entry<'refresh'> | undefined,
  bySource: Counted,
  newer: ReadonlySet<string>,
): Flow | undefined => {
  if (entry === undefined) return undefined;
  const { id, value } = entry;
  const received = bySource.units(id);
  const outstanding = value.status === 'melted' ? max0(selectionUnits(value.selection) - received) : 0n;
  return {
    exchange: value.exchange,
    currency: amount(value.fee).currency,
    received,
    outstanding,
    ...(newer.has(id) ? { newer: outstanding, back: 0n } : { newer: 0n, back: outstanding }),
  };
};

const outstandingOfWithdrawal = (
  withdrawal: Withdrawal,
  bySeed: Counted,
  newerSeeds: ReadonlySet<string>,
): Pick<Flow, 'outstanding' | 'newer'> => {
  let [outstanding, newer] = [0n, 0n];
  if (withdrawal.status !== 'withdrawing') return { outstanding, newer };
  for (const [batchId, batch] of Object.entries(withdrawal.batches)) {
    if (batch.status !== 'planned' && batch.status !== 'sent') continue;
    const due = max0(selectionUnits(batch.selection) - bySeed.units(batchId));
    outstanding += due;
    if (newerSeeds.has(batchId)) newer += due;
  }
  return { outstanding, newer };
};

const max0 = (units: bigint): bigint => (units > 0n ? units : 0n);
