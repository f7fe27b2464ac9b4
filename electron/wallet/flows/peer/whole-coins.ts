// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { timestampToMs, type Timestamp } from '../../../../shared/time.ts';
import type { Reader } from '../../../storage/store.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { CoinSelection } from '../../coins/selection.ts';
import type { SpendableCoin } from '../../coins/spendable.ts';
import type { Wallets } from '../../context.ts';
import { mostPerPurse } from '../../spend/limits.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins, type Whose } from '../../spend/spendable-coins.ts';
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
  which?: Whose,
): readonly WholePayment[] => {
  const lasting = sendableCoins(wallets, reader, keys, which).filter(
    ({ expiresMs }) => expiresMs > timestampToMs(expiration),
  );
  return payments(keys, lasting, wallets.world.now()).map((coins) => {
    const sum = (of: (coin: SpendableCoin) => Amount): Amount =>
      coins.reduce((all, coin) => addAmounts(all, of(coin)), zeroAmount(keys.currency));
    const [total, fees] = [sum(({ left }) => left), sum(({ feeDeposit }) => feeDeposit)];
    const contributions = coins.map(({ id, left, feeDeposit }) => ({ id, contribution: left, feeDeposit }));
    return {
      keys,
      wanted: { ...total, units: total.units - fees.units },
      selection: { contributions, total, fees, changeFees: zeroAmount(keys.currency) },
    };
  });
};

/** Coins whose deposit leaves something. */
export const sendableCoins = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  keys: ExchangeKeys,
  which?: Whose,
): readonly SpendableCoin[] =>
  spendableCoins(wallets, reader, keys, which).filter(({ left, feeDeposit }) => left.units > feeDeposit.units);

const worth = ({ left, feeDeposit }: SpendableCoin): bigint => left.units - feeDeposit.units;

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
  // The large ones first: small ones then fill what is left of each heap.
  for (const coin of most === undefined ? coins : coins.map(cut).sort((a, b) => (worth(b) > worth(a) ? 1 : -1))) {
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
