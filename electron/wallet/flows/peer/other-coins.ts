// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { Purchase } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { moveOn } from '../../ledger/spend.ts';
import { replaceSpentCoin, withoutCoin } from '../../spend/purse-coins.ts';
import type { OwnPurse } from './peer-purse.ts';

type Coins = Purchase['coins'];

/** An entry whose coins fill a purse: how its plan is read and changed. */
export type Plan = OwnPurse & {
  readonly wallets: Wallets;
  readonly coins: (tx: Tx) => Coins;
  /** what it may cost beyond its amount, as its person was shown */
  readonly most: string | undefined;
  /** true when only the same entry can be paid, so that its person is asked for the new sum; else it is given up and begun anew */
  readonly asksAgain: boolean;
  readonly change: (
    tx: Tx,
    change: { readonly coins: Coins; readonly status?: 'aborted'; readonly why?: string },
  ) => void;
};

/** The exchange says that a coin is spent: others take the place of it, once its own history says so too. */
export const replaceCoin = async (
  plan: Plan,
  coins: Coins,
  failure: Extract<WalletFailure, { readonly kind: 'insufficient-funds' }>,
): Promise<StepOutcome> => {
  const spent = await replaceSpentCoin(plan.wallets, plan.open, coins, failure);
  return spent.ok ? chooseOthers(plan, spent.value) : { kind: 'failed', failure: spent.error };
};

/** Other coins for those that are of no use; without any the rest is given back. */
export const chooseOthers = ({ wallets, open, terms, ...plan }: Plan, spent: readonly string[]): StepOutcome => {
  wallets.store.transaction((tx) => {
    const coins = plan.coins(tx);
    const most = plan.most === undefined ? undefined : amount(plan.most);
    const need = { wanted: terms.amount, untilMs: timestampToMs(terms.expiration), coins, spent, most };
    const others = withoutCoin(wallets, tx, open.keys, need);
    if (others.ok) return plan.change(tx, { coins: others.value });
    const isAsked = plan.asksAgain && others.error.kind === 'fees-changed';
    plan.change(tx, {
      ...(isAsked ? {} : { status: 'aborted' }),
      why: others.error.kind,
      coins: moveOn(coins, 'released'),
    });
  });
  return { kind: 'again' };
};
