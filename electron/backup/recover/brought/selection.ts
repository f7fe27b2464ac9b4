// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import type { Kind } from './denominations.ts';

/** As many coins one seed may have here (`state/field.ts`). */
const MAX_COINS = 4096;
/** As many all seeds of one copy may select together: a wallet has some for each of its payments, and each takes its time. */
const MAX_ALL = 50_000;

/** A selection as our entries have it, and its denominations coin by coin. */
export type Chosen = {
  readonly selection: readonly { readonly h: string; readonly n: number; readonly v: string }[];
  readonly kinds: readonly Kind[];
};

/** What was selected under a seed; undefined when a denomination of it is not known, or of another exchange than the others. */
export type Chooser = (
  selected: readonly { readonly denom_pub_hash: string; readonly count: number }[],
  at?: { readonly exchange: string; readonly masterPub: string },
) => Chosen | undefined;

/** Chooses for the seeds of one copy. */
export const createChooser = (kinds: ReadonlyMap<string, Kind>): Chooser => {
  let left = MAX_ALL;
  return (selected, at) => {
    const rows = selected.filter(({ count }) => count > 0);
    const coins = rows.reduce((sum, { count }) => sum + count, 0);
    if (rows.length === 0 || coins > MAX_COINS || coins > left) return undefined;
    left -= coins;
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
};
