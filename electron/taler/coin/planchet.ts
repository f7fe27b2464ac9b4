// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import { coinEvHash, coinPubHash } from './denomination.ts';
import { eddsaPublicKey } from '../crypto/eddsa.ts';
import { u32 } from '../bytes/encodings.ts';
import { kdf } from '../crypto/kdf.ts';
import { blindBatch, type MaliciousKey, type RsaPublicKey } from '../crypto/rsa.ts';

/** What makes a coin ours: its private key and the secret that blinds it. */
export type CoinSecrets = { readonly coinPriv: Uint8Array; readonly blindingSecret: Uint8Array };

export type Planchet = CoinSecrets & {
  readonly coinPub: Uint8Array;
  readonly coinPubHash: Uint8Array;
  /** minimal big-endian */
  readonly blinded: Uint8Array;
  readonly coinEvHash: Uint8Array;
};

/** `count` coins of one RSA denomination. */
export type PlanchetGroup = {
  readonly key: RsaPublicKey;
  readonly denominationHash: Uint8Array;
  readonly count: number;
};

/** Coin number `index` of a withdrawal seed of 32 bytes (the index runs over the whole selection, in its order). */
export const deriveWithdrawCoin = (seed: Uint8Array, index: number): CoinSecrets =>
  splitSecrets(kdf(64, seed, u32(index), 'taler-withdrawal-coin-derivation'));

/** Coin number `index` of a tip's seed of 64 bytes, as wallet-core 2022 derives it. */
export const deriveTipCoin = (seed: Uint8Array, index: number): CoinSecrets =>
  splitSecrets(kdf(64, seed, u32(index), 'taler-tip-coin-derivation'));

/**
 * All planchets of a run of groups, coin numbers counting up from `startIndex`. The order of groups is part of the
 * secret state: the same seed with another order gives the same coins other denominations.
 */
export const derivePlanchets = (
  seed: Uint8Array,
  startIndex: number,
  groups: readonly PlanchetGroup[],
): Result<readonly Planchet[], MaliciousKey> => {
  const planchets: Planchet[] = [];
  let index = startIndex;
  for (const { key, denominationHash, count } of groups) {
    const coins: CoinSecrets[] = [];
    for (const end = index + count; index < end; index++) coins.push(deriveWithdrawCoin(seed, index));
    const made = planchetsOfCoins(key, denominationHash, coins);
    if (!made.ok) return made;
    planchets.push(...made.value);
  }
  return ok(planchets);
};

/** The planchets of coins whose secrets are known, all of one RSA denomination and without age restriction. */
export const planchetsOfCoins = (
  key: RsaPublicKey,
  denominationHash: Uint8Array,
  coins: readonly CoinSecrets[],
): Result<readonly Planchet[], MaliciousKey> => {
  const made = coins.map((coin) => {
    const coinPub = eddsaPublicKey(coin.coinPriv);
    return { ...coin, coinPub, coinPubHash: coinPubHash(coinPub) };
  });
  const blinded = blindBatch(
    key,
    made.map((coin) => ({ messageHash: coin.coinPubHash, blindingSecret: coin.blindingSecret })),
  );
  if (!blinded.ok) return blinded;
  return ok(
    made.flatMap((coin, at) => {
      const bytes = blinded.value[at];
      if (!bytes) throw new Error('defect: fewer blinded messages than coins');
      return [{ ...coin, blinded: bytes, coinEvHash: coinEvHash(denominationHash, { cipher: 'RSA', blinded: bytes }) }];
    }),
  );
};

const splitSecrets = (derived: Uint8Array): CoinSecrets => ({
  coinPriv: derived.slice(0, 32),
  blindingSecret: derived.slice(32, 64),
});
