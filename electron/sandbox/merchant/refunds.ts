// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import {
  addAmounts,
  amount,
  amountToText,
  compareAmounts,
  subtractAmounts,
  sumAmounts,
  zeroAmount,
  type Amount,
} from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp } from '../../../shared/time.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { merchantRefundBlock } from '../../taler/purposes/exchange.ts';
import { postJson } from '../post-json.ts';
import { amountIn, crock, readJson } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';
import { contractHashOf } from './orders.ts';
import { paidCoins } from './pay.ts';
import { currenciesOf, findOrder, sign, type MerchantRoom, type OrderRow, type RefundRow } from './room.ts';

export type RefundRefusal = { readonly kind: 'order-not-paid' | 'more-than-paid' };

/** The shop grants a refund on top of earlier ones; the wallet fetches it. */
export const grantRefund = (room: MerchantRoom, orderId: string, sum: Amount): Result<void, RefundRefusal> => {
  const order = room.store.one<OrderRow>('SELECT * FROM orders WHERE id = ?', orderId);
  if (order?.paid !== 1) return err({ kind: 'order-not-paid' });
  return room.store.attempt<void, RefundRefusal>(() => {
    let left = sum;
    for (const coin of paidCoins(room, orderId)) {
      const earlier = refundsOf(room, orderId).filter((row) => row.coin_pub === coin.coin_pub);
      const granted = sumAmounts(
        sum.currency,
        earlier.map((row) => amount(row.amount)),
      );
      const free = subtractAmounts(amount(coin.contribution), granted);
      const part = compareAmounts(free, left) < 0 ? free : left;
      if (part.units === 0n) continue;
      room.store.run(
        'INSERT INTO refund VALUES (?, ?, ?, ?, ?, ?, NULL)',
        orderId,
        coin.coin_pub,
        earlier.length + 1,
        amountToText(part),
        coin.exchange_url,
        room.world.now(),
      );
      left = subtractAmounts(left, part);
    }
    if (left.units > 0n) return err({ kind: 'more-than-paid' });
    room.store.run(
      'UPDATE orders SET refunded = ? WHERE id = ?',
      amountToText(addAmounts(amount(order.refunded), sum)),
      orderId,
    );
    room.bell.ring();
    return ok(undefined);
  });
};

const refundsOf = (room: MerchantRoom, orderId: string): readonly RefundRow[] =>
  room.store.all<RefundRow>(
    'SELECT * FROM refund WHERE order_id = ? ORDER BY granted, coin_pub, rtransaction_id',
    orderId,
  );

/** Refunds that the exchange has confirmed. */
export const takenOf = (room: MerchantRoom, { id, refunded }: Pick<OrderRow, 'id' | 'refunded'>): Amount =>
  refundsOf(room, id).reduce(
    (sum, row) => (row.answer === null ? sum : addAmounts(sum, amount(row.amount))),
    zeroAmount(amount(refunded).currency),
  );

const fetchSchema = z.object({ h_contract: crock(64) });

/** POST orders/ID/refund: the wallet takes what was granted (PROTOCOL.md#refunds-of-a-merchant). */
export const fetchRefunds = async (
  room: MerchantRoom,
  instance: string,
  id: string,
  request: SandboxRequest,
): Promise<Reply> => {
  const body = await readJson(request, fetchSchema);
  if (!body.ok) return body.error;
  const order = findOrder(room, instance, id);
  if (!order || order.contract === null) return errorReply(404, 2005);
  if (order.h_contract !== body.value.h_contract) return errorReply(403, 2009);
  const refunds: object[] = [];
  for (const row of refundsOf(room, id))
    refunds.push({ ...(await refundAtExchange(room, order, row)), ...refundFacts(row) });
  room.bell.ring();
  return jsonReply(200, { refund_amount: order.refunded, merchant_pub: room.pub, refunds });
};

const refundFacts = (row: RefundRow) => ({
  rtransaction_id: row.rtransaction_id,
  coin_pub: row.coin_pub,
  refund_amount: row.amount,
  execution_time: msToTimestamp(row.granted),
});

type RefundOrder = {
  readonly coin_pub: string;
  readonly rtransaction_id: number;
  readonly amount: string;
  readonly exchange_url: string;
};

const refundAtExchange = async (room: MerchantRoom, order: OrderRow, row: RefundRow): Promise<object> => {
  const outcome =
    row.answer === null ? await askExchange(room, order, row) : (JSON.parse(row.answer) as { type: string });
  if (row.answer === null && outcome.type === 'success') {
    room.store.run(
      'UPDATE refund SET answer = ? WHERE order_id = ? AND coin_pub = ? AND rtransaction_id = ?',
      JSON.stringify(outcome),
      order.id,
      row.coin_pub,
      row.rtransaction_id,
    );
  }
  return outcome;
};

const askExchange = async (
  room: MerchantRoom,
  order: OrderRow,
  refund: RefundOrder,
): Promise<{ readonly type: string }> => {
  const block = merchantRefundBlock({
    contractHash: contractHashOf(order),
    coinPub: crockToBytes(refund.coin_pub, 32),
    rtransactionId: refund.rtransaction_id,
    refundAmount: amount(refund.amount),
  });
  const answer = await postJson(room, `${refund.exchange_url}coins/${refund.coin_pub}/refund`, {
    refund_amount: refund.amount,
    h_contract_terms: order.h_contract,
    rtransaction_id: refund.rtransaction_id,
    merchant_pub: room.pub,
    merchant_sig: sign(room, block),
  });
  const reply = (answer?.body ?? {}) as {
    readonly exchange_sig?: unknown;
    readonly exchange_pub?: unknown;
    readonly code?: unknown;
  };
  if (answer?.status === 200)
    return {
      type: 'success',
      exchange_status: 200,
      exchange_sig: reply.exchange_sig,
      exchange_pub: reply.exchange_pub,
    } as { type: string };
  return {
    type: 'failure',
    exchange_status: answer?.status ?? 502,
    exchange_code: reply.code,
    exchange_reply: answer?.body,
  } as { type: string };
};

const abortSchema = (currencies: readonly string[]) =>
  z.object({
    h_contract: crock(64),
    coins: z
      .array(
        z.object({ coin_pub: crock(32), contribution: amountIn(...currencies), exchange_url: z.string().max(2000) }),
      )
      .max(1024),
  });

/** POST orders/ID/abort: gives back the coins of a payment that was never completed. */
export const abort = async (
  room: MerchantRoom,
  instance: string,
  id: string,
  request: SandboxRequest,
): Promise<Reply> => {
  const body = await readJson(request, abortSchema(currenciesOf(room)));
  if (!body.ok) return body.error;
  const order = findOrder(room, instance, id);
  if (!order || order.contract === null) return errorReply(404, 2253);
  if (order.h_contract !== body.value.h_contract) return errorReply(403, 2255);
  if (order.paid === 1) return errorReply(412, 2254);
  const refunds: object[] = [];
  for (const coin of body.value.coins) {
    refunds.push(
      await askExchange(room, order, {
        coin_pub: coin.coin_pub,
        rtransaction_id: 0,
        amount: coin.contribution,
        exchange_url: coin.exchange_url,
      }),
    );
  }
  return jsonReply(200, { refunds });
};
