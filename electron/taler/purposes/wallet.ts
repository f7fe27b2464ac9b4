// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { amountToBytes as amt, timestampToBytes as ts, u32, u64 } from '../bytes/encodings.ts';
import { sha512 } from '../crypto/hash.ts';
import { field, PURPOSE, purposeBlock, ZERO32, ZERO64 } from './purpose.ts';

/** 1200, reserve key, one per planchet (v12–v23): take value and withdraw fee out for this envelope. */
export const withdrawBlock = (fields: {
  readonly valueWithFee: Amount;
  readonly denominationHash: Uint8Array;
  readonly coinEvHash: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_RESERVE_WITHDRAW,
    amt(fields.valueWithFee),
    field(fields.denominationHash, 64),
    field(fields.coinEvHash, 64),
  );

/** 1200, reserve key, in the draft's batch form (v32): all envelopes under one signature; no age limit, no CS. */
export const withdrawBatchBlock = ({
  coinEvHashes,
  ...sums
}: {
  readonly totalValue: Amount;
  readonly totalFee: Amount;
  readonly coinEvHashes: readonly Uint8Array[];
}): Uint8Array => withdrawHashBlock({ ...sums, planchetsHash: sha512(...coinEvHashes.map((hash) => field(hash, 64))) });

/** The same by the hash over all envelopes, as a reserve's history tells it. */
export const withdrawHashBlock = (fields: {
  readonly totalValue: Amount;
  readonly totalFee: Amount;
  readonly planchetsHash: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_RESERVE_WITHDRAW,
    amt(fields.totalValue),
    amt(fields.totalFee),
    field(fields.planchetsHash, 64),
    ZERO32,
    u32(0),
    u32(0),
  );

/** KYC_AUTH, key of an account: its owner asks what the exchange wants to know (v21 on); no payload. */
export const kycAuthBlock = (): Uint8Array => purposeBlock(PURPOSE.KYC_AUTH);

export type DepositFields = {
  readonly contractHash: Uint8Array;
  readonly wireHash: Uint8Array;
  readonly denominationHash: Uint8Array;
  readonly timestamp: Timestamp;
  readonly refundDeadline: Timestamp;
  /** deposit fee included */
  readonly contribution: Amount;
  readonly depositFee: Amount;
  readonly merchantPub: Uint8Array;
  readonly ageCommitmentHash?: Uint8Array;
  /** `absent` for v12–v14, whose block ends before this field; from v17 on 64 bytes, or `none` for zeros. */
  readonly walletDataHash: Uint8Array | 'none' | 'absent';
};

/** 1201, coin key: this much of the coin for this contract and account. */
export const depositBlock = (fields: DepositFields): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_COIN_DEPOSIT,
    field(fields.contractHash, 64),
    field(fields.ageCommitmentHash ?? ZERO32, 32),
    ZERO64,
    field(fields.wireHash, 64),
    field(fields.denominationHash, 64),
    ts(fields.timestamp),
    ts(fields.refundDeadline),
    amt(fields.contribution),
    amt(fields.depositFee),
    field(fields.merchantPub, 32),
    ...(fields.walletDataHash === 'absent'
      ? []
      : [fields.walletDataHash === 'none' ? ZERO64 : field(fields.walletDataHash, 64)]),
  );

/** 1202, old coin's key: melt this much of it into the session named by `rc`. */
export const meltBlock = (fields: {
  readonly rc: Uint8Array;
  readonly denominationHash: Uint8Array;
  readonly ageCommitmentHash?: Uint8Array;
  readonly valueWithFee: Amount;
  readonly refreshFee: Amount;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_COIN_MELT,
    field(fields.rc, 64),
    field(fields.denominationHash, 64),
    field(fields.ageCommitmentHash ?? ZERO32, 32),
    amt(fields.valueWithFee),
    amt(fields.refreshFee),
  );

type RecoupFields = { readonly denominationHash: Uint8Array; readonly blindingSecret: Uint8Array };

/** 1203, coin key: give the value of a withdrawn coin of a revoked denomination back to its reserve. */
export const recoupBlock = (fields: RecoupFields): Uint8Array =>
  purposeBlock(PURPOSE.WALLET_COIN_RECOUP, field(fields.denominationHash, 64), field(fields.blindingSecret, 32));

/** 1206, coin key: as 1203 for a refreshed coin, back to its old coin. */
export const recoupRefreshBlock = (fields: RecoupFields): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_COIN_RECOUP_REFRESH,
    field(fields.denominationHash, 64),
    field(fields.blindingSecret, 32),
  );

/** 1204, old coin's key: this envelope is change of this coin (≤ v23; the age field is always zero). */
export const linkBlock = (fields: {
  readonly newDenominationHash: Uint8Array;
  /** of the γ that is not disclosed */
  readonly transferPub: Uint8Array;
  readonly coinEvHash: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_COIN_LINK,
    field(fields.newDenominationHash, 64),
    field(fields.transferPub, 32),
    ZERO32,
    field(fields.coinEvHash, 64),
  );

/** 1205, reserve key: this wallet will hold more than `threshold` (v14–v23). */
export const accountSetupBlock = (fields: { readonly threshold: Amount }): Uint8Array =>
  purposeBlock(PURPOSE.WALLET_ACCOUNT_SETUP, amt(fields.threshold));

/** 1207, age key: a minimum age under this mask. */
export const ageAttestationBlock = (fields: { readonly mask: number; readonly age: number }): Uint8Array =>
  purposeBlock(PURPOSE.WALLET_AGE_ATTESTATION, u32(fields.mask), u32(fields.age));

/** 1208, reserve key: read the reserve's history from an entry on (v17–v23). */
export const reserveHistoryBlock = (fields: { readonly startOffset: number | bigint }): Uint8Array =>
  purposeBlock(PURPOSE.WALLET_RESERVE_HISTORY, u64(fields.startOffset));

/** 1208 as v14 has it: time of the request and the fee that is agreed to. */
export const reserveHistoryBlockV14 = (fields: {
  readonly requestTimestamp: Timestamp;
  readonly historyFee: Amount;
}): Uint8Array => purposeBlock(PURPOSE.WALLET_RESERVE_HISTORY, ts(fields.requestTimestamp), amt(fields.historyFee));

/** 1209, coin key: read the coin's history from an entry on (v17–v23). */
export const coinHistoryBlock = (fields: { readonly startOffset: number | bigint }): Uint8Array =>
  purposeBlock(PURPOSE.WALLET_COIN_HISTORY, u64(fields.startOffset));

/** 1215, reserve key: close the reserve; without a hash the money goes back where it came from. */
export const reserveCloseBlock = (fields: {
  readonly requestTimestamp: Timestamp;
  readonly paytoHash?: Uint8Array;
}): Uint8Array =>
  purposeBlock(PURPOSE.WALLET_RESERVE_CLOSE, ts(fields.requestTimestamp), field(fields.paytoHash ?? ZERO32, 32));

/** 1217, reserve key: keep the reserve open until then with so many purses. */
export const reserveOpenBlock = (fields: {
  readonly payment: Amount;
  readonly requestTimestamp: Timestamp;
  readonly reserveExpiration: Timestamp;
  readonly purseLimit: number;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.WALLET_RESERVE_OPEN,
    amt(fields.payment),
    ts(fields.requestTimestamp),
    ts(fields.reserveExpiration),
    u32(fields.purseLimit),
  );

/** 1218, coin key: pay this much towards opening the reserve. */
export const reserveOpenDepositBlock = (fields: {
  readonly reserveSig: Uint8Array;
  readonly contribution: Amount;
}): Uint8Array =>
  purposeBlock(PURPOSE.WALLET_RESERVE_OPEN_DEPOSIT, field(fields.reserveSig, 64), amt(fields.contribution));

/** 1450, sync account key: replace the version with the old hash (none: first upload) by the one with the new hash. */
export const syncUploadBlock = (fields: { readonly oldHash?: Uint8Array; readonly newHash: Uint8Array }): Uint8Array =>
  purposeBlock(PURPOSE.SYNC_BACKUP_UPLOAD, field(fields.oldHash ?? ZERO64, 64), field(fields.newHash, 64));

/** 1400, Anastasis account key: store this encrypted recovery document. */
export const anastasisPolicyBlock = (fields: { readonly encryptedDocument: Uint8Array }): Uint8Array =>
  purposeBlock(PURPOSE.ANASTASIS_POLICY_UPLOAD, sha512(fields.encryptedDocument));
