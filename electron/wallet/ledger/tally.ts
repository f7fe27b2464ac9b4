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
  /** by coin: of the shares that say so at this place, or of those that name none */
  readonly usesAt: (place?: string) => ReadonlyMap<string, Use>;
  readonly givers: ReadonlyMap<string, number>;
  /** From now on this is said in place of what was: whoever knows both need not have it kept here, of thousands of payments. */
  readonly replace: (before: readonly Share[], after: readonly Share[]) => void;
};

export const tally = (touched: Set<string>): Tally => {
  /** Those of a place together: the name of it stands once and not beside each coin. */
  const places = new Map<string, Map<string, Use>>();
  const nowhere = new Map<string, Use>();
  const givers = new Map<string, number>();
  const usesOf = (at: string | undefined): Map<string, Use> => {
    if (at === undefined) return nowhere;
    const uses = places.get(at) ?? new Map<string, Use>();
    places.set(at, uses);
    return uses;
  };
  const add = (share: Share, sign: 1 | -1): void => {
    const { coin, at } = share;
    touched.add(coin);
    const uses = usesOf(at);
    const sum = added(uses.get(coin), share, sign);
    if (sum !== undefined) uses.set(coin, sum);
    else if (uses.delete(coin) && uses.size === 0 && at !== undefined) places.delete(at);
    const count = (givers.get(coin) ?? 0) + sign;
    if (count === 0) givers.delete(coin);
    else givers.set(coin, count);
  };
  return {
    usesAt: (place) => (place === undefined ? nowhere : (places.get(place) ?? NONE)),
    givers,
    replace: (before, after) => {
      for (const share of before) add(share, -1);
      for (const share of after) add(share, 1);
    },
  };
};

const NONE: ReadonlyMap<string, Use> = new Map();
const NOTHING: readonly Share[] = [];

/** The same for those who know only what they say now. */
export const remembering = ({ replace }: Pick<Tally, 'replace'>): ((who: string, share: Share | undefined) => void) => {
  const saidBy = new Map<string, readonly Share[]>();
  return (who, share) => {
    const after = share === undefined ? NOTHING : [share];
    replace(saidBy.get(who) ?? NOTHING, after);
    if (share === undefined) saidBy.delete(who);
    else saidBy.set(who, after);
  };
};

/** A sum with one share more or less; nothing when it was the last. */
const added = (
  before: Use | undefined,
  { units, drawn = 0n, busy = false, planned = false }: Share,
  sign: 1 | -1,
): Use | undefined => {
  const counts = countsOf(
    (before?.counts.all ?? 0) + sign,
    (before?.counts.busy ?? 0) + (busy ? sign : 0),
    (before?.counts.planned ?? 0) + (planned ? sign : 0),
  );
  if (counts.all === 0) return undefined;
  const less = sign < 0;
  return {
    units: before === undefined ? units : before.units + (less ? -units : units),
    drawn: before === undefined ? drawn : before.drawn + (less ? -drawn : drawn),
    busy: counts.busy > 0,
    planned: counts.planned > 0,
    counts,
  };
};

/** Nearly every coin is used once, and for good. */
const ONCE: Use['counts'] = { all: 1, busy: 0, planned: 0 };

const countsOf = (all: number, busy: number, planned: number): Use['counts'] =>
  all === 1 && busy === 0 && planned === 0 ? ONCE : { all, busy, planned };
