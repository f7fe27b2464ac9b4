// SPDX-License-Identifier: GPL-3.0-or-later
import type { WithdrawalQuoteView } from './view.ts';

// Money that comes from a bank, as it is shown.

/**
 * What a bank offers by its link; `total` is what arrives of it after fees. `begun`: it was accepted before. Without a sum it is either
 * the person's to `choose`, or said by whoever pays in at the bank (`atBank`).
 */
export type BankOfferView = {
  readonly bank: string;
  readonly exchange: string;
  readonly begun?: true;
  readonly choose?: { readonly currency: string; readonly suggested?: string; readonly most?: string };
  readonly atBank?: true;
  /** what bank and card take beside the sum */
  readonly cardFees?: string;
  readonly wireFee?: string;
} & (WithdrawalQuoteView | { readonly amount?: undefined; readonly fees?: undefined; readonly total?: undefined });

/**
 * A bank transfer that its person makes; `total` is what arrives of it after fees. `awaited`: it has not been seen yet, and can be
 * ended; `arriving`: it has, and is being made into money of this wallet.
 */
export type TransferView = WithdrawalQuoteView & {
  readonly id: string;
  readonly state: 'awaited' | 'arriving' | 'done' | 'ended';
  /** the account it goes to, with amount and subject (RFC 8905) */
  readonly payto: string;
  /** all accounts it may go to, the first as it was begun; one alone where nothing more is known of its issuer */
  readonly ways: readonly TransferWay[];
  readonly reservePub: string;
  /** so long the issuer keeps what has come and was not fetched; then it goes back */
  readonly keptDays?: number;
};

/** An account that a transfer may go to, with its subject, and with its sum where it is in the issuer's money. */
export type TransferWay = {
  readonly payto: string;
  /** what the issuer calls it */
  readonly label?: string;
  /** in the issuer's words: from which accounts alone it takes; an empty text where it does not say */
  readonly only?: readonly string[];
  /** it is in other money, which somebody changes */
  readonly converts?: true;
};

/** About how much has to be sent, at the rate of now. */
export type ConversionView = { readonly sum: string };
