// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, zeroAmount } from '../../../shared/amount.ts';
import { readBalances } from '../ledger/balance.ts';
import type { Wallets } from '../context.ts';
import type { SelectionFailure, WalletFailure } from '../failure/failure.ts';

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
    .reduce((sum, { incoming, needsNewer, change }) => {
      const coming = amount(incoming);
      const never = needsNewer === undefined ? 0n : amount(needsNewer).units;
      // What is ready as soon as it is wanted was counted already, unless it would suffice and could not be had.
      const ready = failure.change === undefined || change === undefined ? 0n : amount(change).units;
      const rest = coming.units - never - ready;
      return addCapped(sum, { currency, units: rest > 0n ? rest : 0n });
    }, zeroAmount(currency));
  return { ...failure, pending: amountToText(pending) };
};

/** The failure at one exchange with its change among what can be used, as the person's own page says it; not where that would suffice, and was not to be had. */
export const withChange = ({ store }: Wallets, exchange: string, failure: SelectionFailure): SelectionFailure => {
  if (failure.kind !== 'insufficient-balance') return failure;
  const available = amount(failure.available);
  const change = readBalances(store)
    .filter((each) => each.exchange === exchange && each.currency === available.currency)
    .reduce(
      (sum, each) => (each.change === undefined ? sum : addCapped(sum, amount(each.change))),
      zeroAmount(available.currency),
    );
  const all = addCapped(available, change);
  if (all.units >= amount(failure.needed).units) return failure;
  return { ...failure, available: amountToText(all), change: amountToText(change) };
};

/** What a sum that cannot be paid would take, by the very failure that says so: shown beside it, the two are one computation. */
export const lackingFees = (failure: WalletFailure): bigint =>
  failure.kind === 'insufficient-balance' ? amount(failure.fees).units : 0n;
