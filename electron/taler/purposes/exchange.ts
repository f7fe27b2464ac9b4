// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { amountToBytes as amt, timestampToBytes as ts, u32, u64, utf8 } from '../bytes/encodings.ts';
import { hashString0, sha512 } from '../crypto/hash.ts';
import { field, PURPOSE, purposeBlock, ZERO64 } from './purpose.ts';

/** 1034, online key: the exchange is bound to this γ for the session (store it: it is the proof against a second answer). */
export const confirmMeltBlock = (fields: { readonly rc: Uint8Array; readonly norevealIndex: number }): Uint8Array =>
  purposeBlock(PURPOSE.EXCHANGE_CONFIRM_MELT, field(fields.rc, 64), u32(fields.norevealIndex));

type DepositConfirmation = {
  readonly contractHash: Uint8Array;
  readonly wireHash: Uint8Array;
  readonly policyHash?: Uint8Array;
  readonly exchangeTimestamp: Timestamp;
  readonly wireDeadline: Timestamp;
  readonly refundDeadline: Timestamp;
  readonly amountWithoutFee: Amount;
  readonly merchantPub: Uint8Array;
};

const depositPayload = (fields: DepositConfirmation, deposited: Uint8Array): readonly Uint8Array[] => [
  field(fields.contractHash, 64),
  field(fields.wireHash, 64),
  field(fields.policyHash ?? ZERO64, 64),
  ts(fields.exchangeTimestamp),
  ts(fields.wireDeadline),
  ts(fields.refundDeadline),
  amt(fields.amountWithoutFee),
  deposited,
  field(fields.merchantPub, 32),
];

/** 1033, online key, v17 and later: the whole batch was deposited; coin signatures in the order of the request. */
export const confirmDepositBlock = (
  fields: DepositConfirmation & { readonly coinSigs: readonly Uint8Array[] },
): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_DEPOSIT,
    ...depositPayload(fields, sha512(...fields.coinSigs.map((sig) => field(sig, 64)))),
  );

/** 1033 as v14 has it: one coin was deposited. */
export const confirmDepositBlockV14 = (fields: DepositConfirmation & { readonly coinPub: Uint8Array }): Uint8Array =>
  purposeBlock(PURPOSE.EXCHANGE_CONFIRM_DEPOSIT, ...depositPayload(fields, field(fields.coinPub, 32)));

/** 1035, online key: the whole list of keys of this date (all master signatures in the order of the document). */
export const keySetBlock = (fields: {
  readonly listIssueDate: Timestamp;
  readonly masterSigs: readonly Uint8Array[];
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_KEY_SET,
    ts(fields.listIssueDate),
    sha512(...fields.masterSigs.map((sig) => field(sig, 64))),
  );

/** 1036, online key: the coin's contribution went out with this transfer. */
export const confirmWireBlock = (fields: {
  readonly wireHash: Uint8Array;
  readonly contractHash: Uint8Array;
  readonly wtid: Uint8Array;
  readonly coinPub: Uint8Array;
  readonly executionTime: Timestamp;
  /** deposit fee taken off */
  readonly contribution: Amount;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_WIRE,
    field(fields.wireHash, 64),
    field(fields.contractHash, 64),
    field(fields.wtid, 32),
    field(fields.coinPub, 32),
    ts(fields.executionTime),
    amt(fields.contribution),
  );

/** One deposit inside an aggregated transfer. */
export type AggregatedDeposit = {
  readonly contractHash: Uint8Array;
  readonly coinPub: Uint8Array;
  readonly depositValue: Amount;
  readonly depositFee: Amount;
};

/** 1037, online key: what one aggregated transfer was made of. */
export const confirmWireDepositBlock = (fields: {
  readonly total: Amount;
  readonly wireFee: Amount;
  readonly merchantPub: Uint8Array;
  readonly paytoHash: Uint8Array;
  readonly executionTime: Timestamp;
  readonly deposits: readonly AggregatedDeposit[];
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_WIRE_DEPOSIT,
    amt(fields.total),
    amt(fields.wireFee),
    field(fields.merchantPub, 32),
    field(fields.paytoHash, 32),
    sha512(
      ...fields.deposits.flatMap((deposit) => [
        field(deposit.contractHash, 64),
        ts(fields.executionTime),
        field(deposit.coinPub, 32),
        amt(deposit.depositValue),
        amt(deposit.depositFee),
      ]),
    ),
  );

type RefundFields = {
  readonly contractHash: Uint8Array;
  readonly coinPub: Uint8Array;
  readonly rtransactionId: number | bigint;
  readonly refundAmount: Amount;
};

/** 1038, online key: the coin got this refund. */
export const confirmRefundBlock = (fields: RefundFields & { readonly merchantPub: Uint8Array }): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_REFUND,
    field(fields.contractHash, 64),
    field(fields.coinPub, 32),
    field(fields.merchantPub, 32),
    u64(fields.rtransactionId),
    amt(fields.refundAmount),
  );

/** 1102, merchant key: refund this much to the coin. */
export const merchantRefundBlock = (fields: RefundFields): Uint8Array =>
  purposeBlock(
    PURPOSE.MERCHANT_REFUND,
    field(fields.contractHash, 64),
    field(fields.coinPub, 32),
    u64(fields.rtransactionId),
    amt(fields.refundAmount),
  );

type RecoupFields = { readonly timestamp: Timestamp; readonly amount: Amount; readonly coinPub: Uint8Array };

/** 1039, online key: the coin's value is back in its reserve. */
export const confirmRecoupBlock = (fields: RecoupFields & { readonly reservePub: Uint8Array }): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_RECOUP,
    ts(fields.timestamp),
    amt(fields.amount),
    field(fields.coinPub, 32),
    field(fields.reservePub, 32),
  );

/** 1041, online key: the coin's value is back on the coin it was refreshed from. */
export const confirmRecoupRefreshBlock = (fields: RecoupFields & { readonly oldCoinPub: Uint8Array }): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_RECOUP_REFRESH,
    ts(fields.timestamp),
    amt(fields.amount),
    field(fields.coinPub, 32),
    field(fields.oldCoinPub, 32),
  );

/** 1040, online key: the reserve was closed and this much sent to this account. */
export const reserveClosedBlock = (fields: {
  readonly timestamp: Timestamp;
  readonly closingAmount: Amount;
  readonly closingFee: Amount;
  readonly reservePub: Uint8Array;
  readonly paytoHash: Uint8Array;
  readonly wtid: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_RESERVE_CLOSED,
    ts(fields.timestamp),
    amt(fields.closingAmount),
    amt(fields.closingFee),
    field(fields.reservePub, 32),
    field(fields.paytoHash, 32),
    field(fields.wtid, 32),
  );

/** 1042, online key: the exchange says it does not know the denomination. */
export const denominationUnknownBlock = (fields: {
  readonly timestamp: Timestamp;
  readonly denominationHash: Uint8Array;
}): Uint8Array =>
  purposeBlock(PURPOSE.EXCHANGE_AFFIRM_DENOM_UNKNOWN, ts(fields.timestamp), field(fields.denominationHash, 64));

/** 1043, online key: the denomination cannot be used for the operation (its name: first 8 bytes, zero-padded). */
export const denominationExpiredBlock = (fields: {
  readonly timestamp: Timestamp;
  readonly operation: string;
  readonly denominationHash: Uint8Array;
}): Uint8Array => {
  const operation = new Uint8Array(8);
  operation.set(utf8(fields.operation).slice(0, 8));
  return purposeBlock(
    PURPOSE.EXCHANGE_AFFIRM_DENOM_EXPIRED,
    ts(fields.timestamp),
    operation,
    field(fields.denominationHash, 64),
  );
};

/** 1045, online key: the purse exists and holds this much. */
export const confirmPurseCreationBlock = (fields: {
  readonly exchangeTimestamp: Timestamp;
  readonly purseExpiration: Timestamp;
  readonly amountWithoutFee: Amount;
  readonly totalDeposited: Amount;
  readonly pursePub: Uint8Array;
  readonly contractHash: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_PURSE_CREATION,
    ts(fields.exchangeTimestamp),
    ts(fields.purseExpiration),
    amt(fields.amountWithoutFee),
    amt(fields.totalDeposited),
    field(fields.pursePub, 32),
    field(fields.contractHash, 64),
  );

/** 1046, online key: the purse went to this reserve at this provider. */
export const confirmPurseMergedBlock = (fields: {
  readonly exchangeTimestamp: Timestamp;
  readonly purseExpiration: Timestamp;
  readonly amountWithoutFee: Amount;
  readonly pursePub: Uint8Array;
  readonly reservePub: Uint8Array;
  readonly contractHash: Uint8Array;
  readonly exchangeBaseUrl: string;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_PURSE_MERGED,
    ts(fields.exchangeTimestamp),
    ts(fields.purseExpiration),
    amt(fields.amountWithoutFee),
    field(fields.pursePub, 32),
    field(fields.reservePub, 32),
    field(fields.contractHash, 64),
    hashString0(fields.exchangeBaseUrl),
  );

/** 1047, online key: state of the purse; absent merge counts as never, absent deposit as second 0. */
export const purseStatusBlock = (fields: {
  readonly mergeTimestamp?: Timestamp;
  readonly depositTimestamp?: Timestamp;
  readonly balance: Amount;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_PURSE_STATUS,
    ts(fields.mergeTimestamp ?? { t_s: 'never' }),
    ts(fields.depositTimestamp ?? { t_s: 0 }),
    amt(fields.balance),
  );

/** 1049, online key: the coin got its deposit into an expired or deleted purse back. */
export const confirmPurseRefundBlock = (fields: {
  readonly pursePub: Uint8Array;
  readonly coinPub: Uint8Array;
  readonly refundedAmount: Amount;
  readonly refundFee: Amount;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.EXCHANGE_CONFIRM_PURSE_REFUND,
    field(fields.pursePub, 32),
    field(fields.coinPub, 32),
    amt(fields.refundedAmount),
    amt(fields.refundFee),
  );
