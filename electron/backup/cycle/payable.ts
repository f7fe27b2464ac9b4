// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Store } from '../../storage/store.ts';
import { readLedger } from '../../wallet/ledger/ledger.ts';
import { lackingFee } from './outcome.ts';
import { readOutcome } from './read-outcome.ts';
import { APART_MS } from './schedule.ts';

/** Whether money has come that a place could not be paid for want of. Each time there is more than before makes one try, so nothing that fails for another reason is tried again and again. */
export type Payable = {
  /** when it can be tried, whatever its back-off says; never while there is no more money than when it was tried last */
  readonly dueAt: (id: string) => number;
  /** a round with it begins: what there is now is no news for the next one */
  readonly begun: (id: string) => void;
};

/** The time of what is not due. */
export const NEVER = Number.POSITIVE_INFINITY;

export const createPayable = (store: Store): Payable => {
  /** what could be spent when each was tried */
  const tried = new Map<string, bigint>();
  return {
    dueAt: (id) => {
      const { lastAttemptAt = 0, lastOutcome } = store.local.providerProgress(id) ?? {};
      const fee = lackingFee(readOutcome(lastOutcome));
      if (fee === undefined) return NEVER;
      const have = spendable(store, fee);
      // However often somebody sends a little, it is asked no more often than others are.
      return have >= fee.units && have > (tried.get(id) ?? -1n) ? lastAttemptAt + APART_MS : NEVER;
    },
    begun: (id) => {
      const fee = lackingFee(readOutcome(store.local.providerProgress(id)?.lastOutcome));
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
