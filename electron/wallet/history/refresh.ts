// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry, Refresh } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { refreshOfRecoup } from '../flows/refresh/recoup.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { takenByRefresh } from '../ledger/uses.ts';
import { returnOf } from '../ledger/returns.ts';
import { isWaiting } from '../ledger/waiting.ts';
import { costOfRefresh } from './costs.ts';
import { createdMs, hostOf } from './line.ts';

/** What the recoup of change gave back to older coins, by the id of that return; it belongs to the recoup's own line. */
export const recoupReturns = (
  reader: Pick<Reader, 'entry' | 'entries'>,
  ledger: Ledger,
): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const entry of reader.entries('refund')) {
    const refresh = refreshOfRecoup(entry.id);
    if (refresh === undefined || !ledger.refreshes.has(refresh)) continue;
    const back = returnOf(entry);
    sums.set(entry.id, back !== undefined && ledger.coins.has(back.coin) ? back.units : 0n);
  }
  return sums;
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
    const own = value.why === 'expired' || value.why === 'proof' ? ` ${value.why}` : '';
    const key = `refresh ${value.exchange} ${currency} ${value.reason}${own} ${Math.floor(at / DAY_MS)}`;
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
