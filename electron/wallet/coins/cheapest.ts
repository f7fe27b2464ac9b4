// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChangeCost, Price, SpendableCoin } from './spendable.ts';

// The search behind a choice of coins. Coins that cost and hold the same are one group, so a purse of thousands of coins
// is a dozen groups, and what is searched is how many of each.

/** What a set of coins costs beyond the price; the sets are compared by cost, then by how many coins, how soon they expire, how little change is left. */
type Score = { readonly cost: bigint; readonly coins: number; readonly expiry: number; readonly change: bigint };

type Group = {
  readonly left: bigint;
  readonly feeDeposit: bigint;
  readonly feeRefresh: bigint;
  /** nearest to expiry first */
  readonly coins: readonly SpendableCoin[];
};

/** Sets looked at before the best one found so far is taken: some milliseconds, also for a purse made to be hard. */
const MAX_STEPS = 20_000;
/** The same for sets with more coins than needed, which hardly ever cost less: all of a purse of a dozen coins. */
const MAX_STEPS_BEYOND = 6_000;

/**
 * The cheapest set of at most `maxCoins` coins that covers the price, in the order in which they are to be used up: the one
 * that keeps change comes last. Undefined when no single coin of any set found could keep the change, or nothing covers.
 */
export const cheapestCoins = (
  coins: readonly SpendableCoin[],
  price: Price,
  maxCoins: number,
  changeCost: ChangeCost,
): readonly SpendableCoin[] | undefined => {
  const groups = groupCoins(coins);
  /** what all coins from this group on hold together */
  const rest = groups.map((_, at) =>
    groups.slice(at).reduce((sum, { left, coins: all }) => sum + left * BigInt(all.length), 0n),
  );
  const taken = new Array<number>(groups.length).fill(0);
  let best: (Score & { readonly taken: readonly number[]; readonly keeper: number | undefined }) | undefined;
  let steps = 0;

  const consider = (left: bigint, fees: bigint, count: number): void => {
    const given = due(fees, price);
    const surplus = left - given;
    if (best && given - price.price.units > best.cost) return;
    const keeper = surplus === 0n ? undefined : cheapestKeeper(groups, taken, surplus, changeCost);
    if (surplus > 0n && !keeper) return;
    const cost = given - price.price.units + (keeper?.cost ?? 0n);
    const score = { cost, coins: count, expiry: expiryOf(groups, taken), change: surplus };
    if (!best || isBetter(score, best)) best = { ...score, taken: [...taken], keeper: keeper?.group };
  };

  /** `beyond`: also sets with more coins than the price takes; then the change may fit new coins better. */
  const search = (at: number, left: bigint, fees: bigint, count: number, beyond: boolean): void => {
    if (++steps > (beyond ? MAX_STEPS_BEYOND : MAX_STEPS)) return;
    const open = due(fees, price) - left;
    const isCovered = open <= 0n && count > 0;
    if (isCovered && (!beyond || at === groups.length)) return consider(left, fees, count);
    const group = groups[at];
    if (!group || open > (rest[at] ?? 0n)) return;
    // Coins further on are not larger and fees only grow: what cannot beat the best is left out.
    const more = isCovered ? 0 : Number((open + group.left - 1n) / group.left);
    if (count + more > maxCoins) return;
    const cost = due(fees, price) - price.price.units;
    if (best && (cost > best.cost || (cost === best.cost && count + more > best.coins))) return;
    const useful = beyond ? group.coins.length : enough(group, { left, fees }, price);
    const most = Math.min(group.coins.length, maxCoins - count, useful);
    for (let n = most; n >= 0; n--) {
      taken[at] = n;
      search(at + 1, left + group.left * BigInt(n), fees + group.feeDeposit * BigInt(n), count + n, beyond);
    }
    taken[at] = 0;
  };

  for (const beyond of [false, true]) {
    steps = 0;
    search(0, 0n, price.wireFee.units, 0, beyond);
  }
  return best && inOrder(groups, best.taken, best.keeper);
};

const due = (fees: bigint, { price, feeAllowance, wireFee }: Price): bigint => {
  const excess = fees > feeAllowance.units ? fees - feeAllowance.units : 0n;
  // No coin may give less than its own deposit fee (exchange: 1207), whoever bears it.
  const least = fees - wireFee.units;
  return price.units + excess > least ? price.units + excess : least;
};

/** How many coins of the group close the gap for certain; more would only be change. */
const enough = (
  { left: each, feeDeposit }: Group,
  { left, fees }: { readonly left: bigint; readonly fees: bigint },
  price: Price,
): number => {
  const net = each - feeDeposit;
  return Number((due(fees, price) - left + net - 1n) / net);
};

/** The group of the coin that keeps the change for the least. */
const cheapestKeeper = (
  groups: readonly Group[],
  taken: readonly number[],
  surplus: bigint,
  changeCost: ChangeCost,
): { readonly group: number; readonly cost: bigint } | undefined => {
  let best: { readonly group: number; readonly cost: bigint } | undefined;
  for (const [group, { left, feeDeposit, feeRefresh }] of groups.entries()) {
    if ((taken[group] ?? 0) === 0 || left - feeDeposit < surplus) continue;
    const cost = changeCost(surplus, feeRefresh);
    if (!best || cost < best.cost) best = { group, cost };
  }
  return best;
};

const isBetter = (a: Score, b: Score): boolean => {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.coins !== b.coins) return a.coins < b.coins;
  return a.expiry !== b.expiry ? a.expiry < b.expiry : a.change < b.change;
};

const expiryOf = (groups: readonly Group[], taken: readonly number[]): number =>
  groups.reduce(
    (sum, { coins }, at) => coins.slice(0, taken[at] ?? 0).reduce((all, { expiresMs }) => all + expiresMs, sum),
    0,
  );

const inOrder = (
  groups: readonly Group[],
  taken: readonly number[],
  keeper: number | undefined,
): readonly SpendableCoin[] => {
  const used = groups.flatMap(({ coins }, at) => (at === keeper ? [] : coins.slice(0, taken[at] ?? 0)));
  return keeper === undefined ? used : [...used, ...(groups[keeper]?.coins.slice(0, taken[keeper] ?? 0) ?? [])];
};

const groupCoins = (coins: readonly SpendableCoin[]): readonly Group[] => {
  const byKind = new Map<string, SpendableCoin[]>();
  for (const coin of coins) {
    const kind = `${coin.left.units} ${coin.feeDeposit.units} ${coin.feeRefresh.units}`;
    const same = byKind.get(kind);
    if (same) same.push(coin);
    else byKind.set(kind, [coin]);
  }
  return [...byKind.values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const sorted = same.sort((a, b) => a.expiresMs - b.expiresMs || (a.id < b.id ? -1 : 1));
      return [
        {
          left: first.left.units,
          feeDeposit: first.feeDeposit.units,
          feeRefresh: first.feeRefresh.units,
          coins: sorted,
        },
      ];
    })
    .sort((a, b) => (a.left === b.left ? (a.feeDeposit < b.feeDeposit ? -1 : 1) : a.left < b.left ? 1 : -1));
};
