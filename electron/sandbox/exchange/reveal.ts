// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, amount, compareAmounts, type Amount } from '../../../shared/amount.ts';
import { err, mustOk, ok, type Result } from '../../../shared/result.ts';
import { coinEvHash, type BlindedPlanchet } from '../../taler/coin/denomination.ts';
import { ecdhePublicKey } from '../../taler/crypto/ecdh.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { linkBlock } from '../../taler/purposes/wallet.ts';
import { KAPPA, refreshCommitment, transferSecret, type PerGamma } from '../../taler/coin/refresh.ts';
import { crock, readJson, readKey } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { blindSign, type EvSig } from './blind-sign.ts';
import { usableDenomination, verifies } from './checks.ts';
import { findCoin } from './coins.ts';
import type { Denomination } from './denominations.ts';
import type { MeltRow } from './melt.ts';
import { csRValues, recomputePlanchet } from './refresh-planchets.ts';
import type { ExchangeRoom } from './room.ts';
import { coinEvSchema, readCoinEv } from './withdraw.ts';

/** PROTOCOL.md#limits: at most 255 */
const MAX_NEW_COINS = 256;

const revealSchema = z.object({
  transfer_pub: crock(32),
  transfer_privs: z.array(crock(32)),
  new_denoms_h: z.array(crock(64)),
  coin_evs: z.array(coinEvSchema),
  link_sigs: z.array(crock(64)),
  rms: crock(32).optional(),
});
type Reveal = z.output<typeof revealSchema>;
type NewCoin = {
  readonly denomination: Denomination;
  readonly planchet: BlindedPlanchet;
  readonly envelope: string;
  readonly linkSig: string;
};

/** POST /refreshes/RC/reveal: checks two of three candidates and signs the third (PROTOCOL.md#refresh). */
export const revealRoutes = (room: ExchangeRoom): Routes => ({
  'POST /refreshes/:rc/reveal': async (request) => {
    const rc = readKey(request.args[0] ?? '', 26, 64);
    if (!rc.ok) return rc.error;
    const body = await readJson(request, revealSchema);
    if (!body.ok) return body.error;
    const done = reveal(room, rc.value, body.value);
    return done.ok ? jsonReply(200, { ev_sigs: done.value.map((ev_sig) => ({ ev_sig })) }) : done.error;
  },
});

const reveal = (room: ExchangeRoom, rc: string, given: Reveal): Result<readonly EvSig[], Reply> => {
  const wrongSize = checkSizes(given);
  if (wrongSize) return err(wrongSize);
  const melt = room.store.one<MeltRow>('SELECT * FROM melt WHERE rc = ?', rc);
  if (!melt) return err(errorReply(404, 1355));
  const newCoins: NewCoin[] = [];
  for (const [at, hash] of given.new_denoms_h.entries()) {
    const one = readNewCoin(room, given, at, hash);
    if (!one.ok) return one;
    newCoins.push(one.value);
  }
  if (given.rms === undefined && newCoins.some((coin) => coin.planchet.cipher === 'CS'))
    return err(errorReply(400, 25, { detail: 'rms' }));
  const cost = priceOf(room, melt, newCoins);
  if (compareAmounts(cost, amount(melt.value_with_fee)) > 0) return err(errorReply(400, 1360));
  const expected = recomputeCommitment(melt, given, newCoins);
  if (expected !== rc) return err(errorReply(409, 1353, { rc_expected: expected }));
  for (const { denomination, envelope, linkSig } of newCoins) {
    const block = linkBlock({
      newDenominationHash: denomination.hashBytes,
      transferPub: crockToBytes(given.transfer_pub, 32),
      coinEvHash: crockToBytes(envelope, 64),
    });
    if (!verifies(melt.coin_pub, block, linkSig)) return err(errorReply(403, 1361));
  }
  return room.store.attempt(() => book(room, melt, given, newCoins));
};

const checkSizes = (given: Reveal): Reply | undefined => {
  const count = given.new_denoms_h.length;
  if (count === 0 || count >= MAX_NEW_COINS) return errorReply(400, 1018);
  if (given.coin_evs.length !== count) return errorReply(400, 1358, { detail: 'new_denoms/coin_evs' });
  if (given.link_sigs.length !== count) return errorReply(400, 1358, { detail: 'new_denoms/link_sigs' });
  return given.transfer_privs.length === KAPPA - 1 ? undefined : errorReply(400, 1356);
};

const readNewCoin = (room: ExchangeRoom, given: Reveal, at: number, hash: string): Result<NewCoin, Reply> => {
  const found = usableDenomination(room, hash, 'REVEAL');
  if (!found.ok) return found;
  const coinEv = given.coin_evs[at];
  const linkSig = given.link_sigs[at];
  if (!coinEv || linkSig === undefined) throw new Error('defect: lists of different lengths');
  if (coinEv.cipher !== found.value.key.cipher) return err(errorReply(400, 1017));
  const planchet = readCoinEv(coinEv);
  return ok({
    denomination: found.value,
    planchet,
    envelope: bytesToCrock(coinEvHash(found.value.hashBytes, planchet)),
    linkSig,
  });
};

const priceOf = (room: ExchangeRoom, melt: MeltRow, newCoins: readonly NewCoin[]): Amount => {
  const oldCoin = findCoin(room, melt.coin_pub);
  const fee = room.denominations.find(oldCoin?.denom_hash ?? '')?.feeRefresh;
  if (!fee) throw new Error('defect: a melted coin without denomination');
  return newCoins.reduce(
    (sum, { denomination }) => addAmounts(sum, addAmounts(denomination.value, denomination.feeWithdraw)),
    fee,
  );
};

/** The commitment that the disclosed transfer keys and the undisclosed planchets lead to. */
const recomputeCommitment = (melt: MeltRow, given: Reveal, newCoins: readonly NewCoin[]): string => {
  const oldCoinPub = crockToBytes(melt.coin_pub, 32);
  const privs = [...given.transfer_privs];
  privs.splice(melt.noreveal, 0, '');
  const candidate = (gamma: number): { readonly pub: Uint8Array; readonly planchets: readonly BlindedPlanchet[] } => {
    if (gamma === melt.noreveal)
      return { pub: crockToBytes(given.transfer_pub, 32), planchets: newCoins.map((coin) => coin.planchet) };
    const priv = crockToBytes(privs[gamma] ?? '', 32);
    const secret = mustOk(transferSecret(priv, oldCoinPub), 'a key that signed is a point');
    return {
      pub: ecdhePublicKey(priv),
      planchets: newCoins.map((coin, at) => recomputePlanchet(coin.denomination, secret, at, given.rms)),
    };
  };
  const perGamma = [candidate(0), candidate(1), candidate(2)] as const;
  const pick = <T>(of: (each: (typeof perGamma)[number]) => T): PerGamma<T> => [
    of(perGamma[0]),
    of(perGamma[1]),
    of(perGamma[2]),
  ];
  const rc = refreshCommitment({
    transferPubs: pick((each) => each.pub),
    newDenominationHashes: newCoins.map((coin) => coin.denomination.hashBytes),
    oldCoinPub,
    valueWithFee: amount(melt.value_with_fee),
    planchetsByGamma: pick((each) => each.planchets),
    ...(given.rms === undefined ? {} : { refreshMasterSeed: crockToBytes(given.rms, 32) }),
  });
  return bytesToCrock(rc);
};

const book = (
  room: ExchangeRoom,
  melt: MeltRow,
  given: Reveal,
  newCoins: readonly NewCoin[],
): Result<readonly EvSig[], Reply> => {
  const sigs: EvSig[] = [];
  for (const [at, coin] of newCoins.entries()) {
    const signed = blindSign(coin.denomination, coin.planchet);
    if (!signed.ok) return signed;
    sigs.push(signed.value);
    const cs = coin.planchet.cipher === 'CS' ? csRValues(coin.denomination, coin.planchet.nonce) : undefined;
    const ewv = cs ? { cipher: 'CS', r_pub_0: cs[0], r_pub_1: cs[1] } : { cipher: 'RSA' };
    room.store.run(
      'INSERT OR IGNORE INTO fresh_coin VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      melt.rc,
      at,
      coin.envelope,
      coin.denomination.hash,
      JSON.stringify(signed.value),
      coin.linkSig,
      JSON.stringify(ewv),
      coin.planchet.cipher === 'CS' ? bytesToCrock(coin.planchet.nonce) : null,
    );
  }
  room.store.run('UPDATE melt SET transfer_pub = ? WHERE rc = ?', given.transfer_pub, melt.rc);
  return ok(sigs);
};
