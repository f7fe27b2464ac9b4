// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../../shared/amount.ts';
import type { CurrencyLook } from '../../../../shared/currency-look.ts';
import type { Duration, Timestamp } from '../../../../shared/time.ts';
import type { RsaPublicKey } from '../../crypto/rsa.ts';
import type { Generation } from '../generation.ts';

// What an exchange says of itself in `/keys`: coin types, fees, accounts, limits. keys.ts reads and verifies it.

/** A coin type whose master signature (1025) has been verified. */
export type Denomination = {
  /** h_denom, crock */
  readonly hash: string;
  readonly cipher: 'RSA' | 'CS';
  /** present for RSA only */
  readonly key: RsaPublicKey | undefined;
  readonly ageMask: number;
  readonly value: Amount;
  readonly feeWithdraw: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
  readonly feeRefund: Amount;
  readonly stampStart: Timestamp;
  readonly stampExpireWithdraw: Timestamp;
  readonly stampExpireDeposit: Timestamp;
  readonly stampExpireLegal: Timestamp;
  readonly masterSig: string;
  /** the exchange says it lost the private key: nothing new can be withdrawn */
  readonly lost: boolean;
  /** listed in `recoup` */
  readonly revoked: boolean;
  /** RSA, no age mask, neither lost nor revoked; times are the caller's business */
  readonly selectable: boolean;
};

export type SignKey = {
  readonly pub: string;
  readonly stampStart: Timestamp;
  readonly stampExpire: Timestamp;
  readonly stampEnd: Timestamp;
};
/** An account of the exchange whose details (1030) the master key signed; money may be sent there. */
export type ExchangeAccount = {
  readonly paytoUri: string;
  readonly conversionUrl?: string;
  readonly debitRestrictions: readonly unknown[];
  readonly creditRestrictions: readonly unknown[];
  readonly priority: number;
  readonly bankLabel?: string;
};
export type WireFee = {
  readonly wireFee: Amount;
  readonly closingFee: Amount;
  readonly start: Timestamp;
  readonly end: Timestamp;
};
export type GlobalFee = {
  readonly start: Timestamp;
  readonly end: Timestamp;
  readonly historyFee: Amount;
  readonly accountFee: Amount;
  readonly purseFee: Amount;
  readonly historyExpiration: Duration;
  readonly purseTimeout: Duration;
  readonly purseAccountLimit: number;
};

/** The kinds of operation an exchange may limit (v23). */
export const LIMITED_OPERATIONS = [
  'WITHDRAW',
  'DEPOSIT',
  'MERGE',
  'BALANCE',
  'CLOSE',
  'AGGREGATE',
  'TRANSACTION',
  'REFUND',
] as const;
export type LimitedOperation = (typeof LIMITED_OPERATIONS)[number];

/**
 * At most this much per account within the time; nobody can lift it. No signature covers it (1035 ends with the denominations),
 * so it may only keep us from asking for what would be refused, never make us give anything.
 */
export type AccountLimit = {
  readonly operation: LimitedOperation;
  readonly timeframe: Duration;
  readonly threshold: Amount;
};

/** What `/keys` (v14: and `/wire`) said, reduced to what the master key really signed. */
export type ExchangeKeys = {
  readonly baseUrl: string;
  /** the base URL the exchange calls itself, which purse signatures cover */
  readonly announcedBaseUrl: string;
  readonly masterPub: string;
  readonly currency: string;
  readonly version: string;
  readonly generation: Generation;
  /** by h_denom; only those whose master signature is good */
  readonly denominations: ReadonlyMap<string, Denomination>;
  /** h_denom of what `recoup` lists; such a key may have left `denominations` */
  readonly revoked: ReadonlySet<string>;
  readonly rejected: readonly { readonly hash: string; readonly why: string }[];
  readonly signKeys: readonly SignKey[];
  readonly accounts: readonly ExchangeAccount[];
  readonly wireFees: Readonly<Record<string, readonly WireFee[]>>;
  readonly globalFees: readonly GlobalFee[];
  readonly hardLimits: readonly AccountLimit[];
  /** operations for which the owner must say who they are before the first coin */
  readonly zeroLimits: readonly LimitedOperation[];
  /** sums at which a wallet that holds more of the exchange's money asks whether it may, the smallest first */
  readonly balanceLimits: readonly Amount[];
  /** the smallest sum that is worth a bank transfer there (v23) */
  readonly tinyAmount?: Amount;
  /** how it wants sums to be shown and typed (v23); unsigned, and no sum changes by it */
  readonly look?: CurrencyLook;
  /** where it says one can shop with its money (v21); unsigned, never asked by itself */
  readonly shops?: string;
  readonly reserveClosingDelay: Duration;
  readonly listIssueDate: Timestamp;
  /** the JSON text it was read from; `parseKeys(baseUrl, raw)` gives the same object without network */
  readonly raw: string;
};
