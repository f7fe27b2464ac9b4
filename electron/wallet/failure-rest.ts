// SPDX-License-Identifier: GPL-3.0-or-later

/** What refunds, aborts and deposits are refused with. */
export type RestFailure =
  /** no paid purchase of this wallet is meant by the address */
  | { readonly kind: 'nothing-to-refund' }
  | { readonly kind: 'nothing-to-abort'; readonly id: string }
  /** an earlier purchase covers this order */
  | { readonly kind: 'already-bought' }
  /** 412/2254: the payment was complete before it could be aborted */
  | { readonly kind: 'already-complete' };

const KINDS: ReadonlySet<string> = new Set<RestFailure['kind']>([
  'nothing-to-refund',
  'nothing-to-abort',
  'already-bought',
  'already-complete',
]);

/** True for the kinds of this file. */
export const isRestFailure = (failure: { readonly kind: string }): failure is RestFailure => KINDS.has(failure.kind);

/** One sentence: what happened, whether money is at risk, what to do next. */
export const explainRestFailure = (failure: RestFailure): string => {
  switch (failure.kind) {
    case 'nothing-to-refund':
      return 'Nothing that this wallet paid is meant by this refund address; open it in the wallet that paid. Nothing was changed.';
    case 'nothing-to-abort':
      return `There is no unfinished payment or deposit "${failure.id}" that could be aborted; nothing was changed.`;
    case 'already-bought':
      return 'You have bought this before, so it is not paid again; the merchant has been shown the earlier payment.';
    case 'already-complete':
      return 'The payment was already complete, so it stays paid; ask the merchant for a refund instead.';
  }
};
