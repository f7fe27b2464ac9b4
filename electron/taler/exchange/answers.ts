// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';

// What an exchange answers, after its signatures were checked, and what a refresh and a purse are made of.

/** A statement of the exchange, verified with a signing key that its master key certified. */
export type Confirmation = { readonly exchangePub: string; readonly exchangeSig: string };

export type LinkedMelt = {
  /** its transfer key, or what stands for it in its scheme (`coin/schemes.ts`) */
  readonly transferPub: Uint8Array;
  /** from v32 on the exchange tells the seed, and the coins follow from it; else they follow from the transfer key */
  readonly session?: { readonly scheme: number; readonly seed: Uint8Array; readonly noRevealIndex: 0 | 1 | 2 };
  readonly newCoins: readonly {
    readonly denominationHash: string;
    readonly cipher: 'RSA' | 'CS';
    readonly blindSignature: Uint8Array | undefined;
    readonly index: number;
    /** up to v23 */
    readonly linkSig?: Uint8Array;
  }[];
};

/** One line of a history. `amount` is what it took from (debit) or gave to (credit) the coin or reserve, fees included. */
export type HistoryEntry = {
  readonly type: string;
  readonly direction: 'debit' | 'credit' | 'none';
  readonly amount: Amount;
  readonly timestamp?: Timestamp;
  /** unverifiable: the layout covers something the history does not contain (a deposit's wallet_data_hash, a bank credit) */
  readonly proof: 'verified' | 'unverifiable';
  readonly detail: Readonly<Record<string, unknown>>;
};
export type CoinHistory =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'known';
      /** value − debits + credits, computed from the entries */ readonly balance: Amount;
      readonly entries: readonly HistoryEntry[];
    };
export type ReserveHistory = { readonly balance: Amount; readonly entries: readonly HistoryEntry[] };
export type ReserveStatus =
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly balance: Amount; readonly lastOrigin?: string };

export type DepositConfirmation = {
  readonly exchangeTimestamp: Timestamp;
  readonly total: Amount;
  readonly confirmations: readonly Confirmation[];
};
export type DepositStatus =
  | {
      readonly state: 'pending';
      readonly kycOk: boolean;
      readonly executionTime?: Timestamp;
      /** with it, `kycOk` false means that the payout waits for an answer */
      readonly requirementRow?: number;
      readonly accountPub?: string;
    }
  | ({
      readonly state: 'wired';
      readonly wtid: string;
      readonly executionTime: Timestamp;
      readonly contribution: Amount;
    } & Confirmation);

export type EncryptedContract = {
  readonly econtract: Uint8Array;
  readonly contractPub: Uint8Array;
  readonly econtractSig: Uint8Array;
};
/** A purse's unchangeable facts; `amount` is what it must hold after deposit fees. */
export type PurseTerms = {
  readonly pursePriv: Uint8Array;
  readonly mergePub: Uint8Array;
  readonly amount: Amount;
  readonly minAge: number;
  readonly hContract: Uint8Array;
  readonly expiration: Timestamp;
  readonly econtract?: EncryptedContract;
};
export type PurseCreation = { readonly totalDeposited: Amount; readonly exchangeTimestamp: Timestamp } & Confirmation;
export type PurseStatus = {
  readonly balance: Amount;
  readonly expiration: Timestamp;
  readonly mergeTimestamp?: Timestamp;
  readonly depositTimestamp?: Timestamp;
} & Confirmation;
