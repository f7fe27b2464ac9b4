// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { HistoryLine, HistoryState } from '../../../shared/view.ts';
import type { Entry, Purchase } from '../../state/entry.ts';
import { isAborting } from '../flows/wish.ts';
import { isUnconfirmed } from '../flows/pay/payment-end.ts';
import { merchantName, purchaseSummary } from '../flows/pay/purchase-words.ts';

/** False for an order that was only looked at: that is no event. */
export const isShown = ({ status, coins, amount: price }: Purchase): boolean =>
  price !== undefined && (status === 'paying' || status === 'paid' || Object.keys(coins).length > 0);

/** The line of a payment; `given` is what it took from coins and did not come back, `refreshCost` what renewing their rest cost. */
export const paymentLine = ({ id, value }: Entry<'purchase'>, given: bigint, refreshCost: bigint): HistoryLine => {
  const price = amount(value.amount ?? '');
  const text = (units: bigint): string => cappedText({ currency: price.currency, units });
  const spent = given + refreshCost;
  const at = timestampToMs(value.paid_at ?? value.created);
  const settled = value.status === 'paid' || value.status === 'paying' ? price.units : 0n;
  return {
    id,
    type: value.provider === undefined ? 'payment' : 'provider-fee',
    state: paymentState(value),
    at: Number.isFinite(at) ? at : 0,
    exchange: value.exchange ?? '',
    currency: price.currency,
    amount: text(price.units),
    fees: text(spent > settled ? spent - settled : 0n),
    effect: text(-spent),
    party: value.provider ?? merchantName(value),
    summary: purchaseSummary(value),
    ...noteOf(value, text(given > 0n ? given : 0n), given > 0n),
  };
};

/** `kept`: what the merchant took and did not give back. */
const noteOf = (value: Purchase, kept: string, hasKept: boolean): { readonly note?: string } => {
  if (isUnconfirmed(value))
    return {
      note: `The exchange paid the merchant, which does not confirm it (${value.why}). Show it order ${value.order_id} and contract ${value.h_contract}, which it signed, or ask it for a refund.`,
    };
  if (isAborting(value)) return { note: 'Being taken back; the merchant has not said yet whether it is too late.' };
  if (value.why === undefined || (value.status !== 'aborted' && value.status !== 'failed')) return {};
  return {
    note: hasKept
      ? `Not paid (${value.why}), but the merchant took ${kept} and has not given it back: ask it for that with order ${value.order_id}. The other coins came back, less the fee for renewing them.`
      : `Not paid (${value.why}); its coins came back, less the fee for renewing them.`,
  };
};

const paymentState = ({ status, why }: Purchase): HistoryState => {
  if (status === 'paid') return 'done';
  if (status === 'aborted') return why === 'offer-expired' ? 'expired' : 'aborted';
  return status === 'failed' ? 'failed' : 'pending';
};
