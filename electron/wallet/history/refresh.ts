// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry, Refresh } from '../../state/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { takenByRefresh } from '../ledger/uses.ts';
import { isWaiting } from '../ledger/waiting.ts';
import { costOfRefresh } from './costs.ts';
import { createdMs, hostOf } from './line.ts';

/** The reasons for renewing coins that have a title of their own. */
const REASONS = ['change', 'restore', 'expiry', 'refund', 'released', 'recoup'] as const;

const DAY_MS = 24 * 60 * 60_000;

/** The id of the line that a renewal which belongs to no payment is on. */
export const dayOf = (refresh: Refresh): string => {
  const { exchange, fee, reason, why } = refresh;
  const own = why === 'expired' || why === 'proof' ? ` ${why}` : '';
  return `refresh ${exchange} ${amount(fee).currency} ${reason}${own} ${Math.floor(createdMs(refresh) / DAY_MS)}`;
};

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
    const key = dayOf(value);
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
      title: {
        kind: first.why === 'proof' ? 'proof' : (REASONS.find((each) => each === first.reason) ?? 'renewed'),
        facts: {},
      },
      ...(expired ? { notes: [{ kind: 'expired-coins', facts: {} }] } : {}),
    };
  });
};
