// SPDX-License-Identifier: GPL-3.0-or-later
import { MAX_UNITS, type Amount } from '../../../shared/amount.ts';
import type { SpendableCoin } from '../coins/spendable.ts';

/**
 * The most that so many of these coins can pay where whoever pays bears every deposit fee: what the fees leave of those that
 * leave most. It is the true maximum: coins that pay it are the first that the search for the fewest finds, and one unit more no
 * choice of so many coins pays.
 */
export const mostOf = (coins: readonly SpendableCoin[], maxCoins: number): bigint =>
  coins
    .map(({ left, feeDeposit }) => left.units - feeDeposit.units)
    .filter((net) => net > 0n)
    .sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
    .slice(0, maxCoins)
    .reduce((sum, net) => sum + net, 0n);

/** Of these sums in units the largest that stays within the range of sums; zero when there is none. */
export const largest = (currency: string, sums: Iterable<bigint>): Amount => {
  let most = 0n;
  for (const units of sums) if (units > most) most = units;
  return { currency, units: most > MAX_UNITS ? MAX_UNITS : most };
};
