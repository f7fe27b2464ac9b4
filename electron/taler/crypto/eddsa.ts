// SPDX-License-Identifier: GPL-3.0-or-later
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { concatBytes, hexToBytes } from '../bytes/encodings.ts';
import { untraced } from './untraced.ts';

/** The fixed head of an Ed25519 private key in PKCS #8 (RFC 8410); the 32-byte seed follows. */
const PKCS8_HEAD = hexToBytes('302e020100300506032b657004220420');
/** The fixed head of an Ed25519 public key in SubjectPublicKeyInfo (RFC 8410); the 32 bytes follow. */
const SPKI_HEAD = hexToBytes('302a300506032b6570032100');

/** The 32-byte Ed25519 public key of a 32-byte seed. */
export const eddsaPublicKey = (seed: Uint8Array): Uint8Array => {
  const { x } = createPublicKey(privateKey(seed)).export({ format: 'jwk' });
  if (x === undefined) throw new Error('defect: an Ed25519 key without its point');
  return new Uint8Array(Buffer.from(x, 'base64url'));
};

/** The 64-byte Ed25519 signature (RFC 8032, pure) of a message by a 32-byte seed. */
export const eddsaSign = (seed: Uint8Array, message: Uint8Array): Uint8Array => eddsaSigner(seed)(message);

/** `eddsaSign` for many messages of one seed: reading the key costs more than signing, so it is read once. Whoever holds the function holds the key. */
export const eddsaSigner = (seed: Uint8Array): ((message: Uint8Array) => Uint8Array) => {
  const key = privateKey(seed);
  return (message) => new Uint8Array(sign(null, message, key));
};

/** Whether the signature is right; false, never a throw, on keys and signatures of wrong length or no meaning. */
export const eddsaVerify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  eddsaVerifier(publicKey)(message, signature);

/** `eddsaVerify` for many signatures of one public key, which is read once. */
export const eddsaVerifier = (publicKey: Uint8Array): ((message: Uint8Array, signature: Uint8Array) => boolean) => {
  const key = readPublicKey(publicKey);
  return (message, signature) => key !== undefined && signature.length === 64 && isSignedBy(key, message, signature);
};

const isSignedBy = (key: KeyObject, message: Uint8Array, signature: Uint8Array): boolean => {
  try {
    return verify(null, message, key, signature);
  } catch {
    // The library throws for bytes that are no point of the curve: an invalid key verifies nothing.
    return false;
  }
};

const readPublicKey = (publicKey: Uint8Array): KeyObject | undefined => {
  if (publicKey.length !== 32) return undefined;
  try {
    const key = Buffer.from(concatBytes(SPKI_HEAD, publicKey));
    return untraced(() => createPublicKey({ key, format: 'der', type: 'spki' }));
  } catch {
    // As above: some libraries look at the point when they read the key, others when they use it.
    return undefined;
  }
};

const privateKey = (seed: Uint8Array): KeyObject => {
  if (seed.length !== 32) throw new Error('defect: an Ed25519 seed has 32 bytes');
  const key = Buffer.from(concatBytes(PKCS8_HEAD, seed));
  return untraced(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
};
