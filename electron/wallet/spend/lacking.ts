// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, zeroAmount } from '../../../shared/amount.ts';
import { readBalances } from '../ledger/balance.ts';
import type { Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';

// What is said when a sum cannot be paid is the same for shops, people and banks.

/** Of two exchanges that cannot pay, the one with more money explains better. */
export const nearer = <F extends WalletFailure>(a: F | undefined, b: F): F => {
  if (a?.kind !== 'insufficient-balance' || b.kind !== 'insufficient-balance') return a ?? b;
  return amount(b.available).units > amount(a.available).units ? b : a;
};

/** The failure with what is being withdrawn or coming back in its currency, at all exchanges, if money is what it lacks. */
export const withPending = <F extends WalletFailure>({ store }: Wallets, failure: F): F => {
  if (failure.kind !== 'insufficient-balance') return failure;
  const { currency } = amount(failure.needed);
  const pending = readBalances(store)
    .filter((each) => each.currency === currency)
    .reduce((sum, { incoming, needsNewer }) => {
      const coming = amount(incoming);
      const never = needsNewer === undefined ? 0n : amount(needsNewer).units;
      return addCapped(sum, { currency, units: coming.units > never ? coming.units - never : 0n });
    }, zeroAmount(currency));
  return { ...failure, pending: amountToText(pending) };
};
