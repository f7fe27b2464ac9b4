// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount, AmountFailure } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import type { ConversionFailure } from '../../taler/bank/conversion.ts';
import type { BankFailure } from '../../taler/bank/failure.ts';
import type { EcontractFailure } from '../../taler/peer/econtract.ts';
import type { ExchangeFailure } from '../../taler/exchange/failure.ts';
import type { ContractFailure, PayFailure } from '../../taler/merchant/merchant.ts';
import type { Standing } from '../../state/standing.ts';
import type { BoundsFailure } from './failure-bounds.ts';
import type { ReturnFailure } from './failure-return.ts';

/** Everything that can be expected to go wrong in the wallet; `explainFailure` gives the facts of each, `shared/words` its sentence. */
export type WalletFailure =
  | ExchangeFailure
  | BankFailure
  | ConversionFailure
  | PayFailure
  | ContractFailure
  | SelectionFailure
  | AmountFailure
  | ReturnFailure
  | BoundsFailure
  | OwnFailure;

export type SelectionFailure =
  | {
      readonly kind: 'insufficient-balance';
      readonly available: string;
      /** fees included */
      readonly needed: string;
      readonly fees: string;
      /** on its way here: not spendable yet */
      readonly pending?: string;
      /** the part of `available` that is change still to be made */
      readonly change?: string;
      /** held in coins that end before the purse does, and until when it would last */
      readonly tooShort?: { readonly sum: string; readonly until: Timestamp };
    }
  | { readonly kind: 'too-many-coins'; readonly limit: number };

/** What the wallet itself refuses or finds. */
export type OwnFailure =
  | { readonly kind: 'malformed-taler-uri'; readonly why: string }
  | { readonly kind: 'malformed-base-url'; readonly text: string }
  /** a `taler://` address for something else than was asked for */
  | {
      readonly kind: 'wrong-taler-uri';
      readonly expected: 'withdraw' | 'pay' | 'refund' | 'pay-push or pay-pull';
      readonly got: string;
    }
  | { readonly kind: 'amount-is-zero' }
  | { readonly kind: 'wrong-currency'; readonly exchange: string; readonly expected: string; readonly got: string }
  /** another master key answers under a known address: nothing is overwritten, nothing is sent there */
  | { readonly kind: 'master-key-changed'; readonly exchange: string }
  /** who answers at an address is not the issuer whose key the link has that led there; nothing was written down */
  | { readonly kind: 'link-other-issuer'; readonly host: string }
  /** what is to be done here names a reserve whose key was made for another exchange, or is not here: nothing is signed with it */
  | { readonly kind: 'reserve-elsewhere'; readonly exchange: string }
  | { readonly kind: 'no-denominations'; readonly exchange: string }
  | { readonly kind: 'no-bank-account'; readonly exchange: string }
  /** this wallet plays: nothing real comes into it */
  | { readonly kind: 'play-money-here' }
  /** its terms of service were not agreed to: `changed` since they were, or since they were looked at */
  | { readonly kind: 'terms-unaccepted'; readonly exchange: string; readonly why: 'new' | 'changed' }
  | { readonly kind: 'no-exchange-for-currency'; readonly currency: string }
  /** the bank leaves the sum to the person, who has said none, or one of another currency */
  | { readonly kind: 'bank-leaves-amount-open'; readonly currency: string }
  /** more than the bank lets anybody withdraw */
  | { readonly kind: 'bank-sum-too-high'; readonly most: string }
  /** the bank says another sum than the one that was shown or told it */
  | { readonly kind: 'bank-sum-changed'; readonly wanted: string; readonly sum: string }
  /** whoever pays in at the bank says the sum, and nobody here */
  | { readonly kind: 'bank-says-sum' }
  /** an address names an exchange this wallet does not know (its base URL): the person is asked before it is added */
  | { readonly kind: 'unknown-exchange'; readonly exchange: string }
  /** a bank names an exchange that it may not name: plain http, or a machine inside the person's house */
  | { readonly kind: 'exchange-not-allowed'; readonly exchange: string }
  /** none of the exchanges we hold money at is accepted by the merchant */
  | { readonly kind: 'no-accepted-exchange'; readonly currency: string }
  | { readonly kind: 'unknown-purchase'; readonly purchaseId: string }
  /** what is to be paid takes more now than was shown before it was confirmed */
  | { readonly kind: 'fees-changed'; readonly shown: string; readonly total: string }
  | { readonly kind: 'purchase-closed'; readonly status: string; readonly why?: string }
  /** a coin's signature is not what it must be: the exchange answered with something else than a signature on our planchet */
  | { readonly kind: 'bad-coin-signature'; readonly exchange: string }
  /** a denomination key with which blinding would not hide the coin */
  | { readonly kind: 'malicious-denomination'; readonly exchange: string }
  /** the wallet that made this coin left no seed for it in what we have */
  | { readonly kind: 'coin-not-derivable'; readonly coin: string }
  | { readonly kind: 'withdrawal-stalled'; readonly exchange: string }
  /** the old coin is melted, and the exchange says that its change was not made as it should be */
  | {
      readonly kind: 'change-disputed';
      readonly exchange: string;
      readonly sum: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /** how change is made at an exchange of this version is not known: what is left of used coins stays in them */
  | { readonly kind: 'change-not-known'; readonly exchange: string; readonly version: string }
  /** the exchange has taken the money for coins it does not give any more, because their denomination is gone; `refused`: when, and by which list */
  | { readonly kind: 'coins-withheld'; readonly exchange: string; readonly sum: string; readonly refused?: Refusal }
  /** a contract between people that is not what its address promises */
  | EcontractFailure
  | { readonly kind: 'peer-contract-malformed'; readonly why: string }
  /** the purse holds something else than its contract says */
  | { readonly kind: 'purse-contract-mismatch'; readonly said: string; readonly holds: string }
  | { readonly kind: 'payment-taken' }
  | { readonly kind: 'invoice-settled' }
  | { readonly kind: 'unknown-peer-payment'; readonly id: string }
  | { readonly kind: 'unknown-transfer'; readonly id: string }
  /** money can still come of it, so it is not forgotten */
  | { readonly kind: 'not-forgettable'; readonly why: NotForgettable }
  | { readonly kind: 'nothing-to-forget'; readonly id: string }
  | { readonly kind: 'peer-closed'; readonly status: string; readonly why?: string }
  | { readonly kind: 'no-money-at-exchange'; readonly exchange: string }
  /** a defect of ours; the log explains the reference */
  | { readonly kind: 'step-broke'; readonly reference: string }
  /** money that somebody outside can reach waits to be paid to ourselves: that costs something, and nobody has agreed to so much */
  | {
      readonly kind: 'reissue-asks';
      readonly exchange: string;
      readonly sum: string;
      readonly fees: string;
      readonly total: string;
    }
  | NotBackedUp
  /** only what waits for its backup can be had without */
  | { readonly kind: 'not-waiting-for-backup'; readonly id: string }
  /** this device is not the active one of its wallet, so it moves no money */
  | { readonly kind: 'superseded'; readonly standing: Exclude<Standing, 'active'> };

/**
 * Why something is kept: it is not over, a refund is under way, its shop has money for nothing and the contract proves it, money is
 * there, or a place still keeps copies for it.
 */
export type NotForgettable = 'unfinished' | 'refund' | 'disputed' | 'money' | 'left-there' | 'place';

/** Which of an exchange's lists was the last when it refused something, and the time in milliseconds. */
export type Refusal = { readonly list: string; readonly at: number };

/** The gate is closed: the seed of these coins is not stored where it must be, so the money stays where it is. */
export type NotBackedUp = {
  readonly kind: 'not-backed-up-yet';
  readonly staysIn?: 'reserve' | 'coin' | 'sender' | 'payer';
  /** `no-provider`, `too-few-providers` and `fees-lacking` (money that is not ours yet cannot pay them) need the person; `fees-first` can be helped by withdrawing `fees` alone; left out: nothing more is known */
  readonly why?: 'no-provider' | 'too-few-providers' | 'no-copy' | 'fees-first' | 'fees-lacking' | 'fees-too-high';
  /** how many providers have to hold a copy, and how many there are */
  readonly copies?: { readonly wanted: number; readonly there: number };
  /** what providers ask before they store anything, one sum each */
  readonly fees?: readonly Amount[];
  /** and what of the agreed totals is left for each of them, with all that paying it costs */
  readonly totals?: readonly Amount[];
  /** when what waits is lost, in milliseconds since the epoch: said in the last weeks */
  readonly until?: number;
  /** a copy is planned, and nobody waits for it */
  readonly later?: true;
};

/** True for failures after which the very same request may be sent again later. */
export const isTransient = (failure: WalletFailure): boolean =>
  failure.kind === 'unreachable' ||
  failure.kind === 'timeout' ||
  failure.kind === 'server-trouble' ||
  failure.kind === 'malformed-response' ||
  failure.kind === 'too-large' ||
  failure.kind === 'redirected' ||
  failure.kind === 'not-backed-up-yet';
