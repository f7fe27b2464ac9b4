// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { msToTimestamp } from '../../../../shared/time.ts';
import type { Purchase } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { lowerToHeld, moveOn, reservedCoins } from '../../ledger/spend.ts';
import { whichDeposited } from '../../spend/deposited.ts';
import type { Attempt } from './attempt.ts';

/** True for a payment the merchant has taken and does not confirm; `why` then says what it said instead. */
export const isUnconfirmed = ({ status, why, pay_sig }: Purchase): boolean =>
  status === 'paid' && why !== undefined && pay_sig === undefined;

/**
 * Ends a payment that was made: only now are its coins written down as worth less, and their change is planned from that.
 * `refusal` is what a merchant said that has the money and refuses the order.
 */
export const settle = (
  wallets: Wallets,
  id: string,
  { paySig, refusal }: { readonly paySig?: string | undefined; readonly refusal?: string },
): void => {
  wallets.store.transaction((tx) => {
    const purchase = readPurchase(tx, id);
    const given = reservedCoins(purchase.coins);
    const price = amount(purchase.amount ?? '');
    const total = given.reduce((sum, [, { c }]) => sum + amount(c).units, 0n);
    // What was said while it was under way (such as the wish to abort) does not belong to a paid purchase.
    const { why: _said, ...settled } = purchase;
    tx.put('purchase', id, {
      ...settled,
      coins: moveOn(purchase.coins, 'paid'),
      status: 'paid',
      paid_at: msToTimestamp(wallets.world.now()),
      fees: amountToText({ currency: price.currency, units: total > price.units ? total - price.units : 0n }),
      ...(paySig === undefined ? {} : { pay_sig: paySig }),
      ...(refusal === undefined ? {} : { why: refusal }),
    });
    lowerToHeld(
      tx,
      given.map(([coinId]) => coinId),
    );
  });
};

/**
 * The end of a payment the merchant refuses. Its word gives no coin back: the exchange is asked which it has deposited
 * meanwhile. All of them: it is paid, and not confirmed. Else what was deposited is gone, and the rest comes back, to be
 * renewed before it is used again, because the merchant has seen it.
 */
export const endRefused = async (attempt: Attempt, status: 'aborted' | 'failed', why: string): Promise<StepOutcome> => {
  const deposited = await depositedOf(attempt);
  return deposited.ok ? end(attempt, deposited.value, status, why) : { kind: 'failed', failure: deposited.error };
};

/** Why a payment ended for which coins that are left cost more than was shown: its order may be paid anew, at a price that is shown again. */
export const DEARER = 'fees-changed';

/** True for a payment that ended because of that, and of which the merchant has nothing. */
export const gotDearer = ({ status, why, coins }: Purchase): boolean =>
  status === 'aborted' && why === DEARER && Object.values(coins).every(({ s }) => s === 'released');

/** Why a payment ended whose merchant had its time and did not answer. */
const NO_ANSWER = 'no-answer';

/**
 * What becomes of the coins of a payment that its merchant does not answer, neither the wish to take it back nor in its time:
 * silence holds no coin. What the exchange has not been given comes back, and the melt that renews it makes the merchant's
 * permission worthless. What it has been given only the merchant can give back: until it is `overdue` it is asked for that.
 */
export const endUnanswered = async (
  attempt: Attempt,
  { overdue, outcome }: { readonly overdue: boolean; readonly outcome: StepOutcome },
): Promise<StepOutcome> => {
  const { wallets, id } = attempt;
  const deposited = await depositedOf(attempt);
  if (!deposited.ok) return { kind: 'failed', failure: deposited.error };
  const gone = deposited.value;
  if (wallets.store.entry('purchase', id)?.value.status !== 'paying') return { kind: 'finished' };
  if (overdue || gone.size === 0) return end(attempt, gone, 'aborted', overdue ? NO_ANSWER : 'aborted');
  wallets.store.transaction((tx) => {
    const now = readPurchase(tx, id);
    tx.put('purchase', id, { ...now, coins: moveOn(now.coins, 'released', (coin) => !gone.has(coin)) });
  });
  return outcome;
};

/** The promised coins that the exchange has been given for this contract, by its own account of them. */
const depositedOf = async ({ open, terms, coins }: Attempt): Promise<Result<ReadonlySet<string>, WalletFailure>> => {
  const deposited = open ? await whichDeposited(open, terms, coins) : ok([]);
  // v14 tells nothing of a coin; what one is worth then shows when it is renewed.
  if (!deposited.ok) return deposited.error.kind === 'unsupported-operation' ? ok(new Set()) : deposited;
  return ok(new Set(coins.flatMap(({ id }, at) => (deposited.value[at] === true ? [id] : []))));
};

const end = (
  { wallets, id }: Attempt,
  gone: ReadonlySet<string>,
  status: 'aborted' | 'failed',
  why: string,
): StepOutcome => {
  const purchase = wallets.store.entry('purchase', id)?.value;
  if (purchase && isComplete(purchase, gone)) {
    settle(wallets, id, { refusal: why });
    return { kind: 'finished' };
  }
  wallets.store.transaction((tx) => {
    const now = readPurchase(tx, id);
    const paid = moveOn(now.coins, 'paid', (coin) => gone.has(coin));
    tx.put('purchase', id, { ...now, coins: moveOn(paid, 'released'), status, why });
    lowerToHeld(tx, [...gone]);
  });
  return { kind: 'finished' };
};

/** Whether the merchant has every coin that is still promised, and with them its price. */
const isComplete = ({ coins, amount: price }: Purchase, gone: ReadonlySet<string>): boolean => {
  const promised = reservedCoins(coins);
  const given = promised.reduce((sum, [, { c }]) => sum + amount(c).units, 0n);
  return (
    promised.length > 0 && promised.every(([coin]) => gone.has(coin)) && given >= (price ? amount(price).units : 0n)
  );
};

/** The purchase as the transaction sees it. */
export const readPurchase = (tx: Tx, id: string): Purchase => {
  const purchase = tx.entry('purchase', id)?.value;
  if (!purchase) throw new Error('defect: a purchase vanished while it was being worked on');
  return purchase;
};
