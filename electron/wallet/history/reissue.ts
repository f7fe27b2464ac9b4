// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { HistoryLine, HistoryState } from '../../../shared/view.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reissue } from '../ledger/reissues.ts';
import { hostOf } from './line.ts';

/** The line of a payment to ourselves: both halves in one, so that what is left as its effect is what it cost. */
export const reissueLine = ({ id, out, into, underWay }: Reissue, taken: bigint, ledger: Ledger): HistoryLine => {
  const flow = ledger.withdrawals.get(into.withdrawal ?? '');
  const cost = taken - underWay - (flow?.received ?? 0n) - (flow?.outstanding ?? 0n);
  const { currency } = amount(out.amount);
  const text = (units: bigint): string => cappedText({ currency, units });
  return {
    id,
    type: 'refresh',
    state: STATE[into.status] ?? 'pending',
    at: timestampToMs(out.created),
    exchange: out.exchange,
    currency,
    amount: out.amount,
    fees: text(cost > 0n ? cost : 0n),
    effect: text(-cost),
    party: hostOf(out.exchange),
    summary: '',
    title: { kind: 'reissue', facts: {} },
  };
};

const STATE: Readonly<Record<string, HistoryState | undefined>> = {
  done: 'done',
  expired: 'expired',
  aborted: 'aborted',
};
