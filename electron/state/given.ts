// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountText, word } from './field.ts';

/** How the status of a coin that was given to a flow moves. */
export const CONTRIBUTION = ['reserved', 'released', 'paid'] as const;

/** Coins given to a flow: contribution, fee, where each stands, what renewing it may cost when it comes back, or its rest, and what making change of that rest was said to cost. */
export const given = z.record(
  z.string(),
  z.looseObject({
    c: amountText,
    fee: amountText,
    renewal: amountText.exactOptional(),
    change: amountText.exactOptional(),
    s: word(CONTRIBUTION),
  }),
);
