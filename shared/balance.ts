// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText, zeroAmount } from './amount.ts';
import type { BalanceView } from './view.ts';

/** The sums a balance is shown in; they add up to its total. */
export type BalanceParts = { readonly ready: string; readonly change: string; readonly arriving: string };

/**
 * What can be spent now, what is change under way, and what is still to arrive. Change that is only to be made is made as soon as it
 * is needed; until then nobody is told that it is there already.
 */
export const partsOf = ({
  available,
  incoming,
  comingBack,
}: Pick<BalanceView, 'available' | 'incoming' | 'comingBack'>): BalanceParts => {
  const coming = amount(incoming);
  const back = comingBack === undefined ? zeroAmount(coming.currency) : amount(comingBack);
  const rest = coming.units > back.units ? coming.units - back.units : 0n;
  return { ready: available, change: cappedText(back), arriving: cappedText({ ...coming, units: rest }) };
};
