// SPDX-License-Identifier: GPL-3.0-or-later
import { deflateSync, inflateSync } from 'node:zlib';
import { parseJsonBytes } from '../bytes/json.ts';
import { err, mustOk, ok, type Result } from '../../../shared/result.ts';
import { canonicalJson, hasCanonicalForm } from '../bytes/canonical-json.ts';
import { ecdhEcdhe, type BadPoint } from '../crypto/ecdh.ts';
import { bytesEqual, concatBytes, str0, u32, utf8 } from '../bytes/encodings.ts';
import { kdf } from '../crypto/kdf.ts';
import { secretboxOpen, secretboxSeal } from '../crypto/secretbox.ts';

/** Push: the sender pays and hands over the merge key. Pull: the receiver asks to be paid. */
export type EncryptedContract =
  | { readonly kind: 'push'; readonly contractTerms: unknown; readonly mergePriv: Uint8Array }
  | { readonly kind: 'pull'; readonly contractTerms: unknown };

export type EcontractFailure = {
  readonly kind: 'econtract';
  readonly why: 'not-authentic' | 'malformed' | 'too-large' | 'point';
};

/** Who will read it: wallet-core 2022 counts a NUL after the JSON and puts no purse key before a pull contract; C does the reverse. */
export type EcontractDialect = 'wallet-2022' | 'c';

const NONCE_BYTES = 24;
const LABEL = { push: 'p2p-merge-contract', pull: 'p2p-deposit-contract' } as const;
const KIND_NUMBER = { push: 0, pull: 1 } as const;
/** A contract is text for a person. The ceiling stops a few sealed bytes from inflating into gigabytes. */
const MAX_CONTRACT_BYTES = 256 * 1024;

/** Encrypts a contract for whoever has the contract private key; `nonce` is 24 fresh bytes. */
export const encryptContract = (
  contract: EncryptedContract,
  keys: { readonly contractPriv: Uint8Array; readonly pursePub: Uint8Array },
  nonce: Uint8Array,
  dialect: EcontractDialect,
): Uint8Array => {
  const json = canonicalJson(contract.contractTerms);
  const text = dialect === 'wallet-2022' ? str0(json) : utf8(json);
  const head = concatBytes(u32(KIND_NUMBER[contract.kind]), u32(text.length));
  const mergePriv = contract.kind === 'push' ? contract.mergePriv : new Uint8Array(0);
  const plain = concatBytes(head, mergePriv, new Uint8Array(deflateSync(text)));
  const key = mustOk(contractKey(keys, nonce, contract.kind), 'our own purse key');
  const prefix = contract.kind === 'pull' && dialect === 'c' ? keys.pursePub : new Uint8Array(0);
  return concatBytes(prefix, nonce, secretboxSeal(key, nonce, plain));
};

/** Decrypts a contract in any known form; check signature 1216 and the contract hash of the purse before believing it. */
export const decryptContract = (
  econtract: Uint8Array,
  keys: { readonly contractPriv: Uint8Array; readonly pursePub: Uint8Array },
  kind: 'push' | 'pull',
): Result<EncryptedContract, EcontractFailure> => {
  const plain = openEcontract(econtract, keys, kind);
  if (!plain.ok) return plain;
  const view = new DataView(plain.value.buffer, plain.value.byteOffset, plain.value.byteLength);
  const headLength = kind === 'push' ? 40 : 8;
  if (plain.value.length < headLength || view.getUint32(0) !== KIND_NUMBER[kind]) return failure('malformed');
  const length = view.getUint32(4);
  if (length > MAX_CONTRACT_BYTES) return failure('too-large');
  const contractTerms = inflateJson(plain.value.subarray(headLength), length);
  if (!contractTerms.ok) return contractTerms;
  if (kind === 'pull') return ok({ kind, contractTerms: contractTerms.value });
  return ok({ kind, contractTerms: contractTerms.value, mergePriv: plain.value.slice(8, 40) });
};

/** The secretbox key of a contract: both keys and the nonce, 32 bytes. */
export const contractKey = (
  keys: { readonly contractPriv: Uint8Array; readonly pursePub: Uint8Array },
  nonce: Uint8Array,
  kind: 'push' | 'pull',
): Result<Uint8Array, BadPoint> => {
  const shared = ecdhEcdhe(keys.contractPriv, keys.pursePub);
  return shared.ok ? ok(kdf(32, shared.value, nonce, LABEL[kind])) : shared;
};

const openEcontract = (
  econtract: Uint8Array,
  keys: { readonly contractPriv: Uint8Array; readonly pursePub: Uint8Array },
  kind: 'push' | 'pull',
): Result<Uint8Array, EcontractFailure> => {
  const hasPrefix = kind === 'pull' && bytesEqual(econtract.subarray(0, 32), keys.pursePub);
  const sealed = hasPrefix ? econtract.subarray(32) : econtract;
  if (sealed.length < NONCE_BYTES) return failure('malformed');
  const nonce = sealed.slice(0, NONCE_BYTES);
  const key = contractKey(keys, nonce, kind);
  if (!key.ok) return failure('point');
  const plain = secretboxOpen(key.value, nonce, sealed.slice(NONCE_BYTES));
  return plain.ok ? plain : failure('not-authentic');
};

/** At most one NUL is taken off the end: wallet-core 2022 takes any last byte and so loses a brace of C's contracts. */
const inflateJson = (deflated: Uint8Array, length: number): Result<unknown, EcontractFailure> => {
  try {
    const inflated = inflateSync(deflated, { maxOutputLength: Math.max(length, 1) });
    if (inflated.length !== length) return failure('malformed');
    const text = inflated.at(-1) === 0 ? inflated.subarray(0, -1) : inflated;
    const value = parseJsonBytes(text);
    return value !== undefined && hasCanonicalForm(value) ? ok(value) : failure('malformed');
  } catch {
    // No zlib stream, or more output than announced: all the same to us, a contract we cannot read.
    return failure('malformed');
  }
};

const failure = (why: EcontractFailure['why']): Result<never, EcontractFailure> => err({ kind: 'econtract', why });
