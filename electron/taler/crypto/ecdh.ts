// SPDX-License-Identifier: GPL-3.0-or-later
import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/result.ts';
import { concatBytes, hexToBytes } from '../bytes/encodings.ts';
import { sha512 } from './hash.ts';
import { untraced } from './untraced.ts';
import { bigIntToLittleEndian, invertModulo, littleEndianToBigInt } from '../bytes/numbers.ts';

/** The other side's key is no usable point: a shared secret with it would be known to everyone. */
export type BadPoint = { readonly kind: 'bad-point' };

const PKCS8_HEAD = hexToBytes('302e020100300506032b656e04220420');
const SPKI_HEAD = hexToBytes('302a300506032b656e032100');
/** The field of Curve25519. */
const P = 2n ** 255n - 19n;

/** The X25519 public key of 32 private bytes (clamped by the operation itself). */
export const ecdhePublicKey = (privateBytes: Uint8Array): Uint8Array => publicHalf(privateKey(privateBytes));

const publicHalf = (key: KeyObject): Uint8Array => {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('defect: an X25519 key without its point');
  return new Uint8Array(Buffer.from(x, 'base64url'));
};

/** One of many X25519 keys that meet the same Ed25519 public key: its public half, and what `ecdhEcdhe` says of the two. */
export type Met = { readonly pub: Uint8Array; readonly secret: Uint8Array };

/** `ecdhePublicKey` and `ecdhEcdhe` of many private keys and one Ed25519 public key: reading a key costs more than using it, so each is read once. */
export const ecdheMeeting = (
  eddsaPub: Uint8Array,
): Result<(ecdhePriv: Uint8Array) => Result<Met, BadPoint>, BadPoint> => {
  const montgomery = eddsaPointToMontgomery(eddsaPub);
  const point = montgomery.ok ? readPoint(montgomery.value) : undefined;
  if (point === undefined) return err({ kind: 'bad-point' });
  return ok((ecdhePriv) => {
    const key = privateKey(ecdhePriv);
    const raw = product(key, point);
    return raw.ok ? ok({ pub: publicHalf(key), secret: sha512(raw.value) }) : raw;
  });
};

/** The 64-byte shared secret of our Ed25519 seed with another's X25519 public key. */
export const ecdhEddsa = (eddsaSeed: Uint8Array, ecdhePub: Uint8Array): Result<Uint8Array, BadPoint> =>
  ecdhRaw(sha512(eddsaSeed).slice(0, 32), ecdhePub);

/** The 64-byte shared secret of our X25519 private key with another's Ed25519 public key. */
export const ecdhEcdhe = (ecdhePriv: Uint8Array, eddsaPub: Uint8Array): Result<Uint8Array, BadPoint> => {
  const montgomery = eddsaPointToMontgomery(eddsaPub);
  return montgomery.ok ? ecdhRaw(ecdhePriv, montgomery.value) : montgomery;
};

/** SHA-512 of the X25519 product of 32 private bytes and a Montgomery u-coordinate. */
export const ecdhRaw = (privateBytes: Uint8Array, u: Uint8Array): Result<Uint8Array, BadPoint> => {
  const raw = x25519(privateBytes, u);
  return raw.ok ? ok(sha512(raw.value)) : raw;
};

/** The raw X25519 product; fails for points of small order, whose product is zero for every private key. */
export const x25519 = (privateBytes: Uint8Array, u: Uint8Array): Result<Uint8Array, BadPoint> => {
  const point = readPoint(u);
  return point ? product(privateKey(privateBytes), point) : err({ kind: 'bad-point' });
};

const product = (key: KeyObject, publicKey: KeyObject): Result<Uint8Array, BadPoint> => {
  try {
    const shared = new Uint8Array(diffieHellman({ privateKey: key, publicKey }));
    return shared.every((byte) => byte === 0) ? err({ kind: 'bad-point' }) : ok(shared);
  } catch {
    // The library refuses small-order points by throwing; our own key has the right length, so the point is to blame.
    return err({ kind: 'bad-point' });
  }
};

const readPoint = (u: Uint8Array): KeyObject | undefined => {
  if (u.length !== 32) return undefined;
  try {
    const key = Buffer.from(concatBytes(SPKI_HEAD, u));
    return untraced(() => createPublicKey({ key, format: 'der', type: 'spki' }));
  } catch {
    // As above: some libraries look at the point when they read it, others when they use it.
    return undefined;
  }
};

/** The Montgomery u-coordinate (1+y)/(1−y) of an Ed25519 public key, 32 bytes little-endian; fails for y = 1 and y ≥ p. */
export const eddsaPointToMontgomery = (eddsaPub: Uint8Array): Result<Uint8Array, BadPoint> => {
  if (eddsaPub.length !== 32) return err({ kind: 'bad-point' });
  const y = littleEndianToBigInt(eddsaPub) & ((1n << 255n) - 1n);
  if (y >= P || y === 1n) return err({ kind: 'bad-point' });
  const inverse = invertModulo((1n - y + P) % P, P);
  if (inverse === undefined) throw new Error('defect: a number below a prime has an inverse');
  return ok(bigIntToLittleEndian(((1n + y) * inverse) % P, 32));
};

const privateKey = (bytes: Uint8Array): KeyObject => {
  if (bytes.length !== 32) throw new Error('defect: an X25519 private key has 32 bytes');
  const key = Buffer.from(concatBytes(PKCS8_HEAD, bytes));
  return untraced(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
};
