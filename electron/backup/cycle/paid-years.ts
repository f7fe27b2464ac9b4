// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Contribution, Entry, Purchase } from '../../state/entry.ts';
import type { LocalReader } from '../../storage/local.ts';
import type { Reader } from '../../storage/store.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { isUnconfirmed } from '../../wallet/flows/pay/payment-end.ts';
import { coinAccount } from '../../wallet/ledger/account.ts';
import { readUses, realCoin, type Uses } from '../../wallet/ledger/uses.ts';
import { accountKeys } from '../root-secret.ts';

// Which years of a provider are paid for, read from the payments and nowhere else. A provider's shop may take the coins and
// deny it, so an order for which coins were signed is this year's payment until the exchange's account of them says otherwise.

/** sync API: a year is added with every payment. */
export const YEAR_MS = 365 * 24 * 3600 * 1000;
/** A year added late counts from where the last one ended (PROTOCOL.md#sync-payment), or from the payment where the account had gone meanwhile: it is taken for no later than this. */
const LATE_MS = 60 * 24 * 3600 * 1000;
type YearsReader = Pick<Reader, 'entry' | 'entries' | 'withNewerScheme' | 'withOutside' | 'beside' | 'local'>;
type Year = { readonly at: number; readonly late: number };

/** Until when our account at a provider is paid, from the payments themselves (milliseconds since the epoch); undefined when nothing was ever paid. */
export const paidUntil = (reader: Pick<Reader, 'entries' | 'local'>, providerId: string): number | undefined =>
  yearsEnd(
    purchasesFor(reader, providerId).flatMap(({ value }) =>
      value.status === 'paid' && value.paid_at !== undefined ? [yearOf(value, value.paid_at)] : [],
    ),
  );

/**
 * What stands against signing another order now: payments that reach beyond `after`. `open` are those the provider has not
 * confirmed and that are not provably unpaid. Undefined when nothing does.
 */
export const claimedYears = (
  reader: YearsReader,
  providerId: string,
  after: number,
): { readonly until: number; readonly open: readonly Entry<'purchase'>[] } | undefined => {
  const purchases = purchasesFor(reader, providerId);
  const open = openOrders(reader, purchases);
  const paid = purchases.filter(({ value }) => value.status === 'paid' && value.paid_at !== undefined);
  const until = yearsEnd([
    ...paid.map(({ value }) => yearOf(value, value.paid_at ?? value.created)),
    ...open.filter((each) => !paid.includes(each)).map(({ value }) => yearOf(value, value.begun ?? value.created)),
  ]);
  if (until === undefined || until <= after) return undefined;
  // A year long ago that was never confirmed has no part in this one.
  const recent = open.filter(({ value }) => timestampToMs(value.begun ?? value.created) + YEAR_MS > after);
  return { until, open: recent };
};

/** What paid for our account at a provider, not for one of a wallet that was left here. */
export const purchasesFor = (
  reader: Pick<Reader, 'entries' | 'local'>,
  providerId: string,
): readonly Entry<'purchase'>[] => {
  const ofProvider = reader.entries('purchase').filter(({ value }) => value.provider === providerId);
  if (ofProvider.length === 0) return [];
  const account = accountAt(reader.local, providerId);
  return ofProvider.filter(({ value }) => value.provider_account === undefined || value.provider_account === account);
};

/** The public key of our account at a provider; undefined without a root secret. */
export const accountAt = (local: Pick<LocalReader, 'rootSecret'>, providerId: string): string | undefined => {
  const root = local.rootSecret();
  return root && bytesToCrock(accountKeys(root, providerId).publicKey);
};

/** What the shops of these orders have taken and not given back, in one sum; undefined when there is none. */
export const takenSum = (reader: Pick<Reader, 'entries'>, orders: readonly Entry<'purchase'>[]): string | undefined => {
  let sum: Amount | undefined;
  for (const { id, value } of orders)
    for (const [coin, { c, s }] of Object.entries(value.coins)) {
      if (s !== 'paid' || isGivenBack(reader, id, coin, c)) continue;
      const given = amount(c);
      if (sum === undefined || sum.currency === given.currency)
        sum = { currency: given.currency, units: (sum?.units ?? 0n) + given.units };
    }
  return sum && amountToText(sum);
};

const yearsEnd = (years: readonly Year[]): number | undefined =>
  years
    .toSorted((a, b) => a.at - b.at)
    .reduce<number | undefined>(
      (until, { at, late }) => Math.max(until ?? at, until === undefined ? at : at - late) + YEAR_MS,
      undefined,
    );

const yearOf = ({ provider_renews: renews }: Purchase, at: Purchase['created']): Year => ({
  at: timestampToMs(at),
  late: renews === true ? LATE_MS : 0,
});

/** Coins were signed for it; an order over nothing takes none. */
const isBegun = ({ coins }: Purchase): boolean => Object.keys(coins).length > 0;

/** Of these orders those for which coins were signed, and that are not provably unpaid. */
export const openOrders = (
  reader: YearsReader,
  purchases: readonly Entry<'purchase'>[],
): readonly Entry<'purchase'>[] => {
  const doubtful = purchases.filter(({ value }) => isBegun(value) && (value.status !== 'paid' || isUnconfirmed(value)));
  if (doubtful.length === 0) return [];
  const uses = readUses(reader);
  return doubtful.filter(({ id, value }) => !isProvablyUnpaid(reader, uses, id, value));
};

/**
 * By the exchange's own account of each of its coins: the shop gave it back, or it came back and has been renewed since, so that
 * less is left in it than the shop was promised.
 */
const isProvablyUnpaid = (reader: YearsReader, uses: Uses, id: string, { status, coins }: Purchase): boolean =>
  (status === 'aborted' || status === 'failed') &&
  Object.entries(coins).every(([coin, { c, s }]) => {
    if (s === 'paid') return isGivenBack(reader, id, coin, c);
    if (s !== 'released') return false;
    const entry = reader.entry('coin', realCoin(uses.sameAs, coin));
    return entry === undefined || coinAccount(entry, uses).held < amount(c).units;
  });

/** Whether the exchange has signed that the shop gave back what it took of this coin. */
const isGivenBack = (
  reader: Pick<Reader, 'entries'>,
  purchase: string,
  coin: string,
  contribution: Contribution['c'],
): boolean =>
  reader
    .entries('refund')
    .filter(({ value }) => value.purchase === purchase && value.coin === coin && value.exchange_sig !== undefined)
    .reduce((sum, { value }) => sum + amount(value.amount).units, 0n) >= amount(contribution).units;
