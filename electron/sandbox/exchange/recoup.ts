// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText } from '../../../shared/amount.ts';
import { err, mustOk, ok, type Result } from '../../../shared/result.ts';
import { csBlind, deriveCsBlinding } from '../../taler/crypto/cs.ts';
import { coinEvHash, coinPubHash, type BlindedPlanchet } from '../../taler/coin/denomination.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { confirmRecoupBlock, confirmRecoupRefreshBlock } from '../../taler/purposes/exchange.ts';
import { recoupBlock, recoupRefreshBlock } from '../../taler/purposes/wallet.ts';
import { blindBatch } from '../../taler/crypto/rsa.ts';
import { crock, readJson, readKey } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Handler, Routes } from '../server.ts';
import { invalidDenomination, unknownDenomination, verifies } from './checks.ts';
import { addCoinEvent, checkCoinSignature, denomSigSchema, findCoin, registerCoin, returnToCoin } from './coins.ts';
import type { Denomination } from './denominations.ts';
import { addReserveEvent, addToReserve } from './reserves.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

const recoupSchema = z.object({
  denom_pub_hash: crock(64),
  denom_sig: denomSigSchema,
  coin_sig: crock(64),
  coin_blind_key_secret: crock(32),
  ewv: z.discriminatedUnion('cipher', [
    z.object({ cipher: z.literal('RSA') }),
    z.object({ cipher: z.literal('CS'), r_pub_0: crock(32), r_pub_1: crock(32) }),
  ]),
  cs_nonce: crock(32).optional(),
});
type Recoup = z.output<typeof recoupSchema>;

/** Where a coin came from decides who gets its value back. */
type Kind = {
  readonly operation: 'RECOUP' | 'RECOUP-REFRESH';
  readonly notRevoked: number;
  readonly badSignature: number;
  readonly noOrigin: number;
  readonly block: typeof recoupBlock;
  readonly origin: (room: ExchangeRoom, envelope: string) => string | undefined;
  readonly answer: (origin: string) => object;
};

const FROM_RESERVE: Kind = {
  operation: 'RECOUP',
  notRevoked: 1555,
  badSignature: 1550,
  noOrigin: 1551,
  block: recoupBlock,
  origin: (room, envelope) =>
    room.store.one<{ reserve_pub: string }>('SELECT reserve_pub FROM withdrawal WHERE h_coin_ev = ?', envelope)
      ?.reserve_pub,
  answer: (reserve_pub) => ({ reserve_pub }),
};
const FROM_REFRESH: Kind = {
  operation: 'RECOUP-REFRESH',
  notRevoked: 1580,
  badSignature: 1575,
  noOrigin: 1576,
  block: recoupRefreshBlock,
  origin: (room, envelope) =>
    room.store.one<{ coin_pub: string }>(
      'SELECT melt.coin_pub FROM fresh_coin JOIN melt ON melt.rc = fresh_coin.rc WHERE h_coin_ev = ?',
      envelope,
    )?.coin_pub,
  answer: (old_coin_pub) => ({ old_coin_pub }),
};

/** POST /coins/PUB/recoup and /recoup-refresh for coins of revoked denominations (PROTOCOL.md#recoup). */
export const recoupRoutes = (room: ExchangeRoom): Routes => ({
  'POST /coins/:pub/recoup': handler(room, FROM_RESERVE),
  'POST /coins/:pub/recoup-refresh': handler(room, FROM_REFRESH),
});

const handler =
  (room: ExchangeRoom, kind: Kind): Handler =>
  async (request) => {
    const pub = readKey(request.args[0] ?? '', 1004);
    if (!pub.ok) return pub.error;
    const body = await readJson(request, recoupSchema);
    if (!body.ok) return body.error;
    const done = recoup(room, kind, pub.value, body.value);
    room.bell.ring();
    return done.ok ? jsonReply(200, kind.answer(done.value)) : done.error;
  };

const recoup = (room: ExchangeRoom, kind: Kind, coinPub: string, given: Recoup): Result<string, Reply> => {
  const denomination = room.denominations.find(given.denom_pub_hash);
  if (!denomination) return err(unknownDenomination(room, given.denom_pub_hash, 1005));
  if (denomination.expireDeposit <= Math.floor(room.world.now() / 1000))
    return err(invalidDenomination(room, denomination, kind.operation, 1009));
  if (!denomination.revoked) return err(invalidDenomination(room, denomination, kind.operation, kind.notRevoked));
  const signed = checkCoinSignature(denomination, coinPub, given.denom_sig);
  if (!signed.ok) return signed;
  const block = kind.block({
    denominationHash: denomination.hashBytes,
    blindingSecret: crockToBytes(given.coin_blind_key_secret, 32),
  });
  if (!verifies(coinPub, block, given.coin_sig)) return err(errorReply(403, kind.badSignature));
  const envelope = envelopeOf(denomination, coinPub, given);
  const origin = envelope === undefined ? undefined : kind.origin(room, envelope);
  if (origin === undefined) return err(errorReply(404, kind.noOrigin));
  return room.store.attempt(() => {
    const coin = registerCoin(room, coinPub, denomination, given.denom_sig);
    if (!coin.ok) return coin;
    // a repeated request finds nothing left and changes nothing
    if (amount(coin.value.remaining).units > 0n) book(room, kind, coinPub, coin.value.remaining, origin, given);
    return ok(origin);
  });
};

/** The hash of the envelope in which the coin must have been signed. */
const envelopeOf = (denomination: Denomination, coinPub: string, given: Recoup): string | undefined => {
  const messageHash = coinPubHash(crockToBytes(coinPub, 32));
  const blindingSecret = crockToBytes(given.coin_blind_key_secret, 32);
  const planchet = blind(denomination, messageHash, blindingSecret, given);
  return planchet && bytesToCrock(coinEvHash(denomination.hashBytes, planchet));
};

const blind = (
  { key }: Denomination,
  messageHash: Uint8Array,
  blindingSecret: Uint8Array,
  { ewv, cs_nonce: nonce }: Recoup,
): BlindedPlanchet | undefined => {
  if (key.cipher === 'RSA') {
    const [blinded] = mustOk(blindBatch(key.key, [{ messageHash, blindingSecret }]), 'our own key');
    return blinded && { cipher: 'RSA', blinded };
  }
  if (ewv.cipher !== 'CS' || nonce === undefined) return undefined;
  const made = csBlind(
    key.point,
    [crockToBytes(ewv.r_pub_0, 32), crockToBytes(ewv.r_pub_1, 32)],
    deriveCsBlinding(blindingSecret),
    messageHash,
  );
  return made.ok
    ? { cipher: 'CS', c0: made.value.challenges[0], c1: made.value.challenges[1], nonce: crockToBytes(nonce, 32) }
    : undefined;
};

const book = (
  room: ExchangeRoom,
  kind: Kind,
  coinPub: string,
  remaining: string,
  origin: string,
  given: Recoup,
): void => {
  const timestamp = nowStamp(room);
  const value = amount(remaining);
  const keys = { timestamp, amount: value, coinPub: crockToBytes(coinPub, 32) };
  const bytes = crockToBytes(origin, 32);
  const proof = room.signkeys.confirm(
    kind === FROM_RESERVE
      ? confirmRecoupBlock({ ...keys, reservePub: bytes })
      : confirmRecoupRefreshBlock({ ...keys, oldCoinPub: bytes }),
  );
  const common = { amount: amountToText(value), timestamp, ...proof };
  const spent = { coin_sig: given.coin_sig, coin_blind: given.coin_blind_key_secret };
  room.store.run('UPDATE coin SET remaining = ? WHERE pub = ?', `${room.currency}:0`, coinPub);
  if (kind === FROM_RESERVE) {
    addToReserve(room, origin, value);
    addCoinEvent(room, coinPub, { type: 'RECOUP', reserve_pub: origin, ...spent, ...common });
    addReserveEvent(room, origin, { type: 'RECOUP', coin_pub: coinPub, ...common });
    return;
  }
  if (!findCoin(room, origin)) throw new Error('defect: change of an unknown coin');
  returnToCoin(room, origin, value);
  room.store.run('UPDATE coin SET zombie = 1 WHERE pub = ?', origin);
  addCoinEvent(room, coinPub, { type: 'RECOUP-REFRESH', old_coin_pub: origin, ...spent, ...common });
  addCoinEvent(room, origin, { type: 'OLD-COIN-RECOUP', coin_pub: coinPub, ...common });
};
