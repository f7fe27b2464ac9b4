// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';
import type { PeerPaymentView } from './view.ts';

// What the screens show of a wallet's devices, and of leaving one or emptying the wallet.

/** How an installation stands among all that know this wallet; only `active` moves money. */
export type DeviceStanding = 'active' | 'superseded' | 'leaving' | 'abandoned' | 'taken-over';

export type DeviceView = {
  readonly id: string;
  readonly name: string;
  readonly epoch: number;
  readonly status: 'active' | 'leaving' | 'abandoned' | 'taken-over';
  /** this installation */
  readonly here: boolean;
  /** the one with the highest epoch */
  readonly leads: boolean;
  /** when it last changed something itself */
  readonly lastWroteAt?: number;
};

/** What the person calls this wallet and this device. */
export type NamesView = { readonly wallet: string; readonly device: string };

export type DevicesView = {
  readonly standing: DeviceStanding;
  readonly devices: readonly DeviceView[];
  /** how this device stands and, if it stands still, the way out */
  readonly said: Said<'known'>;
  /** what copies held that no honest wallet writes; empty as a rule */
  readonly apart: readonly Said<'known'>[];
};

/** What emptying would send now from one exchange. */
export type EmptyQuoteLine = {
  readonly exchange: string;
  readonly currency: string;
  /** how many codes; several when one cannot hold so many coins, none when nothing can be sent now */
  readonly payments: number;
  /** what is in the codes */
  readonly amount: string;
  /** what of it the other wallet gets, after the issuer has made it new there, by its terms of now */
  readonly arrives: string;
  readonly fees: string;
  readonly total: string;
  /** worth no more than the fee of sending it */
  readonly dust: string;
  /** not sent now: on its way back or in, or of coins that expire before the payments do */
  readonly later: string;
};

/** What emptying would send now, computed as it is sent. */
export type EmptyQuoteView = {
  readonly lines: readonly EmptyQuoteLine[];
  /** something is under way (a withdrawal, change) whose money may come in afterwards */
  readonly underWay: boolean;
};

/** How far emptying this wallet to another one has come. */
export type EmptyView = {
  /** `sending`: payments wait to be taken; `returned`: money came back or is still here, send it again or stop; `ready`: nothing is left, finish; `leaving`: the providers are being told */
  readonly state: 'idle' | 'sending' | 'returned' | 'ready' | 'leaving';
  /** one per purse: its address goes to the other wallet as a QR code */
  readonly payments: readonly PeerPaymentView[];
  /** still here: could be sent, or is on its way back or in */
  readonly left: readonly string[];
  /** worth no more than the fee of sending it; lost when the wallet is erased */
  readonly dust: readonly string[];
  readonly said: readonly Said<'emptying'>[];
};

/** What was sent where, after the wallet was erased; `files` hold the same as text and PDF. */
export type EmptyReceiptView = { readonly text: string; readonly files: readonly string[] };

/** How far leaving the wallet has come; `leaving` goes on by itself. */
export type AbandonView = {
  readonly state: 'leaving' | 'abandoned';
  readonly said: readonly Said<'leaving'>[];
};
