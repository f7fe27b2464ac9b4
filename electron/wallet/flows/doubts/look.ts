// SPDX-License-Identifier: GPL-3.0-or-later
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { DAY_MS } from '../flow.ts';

/** One look at what a copy has changed, at its exchange. */
export type Look = { readonly wallets: Wallets; readonly open: OpenExchange; readonly asked: number };

/** What a look came to: the exchange has confirmed what is said here, or it is asked again, or it does not answer just now. */
export type Seen =
  | { readonly kind: 'settled' }
  | { readonly kind: 'later'; readonly forMs: number }
  | { readonly kind: 'silent' };

export const SETTLED: Seen = { kind: 'settled' };
export const SILENT: Seen = { kind: 'silent' };

export const later = (forMs: number): Seen => ({ kind: 'later', forMs });

/** How often something is asked about that may still change: days apart at first, over a year in all. */
const MAX_ASKED = 9;

/** The longer nothing came of it the later, and at last never. */
export const growingLater = ({ asked }: Pick<Look, 'asked'>): Seen =>
  asked + 1 >= MAX_ASKED ? SETTLED : later(DAY_MS * 2 ** asked);
