// SPDX-License-Identifier: GPL-3.0-or-later
import { argon2id } from 'hash-wasm';
import { deflateSync, inflateSync } from 'node:zlib';
import { plain } from '../../../shared/pasted.ts';
import { parseJsonBytes } from '../bytes/json.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { aside, type Task, type Threads } from '../../threads.ts';
import { canonicalJson, hasCanonicalForm } from '../bytes/canonical-json.ts';
import { concatBytes, u32, utf8 } from '../bytes/encodings.ts';
import { sha512 } from '../crypto/hash.ts';
import { kdf } from '../crypto/kdf.ts';
import { secretboxOpen, secretboxSeal, type NotAuthentic } from '../crypto/secretbox.ts';

/** Cost of a guess, fixed by the Anastasis protocol: 3 passes over 1 MiB. Weak against guessed attributes; not ours to change. */
const ARGON2 = { parallelism: 1, iterations: 3, memorySize: 1024, hashLength: 64 } as const;
const NONCE_BYTES = 24;
/** A recovery document lists methods and policies; the ceiling stops sealed bytes from inflating into gigabytes. */
const MAX_DOCUMENT_BYTES = 1024 * 1024;

/** Labels of the encryption `E`; a security question's key share is labelled with the plain answer instead. */
export const ANASTASIS_LABEL = {
  keyShare: 'eks',
  truth: 'ect',
  masterKey: 'emk',
  coreSecret: 'cse',
  recoveryDocument: 'erd',
  metadata: 'rmd',
} as const;

/** Whoever has Argon2id done beside this thread, or has no threads. */
type Aside = { readonly threads?: Pick<Threads, 'run'> };

/** The 64-byte user id at a provider: what the person knows by heart, and the provider's salt of 16 bytes. */
export const anastasisUserId = (
  world: Aside,
  attributes: Readonly<Record<string, string>>,
  providerSalt: Uint8Array,
): Promise<Uint8Array> => powHash(world, canonicalJson(attributes), providerSalt);

/** The Ed25519 seed of the account that belongs to a user id. */
export const anastasisAccountKey = (userId: Uint8Array): Uint8Array => kdf(32, userId, undefined, 'ver');

/** `E` of the Anastasis protocol: nonce (24 fresh bytes), then a secretbox under a key of seed, nonce and label. */
export const anastasisEncrypt = (seed: Uint8Array, label: string, data: Uint8Array, nonce: Uint8Array): Uint8Array =>
  concatBytes(nonce, secretboxSeal(kdf(32, seed, nonce, label), nonce, data));

/** Opens what `anastasisEncrypt` made; fails for another seed, label, or changed bytes. */
export const anastasisDecrypt = (
  seed: Uint8Array,
  label: string,
  sealed: Uint8Array,
): Result<Uint8Array, NotAuthentic> => {
  if (sealed.length < NONCE_BYTES) return err({ kind: 'not-authentic' });
  const nonce = sealed.slice(0, NONCE_BYTES);
  return secretboxOpen(kdf(32, seed, nonce, label), nonce, sealed.slice(NONCE_BYTES));
};

/** The 64-byte answer to a security question; the answer counts letter by letter. Salt 16 bytes, uuid 32 bytes. */
export const secureAnswerHash = async (
  world: Aside,
  answer: string,
  questionSalt: Uint8Array,
  truthUuid: Uint8Array,
): Promise<Uint8Array> =>
  kdf(64, await powHash(world, answer, questionSalt), truthUuid, 'anastasis-secure-question-hashing');

/** The 64-byte answer to a PIN or TAN challenge. */
export const pinAnswerHash = (pin: bigint): Uint8Array => sha512(utf8(pin.toString(10)));

/** The number a person typed for a code such as `A-12345-678`: every digit of it, of any script and in any groups; fails without digits or beyond 2⁵³. */
export const parsePin = (text: string): Result<bigint, { readonly kind: 'malformed-pin' }> => {
  const digits = plain(text)
    .replace(/^A ?[- ]/i, '')
    .replace(/[- ]/g, '');
  if (!/^[0-9]{1,20}$/.test(digits)) return err({ kind: 'malformed-pin' });
  const pin = BigInt(digits);
  return pin > BigInt(Number.MAX_SAFE_INTEGER) ? err({ kind: 'malformed-pin' }) : ok(pin);
};

/** The 64-byte key of a policy: its key shares in the order of its uuids, and its salt of 64 bytes. */
export const policyKey = (keyShares: readonly Uint8Array[], policySalt: Uint8Array): Uint8Array =>
  kdf(64, concatBytes(...keyShares), policySalt, 'anastasis-policy-key-derive');

/** The plain metadata of a policy: hash of the packed document (64 bytes), then the secret's name. */
export const packPolicyMetadata = (policyHash: Uint8Array, secretName: string): Uint8Array =>
  concatBytes(policyHash, utf8(secretName));

const HASH_BYTES = 64;
const MAX_NAME_BYTES = 800;

/** Takes metadata apart; fails when it is shorter than a hash or far longer than a name. */
export const unpackPolicyMetadata = (
  plain: Uint8Array,
): Result<
  { readonly policyHash: Uint8Array; readonly secretName: string },
  { readonly kind: 'malformed-policy-metadata' }
> => {
  if (plain.length < HASH_BYTES || plain.length > HASH_BYTES + MAX_NAME_BYTES)
    return err({ kind: 'malformed-policy-metadata' });
  const secretName = new TextDecoder('utf-8', { fatal: false }).decode(plain.subarray(HASH_BYTES));
  return ok({ policyHash: plain.slice(0, HASH_BYTES), secretName });
};

/** The plain recovery document as it is sealed: length of the JSON, then zlib. */
export const packRecoveryDocument = (document: unknown): Uint8Array => {
  const json = utf8(JSON.stringify(document));
  return concatBytes(u32(json.length), new Uint8Array(deflateSync(json)));
};

/** Unpacks a recovery document; fails when it is longer than announced, too long, or no JSON. */
export const unpackRecoveryDocument = (
  packed: Uint8Array,
): Result<unknown, { readonly kind: 'malformed-recovery-document' }> => {
  const malformed = err({ kind: 'malformed-recovery-document' } as const);
  if (packed.length < 4) return malformed;
  const length = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0);
  if (length === 0 || length > MAX_DOCUMENT_BYTES) return malformed;
  try {
    const json = inflateSync(packed.subarray(4), { maxOutputLength: length });
    if (json.length !== length) return malformed;
    const value = parseJsonBytes(json);
    return value !== undefined && hasCanonicalForm(value) ? ok(value) : malformed;
  } catch {
    // No zlib, or more than announced: a document we cannot read.
    return malformed;
  }
};

/** Argon2id of 64 bytes at the protocol's cost; a named task, so that the window goes on being drawn meanwhile. */
export const anastasisArgon2Task: Task<{ readonly password: string; readonly salt: Uint8Array }, Uint8Array> = {
  name: 'anastasis-argon2',
  perform: ({ password, salt }) => argon2id({ ...ARGON2, password, salt, outputType: 'binary' }),
};

/** An empty answer is a defect of the caller: it must ask again. */
const powHash = (world: Aside, password: string, salt: Uint8Array): Promise<Uint8Array> =>
  aside(world, anastasisArgon2Task, { password, salt });
