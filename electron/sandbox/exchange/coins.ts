// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, amount, amountToText, subtractAmounts, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { csVerify } from '../../taler/crypto/cs.ts';
import { coinPubHash } from '../../taler/coin/denomination.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { rsaVerify } from '../../taler/crypto/rsa.ts';
import { crock, crockText } from '../read.ts';
import { errorReply, type Reply } from '../reply.ts';
import { isLess, usableDenomination, type Operation } from './checks.ts';
import type { Denomination } from './denominations.ts';
import type { ExchangeRoom } from './room.ts';

/** An unblinded denomination signature on the wire. */
export const denomSigSchema = z.discriminatedUnion('cipher', [
  z.object({ cipher: z.literal('RSA'), rsa_signature: crockText }),
  z.object({ cipher: z.literal('CS'), cs_signature_r: crock(32), cs_signature_s: crock(32) }),
]);
export type DenomSig = z.output<typeof denomSigSchema>;

export type CoinRow = { pub: string; denom_hash: string; remaining: string; denom_sig: string; zombie: number };

/** The coin's denomination if it may be used and signed the coin: 1005…1010, 1017, 1006. */
export const checkCoin = (
  room: ExchangeRoom,
  coinPub: string,
  denomHash: string,
  sig: DenomSig,
  operation: Operation,
): Result<Denomination, Reply> => {
  const found = usableDenomination(room, denomHash, operation);
  return found.ok ? checkCoinSignature(found.value, coinPub, sig) : found;
};

/** Only the signature: 1017, 1006. */
export const checkCoinSignature = (
  denomination: Denomination,
  coinPub: string,
  sig: DenomSig,
): Result<Denomination, Reply> => {
  const { key } = denomination;
  if (key.cipher !== sig.cipher) return err(errorReply(400, 1017));
  const hash = coinPubHash(crockToBytes(coinPub, 32));
  const good =
    key.cipher === 'RSA' && sig.cipher === 'RSA'
      ? rsaVerify(key.key, hash, crockToBytes(sig.rsa_signature))
      : key.cipher === 'CS' &&
        sig.cipher === 'CS' &&
        csVerify(key.point, hash, { r: crockToBytes(sig.cs_signature_r, 32), s: crockToBytes(sig.cs_signature_s, 32) });
  return good ? ok(denomination) : err(errorReply(403, 1006));
};

/** The coin, if the exchange has ever seen it used. */
export const findCoin = (room: ExchangeRoom, pub: string): CoinRow | undefined =>
  room.store.one<CoinRow>('SELECT * FROM coin WHERE pub = ?', pub);

/** The coin as the exchange knows it from now on; 409/1003 when its key was used with another denomination. */
export const registerCoin = (
  room: ExchangeRoom,
  pub: string,
  denomination: Denomination,
  sig: DenomSig,
): Result<CoinRow, Reply> => {
  const known = findCoin(room, pub);
  if (!known) {
    const row = {
      pub,
      denom_hash: denomination.hash,
      remaining: amountToText(denomination.value),
      denom_sig: JSON.stringify(sig),
      zombie: 0,
    };
    room.store.run('INSERT INTO coin VALUES (?, ?, ?, ?, 0)', row.pub, row.denom_hash, row.remaining, row.denom_sig);
    return ok(row);
  }
  if (known.denom_hash === denomination.hash) return ok(known);
  const proof =
    room.generation === 'v17'
      ? { coin_pub: pub, h_denom_pub: known.denom_hash }
      : { coin_pub: pub, prev_denom_pub: known.denom_hash, prev_denom_sig: JSON.parse(known.denom_sig) as unknown };
  return err(errorReply(409, 1003, proof));
};

/** Takes value from a coin; 409/1012 when it has not enough left. */
export const spendCoin = (room: ExchangeRoom, coin: CoinRow, sum: Amount): Result<void, Reply> => {
  // the row may be older than an earlier coin of the same request
  const remaining = findCoin(room, coin.pub)?.remaining ?? coin.remaining;
  if (isLess(remaining, sum)) return err(coinTooPoor(room, coin.pub, coin.denom_hash));
  room.store.run(
    'UPDATE coin SET remaining = ? WHERE pub = ?',
    amountToText(subtractAmounts(amount(remaining), sum)),
    coin.pub,
  );
  return ok(undefined);
};

/** 409/1012; v14 proves it with what happened to the coin (PROTOCOL.md#spending-conflicts). */
export const coinTooPoor = (room: ExchangeRoom, coinPub: string, denomHash: string): Reply =>
  errorReply(409, 1012, {
    coin_pub: coinPub,
    h_denom_pub: denomHash,
    ...(room.v14 ? { history: coinEvents(room, coinPub) } : {}),
  });

const coinEvents = (room: ExchangeRoom, pub: string): readonly unknown[] =>
  room.store
    .all<{ json: string }>('SELECT json FROM coin_event WHERE coin_pub = ? ORDER BY id', pub)
    .map(({ json }) => JSON.parse(json) as unknown);

/** Gives value back to a coin. */
export const returnToCoin = (room: ExchangeRoom, pub: string, sum: Amount): void => {
  const coin = findCoin(room, pub);
  if (!coin) throw new Error('defect: value for an unknown coin');
  room.store.run(
    'UPDATE coin SET remaining = ? WHERE pub = ?',
    amountToText(addAmounts(amount(coin.remaining), sum)),
    pub,
  );
};

/** Appends to a coin's history, as it will be served; the entry's number. */
export const addCoinEvent = (room: ExchangeRoom, pub: string, entry: Readonly<Record<string, unknown>>): number =>
  room.store.run('INSERT INTO coin_event VALUES (NULL, ?, ?)', pub, JSON.stringify(entry)).lastId;
