// SPDX-License-Identifier: GPL-3.0-or-later
import { isPast, timestampToMs, type Timestamp } from '../../../../shared/time.ts';
import type { Entry, Purchase } from '../../../state/entry.ts';
import type { Reader } from '../../../storage/store.ts';
import { timestamp } from '../../../state/field.ts';
import type { Wallets } from '../../context.ts';
import { ownName, purchaseSummary } from './purchase-words.ts';

// A contract is most of what a purchase fills of every copy. When nothing can come of it any more it is dropped, by a mark
// that joins: whoever hears of it drops the contract too, and an old copy does not bring it back. What the history says stays.

const DAY_MS = 24 * 60 * 60_000;
/** After a payment: as long as people argue about what they bought. */
const PAID_MS = 365 * DAY_MS;
/** After an offer nobody took, or a payment that came back. */
const UNPAID_MS = 60 * DAY_MS;
/** So many are written in one transaction; the next look takes the next. */
const AT_ONCE = 64;
/** What is kept of the merchant's own words. */
const MAX_WORDS = 200;

/** Drops the contracts that are past every deadline; a part of them at each look. */
export const tidyPurchases = ({ store, world }: Pick<Wallets, 'store' | 'world'>): void => {
  if (overdue(store, world.now()).length === 0) return;
  store.transaction((tx) => {
    for (const { id, value } of overdue(tx, world.now())) tx.put('purchase', id, withoutContract(value));
  });
};

const overdue = (reader: Pick<Reader, 'entries'>, nowMs: number): readonly Entry<'purchase'>[] => {
  const old = reader.entries('purchase').filter(({ value }) => isOld(value, nowMs));
  if (old.length === 0) return [];
  const refunding = new Set(
    reader.entries('refund').flatMap(({ value }) => (value.status === 'announced' ? [value.purchase] : [])),
  );
  return old
    .filter(({ id, value }) => !refunding.has(id) && Object.values(value.coins).every(({ s }) => s !== 'reserved'))
    .slice(0, AT_ONCE);
};

/** By the contract's own dates and ours. */
const isOld = ({ status, terms, created, paid_at: paidAt, closed }: Purchase, nowMs: number): boolean => {
  if (closed === true || terms === undefined || Object.keys(terms).length === 0) return false;
  const deadlines = [terms['pay_deadline'], terms['refund_deadline']].map(readTime);
  if (deadlines.some((each) => each !== undefined && !isPast(each, nowMs))) return false;
  const from = timestampToMs(paidAt ?? created);
  switch (status) {
    case 'paid':
      return from + PAID_MS < nowMs;
    case 'offered':
    case 'aborted':
    case 'failed':
      return from + UNPAID_MS < nowMs;
    default:
      return false;
  }
};

const readTime = (found: unknown): Timestamp | undefined => {
  const read = timestamp.safeParse(found);
  return read.success ? (read.data as Timestamp) : undefined;
};

const withoutContract = (value: Purchase): Purchase => {
  const { terms = {} } = value;
  const refundDeadline = readTime(terms['refund_deadline']);
  const merchantPub = terms['merchant_pub'];
  return {
    ...value,
    ...(value.status === 'offered' ? { status: 'aborted', why: 'offer-expired' } : {}),
    about: { merchant: ownName(value).slice(0, MAX_WORDS), summary: purchaseSummary(value).slice(0, MAX_WORDS) },
    ...(value.refund_deadline === undefined && refundDeadline !== undefined ? { refund_deadline: refundDeadline } : {}),
    ...(value.merchant_pub === undefined && typeof merchantPub === 'string' ? { merchant_pub: merchantPub } : {}),
    closed: true,
  };
};
