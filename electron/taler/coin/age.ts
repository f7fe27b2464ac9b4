// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BadPoint } from '../crypto/ecdh.ts';
import { eddsaVerify } from '../crypto/eddsa.ts';
import { bytesToScalar, clamp, GROUP_ORDER, parsePoint, scalarToBytes, times, timesBase } from '../crypto/edwards.ts';
import { concatBytes, u32 } from '../bytes/encodings.ts';
import { sha512, sha512Short } from '../crypto/hash.ts';
import { kdf } from '../crypto/kdf.ts';
import { ageAttestationBlock } from '../purposes/wallet.ts';

/** An age commitment: one public key per age group above the first; private keys up to the group of the committed age. */
export type AgeCommitment = {
  readonly mask: number;
  readonly publicKeys: readonly Uint8Array[];
  readonly privateKeys: readonly Uint8Array[];
};

/** What stands for "no proof needed": the attestation of the lowest group. */
const NO_ATTESTATION = new Uint8Array(64);

/** The mask whose groups begin at these ages, `8:10:12`. */
export const ageGroupsToMask = (groups: string): number =>
  groups.split(':').reduce((mask, age) => (mask | (1 << Number(age))) >>> 0, 1);

/** The ages at which the groups of a mask begin, the first group (0) left out. */
export const maskToAgeGroups = (mask: number): readonly number[] =>
  Array.from({ length: 31 }, (_, at) => at + 1).filter((age) => ((mask >>> age) & 1) === 1);

/** The number of the group an age falls into; 0 is the youngest. */
export const ageToGroup = (mask: number, age: number): number =>
  maskToAgeGroups(mask).filter((start) => start <= age).length;

/** The Edx25519 private key (scalar ‖ prefix, 64 bytes) of a seed of 32 bytes. */
export const edx25519PrivateKey = (seed: Uint8Array): Uint8Array => {
  const expanded = sha512(seed);
  return concatBytes(clamp(expanded.slice(0, 32)), expanded.slice(32, 64));
};

/** The public key of an Edx25519 private key; its signatures verify as Ed25519. */
export const edx25519PublicKey = (privateKey: Uint8Array): Uint8Array =>
  timesBase(bytesToScalar(privateKey.slice(0, 32))).toBytes();

/** Signs as Ed25519 does, with scalar and prefix given instead of a seed. */
export const edx25519Sign = (privateKey: Uint8Array, message: Uint8Array): Uint8Array => {
  const scalar = bytesToScalar(privateKey.slice(0, 32));
  const nonce = bytesToScalar(sha512(privateKey.slice(32, 64), message)) % GROUP_ORDER;
  const r = timesBase(nonce).toBytes();
  const challenge = bytesToScalar(sha512(r, edx25519PublicKey(privateKey), message));
  return concatBytes(r, scalarToBytes(nonce + challenge * scalar));
};

/** The private key that belongs to `edx25519DerivePublic` of the same seed. */
export const edx25519DerivePrivate = (privateKey: Uint8Array, seed: Uint8Array): Uint8Array => {
  const factor = derivationFactor(edx25519PublicKey(privateKey), seed);
  const eighth = bytesToScalar(privateKey.slice(0, 32)) / 8n;
  const scalar = (8n * ((eighth * (bytesToScalar(factor) % GROUP_ORDER)) % GROUP_ORDER)) % GROUP_ORDER;
  return concatBytes(scalarToBytes(scalar), sha512(privateKey.slice(32, 64), factor).slice(0, 32));
};

/** A public key that nobody can link to the first one without the seed; fails when the first is no point. */
export const edx25519DerivePublic = (publicKey: Uint8Array, seed: Uint8Array): Result<Uint8Array, BadPoint> => {
  const point = parsePoint(publicKey);
  return point.ok ? ok(times(point.value, bytesToScalar(derivationFactor(publicKey, seed))).toBytes()) : point;
};

/** The commitment to an age that a 32-byte seed stands for: derived, not drawn, so that a backup of the seed restores it. */
export const deriveAgeCommitment = (seed: Uint8Array, mask: number, age: number): AgeCommitment => {
  const keys = maskToAgeGroups(mask).map((_, at) =>
    edx25519PrivateKey(kdf(32, seed, u32(at), 'age-restriction-commit')),
  );
  return { mask, publicKeys: keys.map(edx25519PublicKey), privateKeys: keys.slice(0, ageToGroup(mask, age)) };
};

/** The 32-byte hash of a commitment's public keys. */
export const ageCommitmentHash = (publicKeys: readonly Uint8Array[]): Uint8Array => sha512Short(...publicKeys);

/** The commitment of refreshed change: every key derived with the 64-byte transfer secret. */
export const refreshAgeCommitment = (
  commitment: AgeCommitment,
  transferSecret: Uint8Array,
): Result<AgeCommitment, BadPoint> => {
  const publicKeys: Uint8Array[] = [];
  for (const key of commitment.publicKeys) {
    const derived = edx25519DerivePublic(key, transferSecret);
    if (!derived.ok) return derived;
    publicKeys.push(derived.value);
  }
  const privateKeys = commitment.privateKeys.map((key) => edx25519DerivePrivate(key, transferSecret));
  return ok({ mask: commitment.mask, publicKeys, privateKeys });
};

/** Proof of a minimum age; fails when the commitment has no key for it. The lowest group needs none and gets 64 zero bytes. */
export const attestAge = (
  commitment: AgeCommitment,
  age: number,
): Result<Uint8Array, { readonly kind: 'too-young' }> => {
  const group = ageToGroup(commitment.mask, age);
  if (group === 0) return ok(NO_ATTESTATION.slice());
  const key = commitment.privateKeys[group - 1];
  return key ? ok(edx25519Sign(key, ageAttestationBlock({ mask: commitment.mask, age }))) : err({ kind: 'too-young' });
};

/** Whether a proof of a minimum age is right. */
export const verifyAge = (
  commitment: Pick<AgeCommitment, 'mask' | 'publicKeys'>,
  age: number,
  attestation: Uint8Array,
): boolean => {
  const group = ageToGroup(commitment.mask, age);
  if (group === 0) return true;
  const key = commitment.publicKeys[group - 1];
  return key !== undefined && eddsaVerify(key, ageAttestationBlock({ mask: commitment.mask, age }), attestation);
};

const derivationFactor = (publicKey: Uint8Array, seed: Uint8Array): Uint8Array =>
  kdf(64, publicKey, seed, 'edx25519-derivation');
