// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, compareAmounts, parseAmount, type Amount } from './amount.ts';
import type { EscrowView } from './view-escrow.ts';

/** What would have to be agreed to for a year, so that places which ask because of a price go on; undefined where none asks. */
export const agreedAnew = ({
  agreed,
  places,
}: Pick<EscrowView, 'agreed' | 'places'>): readonly string[] | undefined => {
  const asking = places.flatMap(({ said }) => said.flatMap((each) => (each.kind === 'asks' ? [each.facts.why] : [])));
  if (asking.length === 0) return undefined;
  const dearer = asking.flatMap((why) => (why.kind === 'fee-above-cap' ? [why.facts.fee] : []));
  const most = new Map<string, Amount>();
  for (const text of [...agreed, ...dearer]) {
    const sum = parseAmount(text);
    if (!sum.ok) continue;
    const known = most.get(sum.value.currency);
    if (known === undefined || compareAmounts(sum.value, known) > 0) most.set(sum.value.currency, sum.value);
  }
  return [...most.values()].map(amountToText);
};
