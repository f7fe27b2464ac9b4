// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amountToText, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Denomination } from '../../taler/exchange/keys/model.ts';
import type { SelectionFailure } from '../failure/failure.ts';
import { isBetter } from './better.ts';
import { cheapestCoins } from './cheapest.ts';
import { isSmall, type Room } from './room.ts';
import type { ChangeCost, Price, SpendableCoin } from './spendable.ts';

/** `n` coins of the denomination with hash `h`, each worth `v`; the order of a list of these is part of the secret state. */
export type DenominationCount = { readonly h: string; readonly n: number; readonly v: string };

export type DenominationSelection = {
  readonly selection: readonly DenominationCount[];
  readonly coins: number;
  /** face value of all coins */
  readonly value: Amount;
  /** what the reserve or the old coin is charged: value and withdraw fees */
  readonly cost: Amount;
  /** more coins would have fitted the budget than there was room for */
  readonly isCut: boolean;
};

/** Most new coins of one refresh: far below the protocol's 255, so that a coin renewed at a later generation (64 per request) fits too. */
export const MAX_NEW_COINS = 60;
const MOST_NEW: Room = { coins: MAX_NEW_COINS, small: MAX_NEW_COINS };
/** A coin is a kilobyte in every copy, and who keeps a gigabyte asks for more than one unit of any currency: what is worth less than 10⁻⁶ costs more than it is. */
const LEAST_UNITS = 100n;
/** A request for a denomination may be minutes on its way: one that ends sooner is not begun. */
const DENOMINATION_MARGIN_MS = 5 * 60_000;

/**
 * Denominations for a budget, largest first, at most `maxCoins` coins; empty when nothing fits. Of several
 * denominations of one value the cheapest, then the longest-lived is chosen, so that coins need renewal late; what ends within a week last.
 */
export const selectDenominations = (
  denominations: Iterable<Denomination>,
  budget: Amount,
  { nowMs, maxCoins, room }: { readonly nowMs: number; readonly maxCoins: number; readonly room?: Room },
): DenominationSelection => {
  const selection: DenominationCount[] = [];
  const { currency } = budget;
  const { left, value, coins, isCut } = fill(
    bestByValue(denominations, nowMs),
    budget.units,
    { coins: Math.min(maxCoins, room?.coins ?? maxCoins), small: room?.small ?? maxCoins },
    ({ hash, value: v }, n) => selection.push({ h: hash, n, v: amountToText(v) }),
  );
  return { selection, coins, value: { currency, units: value }, cost: { currency, units: budget.units - left }, isCut };
};

/** Fills a budget with denominations, the largest first; `take` is called for each that was chosen. */
const fill = (
  best: readonly Denomination[],
  budget: bigint,
  most: Room,
  take: (denomination: Denomination, n: number) => void,
): { readonly left: bigint; readonly value: bigint; readonly coins: number; readonly isCut: boolean } => {
  let left = budget;
  let coins = 0;
  let small = 0;
  let value = 0n;
  let isCut = false;
  for (const denomination of best) {
    const price = denomination.value.units + denomination.feeWithdraw.units;
    const fits = left / price;
    const all = most.coins - coins;
    const room = BigInt(isSmall(denomination.value.units) ? Math.min(all, most.small - small) : all);
    isCut ||= fits > room;
    const n = Number(fits < room ? fits : room);
    if (n === 0) continue;
    if (isSmall(denomination.value.units)) small += n;
    take(denomination, n);
    left -= price * BigInt(n);
    value += denomination.value.units * BigInt(n);
    coins += n;
  }
  return { left, value, coins, isCut };
};

/** What change costs while these denominations are offered: the refresh, withdraw fees, and what fits no coin; nothing is computed twice. */
export const changeCosts = (denominations: Iterable<Denomination>, nowMs: number): ChangeCost => {
  const best = bestByValue(denominations, nowMs);
  const known = new Map<bigint, Map<bigint, bigint>>();
  const cost = (change: bigint, feeRefresh: bigint): bigint => {
    if (change <= feeRefresh) return change;
    const { left, value, coins } = fill(best, change - feeRefresh, MOST_NEW, () => undefined);
    // More coins than one refresh makes: the rest stays in the coin for the next one.
    return coins === MAX_NEW_COINS ? change - left - value + cost(left, feeRefresh) : change - value;
  };
  return (change, feeRefresh) => {
    const byChange = known.get(feeRefresh) ?? new Map<bigint, bigint>();
    known.set(feeRefresh, byChange);
    const before = byChange.get(change) ?? cost(change, feeRefresh);
    byChange.set(change, before);
    return before;
  };
};

/** True when new coins of this denomination may be asked for now. */
export const isWithdrawable = (denomination: Denomination, nowMs: number): boolean =>
  denomination.selectable &&
  timestampToMs(denomination.stampStart) <= nowMs &&
  timestampToMs(denomination.stampExpireWithdraw) > nowMs + DENOMINATION_MARGIN_MS &&
  denomination.value.units >= LEAST_UNITS &&
  // A coin whose fee eats it could be held but never spent.
  denomination.value.units > denomination.feeDeposit.units;

const bestByValue = (denominations: Iterable<Denomination>, nowMs: number): readonly Denomination[] => {
  const best = new Map<bigint, Denomination>();
  for (const denomination of denominations) {
    if (!isWithdrawable(denomination, nowMs)) continue;
    const rival = best.get(denomination.value.units);
    if (!rival || isBetter(denomination, rival, nowMs)) best.set(denomination.value.units, denomination);
  }
  return [...best.values()].sort((a, b) => (a.value.units < b.value.units ? 1 : -1));
};

export type CoinContribution = {
  readonly id: string;
  /** deposit fee included */ readonly contribution: Amount;
  readonly feeDeposit: Amount;
  /** what renewing costs by the prices of now, should it come back whole or with what it does not give */
  readonly renewal: Amount;
  /** what making change of what it does not give costs by the same prices; undefined where it gives all */
  readonly change?: Amount;
};

export type CoinSelection = {
  readonly contributions: readonly CoinContribution[];
  /** what the coins give to the exchange: price and the fees the merchant does not bear */
  readonly total: Amount;
  /** what the customer bears of deposit and wire fees */
  readonly fees: Amount;
  /** what exchanging the change for new coins takes from it */
  readonly changeFees: Amount;
};

/** All that giving these coins costs: deposit fees, and what renewing their rests takes, withdraw fees and unfit rests included. */
export const costOf = ({ fees, changeFees }: CoinSelection): bigint => fees.units + changeFees.units;

/**
 * Coins for a price at one exchange: those that cost least in all (deposit, wire, and what becomes of the change), of these the
 * fewest, of these the ones nearest to their expiry. Fails when all coins together do not cover price and fees.
 */
export const selectCoins = (
  coins: readonly SpendableCoin[],
  price: Price,
  maxCoins: number,
  changeCost: ChangeCost,
): Result<CoinSelection, SelectionFailure> => {
  const usable = coins.filter((coin) => coin.left.units > coin.feeDeposit.units).sort(largestFirst);
  // What was chosen before may suffice already; then `price` is the rest, perhaps below zero.
  if (needed([], price).units <= 0n) return ok(nothing(price.price.currency));
  let best: CoinSelection | undefined;
  // The search is exact for the purses people have. It may give up on coins that nearly all of their fee eats, which an exchange
  // can offer; the fewest coins are found without it, by value if the merchant bears the fees, else by what the fees leave.
  for (const choice of [
    cheapestCoins(usable, price, maxCoins, changeCost),
    fewestCoins(usable, price),
    fewestCoins(usable.toSorted(largestNetFirst), price),
  ]) {
    if (!choice || choice.length > maxCoins) continue;
    const selection = contribute(choice, price, changeCost);
    if (selection && (!best || isCheaper(selection, best))) best = selection;
  }
  if (best) return ok(best);
  if (covers(usable, price)) return err({ kind: 'too-many-coins', limit: maxCoins });
  const available = usable.reduce((sum, coin) => addCapped(sum, coin.left), zeroAmount(price.price.currency));
  return err({
    kind: 'insufficient-balance',
    available: amountToText(available),
    needed: amountToText(needed(usable, price)),
    fees: amountToText({ ...price.price, units: needed(usable, price).units - price.price.units }),
  });
};

const nothing = (currency: string): CoinSelection => {
  const zero = zeroAmount(currency);
  return { contributions: [], total: zero, fees: zero, changeFees: zero };
};

/** Orders coins by value, the larger first; among equals the one that expires first, so that old coins go out before they need renewal. */
const largestFirst = (a: SpendableCoin, b: SpendableCoin): number =>
  a.left.units !== b.left.units
    ? a.left.units < b.left.units
      ? 1
      : -1
    : a.expiresMs - b.expiresMs || (a.id < b.id ? -1 : 1);

/** Orders coins by what is left of them after their deposit fee, the larger first. */
const largestNetFirst = (a: SpendableCoin, b: SpendableCoin): number => {
  const [left, right] = [a.left.units - a.feeDeposit.units, b.left.units - b.feeDeposit.units];
  return left === right ? 0 : left < right ? 1 : -1;
};

const isCheaper = (a: CoinSelection, b: CoinSelection): boolean => {
  const cost = (s: CoinSelection): bigint => s.fees.units + s.changeFees.units;
  return cost(a) !== cost(b) ? cost(a) < cost(b) : a.contributions.length < b.contributions.length;
};

/** Price plus the fees of exactly these coins that are beyond the merchant's allowance. */
const needed = (coins: readonly SpendableCoin[], { price, feeAllowance, wireFee }: Price): Amount => {
  const total = coins.reduce((sum, coin) => sum + coin.feeDeposit.units, wireFee.units);
  const excess = total > feeAllowance.units ? total - feeAllowance.units : 0n;
  return { currency: price.currency, units: price.units + excess };
};

const covers = (coins: readonly SpendableCoin[], price: Price): boolean =>
  coins.reduce((sum, coin) => sum + coin.left.units, 0n) >= needed(coins, price).units;

/** The first coins that suffice together; the last of them is exchanged for the last in order that still does. */
const fewestCoins = (coins: readonly SpendableCoin[], price: Price): readonly SpendableCoin[] | undefined => {
  let chosen = nothingChosen(price);
  for (const coin of coins) {
    if (!closes(chosen, coin, price)) {
      chosen = take(chosen, coin);
      continue;
    }
    const last = coins.findLast((other) => closes(chosen, other, price)) ?? coin;
    return [...chosen.coins, last];
  }
  return undefined;
};

/** Coins chosen so far and their sums, so that choosing among many coins stays linear. */
type Chosen = { readonly coins: SpendableCoin[]; readonly left: bigint; readonly fees: bigint };

const nothingChosen = ({ wireFee }: Price): Chosen => ({ coins: [], left: 0n, fees: wireFee.units });

const take = ({ coins, left, fees: before }: Chosen, coin: SpendableCoin): Chosen => {
  coins.push(coin);
  return { coins, left: left + coin.left.units, fees: before + coin.feeDeposit.units };
};

const due = (allFees: bigint, { price, feeAllowance }: Price): bigint =>
  price.units + (allFees > feeAllowance.units ? allFees - feeAllowance.units : 0n);

/** What is still missing from the price when this coin is chosen and its fee is due too. */
const missing = (chosen: Chosen, coin: SpendableCoin, price: Price): bigint =>
  due(chosen.fees + coin.feeDeposit.units, price) - chosen.left;

const closes = (chosen: Chosen, coin: SpendableCoin, price: Price): boolean =>
  missing(chosen, coin, price) <= coin.left.units;

type GivenCoin = Omit<SpendableCoin, 'expiresMs'> & { readonly given: Amount };

const restCost = ({ left, given, feeRefresh }: GivenCoin, changeCost: ChangeCost): bigint =>
  left.units > given.units ? changeCost(left.units - given.units, feeRefresh.units) : 0n;

/** A coin that gives so much, as it goes into a plan. */
export const contributionOf = (coin: GivenCoin, changeCost: ChangeCost): CoinContribution => {
  const [whole, rest] = [changeCost(coin.left.units, coin.feeRefresh.units), restCost(coin, changeCost)];
  const renewal = { ...coin.left, units: whole > rest ? whole : rest };
  const change = coin.left.units > coin.given.units ? { change: { ...coin.left, units: rest } } : {};
  return { id: coin.id, contribution: coin.given, feeDeposit: coin.feeDeposit, renewal, ...change };
};

/** Divides the sum over the coins: all but one are used up; no coin gives less than its own deposit fee (exchange: 1207). */
const contribute = (
  coins: readonly SpendableCoin[],
  price: Price,
  changeCost: ChangeCost,
): CoinSelection | undefined => {
  if (!covers(coins, price)) return undefined;
  const { currency } = price.price;
  let open = needed(coins, price).units;
  let reserved = coins.reduce((sum, coin) => sum + coin.feeDeposit.units, 0n);
  const contributions: CoinContribution[] = [];
  let changeFees = 0n;
  let total = 0n;
  for (const coin of coins) {
    reserved -= coin.feeDeposit.units;
    const free = open - reserved;
    const share =
      free > coin.left.units ? coin.left.units : free < coin.feeDeposit.units ? coin.feeDeposit.units : free;
    const given = { ...coin, given: { currency, units: share } };
    contributions.push(contributionOf(given, changeCost));
    open -= share;
    total += share;
    changeFees += restCost(given, changeCost);
  }
  return {
    contributions,
    total: { currency, units: total },
    fees: { currency, units: total - price.price.units },
    changeFees: { currency, units: changeFees },
  };
};
