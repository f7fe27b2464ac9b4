// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Duration, Timestamp } from '../../../shared/time.ts';
import { amountToBytes as amt, durationToBytes as rel, timestampToBytes as ts, u32 } from '../bytes/encodings.ts';
import { hashJson0, hashPayto, hashString0 } from '../crypto/hash.ts';
import { field, PURPOSE, purposeBlock, ZERO64 } from './purpose.ts';

type DenominationFields = {
  readonly masterPub: Uint8Array;
  readonly stampStart: Timestamp;
  readonly stampExpireWithdraw: Timestamp;
  readonly stampExpireDeposit: Timestamp;
  readonly stampExpireLegal: Timestamp;
  readonly value: Amount;
  readonly feeWithdraw: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
  readonly feeRefund: Amount;
  readonly denominationHash: Uint8Array;
};

const denominationPayload = (fields: DenominationFields): readonly Uint8Array[] => [
  field(fields.masterPub, 32),
  ts(fields.stampStart),
  ts(fields.stampExpireWithdraw),
  ts(fields.stampExpireDeposit),
  ts(fields.stampExpireLegal),
  amt(fields.value),
  amt(fields.feeWithdraw),
  amt(fields.feeDeposit),
  amt(fields.feeRefresh),
  amt(fields.feeRefund),
  field(fields.denominationHash, 64),
];

/** 1025, exchange master key: the denomination exists with these times, value and fees. */
export const masterDenominationBlock = (fields: DenominationFields): Uint8Array =>
  purposeBlock(PURPOSE.MASTER_DENOMINATION_KEY_VALIDITY, ...denominationPayload(fields));

/** 1064, auditor key: the auditor at this URL watches the denomination. */
export const auditorBlock = (fields: DenominationFields & { readonly auditorUrl: string }): Uint8Array =>
  purposeBlock(PURPOSE.AUDITOR_EXCHANGE_KEYS, hashString0(fields.auditorUrl), ...denominationPayload(fields));

/** 1029, master key: the denomination is revoked. */
export const masterDenominationRevokedBlock = (fields: { readonly denominationHash: Uint8Array }): Uint8Array =>
  purposeBlock(PURPOSE.MASTER_DENOMINATION_KEY_REVOKED, field(fields.denominationHash, 64));

/** 1024, master key: this online key signs for the exchange from start to expire, its signatures count until end. */
export const masterSigningKeyBlock = (fields: {
  readonly stampStart: Timestamp;
  readonly stampExpire: Timestamp;
  readonly stampEnd: Timestamp;
  readonly key: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.MASTER_SIGNING_KEY_VALIDITY,
    ts(fields.stampStart),
    ts(fields.stampExpire),
    ts(fields.stampEnd),
    field(fields.key, 32),
  );

/** 1020, master key: the online key is revoked. */
export const masterSigningKeyRevokedBlock = (fields: { readonly key: Uint8Array }): Uint8Array =>
  purposeBlock(PURPOSE.MASTER_SIGNING_KEY_REVOKED, field(fields.key, 32));

/** 1028, master key: fees of a wire method for a time. */
export const masterWireFeesBlock = (fields: {
  readonly method: string;
  readonly start: Timestamp;
  readonly end: Timestamp;
  readonly wireFee: Amount;
  readonly closingFee: Amount;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.MASTER_WIRE_FEES,
    hashString0(fields.method),
    ts(fields.start),
    ts(fields.end),
    amt(fields.wireFee),
    amt(fields.closingFee),
  );

/** 1030, master key, v17 and later: the exchange's account with its conversion service and restrictions. */
export const masterWireDetailsBlock = (fields: {
  readonly payto: string;
  readonly conversionUrl?: string;
  /** as received; unknown members count */
  readonly debitRestrictions: readonly unknown[];
  readonly creditRestrictions: readonly unknown[];
}): Uint8Array =>
  purposeBlock(
    PURPOSE.MASTER_WIRE_DETAILS,
    hashPayto(fields.payto),
    fields.conversionUrl === undefined ? ZERO64 : hashString0(fields.conversionUrl),
    hashJson0(fields.debitRestrictions),
    hashJson0(fields.creditRestrictions),
  );

/** 1030 as v12 and v14 have it: the account alone. */
export const masterWireDetailsBlockV12 = (fields: { readonly payto: string }): Uint8Array =>
  purposeBlock(PURPOSE.MASTER_WIRE_DETAILS, hashPayto(fields.payto));

/** 1022, master key: fees and limits that do not depend on coins. */
export const masterGlobalFeesBlock = (fields: {
  readonly start: Timestamp;
  readonly end: Timestamp;
  readonly purseTimeout: Duration;
  readonly historyExpiration: Duration;
  readonly historyFee: Amount;
  readonly accountFee: Amount;
  readonly purseFee: Amount;
  readonly purseAccountLimit: number;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.MASTER_GLOBAL_FEES,
    ts(fields.start),
    ts(fields.end),
    rel(fields.purseTimeout),
    rel(fields.historyExpiration),
    amt(fields.historyFee),
    amt(fields.accountFee),
    amt(fields.purseFee),
    u32(fields.purseAccountLimit),
  );
