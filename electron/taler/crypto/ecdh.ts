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
export const ecdhePublicKey = (privateBytes: Uint8Array): Uint8Array => {
  const { x } = createPublicKey(privateKey(privateBytes)).export({ format: 'jwk' });
  if (x === undefined) throw new Error('defect: an X25519 key without its point');
  return new Uint8Array(Buffer.from(x, 'base64url'));
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
  if (u.length !== 32) return err({ kind: 'bad-point' });
  try {
    const key = Buffer.from(concatBytes(SPKI_HEAD, u));
    const publicKey = untraced(() => createPublicKey({ key, format: 'der', type: 'spki' }));
    const product = new Uint8Array(diffieHellman({ privateKey: privateKey(privateBytes), publicKey }));
    return product.every((byte) => byte === 0) ? err({ kind: 'bad-point' }) : ok(product);
  } catch {
    // The library refuses small-order points by throwing; our own key has the right length, so the point is to blame.
    return err({ kind: 'bad-point' });
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
