// SPDX-License-Identifier: GPL-3.0-or-later

/** What an exchange's own price list or rule book stands against, known before anything is sent. */
export type BoundsFailure =
  /** an invoice at this exchange costs a fee: it was not agreed to, there are no coins for it, or it cannot be paid there */
  | {
      readonly kind: 'invoice-fee';
      readonly exchange: string;
      readonly fee: string;
      readonly why: 'ask' | 'no-coins' | 'cannot';
    }
  /** the exchange makes no purse for less than its purse fee (400/1860) */
  | { readonly kind: 'below-purse-fee'; readonly exchange: string; readonly least: string };

const KINDS: ReadonlySet<string> = new Set<BoundsFailure['kind']>(['invoice-fee', 'below-purse-fee']);

/** True for the kinds of this file. */
export const isBoundsFailure = (failure: { readonly kind: string }): failure is BoundsFailure =>
  KINDS.has(failure.kind);

/** One sentence: what happened, whether money is at risk, what to do next. */
export const explainBoundsFailure = (failure: BoundsFailure): string => {
  const host = URL.canParse(failure.exchange) ? new URL(failure.exchange).host : 'The exchange';
  switch (failure.kind) {
    case 'invoice-fee':
      return `${host} asks a fee for every invoice, ${failure.fee}${INVOICE_FEE[failure.why]} Nothing was changed.`;
    case 'below-purse-fee':
      return `${host} carries no payment between people below ${failure.least}; send at least that much. Nothing was changed.`;
  }
};

const INVOICE_FEE: Readonly<Record<Extract<BoundsFailure, { kind: 'invoice-fee' }>['why'], string>> = {
  ask: ' from your money there (what moving it costs included); agree to that and ask again, or ask to be sent the money instead.',
  'no-coins':
    ', to be paid beforehand, and you have no money for it there; withdraw a little at this exchange first, or ask to be sent the money instead.',
  cannot: ', which this wallet cannot pay at an exchange of so old a version; ask to be sent the money instead.',
};
