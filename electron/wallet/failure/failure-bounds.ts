// SPDX-License-Identifier: GPL-3.0-or-later

/** What an exchange's own prices and limits stand against, known before anything is sent, and where somebody asks for more room than there is for them. */
export type BoundsFailure =
  /** an invoice at this exchange costs a fee: it was not agreed to, there are no coins for it, or it cannot be paid there */
  | {
      readonly kind: 'invoice-fee';
      readonly exchange: string;
      readonly fee: string;
      readonly why: 'ask' | 'no-coins' | 'cannot';
    }
  /**
   * making coins of a sum costs more than its person was shown: `ask` before anything is begun, `dearer` when the money is
   * there already and nothing is drawn; `total` is what would be left, `agreed` what it may cost by now
   */
  | {
      readonly kind: 'withdrawal-fees';
      readonly exchange: string;
      readonly why: 'ask' | 'dearer';
      readonly sum: string;
      readonly fees: string;
      readonly total: string;
      readonly agreed?: string;
    }
  /** another copy may spend coins worth `sum`; renewing them costs `fees`, so that `total` would be left */
  | {
      readonly kind: 'renewal-fees';
      readonly exchange: string;
      readonly sum: string;
      readonly fees: string;
      readonly total: string;
    }
  /** making new coins of what came back from shops, `sum`, costs more than was shown with it: `fees`, so that `total` would be left */
  | {
      readonly kind: 'refund-renewal';
      readonly exchange: string;
      readonly sum: string;
      readonly fees: string;
      readonly total: string;
    }
  /** this waits for no answer about what it costs */
  | { readonly kind: 'not-asked-about-fees'; readonly id: string }
  /** the exchange makes no purse for less than its purse fee (400/1860) */
  | { readonly kind: 'below-purse-fee'; readonly exchange: string; readonly least: string }
  /** there is no room for more coins of this exchange, or for more small ones: the money stays there */
  | { readonly kind: 'exchange-full'; readonly exchange: string; readonly by: 'coins' | 'bytes' }
  /** as much as is kept of one shop, or of persons at one exchange: nothing new of it is taken up until something is forgotten */
  | { readonly kind: 'too-much-kept'; readonly url: string; readonly what: 'shop' | 'person' }
  /** a shop names more refunds of one purchase than are kept of it */
  | { readonly kind: 'too-many-refunds'; readonly url: string; readonly limit: number }
  /** a limit that no answer of its owner lifts (`hard_limits`); `withinMs` is the time it counts over */
  | {
      readonly kind: 'beyond-limit';
      readonly exchange: string;
      readonly what: 'withdraw' | 'purse' | 'deposit' | 'hold';
      readonly limit: string;
      readonly withinMs?: number;
    };
