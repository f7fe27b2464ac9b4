// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';

// What the screens show of an escrow: the recovery secret at places of the Anastasis protocol, for whoever shows that it is theirs.

/** One thing a person is asked to be known again; the label is words' business (`escrowField.NAME`, by country where it differs). */
export type IdentityFieldView = {
  readonly name: string;
  readonly type: 'string' | 'date';
  readonly isOptional: boolean;
};
/** ISO 3166, small letters; `xx` for every other country. */
export type EscrowCountryView = { readonly code: string; readonly fields: readonly IdentityFieldView[] };

/** A field whose text cannot be right (`refused`) or may be mistyped (`doubtful`: its check digits are wrong; it is not refused). */
export type IdentityTroubleView = {
  readonly field: string;
  readonly why: 'missing' | 'too-long' | 'shape' | 'date' | 'unknown-field' | 'check-digits';
  readonly refused: boolean;
};

/** What one place offers, before anything is agreed to. */
export type EscrowOfferView = {
  readonly url: string;
  /** its host is its name here; how it calls itself is a quotation */
  readonly businessName: string;
  readonly currency: string;
  readonly annualFee: string;
  readonly truthFee: string;
  readonly liabilityLimit: string;
  readonly methods: readonly { readonly type: string; readonly fee: string }[];
  readonly termsUrl: string;
};
/** A place that was asked: its offer, or why there is none. */
export type EscrowPlaceView = { readonly url: string; readonly offer?: EscrowOfferView; readonly why?: Said<'escrow'> };

/** Where each method would go, what that costs, and how strong it is. */
export type EscrowPlanView = {
  /** in the order of the methods that were sent */
  readonly methods: readonly { readonly type: string; readonly url: string; readonly recoveryFee: string }[];
  readonly needed: number;
  /** all of it for the first year, one sum a currency: with what paying costs */
  readonly total: readonly string[];
  /** each further year */
  readonly yearly: readonly string[];
  /** what of such a year is no fee of a place, but what paying costs; one sum a currency */
  readonly paying: readonly string[];
  /** strength in facts: fewest places, by answers alone …; and what else is to be known first */
  readonly said: readonly Said<'escrow'>[];
};

/** One place of the escrow that there is. */
export type EscrowStandingView = {
  readonly url: string;
  /** has the newest state: it was read back there, and all that was to be stored there is */
  readonly isCurrent: boolean;
  readonly version?: number;
  /** when it was stored there, and last read back; milliseconds since the epoch */
  readonly storedAt?: number;
  readonly readAt?: number;
  /** milliseconds since the epoch */
  readonly paidUntil?: number;
  /** nothing was paid there: until then it keeps what it has of its own accord */
  readonly isFree?: true;
  readonly said: readonly Said<'escrow'>[];
};

/** The escrow of this wallet. */
export type EscrowView = {
  /** first eight signs of the wallet's random id, by which two wallets of one person are told apart */
  readonly walletId: string;
  readonly step: 'uploading' | 'current' | 'behind' | 'wants-data';
  readonly country: string;
  readonly remembersPerson: boolean;
  readonly methods: readonly {
    readonly uuid: string;
    readonly type: string;
    readonly url: string;
    /** as whoever recovers will be told: the question, or where a code goes */
    readonly instructions: string;
    readonly rehearsedAt?: number;
  }[];
  readonly needed: number;
  readonly places: readonly EscrowStandingView[];
  /** what a year may cost at most, one sum a currency */
  readonly agreed: readonly string[];
  readonly said: readonly Said<'escrow'>[];
};

/** A place that keeps what was stored there after the escrow was forgotten here. */
export type EscrowKeptView = { readonly url: string; readonly until?: number };
