// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Result } from '../../../shared/result.ts';
import type { Timestamp } from '../../../shared/time.ts';
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
} from './answers.ts';
import type { ExchangeFailure } from './failure.ts';
import type { Generation } from './generation.ts';
import type { Denomination, ExchangeKeys } from './keys/model.ts';

// The exchange as the wallet sees it, whatever its protocol generation. `connectExchange` (connect.ts) finds
// out which one it speaks. Hashes and public keys that travel in JSON are crock text; bytes that go into cryptography
// are Uint8Array.

export type Answer<T> = Promise<Result<T, ExchangeFailure>>;

/** A coin with all that is needed to use it. `denomSig` is the unblinded RSA signature, minimal big-endian. */
export type SpendCoin = {
  readonly pub: Uint8Array;
  readonly priv: Uint8Array;
  readonly denomination: Denomination;
  readonly denomSig: Uint8Array;
};
/** A coin whose signature may have been dropped: enough for everything after its melt. */
export type KeptCoin = Omit<SpendCoin, 'denomSig'> & Partial<Pick<SpendCoin, 'denomSig'>>;
export type CoinContribution = { readonly coin: SpendCoin; /** deposit fee included */ readonly contribution: Amount };
export type Planchet = {
  readonly denomination: Denomination;
  /** minimal big-endian */ readonly blinded: Uint8Array;
  readonly coinEvHash: Uint8Array;
};

/** A refresh as the wallet plans and keeps it; nothing of it changes between attempts. */
export type RefreshPlan = {
  /** with its signature, until the melt has been answered */
  readonly oldCoin: KeptCoin;
  /** 64 random bytes, written down before anything is sent */
  readonly seed: Uint8Array;
  /** how the new coins follow from it (`coin/schemes.ts`); a session ends in the way it was begun */
  readonly scheme: number;
  /** of every new coin, in order */
  readonly newDenominations: readonly Denomination[];
  /** what is taken from the old coin, refresh fee included */
  readonly valueWithFee: Amount;
};

/** The candidate that stays hidden, and the exchange's signature (1034) on that. */
export type Committed = { readonly noRevealIndex: 0 | 1 | 2 } & Confirmation;

/** A new coin whose blind signature has come and is not checked yet. */
export type Minted = {
  readonly denomination: Denomination;
  readonly coinPubHash: Uint8Array;
  readonly blindingSecret: Uint8Array;
  readonly blindSignature: Uint8Array;
};

/**
 * A planned refresh in the form of this exchange's generation: commitment, planchets and what is disclosed are its own
 * business. The same plan gives the same bytes at every attempt.
 */
export type RefreshSession = {
  /** Takes the value out of the old coin; repeatable, the same commitment gets the same answer. 1034 has been verified. */
  readonly commit: () => Answer<Committed>;
  /** Whether the exchange has booked this very melt: its answer may have been lost. False where it keeps no account of a coin. */
  readonly isCommitted: () => Answer<boolean>;
  /** Discloses the other candidates and gets the new coins, in order; repeatable. */
  readonly reveal: (noRevealIndex: Committed['noRevealIndex']) => Answer<readonly Minted[]>;
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
  /** Asks whether `/keys` is still the same, and fetches and verifies it when not; later confirmations are checked with what it found. Unchanged, it is the same object. */
  readonly keys: () => Answer<ExchangeKeys>;
  /** True once the exchange has refused a denomination, until its keys are asked for again. */
  readonly areKeysDoubted: () => boolean;

  readonly reserveStatus: (of: { readonly reservePub: string; readonly longPollMs?: number }) => Answer<ReserveStatus>;
  /** Blind signatures in the order of the planchets (at most `batchLimit`); asking again with the same planchets gives the same answer in every generation, from v26 on only with all of them. */
  readonly withdraw: (request: {
    readonly reservePriv: Uint8Array;
    readonly planchets: readonly Planchet[];
    /** the reserve's history names every one of them */
    readonly areBooked?: true;
    /** only where requests are repeated whole: nothing is asked for, and nothing given, unless the reserve's history names this very one */
    readonly ifBooked?: true;
  }) => Answer<readonly Uint8Array[]>;
  /** Whether the wallet may hold more than this, told with the key of an account of its own; who must say first who they are is told `kyc-required`. */
  readonly mayHold: (of: { readonly accountPriv: Uint8Array; readonly threshold: Amount }) => Answer<void>;
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

  /**
   * Makes a session of a plan; sends nothing. `malicious-key`: a denomination with which blinding would hide nothing.
   * `other-scheme`: no exchange of this generation makes coins that follow from a seed in this way. `no-change`: how it makes any is not known.
   */
  readonly openRefresh: (
    plan: RefreshPlan,
  ) => Promise<Result<RefreshSession, { readonly kind: 'malicious-key' | 'other-scheme' | 'no-change' }>>;
  /** Every revealed melt of a coin; an empty list when nothing was revealed. From v32 on one that was not is revealed by that. */
  readonly link: (oldCoin: Omit<SpendCoin, 'denomSig'>) => Answer<readonly LinkedMelt[]>;
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
