// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Store } from '../../storage/store.ts';
import { readLedger } from '../../wallet/ledger/ledger.ts';
import { APART_MS } from './schedule.ts';

/** Whether money has come that a place could not be paid for want of. Each time there is more than before makes one try, so nothing that fails for another reason is tried again and again. */
export type Payable = {
  /** when it can be tried, whatever its back-off says; never while there is no more money than when it was tried last */
  readonly dueAt: (id: string) => number;
  /** a round with it begins: what there is now is no news for the next one */
  readonly begun: (id: string) => void;
};

/** What a place could not be paid for want of money, and when that was tried. */
type Lacked = { readonly fee: Amount; readonly triedAt?: number | undefined };

/** The time of what is not due. */
export const NEVER = Number.POSITIVE_INFINITY;

export const createPayable = (store: Store, lackedBy: (id: string) => Lacked | undefined): Payable => {
  /** what could be spent when each was tried */
  const tried = new Map<string, bigint>();
  return {
    dueAt: (id) => {
      const { fee, triedAt } = lackedBy(id) ?? {};
      if (fee === undefined) return NEVER;
      const have = spendable(store, fee);
      // However often somebody sends a little, it is asked no more often than others are.
      return have >= fee.units && have > (tried.get(id) ?? -1n) ? (triedAt ?? 0) + APART_MS : NEVER;
    },
    begun: (id) => {
      const fee = lackedBy(id)?.fee;
      if (fee === undefined) tried.delete(id);
      else tried.set(id, spendable(store, fee));
    },
  };
};

/** What could be spent now in the currency of a sum. */
const spendable = (store: Store, { currency }: Amount): bigint => {
  let all = 0n;
  for (const [key, { available }] of readLedger(store).sums) if (key.endsWith(` ${currency}`)) all += available;
  return all;
};
