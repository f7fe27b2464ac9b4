// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import {
  amount,
  amountToText,
  compareAmounts,
  multiplyAmount,
  subtractAmounts,
  zeroAmount,
} from '../../../shared/amount.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { hashPayto } from '../../taler/crypto/hash.ts';
import { reserveCloseBlock, reserveOpenBlock } from '../../taler/purposes/wallet.ts';
import { SECOND, YEAR } from '../clock.ts';
import { amountIn, crock, readJson, readKey, timestamp } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { isLess, verifies } from './checks.ts';
import { addReserveEvent, findReserve, takeFromReserve, type ReserveRow } from './reserves.ts';
import type { ExchangeRoom } from './room.ts';

const openSchema = (currency: string) =>
  z.object({
    request_timestamp: timestamp,
    reserve_expiration: timestamp,
    purse_limit: z.int().min(0).max(0xffff_ffff),
    reserve_payment: amountIn(currency),
    payments: z.array(z.unknown()).max(0),
    reserve_sig: crock(64),
  });
type Open = z.output<ReturnType<typeof openSchema>>;
const closeSchema = z.object({
  request_timestamp: timestamp,
  reserve_sig: crock(64),
  payto_uri: z.string().max(2048).optional(),
});
type Close = z.output<typeof closeSchema>;

/** The closer does its work about this long after it was asked (recorded). */
const CLOSER_MS = 1 * SECOND;
const YEAR_S = YEAR / 1000;

/** POST /reserves/PUB/open and /close, GET /reserves-attest/PUB (PROTOCOL.md#opening-and-closing-a-reserve); opening is paid from the reserve only. */
export const reserveOpenRoutes = (room: ExchangeRoom): Routes => {
  const schema = openSchema(room.currency);
  return {
    'POST /reserves/:pub/open': async (request) => {
      const pub = readKey(request.args[0] ?? '', 27);
      if (!pub.ok) return pub.error;
      const body = await readJson(request, schema);
      return body.ok ? open(room, pub.value, body.value) : body.error;
    },
    'POST /reserves/:pub/close': async (request) => {
      const pub = readKey(request.args[0] ?? '', 27);
      if (!pub.ok) return pub.error;
      const body = await readJson(request, closeSchema);
      return body.ok ? close(room, pub.value, body.value) : body.error;
    },
    'GET /reserves-attest/:pub': ({ args: [pub = ''] }) =>
      errorReply(404, 1027, room.generation === 'v17' ? { detail: pub } : {}),
  };
};

const open = (room: ExchangeRoom, pub: string, given: Open): Reply => {
  const block = reserveOpenBlock({
    payment: amount(given.reserve_payment),
    requestTimestamp: given.request_timestamp,
    reserveExpiration: given.reserve_expiration,
    purseLimit: given.purse_limit,
  });
  if (!verifies(pub, block, given.reserve_sig)) return errorReply(403, 1785);
  const reserve = findReserve(room, pub);
  if (!reserve) return errorReply(404, 1027);
  const cost = openCost(room, reserve, given);
  const priced = (expiration: number) => ({ reserve_expiration: { t_s: expiration }, open_cost: amountToText(cost) });
  if (cost.units === 0n) return jsonReply(200, priced(reserve.expiration));
  const payment = amount(given.reserve_payment);
  if (compareAmounts(payment, cost) < 0 || isLess(reserve.balance, payment))
    return jsonReply(402, priced(reserve.expiration));
  const expiration = wholeYears(given) * YEAR_S + Number(given.request_timestamp.t_s);
  // recorded: what was offered is taken, not what it costs
  takeFromReserve(room, reserve, payment);
  room.store.run(
    'UPDATE reserve SET expiration = max(expiration, ?), purses_allowed = max(purses_allowed, ?) WHERE pub = ?',
    expiration,
    given.purse_limit,
    pub,
  );
  return jsonReply(200, priced(Math.max(expiration, reserve.expiration)));
};

const wholeYears = (given: Open): number =>
  Math.max(0, Math.ceil((Number(given.reserve_expiration.t_s) - Number(given.request_timestamp.t_s)) / YEAR_S));

/** Nothing when the reserve is open that far already; else a price that meets the one recorded case (five purses, 0.06). */
const openCost = (room: ExchangeRoom, reserve: ReserveRow, given: Open) => {
  const enough =
    reserve.purses_allowed >= given.purse_limit && reserve.expiration >= Number(given.reserve_expiration.t_s);
  return enough ? zeroAmount(room.currency) : multiplyAmount(room.fees.accountFee, given.purse_limit + 1);
};

const close = (room: ExchangeRoom, pub: string, given: Close): Reply => {
  const block = reserveCloseBlock({
    requestTimestamp: given.request_timestamp,
    ...(given.payto_uri === undefined ? {} : { paytoHash: hashPayto(given.payto_uri) }),
  });
  if (!verifies(pub, block, given.reserve_sig)) return errorReply(403, 1786);
  const reserve = findReserve(room, pub);
  if (!reserve) return errorReply(404, 1027);
  const target = given.payto_uri ?? reserve.origin;
  if (target === null) return errorReply(409, 1788);
  const balance = amount(reserve.balance);
  const { closingFee } = room.fees;
  const wired =
    compareAmounts(balance, closingFee) > 0 ? subtractAmounts(balance, closingFee) : zeroAmount(room.currency);
  addReserveEvent(room, pub, {
    type: 'CLOSE',
    reserve_sig: given.reserve_sig,
    h_payto: hashText(target),
    request_timestamp: given.request_timestamp,
  });
  room.store.run('INSERT INTO closing VALUES (NULL, ?, ?, ?, 0)', pub, target, room.world.now() + CLOSER_MS);
  return jsonReply(200, { wire_amount: amountToText(wired) });
};

const hashText = (payto: string): string => bytesToCrock(hashPayto(payto));
