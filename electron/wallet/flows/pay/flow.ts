// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry } from '../../../state/entry.ts';
import { partOf } from '../../ledger/kept-part.ts';
import { BACK_OFF_CEILING_MS, DAY_MS, HOUR_MS, USUAL_WAITS, type Flow } from '../flow.ts';
import { isEndable, takePaymentBack } from './abort.ts';
import { isLeft, stepRefund, stepRefundWatch, waitingRefunds } from './refund.ts';
import { stepPayment } from './settle.ts';

const laneOf = ({ value }: Entry<'purchase'>): string => value.exchange ?? value.merchant_base_url;

const paying = partOf('purchase', ({ value }) => value.status === 'paying');

/** The flow that pays a merchant. */
export const paymentFlow = {
  entries: ['purchase'],
  type: 'payment',
  pending: ({ store }) =>
    paying(store).map((entry) => ({ id: entry.id, lane: laneOf(entry), waitingFor: 'merchant' as const })),
  go: stepPayment,
  ...USUAL_WAITS,
  takeBack: takePaymentBack,
  endable: (reader, id) => {
    const purchase = reader.entry('purchase', id)?.value;
    return purchase !== undefined && isEndable(purchase);
  },
} as const satisfies Flow;

/** The flow that asks a merchant for the refunds it grants; the id of a step is the purchase. */
export const refundFlow = {
  entries: ['refund', 'purchase'],
  type: 'refund',
  pending: (wallets) =>
    waitingRefunds(wallets).asked.map((entry) => ({ id: entry.id, lane: laneOf(entry), waitingFor: 'merchant' })),
  go: stepRefund,
  // By its purchase: `takePaymentBack` asks no more.
  endable: () => true,
  longestWaitMs: HOUR_MS,
  backOffCeilingMs: BACK_OFF_CEILING_MS,
} as const satisfies Flow;

/** The flow that looks whether a merchant granted a refund by itself; the id of a step is the purchase. */
export const refundWatchFlow = {
  entries: ['purchase'],
  type: 'refund',
  pending: (wallets) =>
    waitingRefunds(wallets).watched.map((entry) => ({
      id: entry.id,
      lane: laneOf(entry),
      waitingFor: 'merchant',
      background: true,
    })),
  go: stepRefundWatch,
  longestWaitMs: ({ store }, id) => (isLeft(store, id) ? DAY_MS : HOUR_MS),
  backOffCeilingMs: BACK_OFF_CEILING_MS,
} as const satisfies Flow;
