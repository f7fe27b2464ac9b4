// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, isZero, multiplyAmount } from '../../../shared/amount.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { plainReply, type Reply } from '../reply.ts';
import type { AnastasisRoom } from './room.ts';

// Fees, taken by the sandbox's shop: an order for each thing that is paid, which its number names afterwards.

export type PaymentRow = {
  order_id: string;
  purpose: 'truth' | 'challenge' | 'policy';
  /** the truth or account it is for */
  subject: string;
  uri: string;
  years: number;
  uploads: number;
  credited: number;
};

/** 0.2.0 waits a second for a truth or a challenge to be paid when nobody says how long. */
const USUAL_WAIT_MS = 1_000;
const MOST_WAIT_MS = 30 * 60 * 1_000;

export const isFree = (fee: string): boolean => isZero(amount(fee));

/** An order by its number; undefined for one that was never made here. */
export const findPayment = (room: AnastasisRoom, orderId: string): PaymentRow | undefined =>
  room.store.one<PaymentRow>('SELECT * FROM payment WHERE order_id = ?', orderId);

export const isPaid = (room: AnastasisRoom, { order_id }: Pick<PaymentRow, 'order_id'>): boolean =>
  room.merchant.orderStatus(order_id) === 'paid';

/** Waits until the order is paid, or for so long. */
export const waitForPayment = async (
  room: AnastasisRoom,
  row: PaymentRow,
  wait: number | undefined,
  gone: AbortSignal,
): Promise<void> => {
  if (isPaid(room, row)) return;
  await room.merchant.waitUntilPaid(row.order_id, Math.min(wait ?? USUAL_WAIT_MS, MOST_WAIT_MS), gone);
};

/** 402 without a body: a new order over the fee times the years, or the one with that number. */
export const demand = async (
  room: AnastasisRoom,
  {
    purpose,
    subject,
    fee,
    years,
    orderId = bytesToCrock(room.world.randomBytes(32)),
  }: Pick<PaymentRow, 'purpose' | 'subject' | 'years'> & { readonly fee: string; readonly orderId?: string },
): Promise<Reply> => {
  const known = findPayment(room, orderId);
  if (known) return plainReply(402, { taler: known.uri });
  const order = await room.merchant.createOrder({
    amount: amountToText(multiplyAmount(amount(fee), years)),
    summary: `Anastasis ${purpose === 'policy' ? 'policy storage' : purpose === 'truth' ? 'challenge storage' : 'challenge'} fee`,
    fulfillmentUrl: 'taler://fulfillment-success',
    orderId,
  });
  room.store.run(
    'INSERT INTO payment (order_id, purpose, subject, uri, years) VALUES (?, ?, ?, ?, ?)',
    orderId,
    purpose,
    subject,
    order.talerPayUri,
    years,
  );
  return plainReply(402, { taler: order.talerPayUri });
};
