// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { amountToBytes as amt, timestampToBytes as ts, u32 } from '../bytes/encodings.ts';
import { hashString0, sha512 } from '../crypto/hash.ts';
import { field, PURPOSE, purposeBlock, ZERO32 } from './purpose.ts';

/** 1210, purse key: a purse for this contract, to be merged by the holder of the merge key. */
export const purseCreateBlock = (fields: {
  readonly purseExpiration: Timestamp;
  /** after fees */
  readonly purseAmount: Amount;
  readonly contractHash: Uint8Array;
  readonly mergePub: Uint8Array;
  readonly minAge: number;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_PURSE_CREATE,
    ts(fields.purseExpiration),
    amt(fields.purseAmount),
    field(fields.contractHash, 64),
    field(fields.mergePub, 32),
    u32(fields.minAge),
  );

/** 1211, coin key: this much of the coin into the purse. */
export const purseDepositBlock = (fields: {
  /** deposit fee included */
  readonly contribution: Amount;
  readonly denominationHash: Uint8Array;
  readonly ageCommitmentHash?: Uint8Array;
  readonly pursePub: Uint8Array;
  /** as the exchange spells it in /keys */
  readonly exchangeBaseUrl: string;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_PURSE_DEPOSIT,
    amt(fields.contribution),
    field(fields.denominationHash, 64),
    field(fields.ageCommitmentHash ?? ZERO32, 32),
    field(fields.pursePub, 32),
    hashString0(fields.exchangeBaseUrl),
  );

/** 1213, merge key: the purse goes to this reserve (full payto hash up to v17, normalized at v23; equal for reserve paytos). */
export const purseMergeBlock = (fields: {
  readonly mergeTimestamp: Timestamp;
  readonly pursePub: Uint8Array;
  readonly reservePaytoHash: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_PURSE_MERGE,
    ts(fields.mergeTimestamp),
    field(fields.pursePub, 32),
    field(fields.reservePaytoHash, 32),
  );

/** How a purse is merged into an account: paid by the sender (push), within the account's quota, or for a purse fee (pull). */
export const MERGE_FLAGS = { paidPurse: 1, quota: 2, purseFee: 3 } as const;

/** 1214, reserve key: accept the purse. */
export const accountMergeBlock = (fields: {
  readonly purseExpiration: Timestamp;
  readonly purseAmount: Amount;
  readonly purseFee: Amount;
  readonly contractHash: Uint8Array;
  readonly pursePub: Uint8Array;
  readonly mergeTimestamp: Timestamp;
  readonly minAge: number;
  readonly flags: number;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_ACCOUNT_MERGE,
    ts(fields.purseExpiration),
    amt(fields.purseAmount),
    amt(fields.purseFee),
    field(fields.contractHash, 64),
    field(fields.pursePub, 32),
    ts(fields.mergeTimestamp),
    u32(fields.minAge),
    u32(fields.flags),
  );

/** 1216, purse key: this encrypted contract belongs to the purse and is found under this key. */
export const econtractBlock = (fields: {
  readonly econtract: Uint8Array;
  readonly contractPub: Uint8Array;
}): Uint8Array => purposeBlock(PURPOSE.WALLET_PURSE_ECONTRACT, sha512(fields.econtract), field(fields.contractPub, 32));

/** 1220, purse key: delete the purse and give the coins back (v14–v23). */
export const purseDeleteBlock = (): Uint8Array => purposeBlock(PURPOSE.WALLET_PURSE_DELETE);
