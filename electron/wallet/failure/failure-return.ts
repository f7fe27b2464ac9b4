// SPDX-License-Identifier: GPL-3.0-or-later
import type { AccountFailure } from '../../taler/wire/bank-account.ts';

/** The failures of refunds, aborts and deposits. */
export type ReturnFailure =
  | AccountFailure
  /** none of the exchanges we know pays to accounts of this kind */
  | { readonly kind: 'no-payout-exchange'; readonly currency: string; readonly method: string }
  /** an exchange that says it gave a revoked coin's value to somebody else */
  | { readonly kind: 'recoup-elsewhere'; readonly exchange: string }
  | { readonly kind: 'deposit-refused'; readonly why: string }
  /** the exchange has the deposit, so it cannot be taken back */
  | { readonly kind: 'deposit-confirmed'; readonly wired: boolean }
  | { readonly kind: 'nothing-to-refund' }
  | { readonly kind: 'nothing-to-abort'; readonly id: string }
  /** an earlier purchase covers this order */
  | { readonly kind: 'already-bought' }
  /** 412/2254: the payment was complete before it could be aborted */
  | { readonly kind: 'already-complete' }
  /** the exchange has given the merchant the money, and the merchant refuses the order all the same */
  | { readonly kind: 'paid-unconfirmed'; readonly said: string; readonly orderId: string };
