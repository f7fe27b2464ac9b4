// SPDX-License-Identifier: GPL-3.0-or-later
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from 'node:crypto';
import { err, mustOk, ok, type Result } from '../../../shared/result.ts';
import { bytesToHex, concatBytes, u16 } from '../bytes/encodings.ts';
import { kdfModBits } from './kdf.ts';
import { untraced } from './untraced.ts';
import { bigIntToBytes, bytesToBigInt, invertModulo, isCoprime } from '../bytes/numbers.ts';

/** An RSA denomination key, read once: plain data, which may cross between threads. */
export type RsaPublicKey = {
  readonly n: bigint;
  readonly e: bigint;
  /** length of n in bits and in bytes */
  readonly bits: number;
  readonly byteLength: number;
  /** `u16(len n) ‖ u16(len e) ‖ n ‖ e`, the form that is hashed and printed */
  readonly encoded: Uint8Array;
};

export type MalformedRsaKey = {
  readonly kind: 'malformed-rsa-key';
  readonly why: 'length' | 'not-minimal' | 'modulus' | 'exponent';
};
/** A hash or blinding factor shares a factor with n. Honest keys never show this; made keys could use it to mark coins. */
export type MaliciousKey = { readonly kind: 'malicious-key' };
export type BadSignature = { readonly kind: 'bad-signature'; readonly index: number };

/** Below 1024 bits a coin can be forged outright. */
const MIN_BITS = 1024;
/** An exchange chooses the size and we pay for it; 8192 is also the most that every crypto library we run on accepts. */
const MAX_BITS = 8192;
/** Crypto libraries refuse longer exponents, which serve only to make verification slow. */
const MAX_EXPONENT_BITS = 32;

/** Reads the binary form of an RSA public key; refuses wrong lengths, leading zeros, even numbers and sizes out of range. */
export const parseRsaPublicKey = (encoded: Uint8Array): Result<RsaPublicKey, MalformedRsaKey> => {
  const [n1 = 0, n2 = 0, e1 = 0, e2 = 0] = encoded;
  const nLength = (n1 << 8) | n2;
  const eLength = (e1 << 8) | e2;
  if (encoded.length < 4 || encoded.length !== 4 + nLength + eLength)
    return err({ kind: 'malformed-rsa-key', why: 'length' });
  if (nLength > MAX_BITS / 8) return err({ kind: 'malformed-rsa-key', why: 'modulus' });
  if (encoded[4] === 0 || encoded[4 + nLength] === 0) return err({ kind: 'malformed-rsa-key', why: 'not-minimal' });
  const n = bytesToBigInt(encoded.subarray(4, 4 + nLength));
  const e = bytesToBigInt(encoded.subarray(4 + nLength));
  const bits = n.toString(2).length;
  if (bits < MIN_BITS || bits > MAX_BITS || (n & 1n) === 0n) return err({ kind: 'malformed-rsa-key', why: 'modulus' });
  if (e < 3n || (e & 1n) === 0n || e >= 1n << BigInt(MAX_EXPONENT_BITS))
    return err({ kind: 'malformed-rsa-key', why: 'exponent' });
  return ok({ n, e, bits, byteLength: nLength, encoded: encoded.slice() });
};

/** More keys than a wallet uses in one go. */
const MAX_KNOWN_KEYS = 256;
const knownKeys = new Map<string, RsaPublicKey>();

/** The key of a binary form that was accepted before (else it is a defect and throws); read once, for its native form costs more than using it. */
export const knownRsaKey = (encoded: Uint8Array): RsaPublicKey => {
  const name = bytesToHex(encoded);
  const known = knownKeys.get(name);
  if (known) return known;
  const key = mustOk(parseRsaPublicKey(encoded), 'an RSA key that was accepted');
  if (knownKeys.size >= MAX_KNOWN_KEYS) knownKeys.clear();
  knownKeys.set(name, key);
  return key;
};

/** The binary form of an RSA public key: both lengths, then both numbers, minimal big-endian. */
export const encodeRsaPublicKey = (n: bigint, e: bigint): Uint8Array => {
  const nBytes = bigIntToBytes(n);
  const eBytes = bigIntToBytes(e);
  return concatBytes(u16(nBytes.length), u16(eBytes.length), nBytes, eBytes);
};

/** The full-domain hash of a 64-byte message hash, a number below n; fails when it shares a factor with n. */
export const rsaFullDomainHash = (key: RsaPublicKey, messageHash: Uint8Array): Result<bigint, MaliciousKey> =>
  coprime(key, fullDomainHash(key, messageHash));

/** The blinding factor that a 32-byte blinding secret stands for; fails when it shares a factor with n. */
export const rsaBlindingFactor = (key: RsaPublicKey, blindingSecret: Uint8Array): Result<bigint, MaliciousKey> =>
  coprime(key, blindingFactor(key, blindingSecret));

export type BlindItem = { readonly messageHash: Uint8Array; readonly blindingSecret: Uint8Array };

/** Blinds many message hashes for one key (minimal big-endian results, same order), with one factor check over all of them. */
export const blindBatch = (
  key: RsaPublicKey,
  items: readonly BlindItem[],
): Result<readonly Uint8Array[], MaliciousKey> => {
  let product = 1n;
  const blinded: Uint8Array[] = [];
  for (const { messageHash, blindingSecret } of items) {
    const message = fullDomainHash(key, messageHash);
    const factor = blindingFactor(key, blindingSecret);
    product = (((product * message) % key.n) * factor) % key.n;
    blinded.push(bigIntToBytes((message * publicOperation(key, factor)) % key.n));
  }
  // A product is coprime to n exactly when each of its factors is.
  return isCoprime(product, key.n) ? ok(blinded) : err({ kind: 'malicious-key' });
};

export type UnblindItem = BlindItem & { readonly blindSignature: Uint8Array };

/**
 * Unblinds and verifies many signatures of one key (minimal big-endian results, same order): one modular inverse serves
 * the whole batch. Nothing is returned unless every signature is right; `index` names the first that is not.
 */
export const unblindBatch = (
  key: RsaPublicKey,
  items: readonly UnblindItem[],
): Result<readonly Uint8Array[], MaliciousKey | BadSignature> => {
  const messages = items.map(({ messageHash }) => fullDomainHash(key, messageHash));
  const factors = items.map(({ blindingSecret }) => blindingFactor(key, blindingSecret));
  const inverses = invertAll(key, factors, messages);
  if (!inverses) return err({ kind: 'malicious-key' });
  const signatures: Uint8Array[] = [];
  for (const [index, { blindSignature }] of items.entries()) {
    const blind = inRange(key, blindSignature);
    const inverse = inverses[index];
    if (blind === undefined || inverse === undefined) return err({ kind: 'bad-signature', index });
    const signature = (blind * inverse) % key.n;
    if (publicOperation(key, signature) !== messages[index]) return err({ kind: 'bad-signature', index });
    signatures.push(bigIntToBytes(signature));
  }
  return ok(signatures);
};

/** Whether the signature is the key's on this 64-byte message hash; false also for keys that `rsaFullDomainHash` refuses. */
export const rsaVerify = (key: RsaPublicKey, messageHash: Uint8Array, signature: Uint8Array): boolean => {
  const message = rsaFullDomainHash(key, messageHash);
  const value = inRange(key, signature);
  return message.ok && value !== undefined && publicOperation(key, value) === message.value;
};

export type RsaPrivateKey = { readonly native: KeyObject; readonly byteLength: number };

/** A fresh denomination key pair of the given size, for exchanges we play ourselves. */
export const generateRsaKey = (
  bits: number,
): { readonly privateKey: RsaPrivateKey; readonly publicKey: RsaPublicKey } => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return keyPair(privateKey);
};

/** The private key as PKCS #8 bytes. */
export const rsaPrivateKeyToBytes = ({ native }: RsaPrivateKey): Uint8Array =>
  new Uint8Array(native.export({ format: 'der', type: 'pkcs8' }));

/** The key pair from `rsaPrivateKeyToBytes`; other bytes are a defect and throw. */
export const rsaKeyFromBytes = (
  der: Uint8Array,
): { readonly privateKey: RsaPrivateKey; readonly publicKey: RsaPublicKey } =>
  keyPair(untraced(() => createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })));

/** The exchange's part: the blinded message to the private power (minimal big-endian); a message ≥ n is a defect and throws. */
export const rsaSignBlinded = (privateKey: RsaPrivateKey, blinded: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(privateKey.byteLength);
  padded.set(blinded, privateKey.byteLength - blinded.length);
  const signed = untraced(() => privateDecrypt({ key: privateKey.native, padding: constants.RSA_NO_PADDING }, padded));
  return bigIntToBytes(bytesToBigInt(signed));
};

const keyPair = (native: KeyObject): { readonly privateKey: RsaPrivateKey; readonly publicKey: RsaPublicKey } => {
  const { n, e } = createPublicKey(native).export({ format: 'jwk' });
  if (n === undefined || e === undefined) throw new Error('defect: not an RSA key');
  const encoded = encodeRsaPublicKey(
    bytesToBigInt(Buffer.from(n, 'base64url')),
    bytesToBigInt(Buffer.from(e, 'base64url')),
  );
  const publicKey = mustOk(parseRsaPublicKey(encoded), 'our own RSA key');
  return { privateKey: { native, byteLength: publicKey.byteLength }, publicKey };
};

const fullDomainHash = (key: RsaPublicKey, messageHash: Uint8Array): bigint => {
  if (messageHash.length !== 64) throw new Error('defect: a message hash has 64 bytes');
  return kdfModBits(key.n, key.bits, messageHash, key.encoded, 'RSA-FDA FTpsW!');
};

const blindingFactor = (key: RsaPublicKey, blindingSecret: Uint8Array): bigint => {
  if (blindingSecret.length !== 32) throw new Error('defect: a blinding secret has 32 bytes');
  return kdfModBits(key.n, key.bits, blindingSecret, 'Blinding KDF extractor HMAC key', 'Blinding KDF');
};

const coprime = (key: RsaPublicKey, value: bigint): Result<bigint, MaliciousKey> =>
  isCoprime(value, key.n) ? ok(value) : err({ kind: 'malicious-key' });

/** Inverses of all `factors` by one inversion (running products, then backwards); undefined unless all, and `others`, are coprime to n. */
const invertAll = (
  key: RsaPublicKey,
  factors: readonly bigint[],
  others: readonly bigint[],
): readonly bigint[] | undefined => {
  const { n } = key;
  const running: bigint[] = [];
  let product = 1n;
  for (const factor of factors) {
    running.push(product);
    product = (product * factor) % n;
  }
  const extra = others.reduce((all, other) => (all * other) % n, 1n);
  const inverseOfAll = invertModulo((product * extra) % n, n);
  if (inverseOfAll === undefined) return undefined;
  let inverse = (inverseOfAll * extra) % n;
  const inverses = new Array<bigint>(factors.length);
  for (let at = factors.length - 1; at >= 0; at--) {
    inverses[at] = (inverse * (running[at] ?? 1n)) % n;
    inverse = (inverse * (factors[at] ?? 1n)) % n;
  }
  return inverses;
};

const inRange = (key: RsaPublicKey, bytes: Uint8Array): bigint | undefined => {
  if (bytes.length === 0 || bytes.length > key.byteLength) return undefined;
  const value = bytesToBigInt(bytes);
  return value < key.n ? value : undefined;
};

/** x to the public exponent modulo n, by the native library: ten times faster than doing it with BigInt. */
const publicOperation = (key: RsaPublicKey, x: bigint): bigint =>
  bytesToBigInt(
    untraced(() =>
      publicEncrypt({ key: nativeKey(key), padding: constants.RSA_NO_PADDING }, bigIntToBytes(x, key.byteLength)),
    ),
  );

const nativeKeys = new WeakMap<RsaPublicKey, KeyObject>();

/** The key as the library has it, made when it is first used: of hundreds that an exchange lists a wallet uses a few. */
const nativeKey = (of: RsaPublicKey): KeyObject => {
  const made = nativeKeys.get(of);
  if (made) return made;
  const base64url = (value: bigint): string => Buffer.from(bigIntToBytes(value)).toString('base64url');
  const jwk = { kty: 'RSA', n: base64url(of.n), e: base64url(of.e) };
  const native = untraced(() => createPublicKey({ key: jwk, format: 'jwk' }));
  nativeKeys.set(of, native);
  return native;
};
