// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry, Refresh } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { recoupReturnId } from '../flows/refresh/recoup.ts';
import { isMelted, takenByRefresh, type Ledger } from '../ledger/ledger.ts';
import { readReturns } from '../ledger/returns.ts';
import { isWaiting } from '../ledger/waiting.ts';
import { createdMs, hostOf } from './line.ts';

/** What the recoup of change gave back to older coins, by the id of that return; it belongs to the recoup's own line. */
export const recoupReturns = (
  reader: Pick<Reader, 'entries'>,
  refreshes: readonly Entry<'refresh'>[],
  ledger: Ledger,
): ReadonlyMap<string, bigint> => {
  const ids = new Set(refreshes.map(({ id }) => recoupReturnId(id)));
  const sums = new Map<string, bigint>();
  for (const { id } of reader.entries('refund')) if (ids.has(id)) sums.set(id, 0n);
  for (const { id, coin, units } of readReturns(reader)) if (ids.has(id) && ledger.coins.has(coin)) sums.set(id, units);
  return sums;
};

/** What a refresh cost so far; its new coins are ours, so only the difference is an effect. */
const costOfRefresh = (
  { id, value }: Entry<'refresh'>,
  ledger: Ledger,
  recouped: ReadonlyMap<string, bigint>,
): bigint => {
  const flow = ledger.refreshes.get(id);
  const taken = isMelted(value) && ledger.isOurs(value.old_coin) ? takenByRefresh(value) : 0n;
  return taken - (flow?.received ?? 0n) - (flow?.outstanding ?? 0n) - (recouped.get(recoupReturnId(id)) ?? 0n);
};

/** What the refreshes of each event cost so far. */
export const refreshCosts = (
  refreshes: readonly Entry<'refresh'>[],
  ledger: Ledger,
  recouped: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> => {
  const costs = new Map<string, bigint>();
  for (const refresh of refreshes) {
    const key = refresh.value.purchase ?? '';
    costs.set(key, (costs.get(key) ?? 0n) + costOfRefresh(refresh, ledger, recouped));
  }
  return costs;
};

/** The reasons for renewing coins that have a title of their own. */
const REASONS = ['change', 'restore', 'expiry', 'refund', 'released', 'recoup'] as const;

const DAY_MS = 24 * 60 * 60_000;

/** Renewals that belong to no payment: one line per exchange, reason and day, for a restore may renew thousands of coins. */
export const refreshLines = (
  refreshes: readonly Entry<'refresh'>[],
  ledger: Ledger,
  recouped: ReadonlyMap<string, bigint>,
): readonly HistoryLine[] => {
  const groups = new Map<
    string,
    { cost: bigint; moved: bigint; at: number; pending: boolean; expired: boolean; first: Refresh }
  >();
  for (const entry of refreshes) {
    const { value } = entry;
    const cost = costOfRefresh(entry, ledger, recouped);
    // What has not begun, or came to nothing, has no line, unless a joined copy knows money that moved by it.
    const isNothing = value.status === 'failed' || isWaiting(value, ledger.coins.get(value.old_coin)?.coin);
    if (cost === 0n && isNothing) continue;
    const at = createdMs(value);
    const { currency } = amount(value.fee);
    const key = `refresh ${value.exchange} ${currency} ${value.reason}${value.why === 'expired' ? ' expired' : ''} ${Math.floor(at / DAY_MS)}`;
    const group = groups.get(key) ?? {
      cost: 0n,
      moved: 0n,
      at,
      pending: false,
      expired: value.why === 'expired',
      first: value,
    };
    groups.set(key, {
      ...group,
      cost: group.cost + cost,
      moved: group.moved + takenByRefresh(value),
      at: Math.max(group.at, at),
      pending: group.pending || value.status === 'planned' || value.status === 'melted',
    });
  }
  return [...groups].map(([id, { cost, moved, at, pending, expired, first }]) => {
    const { currency } = amount(first.fee);
    const text = (units: bigint): string => cappedText({ currency, units });
    return {
      id,
      type: 'refresh',
      state: expired ? 'expired' : pending ? 'pending' : 'done',
      at,
      exchange: first.exchange,
      currency,
      amount: text(moved),
      // What was given back, or has expired, is gone from these coins and was paid to nobody.
      fees: text(cost > 0n && !expired && first.reason !== 'recoup' ? cost : 0n),
      effect: text(-cost),
      party: hostOf(first.exchange),
      summary: '',
      title: { kind: REASONS.find((each) => each === first.reason) ?? 'renewed', facts: {} },
      ...(expired ? { notes: [{ kind: 'expired-coins', facts: {} }] } : {}),
    };
  });
};
