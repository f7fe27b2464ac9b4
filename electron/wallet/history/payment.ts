// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { quoted } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { HistoryLine, HistoryState } from '../../../shared/view.ts';
import type { Entry, Purchase } from '../../state/entry.ts';
import { isEndable } from '../flows/pay/abort.ts';
import { isAborting } from '../flows/wish.ts';
import { isUnconfirmed } from '../flows/pay/payment-end.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { backNotes, dearerNotes, detailOf, withNotes } from './notes.ts';
import { partyOf, purchaseSummary } from '../flows/pay/purchase-words.ts';

/**
 * False for an order that was only looked at, and for a year that costs nothing: nothing happened to the money, and no person did it.
 * Of one that took nothing nothing is left once it is forgotten.
 */
export const isShown = ({ status, coins, amount: price, provider, forgotten }: Purchase): boolean => {
  if (Object.keys(coins).length > 0) return price !== undefined;
  if (forgotten === true || price === undefined || (status !== 'paying' && status !== 'paid')) return false;
  return provider === undefined || amount(price).units > 0n;
};

/** What a line says of whom it was with once that is forgotten. */
export const FORGOTTEN = { party: '', summary: '', title: { kind: 'forgotten', facts: {} } } as const;

/** The line of a payment; `given` is what it took from coins and did not come back, `refreshCost` what renewing their rest cost. */
export const paymentLine = (
  { id, value }: Entry<'purchase'>,
  { given, refreshCost, ledger }: { readonly given: bigint; readonly refreshCost: bigint; readonly ledger: Ledger },
): HistoryLine => {
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
    ...(value.forgotten === true
      ? FORGOTTEN
      : {
          ...(value.provider === undefined ? partyOf(value) : { party: value.provider }),
          summary: purchaseSummary(value),
          ...withNotes(notesOf(value, given > 0n ? text(given) : undefined, ledger)),
          ...(value.status === 'paying' ? {} : { forgettable: true as const }),
          ...(isEndable(value) ? { endable: true as const } : {}),
        }),
  };
};

/** `kept`: what the merchant took and did not give back. */
const notesOf = (value: Purchase, kept: string | undefined, ledger: Ledger): readonly Said<'note'>[] => {
  const { status, why, order_id: orderId, h_contract: contract } = value;
  if (isUnconfirmed(value))
    return [
      {
        kind: 'paid-unconfirmed',
        facts: {
          orderId,
          ...(contract === undefined ? {} : { contract }),
          ...(why === undefined ? {} : { quote: quoted(why) }),
        },
      },
    ];
  if (isAborting(value)) return [{ kind: 'taking-back', facts: {} }];
  if (why === undefined || (status !== 'aborted' && status !== 'failed')) return [];
  return kept === undefined
    ? [{ kind: 'unpaid', facts: detailOf(why) }, ...dearerNotes(value), ...backNotes(value.coins, ledger)]
    : [
        { kind: 'unpaid-kept', facts: { kept, orderId, ...detailOf(why) } },
        ...backNotes(value.coins, ledger, 'rest-back'),
      ];
};

const paymentState = ({ status, why }: Purchase): HistoryState => {
  if (status === 'paid') return 'done';
  if (status === 'aborted') return why === 'offer-expired' ? 'expired' : 'aborted';
  return status === 'failed' ? 'failed' : 'pending';
};
