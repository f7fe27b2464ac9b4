// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import type { Entry, Purchase } from '../../state/entry.ts';
import type { Store } from '../../storage/store.ts';
import { isUnconfirmed } from '../../wallet/flows/pay/payment-end.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { CycleOutcome } from './outcome.ts';
import { purchasesFor, takenSum } from './paid-years.ts';

// What is said of a provider that was paid, or may have been, and does not say so.

type Parts = { readonly store: Store; readonly wallet: Pick<Wallet, 'takenByMerchant'> };
type Demand = Extract<CycleOutcome, { readonly kind: 'asks' | 'payment-required' }>;

/** Why nothing more is signed while these orders are open: their shop has the money and denies it, or may still take it. */
export const whyNothingMore = async ({ store, wallet }: Parts, open: readonly Entry<'purchase'>[]): Promise<Demand> => {
  for (const { id, value } of open) {
    if (value.status !== 'paying') continue;
    const taken = await wallet.takenByMerchant(id);
    if (taken.ok && taken.value.units > 0n) return tookMoney(value, amountToText(taken.value));
  }
  const [first] = open;
  const taken = takenSum(store, open);
  if (first && taken !== undefined) return tookMoney(first.value, taken);
  return open.every(({ value }) => value.status !== 'paying')
    ? { kind: 'payment-required', why: { kind: 'earlier-order-open', facts: {} } }
    : { kind: 'payment-required' };
};

/** What to say of a provider that goes on asking for an order we paid: its shop has the money and has not confirmed it; undefined when it has. */
export const askedForPaid = (store: Store, providerId: string, orderId: string): Demand | undefined => {
  const order = purchasesFor(store, providerId).find(({ value }) => value.order_id === orderId && isUnconfirmed(value));
  const taken = order && takenSum(store, [order]);
  return order && taken !== undefined ? tookMoney(order.value, taken) : undefined;
};

const tookMoney = ({ order_id: orderId }: Purchase, taken: string): Demand => ({
  kind: 'asks',
  why: { kind: 'paid-unconfirmed', facts: { taken, orderId } },
});
