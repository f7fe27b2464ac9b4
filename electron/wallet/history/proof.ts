// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import type { BalanceView } from '../../../shared/view.ts';
import type { HistoryProof } from '../../../shared/view-history.ts';
import type { Effects } from './ordered.ts';

/** Whether what the lines say adds up to the balance, in every currency: of what the ledger says that they come to nothing is taken. */
export const proofOf = (
  effects: ReadonlyMap<string, Pick<Effects, 'units'>>,
  balances: readonly BalanceView[],
): HistoryProof => {
  const held = new Map<string, bigint>();
  for (const { currency, total } of balances) held.set(currency, (held.get(currency) ?? 0n) + amount(total).units);
  const sumOf = (currency: string): bigint => effects.get(currency)?.units ?? 0n;
  const currencies = [...new Set([...effects.keys(), ...held.keys()])].toSorted();
  return {
    sums: currencies.map((currency) => amountToText({ currency, units: sumOf(currency) })),
    unequal: currencies.filter((currency) => sumOf(currency) !== (held.get(currency) ?? 0n)),
  };
};
