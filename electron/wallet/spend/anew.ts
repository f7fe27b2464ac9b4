// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../shared/amount.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Contribution, Purchase } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { changeCosts, costOf, type CoinSelection } from '../coins/selection.ts';
import { moveOn, reservedCoins } from '../ledger/spend.ts';

// A refused coin leaves a hole in a plan. Filled coin by coin, every filling keeps change of its own, and the payment gets
// dearer than anybody agreed to: so the plan is chosen as a whole, and its whole cost is compared with what was shown.

type Coins = Purchase['coins'];
type Kept = readonly (readonly [string, Contribution])[];

/** What is still to be chosen beside kept coins: the sum, their deposit fees, and how many they are. */
export type Rest = { readonly wanted: Amount; readonly fees: bigint; readonly used: number };

export type AnewNeed<F> = {
  /** without the refused ones, which are released */
  readonly coins: Coins;
  readonly wanted: Amount;
  /** what all of it may cost beyond `wanted`, in units; undefined where nothing was shown */
  readonly most: bigint | undefined;
  /** kept coins that may be given up for cheaper ones; whoever was promised them can still take them until they are renewed */
  readonly mayDrop: (coinId: string) => boolean;
  readonly select: (rest: Rest) => Result<CoinSelection, F>;
};

/** `coins` without those that are given up, what is to be reserved beside them, and what all of it costs beyond the wanted sum. */
export type Anew = { readonly coins: Coins; readonly selection: CoinSelection; readonly cost: bigint };

/**
 * The plan anew: with the kept coins if that costs no more than was shown, else the cheapest of that and a plan without those
 * that may be given up. A kept coin keeps its contribution, because its signature is out. Every renewal counts.
 */
export const chooseAnew = <F>(
  reader: Pick<Reader, 'entry'>,
  keys: ExchangeKeys,
  nowMs: number,
  { coins, wanted, most, mayDrop, select }: AnewNeed<F>,
): Result<Anew, F> => {
  const kept = reservedCoins(coins);
  const changeCost = changeCosts(keys.denominations.values(), nowMs);
  /** what renewing such a coin takes when it has given so much */
  const renewing = (id: string, given: bigint): bigint => {
    const coin = reader.entry('coin', id)?.value;
    const feeRefresh = coin && keys.denominations.get(coin.h)?.feeRefresh.units;
    const left = coin === undefined ? 0n : amount(coin.remaining).units - given;
    return left > 0n ? changeCost(left, feeRefresh ?? 0n) : 0n;
  };
  const planWith = (keep: Kept, drop: Kept): Result<Anew, F> => {
    const sum = (of: (each: Contribution) => string): bigint =>
      keep.reduce((all, [, each]) => all + amount(of(each)).units, 0n);
    const given = sum(({ c }) => c);
    const units = wanted.units - given;
    const selection = select({ wanted: { ...wanted, units }, fees: sum(({ fee }) => fee), used: keep.length });
    if (!selection.ok) return selection;
    const rests = keep.reduce((all, [id, { c }]) => all + renewing(id, amount(c).units), 0n);
    const dropped = drop.reduce((all, [id]) => all + renewing(id, 0n), 0n);
    return ok({
      coins: moveOn(coins, 'released', (id) => drop.some(([each]) => each === id)),
      selection: selection.value,
      cost:
        costOf({ ...selection.value, fees: { ...wanted, units: selection.value.total.units - units } }) +
        rests +
        dropped,
    });
  };
  const first = planWith(kept, []);
  const drop = kept.filter(([id]) => mayDrop(id));
  if (drop.length === 0 || (first.ok && (most === undefined || first.value.cost <= most))) return first;
  const second = planWith(
    kept.filter(([id]) => !mayDrop(id)),
    drop,
  );
  if (!first.ok) return second.ok ? second : first;
  return second.ok && second.value.cost < first.value.cost ? second : first;
};
