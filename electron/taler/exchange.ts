// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../shared/amount.ts';
import type { Result } from '../../shared/result.ts';
import type { Duration, Timestamp } from '../../shared/time.ts';
import type {
  CoinHistory,
  Confirmation,
  DepositConfirmation,
  DepositStatus,
  EncryptedContract,
  LinkedMelt,
  PurseCreation,
  PurseStatus,
  PurseTerms,
  ReserveHistory,
  ReserveStatus,
  RevealRequest,
} from './exchange-answers.ts';
import type { HttpFailure } from './http.ts';
import type { RsaPublicKey } from './rsa.ts';

// The exchange as the wallet sees it, whatever its protocol generation. `connectExchange` (exchange-connect.ts) finds
// out which one it speaks. Hashes and public keys that travel in JSON are crock text; bytes that go into cryptography
// are Uint8Array. A later generation (v32) sends planchets at melt time, so `melt` is already given everything.

/** v14: the 2022 phones' exchanges; v17: 17 to 22; v23: from 23 on. */
export type Generation = 'v14' | 'v17' | 'v23';

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
  /** the smallest sum that is worth a bank transfer there (v23) */
  readonly tinyAmount?: Amount;
  readonly reserveClosingDelay: Duration;
  readonly listIssueDate: Timestamp;
  /** the JSON text it was read from; `parseKeys(baseUrl, raw)` gives the same object without network */
  readonly raw: string;
};

export type ExchangeFailure =
  | HttpFailure
  | { readonly kind: 'unsupported-version'; readonly url: string; readonly version: string }
  | { readonly kind: 'not-an-exchange'; readonly url: string; readonly why: string }
  | { readonly kind: 'bad-master-signature'; readonly what: string }
  | { readonly kind: 'bad-exchange-signature'; readonly what: string }
  /** `theirs` is far from our clock: every validity check would be wrong */
  | { readonly kind: 'clock-skew'; readonly url: string; readonly theirs: Timestamp; readonly ours: Timestamp }
  | { readonly kind: 'currency-mismatch'; readonly expected: string; readonly got: string }
  | { readonly kind: 'unsupported-operation'; readonly operation: string; readonly generation: Generation }
  | {
      readonly kind: 'kyc-required';
      readonly url: string;
      readonly code?: number;
      readonly requirementRow?: number;
      readonly hPayto?: string;
      /** whose key may ask what is wanted of the account (v23) */
      readonly accountPub?: string;
      /** v23: no key is known for the account yet, so its owner must send a transfer with one in the subject first */
      readonly transfer?: string;
      readonly badKycAuth?: true;
    }
  /** `proven`: the exchange's statement (1042, 1043) is signed with a verified key */
  | {
      readonly kind: 'denomination-gone';
      readonly why: 'unknown' | 'not-yet' | 'expired' | 'revoked' | 'lost';
      readonly code: number;
      readonly hash?: string;
      readonly proven: boolean;
    }
  /** `history`: the coin's, as v14 sends it along, unread */
  | {
      readonly kind: 'insufficient-funds';
      readonly coinPub?: string;
      readonly denominationHash?: string;
      readonly history?: unknown;
    }
  | { readonly kind: 'coin-conflict'; readonly code: number; readonly coinPub?: string }
  | { readonly kind: 'coin-unknown' }
  | { readonly kind: 'coin-expired' }
  | { readonly kind: 'reserve-unknown' }
  | { readonly kind: 'reserve-insufficient'; readonly balance?: Amount; readonly requested?: Amount }
  | { readonly kind: 'already-withdrawn' }
  | { readonly kind: 'melt-unknown' }
  | { readonly kind: 'commitment-violation' }
  | { readonly kind: 'nothing-to-melt' }
  | { readonly kind: 'deposit-unknown' }
  | { readonly kind: 'deposit-conflict'; readonly coinPub?: string; readonly hWire?: string }
  | { readonly kind: 'refund-refused'; readonly code: number }
  | { readonly kind: 'not-revoked' }
  | { readonly kind: 'recoup-wrong-origin' }
  | { readonly kind: 'purse-unknown' | 'purse-expired' | 'purse-deleted' | 'purse-decided' | 'purse-not-full' }
  | { readonly kind: 'purse-conflict'; readonly code: number; readonly body: unknown }
  /** the signature of the merge that came first has been verified */
  | {
      readonly kind: 'purse-merged-elsewhere';
      readonly reservePub: string;
      readonly mergeTimestamp: Timestamp;
      readonly proven: boolean;
    }
  | { readonly kind: 'purse-fee-too-low'; readonly fee?: string }
  | { readonly kind: 'purse-quota-exceeded' }
  | { readonly kind: 'contract-unknown' }
  | { readonly kind: 'bad-contract-signature' }
  | { readonly kind: 'bad-history'; readonly what: string }
  /** 403: it does not accept a signature of ours (wrong key, or a layout of another generation) */
  | { readonly kind: 'signature-refused'; readonly code: number; readonly detail?: string };

export type Answer<T> = Promise<Result<T, ExchangeFailure>>;

/** A coin with all that is needed to use it. `denomSig` is the unblinded RSA signature, minimal big-endian. */
export type SpendCoin = {
  readonly pub: Uint8Array;
  readonly priv: Uint8Array;
  readonly denomination: Denomination;
  readonly denomSig: Uint8Array;
};
export type CoinContribution = { readonly coin: SpendCoin; /** deposit fee included */ readonly contribution: Amount };
export type Planchet = {
  readonly denomination: Denomination;
  /** minimal big-endian */ readonly blinded: Uint8Array;
  readonly coinEvHash: Uint8Array;
};

export type MeltRequest = {
  readonly oldCoin: SpendCoin;
  readonly rc: Uint8Array;
  readonly valueWithFee: Amount;
  /** only when Clause-Schnorr coins are asked for (never by this wallet yet) */
  readonly refreshMasterSecret?: Uint8Array;
};
export type DepositRequest = {
  readonly merchantPaytoUri: string;
  readonly wireSalt: Uint8Array;
  readonly merchantPub: Uint8Array;
  readonly hContract: Uint8Array;
  readonly walletDataHash?: Uint8Array;
  /** 1101 by the merchant key over the contract (v23 checks it when it is there) */
  readonly merchantSig?: Uint8Array;
  readonly timestamp: Timestamp;
  readonly refundDeadline: Timestamp;
  readonly wireTransferDeadline: Timestamp;
  readonly coins: readonly CoinContribution[];
};
export type Exchange = {
  readonly baseUrl: string;
  readonly generation: Generation;
  /** most planchets or coins of one request */
  readonly batchLimit: number;
  /** Fetches and verifies `/keys` anew; later confirmations are checked with what it found. */
  readonly keys: () => Answer<ExchangeKeys>;

  readonly reserveStatus: (of: { readonly reservePub: string; readonly longPollMs?: number }) => Answer<ReserveStatus>;
  /** Blind signatures in the order of the planchets (at most `batchLimit`); asking again with the same planchets gives the same answer in every generation. */
  readonly withdraw: (request: {
    readonly reservePriv: Uint8Array;
    readonly planchets: readonly Planchet[];
    /** the reserve's history names every one of them */
    readonly areBooked?: true;
  }) => Answer<readonly Uint8Array[]>;
  readonly reserveHistory: (of: { readonly reservePriv: Uint8Array }) => Answer<ReserveHistory>;
  /** `open_cost` 0 once open; `state: 'payment-required'` when the offered payment is too low. */
  readonly reserveOpen: (request: {
    readonly reservePriv: Uint8Array;
    readonly timestamp: Timestamp;
    readonly expiration: Timestamp;
    readonly purseLimit: number;
    readonly payment: Amount;
  }) => Answer<{ readonly state: 'open' | 'payment-required'; readonly expiration: Timestamp; readonly cost: Amount }>;
  readonly reserveClose: (request: {
    readonly reservePriv: Uint8Array;
    readonly timestamp: Timestamp;
    readonly paytoUri?: string;
  }) => Answer<{ readonly wireAmount: Amount }>;

  /** Commits to a refresh; 1034 has been verified when it succeeds. */
  readonly melt: (request: MeltRequest) => Answer<{ readonly noRevealIndex: 0 | 1 | 2 } & Confirmation>;
  readonly reveal: (request: RevealRequest) => Answer<readonly Uint8Array[]>;
  /** Every revealed melt of a coin; an empty list when nothing was revealed. */
  readonly link: (of: { readonly oldCoinPub: Uint8Array }) => Answer<readonly LinkedMelt[]>;
  readonly coinHistory: (of: {
    readonly coinPriv: Uint8Array;
    readonly denomination: Denomination;
    /** what came with an `insufficient-funds`: all that v14 ever tells; later exchanges are asked */
    readonly refusal?: unknown;
  }) => Answer<CoinHistory>;

  /** Deposits to a bank account; 1033 has been verified when it succeeds. */
  readonly batchDeposit: (request: DepositRequest) => Answer<DepositConfirmation>;
  readonly depositStatus: (of: {
    readonly merchantPriv: Uint8Array;
    readonly hContract: Uint8Array;
    readonly hWire: Uint8Array;
    readonly coinPub: Uint8Array;
    readonly longPollMs?: number;
  }) => Answer<DepositStatus>;
  /** As merchant of an own deposit; 1038 has been verified when it succeeds. */
  readonly refund: (request: {
    readonly merchantPriv: Uint8Array;
    readonly coinPub: Uint8Array;
    readonly hContract: Uint8Array;
    readonly rtransactionId: bigint;
    readonly amount: Amount;
  }) => Answer<Confirmation>;
  /** Gives the value of a withdrawn coin of a revoked denomination back to its reserve. */
  readonly recoup: (request: {
    readonly coin: SpendCoin;
    readonly blindingSecret: Uint8Array;
  }) => Answer<{ readonly reservePub: string }>;
  readonly recoupRefresh: (request: {
    readonly coin: SpendCoin;
    readonly blindingSecret: Uint8Array;
  }) => Answer<{ readonly oldCoinPub: string }>;

  /** Push: pays coins into a new purse; 1045 has been verified when it succeeds. */
  readonly purseCreate: (request: {
    readonly purse: PurseTerms;
    readonly coins: readonly CoinContribution[];
  }) => Answer<PurseCreation>;
  /** Pull: opens a purse on a reserve. `fee` undefined = from the reserve's quota. */
  readonly reservePurse: (request: {
    readonly purse: PurseTerms;
    readonly mergePriv: Uint8Array;
    readonly reservePriv: Uint8Array;
    readonly mergeTimestamp: Timestamp;
    readonly fee?: Amount;
  }) => Answer<PurseCreation>;
  readonly purseDeposit: (request: {
    readonly pursePub: Uint8Array;
    readonly coins: readonly CoinContribution[];
  }) => Answer<
    PurseCreation & { readonly purseValue: Amount; readonly expiration: Timestamp; readonly hContract: string }
  >;
  readonly purseMerge: (request: {
    readonly pursePub: Uint8Array;
    readonly mergePriv: Uint8Array;
    readonly reservePriv: Uint8Array;
    readonly mergeTimestamp: Timestamp;
    readonly amount: Amount;
    readonly minAge: number;
    readonly hContract: Uint8Array;
    readonly expiration: Timestamp;
  }) => Answer<{ readonly mergeAmount: Amount; readonly exchangeTimestamp: Timestamp } & Confirmation>;
  /** `waitFor` chooses what a long poll waits for. */
  readonly purseStatus: (of: {
    readonly pursePub: Uint8Array;
    readonly waitFor: 'merge' | 'deposit';
    readonly longPollMs?: number;
  }) => Answer<PurseStatus>;
  readonly purseDelete: (of: { readonly pursePriv: Uint8Array }) => Answer<void>;
  /** The encrypted contract under this key; 1216 has been verified. */
  readonly contract: (of: {
    readonly contractPub: Uint8Array;
  }) => Answer<{ readonly pursePub: Uint8Array } & EncryptedContract>;
};
