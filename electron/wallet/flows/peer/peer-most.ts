// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { MostView } from '../../../../shared/view.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { mostPerPurse } from '../../spend/limits.ts';
import { largest, mostOf } from '../../spend/most.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from '../../spend/spendable-coins.ts';
import { purseFee } from './invoice-fee.ts';
import { expirationOf, openExchanges, type PriceWish } from './peer-quote.ts';

/** A currency to send in, and for how long it can be taken. */
export type MostWish = Pick<PriceWish, 'expiresHours' | 'exchange'> & { readonly currency: string };

/** The most that can be sent to a person in one payment, after its fees, at the issuer where that is most; zero where nothing can. */
export const mostToSend = async (wallets: Wallets, wish: MostWish): Promise<Result<MostView, WalletFailure>> => {
  // A currency is read as it is in a sum, so that the rest need not doubt it.
  const read = parseAmount(`${wish.currency}:0`);
  if (!read.ok) return read;
  const { currency } = read.value;
  const opened = await openExchanges(wallets, currency, wish.exchange);
  if (opened.length === 0) return err({ kind: 'no-exchange-for-currency', currency });
  const silent = opened.find((each) => !each.ok);
  const open = opened.flatMap((each) => (each.ok ? [each.value] : []));
  if (open.length === 0 && silent?.ok === false) return silent;
  const untilMs = timestampToMs(expirationOf(wallets, wish));
  const most = largest(
    currency,
    open.map((each) => mostAt(wallets, each, untilMs)),
  );
  return ok({ amount: amountToText(most) });
};

/** The same at one issuer, in units: what its coins pay that last until then, within what it lets one person take at once. */
const mostAt = (wallets: Wallets, { keys }: OpenExchange, untilMs: number): bigint => {
  const lasting = spendableCoins(wallets, wallets.store, keys).filter(({ expiresMs }) => expiresMs > untilMs);
  const limit = mostPerPurse(keys)?.units;
  const paid = mostOf(lasting, MAX_COINS_PER_PAYMENT);
  const most = limit !== undefined && limit < paid ? limit : paid;
  return most < purseFee(keys, wallets.world.now()).units ? 0n : most;
};
