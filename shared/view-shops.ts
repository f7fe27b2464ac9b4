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
