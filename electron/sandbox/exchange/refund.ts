// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import {
  amount,
  amountToText,
  compareAmounts,
  subtractAmounts,
  sumAmounts,
  zeroAmount,
} from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { confirmRefundBlock, merchantRefundBlock } from '../../taler/purposes/exchange.ts';
import { amountIn, crock, readJson, readKey } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { unknownDenomination, verifies } from './checks.ts';
import { addCoinEvent, findCoin, returnToCoin, type CoinRow } from './coins.ts';
import type { ExchangeRoom } from './room.ts';

const refundSchema = (currency: string) =>
  z.object({
    refund_amount: amountIn(currency),
    h_contract_terms: crock(64),
    rtransaction_id: z.int().min(0),
    merchant_pub: crock(32),
    merchant_sig: crock(64),
  });
type Refund = z.output<ReturnType<typeof refundSchema>>;

/** POST /coins/PUB/refund, asked by merchants (PROTOCOL.md#refunds-at-the-exchange). */
export const refundRoutes = (room: ExchangeRoom): Routes => {
  const schema = refundSchema(room.currency);
  return {
    'POST /coins/:pub/refund': async (request) => {
      const pub = readKey(request.args[0] ?? '', 1004);
      if (!pub.ok) return pub.error;
      const body = await readJson(request, schema);
      if (!body.ok) return body.error;
      const done = refund(room, pub.value, body.value);
      room.bell.ring();
      return done.ok ? done.value : done.error;
    },
  };
};

const refund = (room: ExchangeRoom, coinPub: string, given: Refund): Result<Reply, Reply> => {
  const fields = {
    contractHash: crockToBytes(given.h_contract_terms, 64),
    coinPub: crockToBytes(coinPub, 32),
    rtransactionId: given.rtransaction_id,
    refundAmount: amount(given.refund_amount),
  };
  if (!verifies(given.merchant_pub, merchantRefundBlock(fields), given.merchant_sig)) return err(errorReply(403, 1506));
  const coin = findCoin(room, coinPub);
  // recorded: an unknown coin is reported as an unknown denomination without a hash
  if (!coin) return err(unknownDenomination(room, bytesToCrock(new Uint8Array(64)), 1005));
  const booked = room.store.attempt(() => book(room, coin, given));
  if (!booked.ok) return booked;
  const block = confirmRefundBlock({ ...fields, merchantPub: crockToBytes(given.merchant_pub, 32) });
  return ok(jsonReply(200, room.signkeys.confirm(block)));
};

const book = (room: ExchangeRoom, coin: CoinRow, given: Refund): Result<void, Reply> => {
  const which = [coin.pub, given.merchant_pub, given.h_contract_terms] as const;
  const deposits = room.store.all<{ contribution: string; wtid: string | null }>(
    'SELECT contribution, wtid FROM deposit WHERE coin_pub = ? AND merchant_pub = ? AND h_contract = ?',
    ...which,
  );
  if (deposits.length === 0) return err(errorReply(404, 1502));
  const refunds = room.store.all<{ rtransaction_id: string; amount: string }>(
    'SELECT rtransaction_id, amount FROM refund WHERE coin_pub = ? AND merchant_pub = ? AND h_contract = ?',
    ...which,
  );
  const proof = { coin_pub: coin.pub, h_denom_pub: coin.denom_hash };
  const earlier = refunds.find((row) => row.rtransaction_id === String(given.rtransaction_id));
  if (earlier) return earlier.amount === given.refund_amount ? ok(undefined) : err(errorReply(424, 1510, proof));
  if (deposits.some((row) => row.wtid !== null)) return err(errorReply(410, 1503));
  const total = sumAmounts(room.currency, [...refunds.map((row) => amount(row.amount)), amount(given.refund_amount)]);
  if (
    compareAmounts(
      total,
      sumAmounts(
        room.currency,
        deposits.map((row) => amount(row.contribution)),
      ),
    ) > 0
  )
    return err(errorReply(409, 1501, proof));

  const fee = room.denominations.find(coin.denom_hash)?.feeRefund ?? zeroAmount(room.currency);
  const sum = amount(given.refund_amount);
  const back = compareAmounts(sum, fee) > 0 ? subtractAmounts(sum, fee) : zeroAmount(room.currency);
  room.store.run(
    'INSERT INTO refund VALUES (?, ?, ?, ?, ?)',
    ...which,
    String(given.rtransaction_id),
    given.refund_amount,
  );
  returnToCoin(room, coin.pub, back);
  addCoinEvent(room, coin.pub, {
    type: 'REFUND',
    amount: amountToText(back),
    refund_fee: amountToText(fee),
    h_contract_terms: given.h_contract_terms,
    merchant_pub: given.merchant_pub,
    rtransaction_id: given.rtransaction_id,
    merchant_sig: given.merchant_sig,
  });
  return ok(undefined);
};
