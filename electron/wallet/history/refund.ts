// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Reader } from '../../storage/store.ts';
import type { Owned } from './line.ts';
import { withNotes } from './notes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FORGOTTEN } from './payment.ts';
import { partyOf, purchaseSummary } from '../flows/pay/purchase-words.ts';
import { isConfirmed, readReturns } from '../ledger/returns.ts';

type Sums = ReadonlyMap<string, bigint>;

/** The part of the history that is about money coming back from merchants. */
export type RefundHistory = {
  /** what came back of payments that were never completed, by purchase: it belongs to the payment's own line */
  readonly returnedBy: Sums;
  /** purchases with a refund line, which bears the cost of renewing what came back */
  readonly purchases: ReadonlySet<string>;
  /** `costs`: what renewing refunded coins cost, by purchase */
  readonly lines: (costs: Sums) => readonly Owned[];
};

type Group = {
  readonly purchase: string;
  readonly exchange: string;
  readonly currency: string;
  amount: bigint;
  fees: bigint;
  returned: bigint;
  at: number;
  pending: boolean;
  refused: number;
};

/** Refunds, one line per purchase; `shown`: purchases that have a line of their own; what a recoup gave back is counted on its line. */
export const readRefundHistory = (
  reader: Pick<Reader, 'entries'>,
  ledger: Ledger,
  shown: ReadonlySet<string>,
  isRecoup: (refundId: string) => boolean,
): RefundHistory => {
  const purchases = new Map(reader.entries('purchase').map((each) => [each.id, each]));
  const returned = new Map(
    readReturns(reader).flatMap(({ id, coin, units }) => (ledger.coins.has(coin) ? [[id, units] as const] : [])),
  );
  const returnedBy = new Map<string, bigint>();
  const groups = new Map<string, Group>();
  for (const { id, value } of reader.entries('refund')) {
    if (isRecoup(id)) continue;
    const units = returned.get(id) ?? 0n;
    const status = purchases.get(value.purchase)?.value.status;
    if ((status === 'aborted' || status === 'failed') && shown.has(value.purchase)) {
      returnedBy.set(value.purchase, (returnedBy.get(value.purchase) ?? 0n) + units);
      continue;
    }
    const group = groupOf(groups, value.purchase, ledger, value);
    group.amount += amount(value.amount).units;
    group.returned += units;
    if (returned.has(id)) group.fees += amount(value.amount).units - units;
    group.at = Math.max(group.at, timestampToMs(value.created));
    // What the exchange has signed is back; when change is made of it is the wallet's own matter.
    group.pending ||= value.status === 'announced' && !isConfirmed(value);
    if (value.status === 'failed') group.refused += 1;
  }
  return {
    returnedBy,
    purchases: new Set([...groups.values()].map(({ purchase }) => purchase)),
    lines: (costs) => {
      // Joined copies may hold refunds of one purchase at two exchanges: its cost still counts once.
      const left = new Map(costs);
      return [...groups.values()].map((group) => {
        const cost = left.get(group.purchase) ?? 0n;
        left.delete(group.purchase);
        const purchase = purchases.get(group.purchase)?.value;
        const line = {
          ...refundLine(group, cost),
          ...(purchase?.forgotten === true
            ? FORGOTTEN
            : {
                ...(purchase ? partyOf(purchase) : { party: '' }),
                summary: purchase ? purchaseSummary(purchase) : '',
              }),
        };
        return { owner: group.purchase, line };
      });
    },
  };
};

const groupOf = (
  groups: Map<string, Group>,
  purchase: string,
  ledger: Ledger,
  refund: { readonly coin: string; readonly amount: string },
): Group => {
  const { currency } = amount(refund.amount);
  const exchange = ledger.coins.get(refund.coin)?.coin.exchange ?? '';
  const key = `${purchase} ${exchange} ${currency}`;
  const group = groups.get(key) ?? {
    purchase,
    exchange,
    currency,
    amount: 0n,
    fees: 0n,
    returned: 0n,
    at: 0,
    pending: false,
    refused: 0,
  };
  groups.set(key, group);
  return group;
};

const refundLine = (group: Group, cost: bigint): Omit<HistoryLine, 'party' | 'summary'> => {
  const text = (units: bigint): string => cappedText({ currency: group.currency, units });
  return {
    id: `refund ${group.purchase} ${group.exchange}`,
    type: 'refund',
    state: group.pending ? 'pending' : group.returned > 0n ? 'done' : 'failed',
    at: group.at,
    exchange: group.exchange,
    currency: group.currency,
    amount: text(group.amount),
    fees: text(group.fees + cost),
    effect: text(group.returned - cost),
    ...withNotes(group.refused === 0 ? [] : [{ kind: 'refund-short', facts: {} }]),
  };
};
