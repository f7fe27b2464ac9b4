// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../shared/amount.ts';
import { timestampToMs } from '../../shared/time.ts';
import type { HistoryLine, HistoryState } from '../../shared/view.ts';
import type { Entry, ValueByKind } from '../state/entry.ts';

/** The line of a deposit to one's own bank account; `given` is what it took from coins, `refreshCost` what renewing their rest cost. */
export const depositLine = ({ id, value }: Entry<'deposit'>, given: bigint, refreshCost: bigint): HistoryLine => {
  const wanted = amount(value.amount);
  const text = (units: bigint): string => cappedText({ currency: wanted.currency, units });
  const spent = given + refreshCost;
  const settled = given > 0n ? wanted.units : 0n;
  const note = noteOf(value);
  return {
    id,
    type: 'deposit',
    state: STATE[value.status] ?? 'pending',
    at: timestampToMs(value.created),
    exchange: value.exchange,
    currency: wanted.currency,
    amount: value.amount,
    fees: text(spent > settled ? spent - settled : 0n),
    effect: text(-spent),
    party: accountOf(value.payto),
    summary: 'To your bank account',
    ...(note === undefined ? {} : { note }),
  };
};

const STATE: Readonly<Record<string, HistoryState | undefined>> = {
  done: 'done',
  aborted: 'aborted',
  failed: 'failed',
};

const noteOf = ({ status, why }: ValueByKind['deposit']): string | undefined => {
  switch (status) {
    case 'deposited':
      return 'The exchange has the money and transfers it to the account.';
    case 'aborted':
    case 'failed':
      return `Not carried out${why === undefined ? '' : ` (${why.replaceAll('-', ' ')})`}; the coins came back, less the fee for renewing them.`;
    default:
      return undefined;
  }
};

/** The account without the scheme and the query. */
const accountOf = (payto: string): string => payto.replace(/^payto:\/\/[^/]*\//, '').replace(/\?.*$/, '');
