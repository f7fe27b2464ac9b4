// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, parseAmount, zeroAmount, type Amount } from '../../../shared/amount.ts';

// Sums of several currencies, as a person is asked about them and agrees to them.

/** One sum for each currency, also where it is nothing. */
export const added = (texts: readonly string[]): readonly string[] => {
  const sums = new Map<string, Amount>();
  for (const each of texts.map(amount))
    sums.set(each.currency, addCapped(sums.get(each.currency) ?? zeroAmount(each.currency), each));
  return [...sums.values()].map(amountToText);
};

/** What of these is a sum; a person typed them. */
export const readSums = (texts: readonly string[]): readonly Amount[] =>
  texts.map(parseAmount).flatMap((read) => (read.ok ? [read.value] : []));

/** Whether sums are within others, currency by currency; one that is not named is agreed to be nothing. */
export const isWithin = (asked: readonly string[], agreed: readonly string[]): boolean => {
  const limits = new Map(readSums(agreed).map(({ currency, units }) => [currency, units]));
  return added(asked)
    .map(amount)
    .every(({ currency, units }) => units <= (limits.get(currency) ?? 0n));
};
