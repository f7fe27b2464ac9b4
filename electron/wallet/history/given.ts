// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import { givingOf, isGiven, placeOf, type GivingEntry } from '../ledger/givings.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What an event took from coins we know, or knew, of where it says that it was. */
export const givenTo = (
  entry: GivingEntry,
  { coins, strangers, isGone }: Pick<Ledger, 'coins' | 'strangers' | 'isGone'>,
): bigint => {
  const giving = givingOf(entry);
  const { exchange, currency } = placeOf(entry.value);
  let sum = 0n;
  for (const [id, contribution] of Object.entries(giving.coins)) {
    if (!isGiven(giving, contribution)) continue;
    const given = amount(contribution.c);
    const account = strangers.has(id) ? coins.get(id) : undefined;
    const isOf = account?.coin.exchange === exchange && account?.currency === currency && given.currency === currency;
    if (!strangers.has(id) || isOf || (account === undefined && isGone(id))) sum += given.units;
  }
  return sum;
};
