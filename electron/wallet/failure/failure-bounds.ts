// SPDX-License-Identifier: GPL-3.0-or-later

/** The failures that follow from an exchange's own prices and limits; they are known before anything is sent. */
export type BoundsFailure =
  /** an invoice at this exchange costs a fee: it was not agreed to, there are no coins for it, or it cannot be paid there */
  | {
      readonly kind: 'invoice-fee';
      readonly exchange: string;
      readonly fee: string;
      readonly why: 'ask' | 'no-coins' | 'cannot';
    }
  /** the exchange makes no purse for less than its purse fee (400/1860) */
  | { readonly kind: 'below-purse-fee'; readonly exchange: string; readonly least: string }
  /** a limit that no answer of its owner lifts (`hard_limits`); `withinMs` is the time it counts over */
  | {
      readonly kind: 'beyond-limit';
      readonly exchange: string;
      readonly what: 'withdraw' | 'purse' | 'deposit' | 'hold';
      readonly limit: string;
      readonly withinMs?: number;
    };

const KINDS: ReadonlySet<string> = new Set<BoundsFailure['kind']>(['invoice-fee', 'below-purse-fee', 'beyond-limit']);

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
    case 'beyond-limit':
      return `${host} ${LIMITED[failure.what]} more than ${failure.limit}${within(failure.withinMs)}; ${WAY_OUT[failure.what]} Nothing was changed.`;
  }
};

const INVOICE_FEE: Readonly<Record<Extract<BoundsFailure, { kind: 'invoice-fee' }>['why'], string>> = {
  ask: ' from your money there (what moving it costs included); agree to that and ask again, or ask to be sent the money instead.',
  'no-coins':
    ', to be paid beforehand, and you have no money for it there; withdraw a little at this exchange first, or ask to be sent the money instead.',
  cannot: ', which this wallet cannot pay at an exchange of so old a version; ask to be sent the money instead.',
};

type Limited = Extract<BoundsFailure, { kind: 'beyond-limit' }>['what'];
const LIMITED: Readonly<Record<Limited, string>> = {
  withdraw: 'lets nobody withdraw',
  purse: 'carries no payment between people of',
  deposit: 'pays to one bank account not',
  hold: 'lets nobody hold',
};
const WAY_OUT: Readonly<Record<Limited, string>> = {
  withdraw: 'withdraw less, or the rest later.',
  purse: 'use several smaller payments.',
  deposit: 'deposit less, or the rest later.',
  hold: 'spend some of what you have there first, or use another exchange.',
};

const HOUR_MS = 3_600_000;

const within = (ms: number | undefined): string => {
  if (ms === undefined || !Number.isFinite(ms)) return '';
  const hours = Math.max(1, Math.round(ms / HOUR_MS));
  return hours % 24 === 0 ? ` within ${hours / 24} ${hours === 24 ? 'day' : 'days'}` : ` within ${hours} hours`;
};
