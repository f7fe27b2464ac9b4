// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Entry, ProviderEntry } from '../../state/entry.ts';
import type { Reader, Store } from '../../storage/store.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { purchasesFor, YEAR_MS } from './paid-years.ts';

// A person agrees to what a year may cost all in all. What its orders have cost without being paid counts as well: a shop that
// refuses one order after another makes the wallet renew their coins.

type Parts = { readonly world: World; readonly store: Store; readonly wallet: Pick<Wallet, 'history'> };

/** What a year may cost by what is written down; what an older wallet wrote is a fee, and nobody has agreed to anything on top. */
export const agreedTotal = ({ max_total: total, max_fee: older, annual_fee: fee }: ProviderEntry): string | undefined =>
  total ?? older ?? fee;

/** What is left of it for the next order, at least nothing; undefined when nothing was agreed to. */
export const leftOfTotal = (parts: Parts, providerId: string): Amount | undefined => {
  const value = parts.store.entry('provider', providerId)?.value;
  const text = value && agreedTotal(value);
  if (value === undefined || text === undefined) return undefined;
  const agreed = amount(text);
  const left = agreed.units - lostSince(parts, providerId, { value, currency: agreed.currency });
  return { ...agreed, units: left > 0n ? left : 0n };
};

/** The orders of this year that came to nothing and may have cost something; one that seems to be from the future is of this year. */
export const unpaidOrders = (
  reader: Pick<Reader, 'entries' | 'local'>,
  providerId: string,
  nowMs: number,
): readonly string[] =>
  unpaidIn(reader, providerId, nowMs)
    .map(({ id }) => id)
    .slice(-64);

const unpaidIn = (
  reader: Pick<Reader, 'entries' | 'local'>,
  providerId: string,
  nowMs: number,
): readonly Entry<'purchase'>[] =>
  purchasesFor(reader, providerId).filter(
    ({ value: order }) =>
      (order.status === 'aborted' || order.status === 'failed') &&
      Object.keys(order.coins).length > 0 &&
      timestampToMs(order.begun ?? order.created) >= nowMs - YEAR_MS,
  );

/**
 * What orders have cost that were not paid, in this year and since the person agreed the last time (10⁻⁸). Which were before that is
 * written down by name: a clock that was wrong then would move them.
 */
const lostSince = (
  { world, store, wallet }: Parts,
  providerId: string,
  { value, currency }: { readonly value: ProviderEntry; readonly currency: string },
): bigint => {
  const before = new Set(value.agreed_orders);
  const orders = unpaidIn(store, providerId, world.now()).filter(({ id }) => !before.has(id));
  const unpaid = new Set(orders.map(({ id }) => id));
  if (unpaid.size === 0) return 0n;
  const drawn = orders
    .flatMap(({ value: order }) => (order.drawn === undefined ? [] : [amount(order.drawn)]))
    .reduce((sum, each) => sum + (each.currency === currency ? each.units : 0n), 0n);
  const spent = wallet
    .history()
    .filter((line) => unpaid.has(line.id) && line.currency === currency && line.effect.includes(':-'))
    .reduce((sum, { effect }) => sum + amount(effect.replace(':-', ':')).units, 0n);
  // A renewal that is planned will take its fee.
  const planned = store
    .entries('refresh')
    .filter(({ value: { purchase, status } }) => purchase !== undefined && unpaid.has(purchase) && status === 'planned')
    .map(({ value: { fee } }) => amount(fee))
    .reduce((sum, fee) => sum + (fee.currency === currency ? fee.units : 0n), 0n);
  return spent + planned + drawn;
};

/** The total as a text, and none for a place without one. */
export const agreedTotalView = (value: ProviderEntry): { readonly maxFee?: string } => {
  const total = agreedTotal(value);
  return total === undefined ? {} : { maxFee: amountToText(amount(total)) };
};
