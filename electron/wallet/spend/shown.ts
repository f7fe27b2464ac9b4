// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount, type Amount } from '../../../shared/amount.ts';
import type { WalletFailure } from '../failure/failure.ts';

/** The total that was shown to the person, as text; what is reserved may not cost more. */
export type Shown = { readonly shown?: string };

/**
 * Coins come and go between the look and the click: a refusal when the sum now takes more units than was shown, so that
 * it is shown again. Undefined when it does not, or when nothing was shown.
 */
export const costsMore = ({ shown }: Shown, wanted: Amount, cost: bigint): WalletFailure | undefined => {
  if (shown === undefined) return undefined;
  const seen = parseAmount(shown);
  if (!seen.ok) return seen.error;
  const total = { currency: wanted.currency, units: wanted.units + cost };
  return seen.value.currency === wanted.currency && seen.value.units >= total.units
    ? undefined
    : { kind: 'fees-changed', shown, total: amountToText(total) };
};

/** What the person was shown that it costs beyond the sum, kept with the plan: coins that take a refused one's place may not cost more. Nothing where nothing was shown. */
export const shownCost = ({ shown }: Shown, wanted: Amount): { readonly cost?: string } => {
  const seen = shown === undefined ? undefined : parseAmount(shown);
  if (seen?.ok !== true) return {};
  const units = seen.value.units - wanted.units;
  return { cost: amountToText({ ...wanted, units: units > 0n ? units : 0n }) };
};
