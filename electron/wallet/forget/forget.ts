// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ForgettingView } from '../../../shared/view.ts';
import type { Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { aboutDeposit, aboutWithdrawal, forgetDeposit, forgetWithdrawal } from './bank.ts';
import { aboutExchange, forgetExchange, isExchange } from './exchange.ts';
import { aboutPurse, forgetPurses, pursesOf } from './people.ts';
import { aboutPurchase, forgetPurchase } from './purchase.ts';

// What is over and dead can be forgotten by its person: contracts, names and words go from every copy, sums and hashes stay,
// so that the history still adds up to the balance. What money can still come of is kept, and says so.

type Forgotten = Result<ForgettingView, WalletFailure>;

/** What forgetting something would take away; changes nothing. `id` is that of a line of the history, or an exchange's base URL. */
export const aboutForgetting = (wallets: Wallets, id: string): Forgotten => {
  const about = sayWhat(wallets, id);
  return about.ok ? ok({ id, said: [about.value] }) : about;
};

/** Forgets it for good; refused by name while money can still come of it. */
export const forget = (wallets: Wallets, id: string): Forgotten => {
  const about = aboutForgetting(wallets, id);
  if (!about.ok) return about;
  const purses = pursesOf(wallets.store, id);
  if (purses.length > 0) forgetPurses(wallets, purses);
  else if (wallets.store.entry('purchase', id)) forgetPurchase(wallets, id);
  else if (wallets.store.entry('deposit', id)) forgetDeposit(wallets, id);
  else if (wallets.store.entry('withdrawal', id)) forgetWithdrawal(wallets, id);
  else forgetExchange(wallets, id);
  return about;
};

const sayWhat = (wallets: Wallets, id: string): Result<Said<'forgetting'>, WalletFailure> => {
  const purses = pursesOf(wallets.store, id);
  if (purses.length > 0) return aboutPurse(wallets, purses);
  const purchase = wallets.store.entry('purchase', id);
  if (purchase) return aboutPurchase(wallets, purchase);
  const deposit = wallets.store.entry('deposit', id);
  if (deposit) return aboutDeposit(wallets, deposit);
  const withdrawal = wallets.store.entry('withdrawal', id);
  if (withdrawal) return aboutWithdrawal(wallets, withdrawal);
  if (isExchange(wallets, id)) return aboutExchange(wallets, id);
  return err({ kind: 'nothing-to-forget', id: id.slice(0, 64) });
};
