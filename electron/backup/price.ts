// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, compareAmounts, parseAmount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Store } from '../storage/store.ts';
import type { World } from '../world.ts';
import { agreedTotal, unpaidOrders } from './cycle/agreed-total.ts';
import { paidUntil } from './cycle/paid-years.ts';
import { RENEWABLE_MS } from './cycle/payment.ts';
import type { BackupFailure } from './failure/failure.ts';
import { takesFee } from './providers/kinds.ts';
import { findProvider } from './providers/known.ts';

type Parts = { readonly world: World; readonly store: Store };

/**
 * Writes down what a year at a place may cost from now on, all in all; gives the place's id. Less than it asks is allowed: then the next
 * year is not paid. What orders cost that came to nothing before counts no more, as when a place is added again.
 */
export const agreeToPrice = (
  { world, store }: Parts,
  called: string,
  maxFee: string,
  how: 'exactly' | 'at-least' = 'exactly',
): Result<string, BackupFailure> => {
  const id = findProvider(store, called);
  const entry = id === undefined ? undefined : store.entry('provider', id)?.value;
  if (id === undefined || entry === undefined) return err({ kind: 'unknown-provider', id: called });
  if (!takesFee(entry.provider_kind)) return err({ kind: 'takes-no-fee' });
  const cap = parseAmount(maxFee);
  if (!cap.ok) return err({ kind: 'malformed-max-fee', text: maxFee });
  const { annual_fee: fee } = entry;
  if (fee !== undefined && amount(fee).currency !== cap.value.currency)
    return err({ kind: 'fee-above-cap', fee, cap: maxFee });
  store.transaction((tx) => {
    const now = tx.entry('provider', id)?.value;
    if (now === undefined || now.removed) return;
    const { max_fee: _older, ...value } = now;
    const before = agreedTotal(now);
    const isMore = before === undefined || amount(before).currency !== cap.value.currency || isAbove(maxFee, before);
    if (how === 'at-least' && !isMore) return;
    tx.put('provider', id, {
      ...value,
      max_total: amountToText(cap.value),
      agreed_orders: unpaidOrders(tx, id, world.now()),
    });
  });
  return ok(id);
};

const isAbove = (a: string, b: string): boolean => compareAmounts(amount(a), amount(b)) > 0;

/** The person wants the next year of a place paid now: its next round does it, once. Refused before the last month of the year that is paid. */
export const renewEarly = ({ world, store }: Parts, id: string): Result<void, BackupFailure> => {
  const until = paidUntil(store, id);
  if (until === undefined) return err({ kind: 'no-year-to-renew' });
  if (until - world.now() > RENEWABLE_MS) return err({ kind: 'year-not-ending', until, from: until - RENEWABLE_MS });
  store.transaction((tx) => tx.local.setMarkOf('provider-early', id, true));
  return ok(undefined);
};
