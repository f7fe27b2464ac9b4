// SPDX-License-Identifier: GPL-3.0-or-later
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { littleEndianToBigInt } from '../../taler/bytes/numbers.ts';

/** Order of the prime-order subgroup of Ed25519. */
export const L = 2n ** 252n + 27742317777372353535851937790883648493n;

export type CsKey = { readonly scalar: bigint; readonly point: Uint8Array };

/** A scalar and its public point from 32 random bytes: an Ed25519 key pair is one, its scalar the clamped half of the seed's hash (RFC 8032 §5.1.5). */
export const csKeyFromSeed = (seed: Uint8Array): CsKey => {
  const half = sha512(seed).slice(0, 32);
  half[0] = (half[0] ?? 0) & 248;
  half[31] = ((half[31] ?? 0) & 127) | 64;
  return { scalar: littleEndianToBigInt(half) % L, point: eddsaPublicKey(seed) };
};
