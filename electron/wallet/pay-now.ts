// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { Wallets } from './context.ts';
import type { WalletFailure } from './failure/failure.ts';
import { newPrice } from './flows/pay/offer.ts';
import { reservePayment, type Chosen, type ForProvider } from './flows/pay/pay.ts';
import { gotDearer, isUnconfirmed } from './flows/pay/payment-end.ts';
import { orWithChange } from './runner/haste.ts';
import type { Runner } from './runner/runner.ts';
import type { Shown } from './spend/shown.ts';

type PaidOrPending = { readonly state: 'paid' | 'pending' };

/** Pays a purchase its person has said yes to, and says what came of it at once. */
export const payNow = async (
  wallets: Wallets,
  runner: Runner,
  purchaseId: string,
  options: ForProvider & Shown & Chosen,
): Promise<Result<PaidOrPending, WalletFailure>> => {
  const reserved = await orWithChange(wallets, runner, reservePayment)(wallets, purchaseId, options);
  if (!reserved.ok) return reserved;
  await runner.drive({ kind: 'payment', id: purchaseId });
  return stateOfPayment(wallets, purchaseId);
};

const stateOfPayment = (wallets: Wallets, purchaseId: string): Result<PaidOrPending, WalletFailure> => {
  const purchase = wallets.store.entry('purchase', purchaseId)?.value;
  if (purchase && gotDearer(purchase)) return err(newPrice(wallets, purchase));
  if (purchase && isUnconfirmed(purchase))
    return err({ kind: 'paid-unconfirmed', said: purchase.why ?? '', orderId: purchase.order_id });
  if (purchase?.status === 'paid') return ok({ state: 'paid' });
  if (purchase?.status === 'paying') return ok({ state: 'pending' });
  return err({
    kind: 'purchase-closed',
    status: purchase?.status ?? 'unknown',
    ...(purchase?.why === undefined ? {} : { why: purchase.why }),
  });
};
