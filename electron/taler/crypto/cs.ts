// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { BadPoint } from './ecdh.ts';
import { bytesToScalar, clamp, GROUP_ORDER, parsePoint, scalarToBytes, times, timesBase } from './edwards.ts';
import { concatBytes, u32 } from '../bytes/encodings.ts';
import { sha512 } from './hash.ts';
import { kdf, kdfMod } from './kdf.ts';

/** One value for each of the two sessions that a Clause-Schnorr signature runs; the exchange finishes one of them. */
export type Pair<T> = readonly [T, T];

/** Blinding scalars of both sessions, 32 bytes little-endian each. */
export type CsBlinding = { readonly alpha: Pair<Uint8Array>; readonly beta: Pair<Uint8Array> };

/** What blinding gives: `blindedR` stays here, `challenges` go to the exchange. */
export type CsBlinded = { readonly blindedR: Pair<Uint8Array>; readonly challenges: Pair<Uint8Array> };

export type CsSignature = { readonly r: Uint8Array; readonly s: Uint8Array };

/** The public key (compressed point) of a CS private scalar. */
export const csPublicKey = (privateScalar: Uint8Array): Uint8Array => timesBase(bytesToScalar(privateScalar)).toBytes();

/** The nonce for `csr-withdraw` from 32 bytes that belong to the coin (coin key in wallet-core 2022, planchet secret in C). */
export const csWithdrawNonce = (planchetSecret: Uint8Array): Uint8Array => kdf(32, planchetSecret, 'n');

/** The nonce of new coin `index` in a melt; the exchange derives the same from the refresh master seed (v17–v23). */
export const csRefreshNonce = (refreshMasterSeed: Uint8Array, index: number): Uint8Array =>
  kdf(32, new TextEncoder().encode('refresh-n'), u32(index), refreshMasterSeed);

/** Private key and blinding seed of a CS coin from its planchet secret and both R (C v17–v23; recomputed by the exchange when melting). */
export const deriveCsCoin = (
  planchetSecret: Uint8Array,
  [r0, r1]: Pair<Uint8Array>,
): { readonly coinPriv: Uint8Array; readonly blindingSeed: Uint8Array } => {
  const info = concatBytes(r0, r1);
  return { coinPriv: kdf(32, planchetSecret, 'coin', info), blindingSeed: kdf(32, planchetSecret, 'bseed', info) };
};

/** The blinding seed as wallet-core 2022 has it (never used on the wire). */
export const csBlindingSeed2022 = (coinPriv: Uint8Array, [r0, r1]: Pair<Uint8Array>): Uint8Array =>
  kdf(32, concatBytes(coinPriv, r0, r1), 'b-seed');

/** The four blinding scalars of a 32-byte seed. */
export const deriveCsBlinding = (blindingSeed: Uint8Array): CsBlinding => {
  const derived = kdf(128, blindingSeed, 'alphabeta');
  const scalar = (at: number): Uint8Array => clamp(derived.slice(at * 32, at * 32 + 32));
  return { alpha: [scalar(0), scalar(2)], beta: [scalar(1), scalar(3)] };
};

/** Blinds a 64-byte message hash for both sessions; fails when key or R are no points of the group. */
export const csBlind = (
  publicKey: Uint8Array,
  r: Pair<Uint8Array>,
  blinding: CsBlinding,
  messageHash: Uint8Array,
): Result<CsBlinded, BadPoint> => {
  const first = blindOne(publicKey, r[0], blinding.alpha[0], blinding.beta[0], messageHash);
  if (!first.ok) return first;
  const second = blindOne(publicKey, r[1], blinding.alpha[1], blinding.beta[1], messageHash);
  if (!second.ok) return second;
  return ok({
    blindedR: [first.value.blindedR, second.value.blindedR],
    challenges: [first.value.challenge, second.value.challenge],
  });
};

/** The exchange's part, for exchanges we play ourselves: s' = r + c·x for the session that was chosen. */
export const csSignBlinded = (privateScalar: Uint8Array, r: Uint8Array, challenge: Uint8Array): Uint8Array =>
  scalarToBytes(bytesToScalar(r) + bytesToScalar(challenge) * bytesToScalar(privateScalar));

/** Takes the blinding off a signature scalar; verify the result before calling it a coin. */
export const csUnblind = (blindScalar: Uint8Array, alpha: Uint8Array): Uint8Array =>
  scalarToBytes(bytesToScalar(blindScalar) + bytesToScalar(alpha));

/** Whether the signature is the key's on this message hash; false for points and scalars that are none. */
export const csVerify = (publicKey: Uint8Array, messageHash: Uint8Array, signature: CsSignature): boolean => {
  const key = parsePoint(publicKey);
  const r = parsePoint(signature.r);
  if (!key.ok || !r.ok || signature.s.length !== 32) return false;
  const s = bytesToScalar(signature.s);
  // A scalar of L or more would be a second spelling of the same signature.
  if (s >= GROUP_ORDER) return false;
  const challenge = csFullDomainHash(messageHash, signature.r, publicKey);
  return timesBase(s).equals(r.value.add(times(key.value, challenge)));
};

/** The challenge of a message under a blinded R and a key, a number below the group order. */
export const csFullDomainHash = (messageHash: Uint8Array, blindedR: Uint8Array, publicKey: Uint8Array): bigint =>
  kdfMod(GROUP_ORDER, sha512(blindedR, messageHash), publicKey, 'Curve25519FDH');

const blindOne = (
  publicKey: Uint8Array,
  r: Uint8Array,
  alpha: Uint8Array,
  beta: Uint8Array,
  messageHash: Uint8Array,
): Result<{ readonly blindedR: Uint8Array; readonly challenge: Uint8Array }, BadPoint> => {
  const key = parsePoint(publicKey);
  if (!key.ok) return key;
  const point = parsePoint(r);
  if (!point.ok) return point;
  const blindedR = point.value
    .add(timesBase(bytesToScalar(alpha)))
    .add(times(key.value, bytesToScalar(beta)))
    .toBytes();
  const challenge = scalarToBytes(csFullDomainHash(messageHash, blindedR, publicKey) + bytesToScalar(beta));
  return ok({ blindedR, challenge });
};
