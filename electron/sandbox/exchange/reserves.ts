// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, amount, amountToText, subtractAmounts, type Amount } from '../../../shared/amount.ts';
import type { ReserveCredit } from '../bank-room.ts';
import { pollUntil } from '../bell.ts';
import { DAY } from '../clock.ts';
import { readKey, readTimeout } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

export type ReserveRow = {
  pub: string;
  balance: string;
  origin: string | null;
  expiration: number;
  purses_allowed: number;
  purses_open: number;
};

/** A reserve nobody touches is kept this long (the recorded servers' reserve_closing_delay). */
const RESERVE_LIFE_MS = 28 * DAY;

/** GET /reserves/PUB with its long poll (PROTOCOL.md#reserves). */
export const reserveRoutes = (room: ExchangeRoom): Routes => ({
  'GET /reserves/:pub': async (request) => {
    const pub = readKey(request.args[0] ?? '', 27);
    if (!pub.ok) return pub.error;
    const timeout = readTimeout(request);
    if (!timeout.ok) return timeout.error;
    const row = await pollUntil(room.bell, timeout.value, request.gone, () => findReserve(room, pub.value));
    return row ? jsonReply(200, reserveBody(room, row)) : errorReply(404, room.v14 ? 1250 : 1027);
  },
});

const reserveBody = (room: ExchangeRoom, row: ReserveRow) => ({
  ...(room.generation === 'v23' && row.origin !== null ? { last_origin: row.origin } : {}),
  balance: row.balance,
});

/** The reserve, if money ever came to it. */
export const findReserve = (room: ExchangeRoom, pub: string): ReserveRow | undefined =>
  room.store.one<ReserveRow>('SELECT * FROM reserve WHERE pub = ?', pub);

/** Books an incoming bank transfer. */
export const creditReserve = (room: ExchangeRoom, credit: ReserveCredit): void => {
  addToReserve(room, credit.reservePub, amount(credit.amount), credit.senderPayto);
  addReserveEvent(room, credit.reservePub, {
    type: 'CREDIT',
    timestamp: nowStamp(room),
    sender_account_url: credit.senderPayto,
    wire_reference: credit.wireReference,
    amount: credit.amount,
  });
  room.bell.ring();
};

/** Adds money to a reserve, making it if need be; `origin` only when it came by bank. */
export const addToReserve = (room: ExchangeRoom, pub: string, sum: Amount, origin?: string): void => {
  const known = findReserve(room, pub);
  const balance = amountToText(known ? addAmounts(amount(known.balance), sum) : sum);
  const expiration = Math.floor((room.world.now() + RESERVE_LIFE_MS) / 1000);
  room.store.run(
    'INSERT INTO reserve (pub, balance, origin, expiration) VALUES (?, ?, ?, ?) ON CONFLICT (pub) DO UPDATE SET balance = excluded.balance, origin = coalesce(excluded.origin, origin), expiration = max(expiration, excluded.expiration)',
    pub,
    balance,
    origin ?? null,
    expiration,
  );
};

/** Takes money out of a reserve that is known to have it. */
export const takeFromReserve = (room: ExchangeRoom, row: ReserveRow, sum: Amount): void => {
  room.store.run(
    'UPDATE reserve SET balance = ? WHERE pub = ?',
    amountToText(subtractAmounts(amount(row.balance), sum)),
    row.pub,
  );
};

/** Appends to a reserve's history, as it will be served. */
export const addReserveEvent = (room: ExchangeRoom, pub: string, entry: Readonly<Record<string, unknown>>): void => {
  room.store.run('INSERT INTO reserve_event VALUES (NULL, ?, ?)', pub, JSON.stringify(entry));
};

/** 409/1150 */
export const reserveTooPoor = (row: ReserveRow, requested: Amount): Reply =>
  errorReply(409, 1150, { balance: row.balance, requested_amount: amountToText(requested) });
