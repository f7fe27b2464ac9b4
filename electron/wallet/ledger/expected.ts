// SPDX-License-Identifier: GPL-3.0-or-later
import { inOrder, type Expected, type Quote } from './quotes.ts';

// New coins are made of used ones hours later, for a fee that was quoted when the payment chose them. It is counted from then on,
// by what was written down of that quote, and from the plan on by what the plan takes; never made, it is never counted.

/** What a coin is: how much it holds, what of that came back from a shop, and what refreshes have taken of it. */
type Held = { readonly held: bigint; readonly waiting: bigint; readonly melted: bigint };

const NONE: readonly Expected[] = [];

/** What making new coins of a used coin is expected to take; never more than it holds. */
export const expectedOf = (all: readonly Quote[], { held, waiting, melted }: Held): readonly Expected[] => {
  if (all.length === 0 || held === 0n) return NONE;
  // Joined copies may have planned it twice: the exchange lets only one of them have it.
  const [plan] = all.filter(({ of }) => of === 'refresh').sort((a, b) => (a.id < b.id ? -1 : 1));
  if (plan) return atMost(held, [plan]);
  const quoted = inOrder(all.filter(({ of }) => of === 'giving'));
  const rest = held > waiting ? held - waiting : 0n;
  const chosen = quoted.find(({ isGiven: given }) => given) ?? quoted.at(-1);
  // A rest of which change was made already is what that left over, and is planned at once.
  const isOver = chosen === undefined || (chosen.isGiven && melted > 0n);
  const ofRest = isOver ? [] : atMost(rest, [{ of: 'giving', id: chosen.id, units: chosen.units }]);
  const refunds = all.filter(({ of }) => of === 'refund').sort((a, b) => (a.id < b.id ? -1 : 1));
  return atMost(held, [...ofRest, ...(waiting > 0n ? refunds : [])]);
};

const atMost = (most: bigint, all: readonly Expected[]): readonly Expected[] => {
  let left = most;
  return all.flatMap(({ of, id, units }) => {
    const part = units < left ? units : left;
    left -= part;
    return part === 0n ? [] : [{ of, id, units: part }];
  });
};

/** The sums of what is expected, by line. */
export const expectedSums = () => {
  const sums = new Map<string, bigint>();
  return {
    sums: sums as ReadonlyMap<string, bigint>,
    add: (expected: readonly Expected[], sign: 1n | -1n): void => {
      for (const { of, id, units } of expected) {
        const key = keyOf(of, id);
        const sum = (sums.get(key) ?? 0n) + sign * units;
        if (sum === 0n) sums.delete(key);
        else sums.set(key, sum);
      }
    },
  };
};

export const keyOf = (of: Expected['of'], id: string): string => `${of} ${id}`;
