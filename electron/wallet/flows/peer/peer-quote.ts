// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { msToTimestamp, timestampToMs, type Timestamp } from '../../../../shared/time.ts';
import type { PeerQuoteView } from '../../../../shared/view.ts';
import type { Wallets } from '../../context.ts';
import { openInTime } from '../../open-in-time.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { explainFailure } from '../../failure/explain.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { priceInvoice, purseFee } from './invoice-fee.ts';
import { purseBeyondLimit } from '../../spend/limits.ts';
import { lackingFees, nearer } from '../../spend/lacking.ts';
import { selectForPurse } from '../../spend/purse-coins.ts';
import { priceOfWithdrawal } from '../../spend/withdrawal-price.ts';
import { costOf } from '../../coins/selection.ts';

/** What to send or ask for. Without an exchange the one where it costs least is taken; without hours a week. */
export type PeerWish = {
  readonly amount: string;
  readonly summary: string;
  readonly expiresHours?: number;
  readonly exchange?: string;
};

export type PriceWish = Pick<PeerWish, 'amount' | 'expiresHours' | 'exchange'>;

type Wish = { readonly amount: Amount; readonly summary: string; readonly expiration: Timestamp };

const HOUR_MS = 60 * 60_000;
/** What GNU Taler's own wallets suggest. */
const DEFAULT_HOURS = 7 * 24;

/** The wish with its amount and date; zero is nothing to send or ask for. */
export const readWish = (
  wallets: Wallets,
  { amount: text, summary = '', ...wish }: Omit<PeerWish, 'summary'> & Partial<PeerWish>,
): Result<Wish, WalletFailure> => {
  const wanted = parseAmount(text);
  if (!wanted.ok) return wanted;
  if (wanted.value.units === 0n) return err({ kind: 'amount-is-zero' });
  return ok({ amount: wanted.value, summary, expiration: expirationOf(wallets, wish) });
};

/** Until when a payment or an invoice of now is open. */
export const expirationOf = (
  { world }: Pick<Wallets, 'world'>,
  { expiresHours = DEFAULT_HOURS }: { readonly expiresHours?: number },
): Timestamp => msToTimestamp(world.now() + expiresHours * HOUR_MS);

/** `arrives`: what a receiver gets, where that is somebody else; `opening`: what of the cost is gone also when nobody pays. */
type Priced = { readonly cost: bigint; readonly arrives?: bigint; readonly opening?: bigint };
export type Found = Priced & { readonly open: OpenExchange };

/** The exchange whose coins pay with the least fees; otherwise the failure of the one that comes closest. */
export const cheapestToSend = (
  wallets: Wallets,
  wish: Wish,
  named: string | undefined,
): Promise<Result<Found, WalletFailure>> =>
  cheapest(wallets, wish, named, ({ keys }) => {
    const least = purseFee(keys, wallets.world.now());
    if (wish.amount.units < least.units)
      return err({ kind: 'below-purse-fee', exchange: keys.baseUrl, least: amountToText(least) });
    const beyond = purseBeyondLimit(keys, wish.amount);
    if (beyond) return err(beyond);
    const need = { wanted: wish.amount, untilMs: timestampToMs(wish.expiration) };
    const chosen = selectForPurse(wallets, wallets.store, keys, need);
    if (!chosen.ok) return chosen;
    return ok({ cost: costOf(chosen.value), arrives: arrivesOf(keys, wish.amount, wallets.world.now()) });
  });

/** The exchange where an invoice costs least: opening it, mostly nothing, and making coins of what it brings. */
export const cheapestToAsk = (
  wallets: Wallets,
  wish: Wish,
  named: string | undefined,
): Promise<Result<Found, WalletFailure>> =>
  cheapest(wallets, wish, named, ({ keys }) => {
    const beyond = purseBeyondLimit(keys, wish.amount);
    if (beyond) return err(beyond);
    const price = priceInvoice(wallets, wallets.store, keys, wish);
    if (!price.ok) return price;
    const { cost, drawing } = price.value;
    return ok({ cost: cost.units + drawing.units, ...(cost.units > 0n ? { opening: cost.units } : {}) });
  });

/** What a payment becomes in its receiver's wallet: coins of the issuer, who takes its fee for making them. */
export const arrivesOf = (keys: OpenExchange['keys'], sum: Amount, nowMs: number): bigint =>
  priceOfWithdrawal(keys, sum, nowMs).arrives.units;

/** What sending or asking would cost, with the failure that says why it cannot be. */
export const quoteOf = async (
  wallets: Wallets,
  wish: PriceWish,
  find: typeof cheapestToSend,
): Promise<Result<PeerQuoteView, WalletFailure>> => {
  const wanted = readWish(wallets, wish);
  if (!wanted.ok) return wanted;
  const text = (units: bigint): string => amountToText({ ...wanted.value.amount, units });
  const found = await find(wallets, wanted.value, wish.exchange);
  const { units } = wanted.value.amount;
  if (found.ok) {
    const { open, cost, arrives, opening } = found.value;
    const total = find === cheapestToAsk ? (units > cost ? units - cost : 0n) : units + cost;
    return ok({
      exchange: open.keys.baseUrl,
      amount: text(units),
      fees: text(cost),
      total: text(total),
      ...(arrives === undefined ? {} : { arrives: text(arrives) }),
      ...(opening === undefined ? {} : { opening: text(opening) }),
      possible: true,
    });
  }
  const { kind } = found.error;
  const isPlain = PLAIN.has(kind);
  if (!isPlain) return found;
  const fees = find === cheapestToAsk ? 0n : lackingFees(found.error);
  const nothing = { exchange: '', amount: text(units), fees: text(fees), total: text(units + fees) };
  return ok({ ...nothing, possible: false, why: explainFailure(found.error) });
};

/** What the person can do something about: said beside the sum, not instead of it. */
const PLAIN: ReadonlySet<WalletFailure['kind']> = new Set([
  'insufficient-balance',
  'too-many-coins',
  'invoice-fee',
  'below-purse-fee',
  'beyond-limit',
] as const);

const cheapest = async (
  wallets: Wallets,
  { amount: { currency } }: Wish,
  named: string | undefined,
  price: (open: OpenExchange) => Result<Priced, WalletFailure>,
): Promise<Result<Found, WalletFailure>> => {
  let best: Found | undefined;
  let failure: WalletFailure | undefined;
  for (const open of await openExchanges(wallets, currency, named)) {
    const priced = open.ok ? price(open.value) : open;
    if (!priced.ok) failure = nearer(failure, priced.error);
    if (!priced.ok || !open.ok) continue;
    if (!best || priced.value.cost < best.cost) best = { open: open.value, ...priced.value };
  }
  return best ? ok(best) : err(failure ?? { kind: 'no-exchange-for-currency', currency });
};

/** Connections to the exchanges for a currency, or to the one that was named. */
export const openExchanges = async (
  wallets: Wallets,
  currency: string,
  named: string | undefined,
): Promise<readonly Result<OpenExchange, WalletFailure>[]> => {
  const known = wallets.exchanges
    .list()
    .filter((each) => each.currency === currency && (named === undefined || each.baseUrl === named));
  const opened = await Promise.all(known.map(({ baseUrl }) => openInTime(wallets, baseUrl)));
  return opened.sort((a, b) => Number(b.ok) - Number(a.ok));
};
