// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { hashPayto } from '../../taler/crypto/hash.ts';
import { reservePayto } from '../../taler/wire/payto.ts';
import { accountMergeBlock, MERGE_FLAGS, purseMergeBlock } from '../../taler/purposes/purse.ts';
import { amountIn, crock, readJson, readKey, timestamp } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { isLess, verifies } from './checks.ts';
import { legitimize, recordDeed } from './legitimization.ts';
import {
  checkExpiration,
  checkPurseSignatures,
  confirmPurse,
  econtractSchema,
  findPurse,
  keepContract,
  metaConflict,
  type PurseMeta,
} from './purses.ts';
import { findReserve, takeFromReserve } from './reserves.ts';
import type { ExchangeRoom } from './room.ts';

const invoiceSchema = (currency: string) =>
  z.object({
    purse_value: amountIn(currency),
    min_age: z.int().min(0).max(0xffff_ffff),
    purse_fee: amountIn(currency).optional(),
    merge_pub: crock(32),
    merge_sig: crock(64),
    merge_timestamp: timestamp,
    reserve_sig: crock(64),
    purse_pub: crock(32),
    purse_sig: crock(64),
    h_contract_terms: crock(64),
    purse_expiration: timestamp,
    econtract: econtractSchema.optional(),
  });
type Invoice = z.output<ReturnType<typeof invoiceSchema>>;

/** POST /reserves/PUB/purse: a purse that others are asked to fill (PROTOCOL.md#invoices). */
export const reservePurseRoutes = (room: ExchangeRoom): Routes => {
  const schema = invoiceSchema(room.currency);
  return {
    'POST /reserves/:pub/purse': async (request) => {
      const pub = readKey(request.args[0] ?? '', 27);
      if (!pub.ok) return pub.error;
      const body = await readJson(request, schema);
      if (!body.ok) return body.error;
      const done = invoice(room, pub.value, body.value);
      room.bell.ring();
      return done.ok ? done.value : done.error;
    },
  };
};

const invoice = (room: ExchangeRoom, reservePub: string, given: Invoice): Result<Reply, Reply> => {
  const untimely = findPurse(room, given.purse_pub)
    ? undefined
    : checkExpiration(room, given.purse_expiration.t_s, 1775, 1776);
  if (untimely) return err(untimely);
  const fee = given.purse_fee === undefined ? zeroAmount(room.currency) : amount(given.purse_fee);
  if (given.purse_fee !== undefined && isLess(fee, room.fees.purseFee))
    return err(errorReply(400, 1678, { detail: amountToText(room.fees.purseFee) }));
  const forged = checkMergeSignatures(room, reservePub, given, fee);
  if (forged) return err(forged);
  const meta: PurseMeta = {
    amount: given.purse_value,
    minAge: given.min_age,
    mergePub: given.merge_pub,
    contractHash: given.h_contract_terms,
    expiration: Number(given.purse_expiration.t_s),
    purseSig: given.purse_sig,
  };
  const forgedPurse = checkPurseSignatures(given.purse_pub, meta, given.econtract);
  if (forgedPurse) return err(forgedPurse);
  const payto = reservePayto(room.baseUrl(), reservePub);
  const deed = { operation: 'MERGE', payto, sum: amount(meta.amount), accountPub: reservePub } as const;
  const held = findPurse(room, given.purse_pub) ? undefined : legitimize(room, deed);
  if (held) return err(held);
  return room.store.attempt(() => book(room, reservePub, given, meta, fee));
};

const flagsOf = (given: Invoice): number => (given.purse_fee === undefined ? MERGE_FLAGS.quota : MERGE_FLAGS.purseFee);

const checkMergeSignatures = (
  room: ExchangeRoom,
  reservePub: string,
  given: Invoice,
  fee: Amount,
): Reply | undefined => {
  const payto = reservePayto(room.baseUrl(), reservePub);
  const pursePub = crockToBytes(given.purse_pub, 32);
  const merge = purseMergeBlock({
    mergeTimestamp: given.merge_timestamp,
    pursePub,
    reservePaytoHash: hashPayto(payto),
  });
  if (!verifies(given.merge_pub, merge, given.merge_sig)) return errorReply(403, 1777, { detail: payto });
  const accept = accountMergeBlock({
    purseExpiration: given.purse_expiration,
    purseAmount: amount(given.purse_value),
    purseFee: fee,
    contractHash: crockToBytes(given.h_contract_terms, 64),
    pursePub,
    mergeTimestamp: given.merge_timestamp,
    minAge: given.min_age,
    flags: flagsOf(given),
  });
  return verifies(reservePub, accept, given.reserve_sig) ? undefined : errorReply(403, 1778);
};

const book = (
  room: ExchangeRoom,
  reservePub: string,
  given: Invoice,
  meta: PurseMeta,
  fee: Amount,
): Result<Reply, Reply> => {
  const stored = findPurse(room, given.purse_pub);
  const conflict = stored && metaConflict(stored, meta, 1675);
  if (conflict) return err(conflict);
  if (!stored) {
    const charged = charge(room, reservePub, flagsOf(given), fee);
    if (!charged.ok) return charged;
    room.store.run(
      "INSERT INTO purse VALUES (?, 'pull', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', NULL)",
      given.purse_pub,
      meta.mergePub,
      meta.expiration,
      meta.amount,
      meta.contractHash,
      meta.minAge,
      meta.purseSig,
      `${room.currency}:0`,
      room.world.now(),
      reservePub,
      Number(given.merge_timestamp.t_s),
      given.merge_sig,
      given.reserve_sig,
      flagsOf(given),
      amountToText(fee),
    );
    recordDeed(room, { operation: 'MERGE', payto: reservePayto(room.baseUrl(), reservePub), sum: amount(meta.amount) });
  }
  const kept = keepContract(room, given.purse_pub, given.econtract);
  if (!kept.ok) return kept;
  const facts = {
    pub: given.purse_pub,
    expiration: meta.expiration,
    amount: meta.amount,
    h_contract: meta.contractHash,
  };
  return ok(jsonReply(200, confirmPurse(room, facts, zeroAmount(room.currency))));
};

/** A purse costs its fee, or one of the purses of an opened reserve. */
const charge = (room: ExchangeRoom, reservePub: string, flags: number, fee: Amount): Result<void, Reply> => {
  const reserve = findReserve(room, reservePub);
  if (flags === MERGE_FLAGS.purseFee && fee.units === 0n) return ok(undefined);
  if (!reserve) return err(errorReply(404, 1027));
  if (flags === MERGE_FLAGS.purseFee) {
    if (isLess(reserve.balance, fee)) return err(errorReply(409, 1677));
    takeFromReserve(room, reserve, fee);
    return ok(undefined);
  }
  if (reserve.purses_open >= reserve.purses_allowed) return err(errorReply(409, 1677));
  room.store.run('UPDATE reserve SET purses_open = purses_open + 1 WHERE pub = ?', reservePub);
  return ok(undefined);
};
