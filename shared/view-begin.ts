// SPDX-License-Identifier: GPL-3.0-or-later

// What the first screens show: whom one can begin with, and on what terms.

/** The terms of service of an issuer; `text` is somebody else's, made harmless to read, and shown as it is. */
export type TermsView = {
  readonly exchange: string;
  readonly host: string;
  readonly version: string;
  /** of the text, where the issuer says it */
  readonly language?: string;
  /** `elsewhere`: they are there in a form that is not shown here, and the text is empty */
  readonly form: 'plain' | 'markdown' | 'elsewhere';
  readonly text: string;
  readonly accepted: boolean;
};

/** A service on the list of those one can begin with. */
export type KnownService = {
  readonly kind: KnownKind;
  readonly url: string;
  readonly name: string;
  /** what it deals in, or is paid in; missing where it takes several or nobody knows */
  readonly currency?: string;
  /** ISO 3166, two letters; missing where it is for everybody */
  readonly country?: string;
  /** the day it was written into the list (ISO 8601), by whoever makes this program */
  readonly entered?: string;
  /** nothing there is worth anything */
  readonly isPlay?: true;
  /** the person put it on the list */
  readonly own?: true;
};

export type KnownKind = 'issuer' | 'place' | 'escrow';

/** The list as this wallet shows it; `hidden`: how many of the built-in ones the person took off. */
export type KnownView = { readonly services: readonly KnownService[]; readonly hidden: number };

/** What stopping to play would mean. */
export type LeavingPlayView = {
  /** this wallet plays */
  readonly plays: boolean;
  /** per issuer: play money that goes with it */
  readonly lost: readonly string[];
  /** per issuer: money that is worth something; as long as there is some, nothing is left */
  readonly real: readonly string[];
  /** transfers that may be of real money and are still on their way */
  readonly awaited: number;
};
