// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { whichDeposited } from '../../spend/deposited.ts';
import { openAttempt } from './attempt.ts';

/**
 * How much of its coins the merchant of an order has, by their exchange's own account: what it took before, and what it has
 * deposited of those promised to it. Fails when the exchange cannot be asked, or keeps no account of a coin (v14).
 */
export const takenByMerchant = async (wallets: Wallets, purchaseId: string): Promise<Result<Amount, WalletFailure>> => {
  const purchase = wallets.store.entry('purchase', purchaseId)?.value;
  if (purchase?.amount === undefined) return err({ kind: 'unknown-purchase', purchaseId: purchaseId.slice(0, 64) });
  const sum = { ...amount(purchase.amount), units: 0n };
  for (const { c, s } of Object.values(purchase.coins)) if (s === 'paid') sum.units += amount(c).units;
  if (purchase.status !== 'paying') return ok(sum);
  const attempt = await openAttempt(wallets, purchaseId, purchase);
  if (!attempt.ok) return attempt;
  const { open, terms, coins } = attempt.value;
  const deposited = open ? await whichDeposited(open, terms, coins) : ok([]);
  if (!deposited.ok) return deposited;
  for (const [at, { contribution }] of coins.entries())
    if (deposited.value[at] === true) sum.units += contribution.units;
  return ok(sum);
};
