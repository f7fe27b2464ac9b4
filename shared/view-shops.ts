// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';

// What shops offer beside plain orders, as a page shows it.

/** Something beside money that a shop wants or gives, and that this wallet cannot keep; `name` as the shop calls it. */
export type ChoiceExtraView = {
  readonly kind: 'subscription' | 'discount' | 'tax-receipt' | 'token';
  readonly name: string;
};

/** One way to pay an order, as it would come about. */
export type PayChoiceView = {
  readonly index: number;
  readonly description?: string;
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
  readonly payable: boolean;
  readonly why?: Said<'failure'>;
  readonly from?: string;
  readonly needs: readonly ChoiceExtraView[];
  readonly gives: readonly ChoiceExtraView[];
};

/** An offer that a shop keeps ready. What it fixes is there (`summary`, `amount`), and what it or its link proposes for what is open; `currency`: the only one an open sum may be in. */
export type TemplateView = {
  /** as in `PayOfferView` */
  readonly merchant: string;
  readonly merchantHost: string;
  readonly merchantOdd?: true;
  readonly summary?: string;
  readonly proposedSummary?: string;
  readonly amount?: string;
  readonly proposedAmount?: string;
  readonly currency?: string;
};

/** An order the wallet has claimed and could pay. */
export type PayOfferView = {
  readonly purchaseId: string;
  /** the name it gives itself, made harmless to read (`shared/names`) */
  readonly merchant: string;
  /** the host we really speak to; shown beside the name */
  readonly merchantHost: string;
  /** the name mixes letters that look alike, or hid some */
  readonly merchantOdd?: true;
  readonly summary: string;
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
  readonly payable: boolean;
  /** of an order that leaves a choice: all there are; the sums are those of the one with the number `choice`, which is only proposed */
  readonly choices?: readonly PayChoiceView[];
  readonly choice?: number;
  /** where there is money of several issuers: whose it takes */
  readonly from?: string;
  /** the shop's own page for what was bought, to be shown once it is paid */
  readonly page?: string;
  /** what the shop says once it is paid */
  readonly message?: string;
  /** the shop sells it only to people of so many years and more */
  readonly minimumAge?: number;
  /** nothing is left to pay, and the merchant knows it */
  readonly alreadyPaid?: true;
  /** why it cannot be paid */
  readonly why?: Said<'failure'>;
};
