// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToCrock, concatBytes, parseCrock, u32 } from '../bytes/encodings.ts';
import { sha512 } from '../crypto/hash.ts';
import { parseRsaPublicKey, type RsaPublicKey } from '../crypto/rsa.ts';

/** The key of a denomination; `ageMask` 0 means no age restriction. */
export type DenominationKey =
  | { readonly cipher: 'RSA'; readonly key: RsaPublicKey; readonly ageMask: number }
  | { readonly cipher: 'CS'; readonly point: Uint8Array; readonly ageMask: number };

/** A denomination key as JSON carries it (`denom_pub`). */
export type DenominationPub =
  | { readonly cipher: 'RSA'; readonly rsa_public_key: string; readonly age_mask: number }
  | { readonly cipher: 'CS'; readonly cs_public_key: string; readonly age_mask: number };

export type MalformedDenomination = {
  readonly kind: 'malformed-denomination';
  readonly why: 'base32' | 'rsa-key' | 'age-mask';
};

const CIPHER_NUMBER = { RSA: 1, CS: 2 } as const;

/** Reads a denomination key from its JSON form; whether a point is on the curve is seen when it is used. */
export const parseDenominationPub = (pub: DenominationPub): Result<DenominationKey, MalformedDenomination> => {
  const ageMask = pub.age_mask;
  if (!Number.isInteger(ageMask) || ageMask < 0 || ageMask > 0xffff_ffff)
    return err({ kind: 'malformed-denomination', why: 'age-mask' });
  const bytes = pub.cipher === 'RSA' ? parseCrock(pub.rsa_public_key) : parseCrock(pub.cs_public_key, 32);
  if (!bytes.ok) return err({ kind: 'malformed-denomination', why: 'base32' });
  if (pub.cipher === 'CS') return ok({ cipher: 'CS', point: bytes.value, ageMask });
  const key = parseRsaPublicKey(bytes.value);
  return key.ok
    ? ok({ cipher: 'RSA', key: key.value, ageMask })
    : err({ kind: 'malformed-denomination', why: 'rsa-key' });
};

/** The JSON form of a denomination key. */
export const denominationToPub = (denomination: DenominationKey): DenominationPub =>
  denomination.cipher === 'RSA'
    ? { cipher: 'RSA', rsa_public_key: bytesToCrock(denomination.key.encoded), age_mask: denomination.ageMask }
    : { cipher: 'CS', cs_public_key: bytesToCrock(denomination.point), age_mask: denomination.ageMask };

/** `h_denom`, the 64 bytes that name a denomination: age mask, cipher, key. */
export const hashDenomination = (denomination: DenominationKey): Uint8Array =>
  sha512(
    u32(denomination.ageMask),
    u32(CIPHER_NUMBER[denomination.cipher]),
    denomination.cipher === 'RSA' ? denomination.key.encoded : denomination.point,
  );

/** The 64-byte hash of a coin that its denomination signs; the 32-byte age commitment hash belongs to it where there is one. */
export const coinPubHash = (coinPub: Uint8Array, ageCommitmentHash?: Uint8Array): Uint8Array =>
  ageCommitmentHash ? sha512(coinPub, ageCommitmentHash) : sha512(coinPub);

/** What is sent to be signed: for RSA the blinded hash (minimal big-endian), for CS both blinded challenges and the session nonce. */
export type BlindedPlanchet =
  | { readonly cipher: 'RSA'; readonly blinded: Uint8Array }
  | { readonly cipher: 'CS'; readonly c0: Uint8Array; readonly c1: Uint8Array; readonly nonce: Uint8Array };

/** The bytes of a blinded planchet as hashes cover them: cipher number, then the content. */
export const planchetBytes = (planchet: BlindedPlanchet): Uint8Array =>
  planchet.cipher === 'RSA'
    ? concatBytes(u32(CIPHER_NUMBER.RSA), planchet.blinded)
    : concatBytes(u32(CIPHER_NUMBER.CS), planchet.c0, planchet.c1, planchet.nonce);

/** `h_coin_ev`, the 64 bytes that withdrawal signatures cover: denomination, then planchet. */
export const coinEvHash = (denominationHash: Uint8Array, planchet: BlindedPlanchet): Uint8Array =>
  sha512(denominationHash, planchetBytes(planchet));
