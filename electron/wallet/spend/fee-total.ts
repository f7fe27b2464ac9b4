// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../../shared/amount.ts';
import type { Denomination, ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { changeCosts, costOf, isWithdrawable, selectCoins, type DenominationCount } from '../coins/selection.ts';
import type { Wallets } from '../context.ts';
import { openInTime } from '../open-in-time.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from './spendable-coins.ts';

// What a yearly fee comes to with what paying it costs: the one computation behind what a person agrees to when a place is
// added, and behind the coins that are drawn for it alone.

/** A fee that needs more coins than this is no fee for a backup. */
const MAX_COINS_PER_FEE = 64;
/** Other coins cost a little more or less another day, so that a total leaves up to this part of the fee for that. */
const ROOM = 4n;

/**
 * The total to agree to for a fee: the fee, what paying it would cost now at the known exchange that takes least, as if its shop
 * bore no part of that, and as much again for other coins of another day, up to a quarter of the fee. Where there is nothing
 * to pay it with, as if coins were drawn for it. A known exchange that does not answer is left out.
 */
export const feeTotal = async (wallets: Wallets, fee: Amount): Promise<Amount> => {
  if (fee.units === 0n) return fee;
  const known = wallets.store.entries('exchange').filter(({ value }) => value.currency === fee.currency);
  const opened = await Promise.all(known.map(({ value }) => openInTime(wallets, value.base_url, { asked: true })));
  const keys = opened.flatMap((each) => (each.ok ? [each.value.keys] : []));
  const now = least(keys.map((each) => costNow(wallets, each, fee)));
  const drawn = least(keys.map((each) => costDrawn(wallets, each, fee)));
  const room = fee.units / ROOM;
  if (now === undefined) return { ...fee, units: fee.units + (drawn ?? 0n) + room };
  return { ...fee, units: fee.units + now + (now < room - now ? now : room > now ? room - now : 0n) };
};

/** What paying it with the coins there are costs beyond it, in units; undefined when they do not suffice. */
const costNow = (wallets: Wallets, keys: ExchangeKeys, fee: Amount): bigint | undefined => {
  const nothing = { ...fee, units: 0n };
  const nowMs = wallets.world.now();
  const chosen = selectCoins(
    spendableCoins(wallets, wallets.store, keys),
    { price: fee, feeAllowance: nothing, wireFee: nothing },
    MAX_COINS_PER_PAYMENT,
    changeCosts(keys.denominations.values(), nowMs),
  );
  return chosen.ok ? costOf(chosen.value) : undefined;
};

/** The same with coins that are drawn for it, what having them costs included. */
const costDrawn = (
  { world }: Pick<Wallets, 'world'>,
  { denominations }: ExchangeKeys,
  fee: Amount,
): bigint | undefined => {
  const chosen = coinsForFee(denominations.values(), fee.units, world.now());
  if (chosen === undefined) return undefined;
  const face = chosen.selection.reduce(
    (sum, { h, n }) => sum + (denominations.get(h)?.value.units ?? 0n) * BigInt(n),
    0n,
  );
  return chosen.pays - fee.units + (chosen.cost - face);
};

const least = (all: readonly (bigint | undefined)[]): bigint | undefined =>
  all.reduce((best, each) => (each !== undefined && (best === undefined || each < best) ? each : best), undefined);

/** `cost`: what they take out of a reserve; `pays`: what paying the fee with them takes, deposit fees and making their change included. */
export type FeeCoins = {
  readonly selection: readonly DenominationCount[];
  readonly cost: bigint;
  readonly pays: bigint;
};

/**
 * Coins that pay a fee of so many units with all their deposit fees, for as little out of the reserve as possible: largest
 * first, and at every size the choice to finish with one coin that is a little too large. Undefined when it takes too many.
 */
export const coinsForFee = (
  denominations: Iterable<Denomination>,
  fee: bigint,
  nowMs: number,
): FeeCoins | undefined => {
  const all = [...denominations];
  const changeCost = changeCosts(all, nowMs);
  const offered = all
    .filter((each) => isWithdrawable(each, nowMs))
    .sort((a, b) => (net(a) === net(b) ? compare(price(a), price(b)) : compare(net(b), net(a))));
  let best: (FeeCoins & { readonly coins: number }) | undefined;
  /** `missing`: what the coins so far leave to be paid by `last`, which is a little too large */
  const consider = (taken: readonly DenominationCount[], coins: number, cost: bigint, over?: Over): void => {
    if (coins > MAX_COINS_PER_FEE || (best && cost >= best.cost)) return;
    const { missing, last } = over ?? {};
    const change = last && missing !== undefined ? net(last) - missing : 0n;
    best = {
      selection: last ? [...taken, counted(last, 1)] : [...taken],
      coins,
      cost,
      pays: fee + deposits + (last ? last.feeDeposit.units + changeCost(change, last.feeRefresh.units) : 0n),
    };
  };
  const chosen: DenominationCount[] = [];
  let [left, coins, cost, deposits] = [fee, 0, 0n, 0n];
  for (const each of offered) {
    const n = Number(left / net(each));
    if (coins + n > MAX_COINS_PER_FEE) break;
    if (n > 0) chosen.push(counted(each, n));
    left -= net(each) * BigInt(n);
    cost += price(each) * BigInt(n);
    deposits += each.feeDeposit.units * BigInt(n);
    coins += n;
    if (left === 0n) {
      consider(chosen, coins, cost);
      break;
    }
    consider(chosen, coins + 1, cost + price(each), { missing: left, last: each });
  }
  return best;
};

type Over = { readonly missing: bigint; readonly last: Denomination };

/** What a new coin can pay. */
const net = ({ value, feeDeposit }: Denomination): bigint => value.units - feeDeposit.units;
/** What a new coin takes out of the reserve. */
const price = ({ value, feeWithdraw }: Denomination): bigint => value.units + feeWithdraw.units;
const counted = ({ hash, value }: Denomination, n: number): DenominationCount => ({
  h: hash,
  n,
  v: amountToText(value),
});
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
