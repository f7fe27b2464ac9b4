// SPDX-License-Identifier: GPL-3.0-or-later

/** What a request about a recovery from escrow is refused with; nothing was changed when one is returned. */
export type EscrowRecoveryFailure =
  /** what the person told of themselves cannot be right; nobody was asked */
  | {
      readonly kind: 'identity-refused';
      readonly why: 'missing' | 'too-long' | 'pattern' | 'date' | 'unknown';
      readonly field: string;
    }
  /** nobody was named to be asked */
  | { readonly kind: 'no-escrow-place' }
  /** the person did not want to wait any longer */
  | { readonly kind: 'search-stopped' }
  /** not among what the last search found */
  | { readonly kind: 'secret-not-found' }
  | { readonly kind: 'secret-of-other-program'; readonly name: string }
  /** these places gave another document than they had announced, or one beyond every bound; no other had it */
  | { readonly kind: 'document-unfit'; readonly places: readonly string[] }
  /** every place that had announced the document was silent */
  | { readonly kind: 'document-not-there'; readonly places: readonly string[] }
  /** another secret's recovery is under way */
  | { readonly kind: 'recovery-running' }
  | { readonly kind: 'no-recovery' }
  | { readonly kind: 'no-such-way' }
  | { readonly kind: 'recovery-not-open' }
  | { readonly kind: 'no-payment-asked' }
  | { readonly kind: 'fee-not-agreed'; readonly fee: string }
  /** the core secret is in hand and is no wallet of ours */
  | { readonly kind: 'secret-unreadable' }
  | { readonly kind: 'newer-secret'; readonly version: number }
  | { readonly kind: 'cannot-rehearse'; readonly type: string };
