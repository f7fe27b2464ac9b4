// SPDX-License-Identifier: GPL-3.0-or-later

/** What is said of one coin, by however many. */
export type Use = {
  readonly units: bigint;
  /** the part of `units` that came out of returned value */
  readonly drawn: bigint;
  readonly busy: boolean;
  /** nothing is melted yet; busy only once the coin is not fresh any more */
  readonly planned: boolean;
  readonly counts: { readonly all: number; readonly busy: number; readonly planned: number };
};

/** Whoever means harm can write that a coin was given at another exchange, or in another currency, than it is of: it was not. */
export type Place = { readonly exchange: string; readonly currency: string };

export type Share = { readonly coin: string; readonly at?: string } & Partial<Pick<Use, 'drawn' | 'busy' | 'planned'>> &
  Pick<Use, 'units'>;

export type Tally = {
  /** by coin, and where its shares say so, by place */
  readonly uses: ReadonlyMap<string, Use>;
  readonly givers: ReadonlyMap<string, number>;
  /** from now on this is what `who` says, in place of what it said before */
  readonly say: (who: string, shares: readonly Share[]) => void;
};

const NOTHING: readonly Share[] = [];

export const tally = (touched: Set<string>): Tally => {
  const uses = new Map<string, Use>();
  const givers = new Map<string, number>();
  const saidBy = new Map<string, readonly Share[]>();
  const add = (share: Share, sign: 1 | -1): void => {
    const { coin, at } = share;
    touched.add(coin);
    const key = at === undefined ? coin : `${coin} ${at}`;
    const sum = added(uses.get(key), share, sign);
    if (sum === undefined) uses.delete(key);
    else uses.set(key, sum);
    const count = (givers.get(coin) ?? 0) + sign;
    if (count === 0) givers.delete(coin);
    else givers.set(coin, count);
  };
  return {
    uses,
    givers,
    say: (who, shares) => {
      for (const share of saidBy.get(who) ?? NOTHING) add(share, -1);
      for (const share of shares) add(share, 1);
      if (shares.length === 0) saidBy.delete(who);
      else saidBy.set(who, shares);
    },
  };
};

/** A sum with one share more or less; nothing when it was the last. */
const added = (
  before: Use | undefined,
  { units, drawn = 0n, busy = false, planned = false }: Share,
  sign: 1 | -1,
): Use | undefined => {
  const counts = {
    all: (before?.counts.all ?? 0) + sign,
    busy: (before?.counts.busy ?? 0) + (busy ? sign : 0),
    planned: (before?.counts.planned ?? 0) + (planned ? sign : 0),
  };
  if (counts.all === 0) return undefined;
  const less = sign < 0;
  return {
    units: (before?.units ?? 0n) + (less ? -units : units),
    drawn: (before?.drawn ?? 0n) + (less ? -drawn : drawn),
    busy: counts.busy > 0,
    planned: counts.planned > 0,
    counts,
  };
};
