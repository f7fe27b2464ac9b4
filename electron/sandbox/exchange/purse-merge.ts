// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, zeroAmount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToCrock, crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import { hashPayto } from '../../taler/crypto/hash.ts';
import { reservePayto } from '../../taler/wire/payto.ts';
import { confirmPurseMergedBlock } from '../../taler/purposes/exchange.ts';
import { accountMergeBlock, MERGE_FLAGS, purseMergeBlock } from '../../taler/purposes/purse.ts';
import { crock, readJson, readKey, timestamp } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { verifies } from './checks.ts';
import { legitimize, recordDeed } from './legitimization.ts';
import { endInReserve } from './purse-end.ts';
import { findPurse, isFull, type PurseRow } from './purses.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

const mergeSchema = z.object({
  payto_uri: z.string().max(2048),
  merge_timestamp: timestamp,
  merge_sig: crock(64),
  reserve_sig: crock(64),
});
type Merge = z.output<typeof mergeSchema>;

/** POST /purses/PUB/merge (PROTOCOL.md#merging-a-purse). */
export const purseMergeRoutes = (room: ExchangeRoom): Routes => ({
  'POST /purses/:pub/merge': async (request) => {
    const pub = readKey(request.args[0] ?? '', 1024);
    if (!pub.ok) return pub.error;
    const body = await readJson(request, mergeSchema);
    if (!body.ok) return body.error;
    const done = merge(room, pub.value, body.value);
    room.bell.ring();
    return done.ok ? done.value : done.error;
  },
});

const merge = (room: ExchangeRoom, pub: string, given: Merge): Result<Reply, Reply> => {
  const purse = findPurse(room, pub);
  if (!purse) return err(errorReply(404, 1025));
  const reservePub = readReservePayto(room, given.payto_uri);
  const badPayto = errorReply(400, 26, { detail: 'payto_uri' });
  if (room.generation === 'v17' && reservePub === undefined) return err(badPayto);
  const mergeBlock = purseMergeBlock({
    mergeTimestamp: given.merge_timestamp,
    pursePub: crockToBytes(pub, 32),
    reservePaytoHash: hashPayto(given.payto_uri),
  });
  if (!verifies(purse.merge_pub, mergeBlock, given.merge_sig)) return err(errorReply(403, 1876));
  if (reservePub === undefined) return err(badPayto);
  if (!reserveAgrees(room, purse, reservePub, given)) return err(errorReply(403, 1877));
  const deed = {
    operation: 'MERGE',
    payto: given.payto_uri,
    sum: amount(purse.amount),
    accountPub: reservePub,
  } as const;
  const held = purse.state === 'open' && purse.merge_sig === null && isFull(purse) ? legitimize(room, deed) : undefined;
  return held ? err(held) : room.store.attempt(() => book(room, purse, reservePub, given));
};

const readReservePayto = (room: ExchangeRoom, payto: string): string | undefined => {
  const pub = payto.split('/').at(-1) ?? '';
  const parsed = parseCrock(pub, 32);
  return parsed.ok && payto === reservePayto(room.baseUrl(), pub) ? bytesToCrock(parsed.value) : undefined;
};

const reserveAgrees = (room: ExchangeRoom, purse: PurseRow, reservePub: string, given: Merge): boolean => {
  const block = accountMergeBlock({
    purseExpiration: { t_s: purse.expiration },
    purseAmount: amount(purse.amount),
    purseFee: zeroAmount(room.currency),
    contractHash: crockToBytes(purse.h_contract, 64),
    pursePub: crockToBytes(purse.pub, 32),
    mergeTimestamp: given.merge_timestamp,
    minAge: purse.min_age,
    flags: MERGE_FLAGS.paidPurse,
  });
  return verifies(reservePub, block, given.reserve_sig);
};

const book = (room: ExchangeRoom, purse: PurseRow, reservePub: string, given: Merge): Result<Reply, Reply> => {
  if (purse.merge_sig !== null) {
    const same = purse.merge_sig === given.merge_sig && purse.reserve_pub === reservePub;
    return same
      ? ok(confirmation(room, purse, reservePub))
      : err(conflict(purse.merge_timestamp, purse.merge_sig, purse.reserve_pub));
  }
  // recorded: v17 answers for a deleted purse as if this very merge were the conflict
  if (purse.state === 'deleted' && room.generation === 'v17')
    return err(conflict(Number(given.merge_timestamp.t_s), given.merge_sig, reservePub));
  if (purse.state !== 'open') return err(errorReply(410, 1026));
  if (!isFull(purse)) return err(errorReply(402, 1878));
  const merged: PurseRow = {
    ...purse,
    reserve_pub: reservePub,
    merge_timestamp: Number(given.merge_timestamp.t_s),
    merge_sig: given.merge_sig,
    reserve_sig: given.reserve_sig,
  };
  room.store.run(
    'UPDATE purse SET reserve_pub = ?, merge_timestamp = ?, merge_sig = ?, reserve_sig = ? WHERE pub = ?',
    merged.reserve_pub,
    merged.merge_timestamp,
    merged.merge_sig,
    merged.reserve_sig,
    purse.pub,
  );
  endInReserve(room, merged);
  recordDeed(room, { operation: 'MERGE', payto: given.payto_uri, sum: amount(purse.amount) });
  return ok(confirmation(room, merged, reservePub));
};

/** The one kind of 409 that has neither code nor hint (PROTOCOL.md#error-bodies). */
const conflict = (mergeTimestamp: number | null, mergeSig: string, reservePub: string | null): Reply =>
  jsonReply(409, { merge_timestamp: { t_s: mergeTimestamp }, merge_sig: mergeSig, reserve_pub: reservePub });

const confirmation = (room: ExchangeRoom, purse: PurseRow, reservePub: string): Reply => {
  const exchangeTimestamp = nowStamp(room);
  const block = confirmPurseMergedBlock({
    exchangeTimestamp,
    purseExpiration: { t_s: purse.expiration },
    amountWithoutFee: amount(purse.amount),
    pursePub: crockToBytes(purse.pub, 32),
    reservePub: crockToBytes(reservePub, 32),
    contractHash: crockToBytes(purse.h_contract, 64),
    exchangeBaseUrl: room.baseUrl(),
  });
  return jsonReply(200, {
    merge_amount: purse.amount,
    exchange_timestamp: exchangeTimestamp,
    ...room.signkeys.confirm(block),
  });
};
