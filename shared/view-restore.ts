// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';
import type { BalanceView, FailureView } from './view.ts';
import type { ProviderField } from './view-backup.ts';

// What the screens show after a restore or a takeover.

/** What a provider said during a restore; three words carry the meaning: found, empty, silent. */
export type RestoreSourceView = {
  readonly provider: string;
  readonly name: string;
  readonly answer: 'found' | 'empty' | 'silent' | 'unusable';
  readonly copyFrom?: number;
  readonly entries?: number;
  readonly notes: readonly Said<'source'>[];
};

/** What stands on a sheet that was read: its code by groups, its other lines, and both together as a text. No groups where it was an address. */
export type SheetReadView = {
  readonly groups: readonly string[];
  readonly lines: string;
  readonly text: string;
  /** which one it is, where it is one share of several; there are no groups where several were read at once */
  readonly share?: number;
  /** all shares that are in with it */
  readonly shares?: SharesReadView;
};

/** Shares that lie together. They are enough once as many are there as are needed. */
export type SharesReadView = {
  /** the number of their split, in capitals */
  readonly split: string;
  readonly needed: number;
  readonly of?: number;
  /** their numbers, and each as a text by itself */
  readonly there: readonly number[];
  readonly texts: readonly string[];
};

/** A place that a restore asks; it has said nothing yet while there is no `answer`. */
export type RestorePlaceView = Pick<RestoreSourceView, 'provider' | 'name' | 'copyFrom'> & {
  readonly answer?: RestoreSourceView['answer'];
};

/** An issuer that is asked what its coins are still worth. */
export type RestoreIssuerView = {
  readonly exchange: string;
  readonly checked: number;
  readonly of: number;
  readonly state: 'checking' | 'done' | 'silent';
};

/** How far a restore or takeover has come. */
export type RestoreProgressView = {
  /** what the places gave is in this wallet, and its money can be seen and used */
  readonly joined: boolean;
  readonly places: readonly RestorePlaceView[];
  readonly issuers: readonly RestoreIssuerView[];
};

/** What a provider on a sheet asks for before it can be asked for a copy. */
export type RecoveryQuestionView = {
  readonly provider: string;
  readonly name: string;
  readonly place: string;
  readonly fields: readonly ProviderField[];
};

export type RestoreReportView = {
  readonly sources: readonly RestoreSourceView[];
  readonly balances: readonly BalanceView[];
  readonly coinsChecked: number;
  readonly coinsSpentElsewhere: number;
  readonly exchangesSilent: readonly string[];
  readonly said: readonly Said<'restored'>[];
};

/** What paying money to ourselves that somebody outside can reach would come to, exchange by exchange. */
export type ReissueLine = {
  readonly exchange: string;
  readonly currency: string;
  /** everything there that somebody outside can reach, as far as this wallet knows */
  readonly reachable: string;
  /** the part that counts as the money of a wallet that was left */
  readonly left: string;
  /** the part that can be paid to ourselves now, and what of it would be gone */
  readonly total: string;
  readonly fees: string;
  /** the part that stays as it is: on its way, too small, too near its end, or the issuer does not answer */
  readonly stays: string;
  /** why it cannot be told what it would cost */
  readonly why?: FailureView;
};

/** What taking over another wallet came to: `continued` under its own secret, or `joined` into this wallet. */
export type TakeoverReportView = RestoreReportView & {
  readonly how: 'continued' | 'joined';
  /** joined: whether that wallet's devices will hear of it, provider by provider */
  readonly marked: readonly { readonly provider: string; readonly done: boolean; readonly note?: Said<'mark'> }[];
};
