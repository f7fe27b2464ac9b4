// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { timestampToMs, type Timestamp } from '../../../../shared/time.ts';
import type { Reader } from '../../../storage/store.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { changeCosts, contributionOf, type CoinSelection } from '../../coins/selection.ts';
import type { SpendableCoin } from '../../coins/spendable.ts';
import type { Wallets } from '../../context.ts';
import { mostPerPurse } from '../../spend/limits.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from '../../spend/spendable-coins.ts';
import { purseFee } from './invoice-fee.ts';

// Payments of whole coins: each of exactly what its coins are worth after their deposit fees, so that no change remains.

/** One payment: all of these coins, and what is left of them after their deposit fees. */
export type WholePayment = { readonly keys: ExchangeKeys; readonly wanted: Amount; readonly selection: CoinSelection };

/** Every coin of one exchange whose deposit leaves something and that outlives the payments, in heaps of one payment each; writes nothing. */
export const planWhole = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  keys: ExchangeKeys,
  expiration: Timestamp,
): readonly WholePayment[] => wholePayments(wallets, keys, expiration, sendableCoins(wallets, reader, keys));

/** The same with coins that are chosen already. */
export const wholePayments = (
  wallets: Wallets,
  keys: ExchangeKeys,
  expiration: Timestamp,
  coins: readonly SpendableCoin[],
): readonly WholePayment[] => {
  const lasting = coins.filter((coin) => worth(coin) > 0n && coin.expiresMs > timestampToMs(expiration));
  const changeCost = changeCosts(keys.denominations.values(), wallets.world.now());
  return payments(keys, lasting, wallets.world.now()).map((coins) => {
    const sum = (of: (coin: SpendableCoin) => Amount): Amount =>
      coins.reduce((all, coin) => addAmounts(all, of(coin)), zeroAmount(keys.currency));
    const [total, fees] = [sum(({ left }) => left), sum(({ feeDeposit }) => feeDeposit)];
    const contributions = coins.map((coin) => contributionOf({ ...coin, given: coin.left }, changeCost));
    return {
      keys,
      wanted: { ...total, units: total.units - fees.units },
      selection: { contributions, total, fees, changeFees: zeroAmount(keys.currency) },
    };
  });
};

const worth = ({ left, feeDeposit }: SpendableCoin): bigint => left.units - feeDeposit.units;

/** Coins whose deposit leaves something. */
export const sendableCoins = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  keys: ExchangeKeys,
): readonly SpendableCoin[] => spendableCoins(wallets, reader, keys).filter((coin) => worth(coin) > 0n);

/** All of it together is less than the exchange makes a purse for. */
export const isBelowPurseFee = (keys: ExchangeKeys, coins: readonly SpendableCoin[], nowMs: number): boolean =>
  coins.length > 0 && coins.reduce((sum, coin) => sum + worth(coin), 0n) < purseFee(keys, nowMs).units;

/**
 * Coins in heaps that one payment each can carry: as many as a request holds, worth no more after fees than the exchange lets
 * one person take, and no less than its purse fee. A coin above that limit gives a part; the rest comes back as change.
 */
const payments = (
  keys: ExchangeKeys,
  coins: readonly SpendableCoin[],
  nowMs: number,
): readonly (readonly SpendableCoin[])[] => {
  const most = mostPerPurse(keys)?.units;
  const cut = (coin: SpendableCoin): SpendableCoin =>
    most === undefined || worth(coin) <= most
      ? coin
      : { ...coin, left: { ...coin.left, units: most + coin.feeDeposit.units } };
  const heaps: { coins: SpendableCoin[]; units: bigint }[] = [];
  // The large ones first: small ones then fill what is left of each heap, and where somebody else may be faster most is safe soonest.
  for (const coin of coins.map(cut).sort((a, b) => (worth(b) === worth(a) ? 0 : worth(b) > worth(a) ? 1 : -1))) {
    const units = worth(coin);
    const fits = heaps.find(
      (heap) => heap.coins.length < MAX_COINS_PER_PAYMENT && (most === undefined || heap.units + units <= most),
    );
    if (fits) {
      fits.coins.push(coin);
      fits.units += units;
    } else heaps.push({ coins: [coin], units });
  }
  const least = purseFee(keys, nowMs).units;
  return heaps.filter(({ units }) => units >= least).map((heap) => heap.coins);
};
