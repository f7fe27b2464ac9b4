// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { confirmMeltBlock } from '../../taler/purposes/exchange.ts';
import { meltBlock } from '../../taler/purposes/wallet.ts';
import { KAPPA } from '../../taler/coin/refresh.ts';
import { amountIn, crock, readJson, readKey } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { isLess, usableDenomination, verifies } from './checks.ts';
import { addCoinEvent, checkCoinSignature, denomSigSchema, findCoin, registerCoin, spendCoin } from './coins.ts';
import type { Denomination } from './denominations.ts';
import type { ExchangeRoom } from './room.ts';

export type MeltRow = {
  rc: string;
  coin_pub: string;
  value_with_fee: string;
  noreveal: number;
  rms: string | null;
  transfer_pub: string | null;
};

const meltSchema = (currency: string) =>
  z.object({
    denom_pub_hash: crock(64),
    denom_sig: denomSigSchema,
    confirm_sig: crock(64),
    rc: crock(64),
    value_with_fee: amountIn(currency),
    age_commitment_hash: crock(32).optional(),
    rms: crock(32).optional(),
  });
type Melt = z.output<ReturnType<typeof meltSchema>>;

/** POST /coins/PUB/melt (PROTOCOL.md#refresh). */
export const meltRoutes = (room: ExchangeRoom): Routes => {
  const schema = meltSchema(room.currency);
  return {
    'POST /coins/:pub/melt': async (request) => {
      const pub = readKey(request.args[0] ?? '', 1004);
      if (!pub.ok) return pub.error;
      const body = await readJson(request, schema);
      if (!body.ok) return body.error;
      const done = melt(room, pub.value, body.value);
      return done.ok ? done.value : done.error;
    },
  };
};

const melt = (room: ExchangeRoom, coinPub: string, given: Melt): Result<Reply, Reply> => {
  const found = meltableDenomination(room, coinPub, given.denom_pub_hash);
  if (!found.ok) return found;
  const denomination = found.value;
  if (isLess(given.value_with_fee, denomination.feeRefresh)) return err(errorReply(400, 1302));
  const signed = checkCoinSignature(denomination, coinPub, given.denom_sig);
  if (!signed.ok) return signed;
  const block = meltBlock({
    rc: crockToBytes(given.rc, 64),
    denominationHash: denomination.hashBytes,
    valueWithFee: amount(given.value_with_fee),
    refreshFee: denomination.feeRefresh,
    ...(given.age_commitment_hash === undefined
      ? {}
      : { ageCommitmentHash: crockToBytes(given.age_commitment_hash, 32) }),
  });
  if (!verifies(coinPub, block, given.confirm_sig)) return err(errorReply(403, 1303));
  // the coin is known from here on, whatever becomes of the melt (PROTOCOL.md#spending-conflicts)
  const known = registerCoin(room, coinPub, denomination, given.denom_sig);
  if (!known.ok) return known;
  return room.store.attempt(() => {
    const earlier = room.store.one<MeltRow>('SELECT * FROM melt WHERE rc = ?', given.rc);
    if (earlier) return ok(confirmation(room, given.rc, earlier.noreveal));
    const spent = spendCoin(room, known.value, amount(given.value_with_fee));
    if (!spent.ok) return spent;
    return ok(confirmation(room, given.rc, bookMelt(room, coinPub, given, denomination)));
  });
};

/** As for other uses, but an expired coin that is known is 1305 unless it got value back by a recoup. */
export const meltableDenomination = (
  room: ExchangeRoom,
  coinPub: string,
  hash: string,
): Result<Denomination, Reply> => {
  const found = room.denominations.find(hash);
  const coin = findCoin(room, coinPub);
  if (found && coin && found.expireDeposit <= Math.floor(room.world.now() / 1000))
    return coin.zombie === 1 ? ok(found) : err(errorReply(400, 1305));
  // a coin that got value back lives on even when its denomination was revoked
  if (found?.revoked === true && coin?.zombie === 1) return ok(found);
  return usableDenomination(room, hash, 'MELT');
};

const bookMelt = (room: ExchangeRoom, coinPub: string, given: Melt, denomination: Denomination): number => {
  const noreveal = rollGamma(room);
  room.store.run(
    'INSERT INTO melt VALUES (?, ?, ?, ?, ?, NULL)',
    given.rc,
    coinPub,
    given.value_with_fee,
    noreveal,
    given.rms ?? null,
  );
  addCoinEvent(room, coinPub, {
    type: 'MELT',
    amount: given.value_with_fee,
    melt_fee: amountToText(denomination.feeRefresh),
    rc: given.rc,
    ...(given.age_commitment_hash === undefined ? {} : { h_age_commitment: given.age_commitment_hash }),
    coin_sig: given.confirm_sig,
  });
  return noreveal;
};

/** Which candidate stays hidden, by chance. */
export const rollGamma = (room: Pick<ExchangeRoom, 'world'>): number => {
  // 252 is the largest multiple of three in a byte: above it, gamma would not be fair
  let dice = 255;
  while (dice >= 252) dice = room.world.randomBytes(1)[0] ?? 0;
  return dice % KAPPA;
};

const confirmation = (room: ExchangeRoom, rc: string, norevealIndex: number): Reply =>
  jsonReply(200, {
    noreveal_index: norevealIndex,
    ...room.signkeys.confirm(confirmMeltBlock({ rc: crockToBytes(rc, 64), norevealIndex })),
  });
