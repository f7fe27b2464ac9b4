// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { checkClock } from '../../taler/exchange/connect.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { selectDenominations } from '../coins/selection.ts';
import type { World } from '../../world.ts';
import type { WalletFailure } from '../failure/failure.ts';
import type { Shown } from './shown.ts';

// What becomes of money in a reserve: the one computation behind every quote, every question and every batch that is drawn.

/** More than any sum becomes; what is beyond would be withdrawn all the same, in further batches. */
const MAX_COINS = 100_000;

/** Nobody agrees to fees he did not look at: up to this part of a sum they are told with the answer, and above it asked about first. */
const STEEP = 10n;

/** `arrives` is the face value of the coins; `fees` is the rest of the sum, withdraw fees and what fits no coin. */
export type WithdrawalPrice = { readonly sum: Amount; readonly arrives: Amount; readonly fees: Amount };

/** What coins for this sum come to at this exchange now. */
export const priceOfWithdrawal = (
  keys: Pick<ExchangeKeys, 'denominations'>,
  sum: Amount,
  nowMs: number,
): WithdrawalPrice => {
  const { value } = selectDenominations(keys.denominations.values(), sum, { nowMs, maxCoins: MAX_COINS });
  return { sum, arrives: value, fees: { ...sum, units: sum.units - value.units } };
};

/** The same as texts, as it is shown. */
export const priceAsShown = ({ fees, arrives }: Pick<WithdrawalPrice, 'fees' | 'arrives'>) => ({
  fees: amountToText(fees),
  total: amountToText(arrives),
});

/** True for fees that take so large a part of a sum that nobody expects them. */
export const isSteep = ({ sum, fees }: Pick<WithdrawalPrice, 'sum' | 'fees'>): boolean =>
  fees.units * STEEP > sum.units;

/**
 * What may be lost of the sum to fees, as it is written into the withdrawal: all that is beyond the total its person saw, or
 * the price itself where only the answer tells it. Fails, with nothing changed, when less would arrive than was seen, and
 * when steep fees were not shown before.
 */
export const agreedFees = (
  exchange: string,
  price: WithdrawalPrice,
  { shown }: Shown,
): Result<string, WalletFailure> => {
  const ask = (): Result<never, WalletFailure> =>
    err({ kind: 'withdrawal-fees', exchange, why: 'ask', sum: amountToText(price.sum), ...priceAsShown(price) });
  if (shown === undefined) return isSteep(price) ? ask() : ok(amountToText(price.fees));
  const seen = parseAmount(shown);
  if (!seen.ok) return seen;
  const { currency, units } = seen.value;
  if (currency !== price.sum.currency || units > price.arrives.units) return ask();
  return ok(amountToText({ currency, units: price.sum.units - units }));
};

/** Why no coin of an issuer can be had for a sum; of one whose list was read before our clock was set wrong all seem to be of another time. */
export const noneFits = (world: Pick<World, 'now'>, keys: ExchangeKeys): WalletFailure => {
  const checked = checkClock(world, keys);
  return checked.ok ? { kind: 'no-denominations', exchange: keys.baseUrl } : checked.error;
};
