// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { err, mustOk, ok, type Result } from '../../../shared/result.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { hashContract, type ContractMalformed } from '../wire/contract-hash.ts';
import { ecdhePublicKey } from '../crypto/ecdh.ts';
import { decryptContract, encryptContract, type EcontractFailure, type EncryptedContract } from './econtract.ts';
import { eddsaPublicKey, eddsaSign } from '../crypto/eddsa.ts';
import type { EncryptedContract as SignedContract } from '../exchange/answers.ts';
import type { ExchangeFailure } from '../exchange/failure.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { kdf } from '../crypto/kdf.ts';
import { econtractBlock } from '../purposes/purse.ts';
import { amountSchema, timestampSchema, u32Schema } from '../wire/schemas.ts';

/** What two people agree on: so much until then, and what for. `raw` is what the hash covers, member by member as it came. */
export type PeerTerms = {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly hContract: Uint8Array;
  readonly amount: Amount;
  readonly summary: string;
  readonly expiration: Timestamp;
  readonly minAge: number;
};

/** A contract of another wallet, decrypted; only its purse's key can have signed it for us. */
export type OpenedContract = {
  readonly pursePub: Uint8Array;
  readonly terms: PeerTerms;
  /** push only */
  readonly mergePriv: Uint8Array | undefined;
};

export type PeerContractFailure =
  | ExchangeFailure
  | EcontractFailure
  | ContractMalformed
  | { readonly kind: 'peer-contract-malformed'; readonly why: string };

/** A text for a person; the sender chooses it and anybody may be the sender. */
const MAX_SUMMARY = 4096;

const termsSchema = z.looseObject({
  amount: amountSchema,
  summary: z.string().max(MAX_SUMMARY),
  purse_expiration: timestampSchema,
  minimum_age: u32Schema.optional(),
});

/** Terms of our own, in the members the 2022 wallet reads. */
export const makePeerTerms = (of: {
  readonly amount: Amount;
  readonly summary: string;
  readonly expiration: Timestamp;
}): PeerTerms =>
  mustOk(
    readPeerTerms({ amount: amountToText(of.amount), summary: of.summary, purse_expiration: of.expiration }),
    'our own contract',
  );

/** The terms in a decrypted (or stored) contract; fails when a member that decides about money is missing or of the wrong kind. */
export const readPeerTerms = (
  raw: unknown,
): Result<PeerTerms, ContractMalformed | { readonly kind: 'peer-contract-malformed'; readonly why: string }> => {
  const hContract = hashContract(raw);
  if (!hContract.ok) return hContract;
  const read = termsSchema.safeParse(raw);
  if (!read.success)
    return err({ kind: 'peer-contract-malformed', why: read.error.issues[0]?.path.map(String).join('.') ?? '' });
  const { amount: text, summary, purse_expiration: expiration, minimum_age: minAge = 0 } = read.data;
  if (expiration.t_s === 'never') return err({ kind: 'peer-contract-malformed', why: 'purse_expiration' });
  // The hash covers the object as it came; what the schema made of it only serves to be read.
  return ok({
    raw: { ...(raw as object) },
    hContract: hContract.value,
    amount: amount(text),
    summary,
    expiration,
    minAge,
  });
};

/**
 * Our contract in the form the phones of 2022 read: Ed25519 contract key, NUL counted, no prefix. The same keys give the
 * same bytes, so a repeated request is the same request; a contract key serves one contract only.
 */
export const sealPeerContract = (
  terms: PeerTerms,
  keys: { readonly contractPriv: Uint8Array; readonly pursePriv: Uint8Array; readonly mergePriv?: Uint8Array },
): SignedContract => {
  const { contractPriv, pursePriv, mergePriv } = keys;
  const contract: EncryptedContract =
    mergePriv === undefined
      ? { kind: 'pull', contractTerms: terms.raw }
      : { kind: 'push', contractTerms: terms.raw, mergePriv };
  const nonce = kdf(24, contractPriv, 'holdfast-peer-contract-nonce');
  const pursePub = eddsaPublicKey(pursePriv);
  const econtract = encryptContract(contract, { contractPriv, pursePub }, nonce, 'wallet-2022');
  const contractPub = eddsaPublicKey(contractPriv);
  return { econtract, contractPub, econtractSig: eddsaSign(pursePriv, econtractBlock({ econtract, contractPub })) };
};

/** Finds the contract of a `pay-push` or `pay-pull` address: under the X25519 key first, then under the Ed25519 key (PROTOCOL.md#encrypted-contracts). */
export const fetchPeerContract = async (
  client: Exchange,
  contractPriv: Uint8Array,
  kind: 'push' | 'pull',
): Promise<Result<OpenedContract, PeerContractFailure>> => {
  const first = await client.contract({ contractPub: ecdhePublicKey(contractPriv) });
  const found =
    !first.ok && first.error.kind === 'contract-unknown'
      ? await client.contract({ contractPub: eddsaPublicKey(contractPriv) })
      : first;
  if (!found.ok) return found;
  const { pursePub, econtract } = found.value;
  const opened = decryptContract(econtract, { contractPriv, pursePub }, kind);
  if (!opened.ok) return opened;
  const terms = readPeerTerms(opened.value.contractTerms);
  if (!terms.ok) return terms;
  return ok({
    pursePub,
    terms: terms.value,
    mergePriv: opened.value.kind === 'push' ? opened.value.mergePriv : undefined,
  });
};
