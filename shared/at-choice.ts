// SPDX-License-Identifier: GPL-3.0-or-later
import type { PayOfferView } from './view-shops.ts';

/** The offer at the price of one of its choices; as it is, where it has no such choice. */
export const atChoice = (offer: PayOfferView, index: number | undefined): PayOfferView => {
  const choice = offer.choices?.find((each) => each.index === index);
  if (choice === undefined) return offer;
  const { why: _why, from: _from, ...about } = offer;
  const { amount, fees, total, payable, why, from } = choice;
  return {
    ...about,
    amount,
    fees,
    total,
    payable,
    choice: choice.index,
    ...(why === undefined ? {} : { why }),
    ...(from === undefined ? {} : { from }),
  };
};
