// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import type { BalanceView, HistoryLine } from '../../../shared/view.ts';
import type { HistoryProof } from '../../../shared/view-history.ts';

/** Whether the lines add up to the balance, in every currency: each line is added anew, whatever was added before. */
export const proofOf = (lines: readonly HistoryLine[], balances: readonly BalanceView[]): HistoryProof => {
  const [sums, held] = [new Map<string, bigint>(), new Map<string, bigint>()];
  for (const line of lines) add(sums, line.currency, effectOf(line));
  for (const { currency, total } of balances) add(held, currency, amount(total).units);
  const currencies = [...new Set([...sums.keys(), ...held.keys()])].toSorted();
  return {
    sums: currencies.map((currency) => amountToText({ currency, units: sums.get(currency) ?? 0n })),
    unequal: currencies.filter((currency) => (sums.get(currency) ?? 0n) !== (held.get(currency) ?? 0n)),
  };
};

const add = (sums: Map<string, bigint>, currency: string, units: bigint): void =>
  void sums.set(currency, (sums.get(currency) ?? 0n) + units);

const effects = new WeakMap<HistoryLine, bigint>();

/** What a line says that it did, read once: lines are values. */
const effectOf = (line: HistoryLine): bigint => {
  const known = effects.get(line);
  if (known !== undefined) return known;
  const { units } = amount(line.effect.replace('-', ''));
  const effect = line.effect.includes('-') ? -units : units;
  effects.set(line, effect);
  return effect;
};
