// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, cappedText } from './amount.ts';
import type { BalanceView } from './view.ts';

/** What a person can spend, and what is still to arrive. Change counts as spendable: it is made ready as soon as it is needed. */
export const spendable = ({
  available,
  incoming,
  change,
}: Pick<BalanceView, 'available' | 'incoming' | 'change'>): { readonly ready: string; readonly arriving: string } => {
  if (change === undefined) return { ready: available, arriving: incoming };
  const [ready, coming, made] = [amount(available), amount(incoming), amount(change)];
  const left = coming.units > made.units ? coming.units - made.units : 0n;
  return { ready: cappedText(addCapped(ready, made)), arriving: cappedText({ ...coming, units: left }) };
};
