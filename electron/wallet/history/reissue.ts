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
  const here = (flow?.received ?? 0n) + (flow?.outstanding ?? 0n);
  const cost = taken - underWay - here;
  const lost = drawnByOthers({ out, into, underWay }, here);
  const { currency } = amount(out.amount);
  const text = (units: bigint): string => cappedText({ currency, units });
  return {
    id,
    type: lost > 0n ? 'spent-elsewhere' : 'refresh',
    state: STATE[into.status] ?? 'pending',
    at: timestampToMs(out.created),
    exchange: out.exchange,
    currency,
    amount: lost > 0n ? text(lost) : out.amount,
    fees: text(cost > lost ? cost - lost : 0n),
    effect: text(-cost),
    party: hostOf(out.exchange),
    summary: '',
    title: { kind: lost > 0n ? 'drawn-by-others' : 'reissue', facts: {} },
  };
};

/** What came to our reserve and of which nothing became coins here: whoever has its key from an older copy drew it. Part of it may as well be what making coins has cost. */
const drawnByOthers = ({ out, into, underWay }: Omit<Reissue, 'id'>, here: bigint): bigint =>
  into.status === 'done' && underWay === 0n && here === 0n ? amount(out.amount).units : 0n;

const STATE: Readonly<Record<string, HistoryState | undefined>> = {
  done: 'done',
  expired: 'expired',
  aborted: 'aborted',
};
