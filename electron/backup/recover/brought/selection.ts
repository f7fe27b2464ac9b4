// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import type { Kind } from './denominations.ts';

/** As many coins one seed may have here (`state/field.ts`). */
const MAX_COINS = 4096;

/** A selection as our entries have it, and its denominations coin by coin. */
export type Chosen = {
  readonly selection: readonly { readonly h: string; readonly n: number; readonly v: string }[];
  readonly kinds: readonly Kind[];
};

/** What was selected under a seed; undefined when a denomination of it is not known, or of another exchange than the others. */
export const chosenOf = (
  kinds: ReadonlyMap<string, Kind>,
  selected: readonly { readonly denom_pub_hash: string; readonly count: number }[],
  at?: { readonly exchange: string; readonly masterPub: string },
): Chosen | undefined => {
  const rows = selected.filter(({ count }) => count > 0);
  if (rows.length === 0 || rows.reduce((sum, { count }) => sum + count, 0) > MAX_COINS) return undefined;
  const found = rows.flatMap(({ denom_pub_hash: h, count }) => {
    const kind = kinds.get(h);
    return kind === undefined ? [] : [{ kind, count }];
  });
  const place = at ?? found[0]?.kind;
  const isWhole = found.every(({ kind }) => kind.exchange === place?.exchange && kind.masterPub === place.masterPub);
  if (found.length < rows.length || !isWhole) return undefined;
  return {
    selection: found.map(({ kind, count }) => ({ h: kind.h, n: count, v: amountToText(kind.value) })),
    kinds: found.flatMap(({ kind, count }) => new Array<Kind>(count).fill(kind)),
  };
};
