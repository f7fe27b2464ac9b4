// SPDX-License-Identifier: GPL-3.0-or-later
import type { AccountFailure } from '../../taler/wire/bank-account.ts';
import type { PageFailure } from '../../taler/merchant/page.ts';
import type { TemplateFailure } from '../../taler/merchant/template.ts';

/** The failures of refunds, aborts and deposits, and of what a shop offers beside plain orders. */
export type ReturnFailure =
  | AccountFailure
  | PageFailure
  | TemplateFailure
  /** an offer of a shop leaves this open, and its person has not said it */
  | { readonly kind: 'template-open'; readonly url: string; readonly what: 'amount' | 'summary' }
  /** the order that a shop wrote is another one than was asked for */
  | { readonly kind: 'template-differs'; readonly url: string }
  /** none of the exchanges we know pays to accounts of this kind */
  | { readonly kind: 'no-payout-exchange'; readonly currency: string; readonly method: string }
  /** an exchange that says it gave a revoked coin's value to somebody else */
  | { readonly kind: 'recoup-elsewhere'; readonly exchange: string }
  | { readonly kind: 'deposit-refused'; readonly why: string }
  /** the exchange has the deposit, so it cannot be taken back */
  | { readonly kind: 'deposit-confirmed'; readonly wired: boolean }
  | { readonly kind: 'nothing-to-refund' }
  | { readonly kind: 'nothing-to-abort'; readonly id: string }
  /** a contract leaves several choices, and none was made */
  | { readonly kind: 'choice-open' }
  /** coins of an exchange of long ago cannot sign which choice is meant */
  | { readonly kind: 'choice-unsigned' }
  /** a choice wants something beside money, or gives what no wallet may take that does not know it; `hint`: how the shop calls it */
  | { readonly kind: 'choice-not-usable'; readonly why: 'needs' | 'gives'; readonly hint: string }
  /** an earlier purchase covers this order */
  | { readonly kind: 'already-bought' }
  /** 412/2254: the payment was complete before it could be aborted */
  | { readonly kind: 'already-complete' }
  /** the exchange has given the merchant the money, and the merchant refuses the order all the same */
  | { readonly kind: 'paid-unconfirmed'; readonly said: string; readonly orderId: string };
