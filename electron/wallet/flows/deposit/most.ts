// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { MostView } from '../../../../shared/view.ts';
import { readBankAccount } from '../../../taler/wire/bank-account.ts';
import type { Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { mostPerDeposit } from '../../spend/limits.ts';
import { largest, mostOf } from '../../spend/most.ts';
import { spendableCoins } from '../../spend/spendable-coins.ts';
import { openAll, payouts } from './deposit.ts';

/** A currency, and the account it is to go to. */
export type MostDepositWish = { readonly currency: string; readonly payto: string };

/** The most that can arrive at a bank account in one transfer, its fees taken off, from the issuer where that is most; zero where nothing can. */
export const mostToDeposit = async (
  wallets: Wallets,
  wish: MostDepositWish,
): Promise<Result<MostView, WalletFailure>> => {
  const read = parseAmount(`${wish.currency}:0`);
  if (!read.ok) return read;
  const account = readBankAccount(wish.payto);
  if (!account.ok) return account;
  const { currency } = read.value;
  const { method, paytoUri } = account.value;
  const trouble = await openAll(wallets, currency);
  const nowMs = wallets.world.now();
  const paying = payouts(wallets, wallets.store, currency, method);
  if (paying.length === 0) return err(trouble ?? { kind: 'no-payout-exchange', currency, method });
  const most = paying.map(({ keys, wireFee, mostCoins }) => {
    const paid = mostOf(spendableCoins(wallets, wallets.store, keys), mostCoins);
    const room = mostPerDeposit(wallets.store, keys, { payto: paytoUri, nowMs });
    return (room !== undefined && room < paid ? room : paid) - wireFee.units;
  });
  return ok({ amount: amountToText(largest(currency, most)) });
};
