// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import { ok } from '../../../../shared/result.ts';
import { msToTimestamp } from '../../../../shared/time.ts';
import type { Purchase } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import type { ContractTerms, PayCoin } from '../../../taler/merchant/merchant.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { whichDeposited } from '../../spend/deposited.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { lowerToHeld, moveOn, reservedCoins } from '../../ledger/spend.ts';

/** One go at a payment; `coins` are in the order of `reservedCoins`. */
export type Attempt = {
  readonly wallets: Wallets;
  readonly id: string;
  readonly terms: ContractTerms;
  /** undefined for an order over nothing */
  readonly open: OpenExchange | undefined;
  readonly coins: readonly PayCoin[];
};

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
export const endRefused = async (
  { wallets, id, terms, open, coins }: Attempt,
  status: 'aborted' | 'failed',
  why: string,
): Promise<StepOutcome> => {
  const deposited = open ? await whichDeposited(open, terms, coins) : ok([]);
  // v14 tells nothing of a coin; what one is worth then shows when it is renewed.
  if (!deposited.ok && deposited.error.kind !== 'unsupported-operation')
    return { kind: 'failed', failure: deposited.error };
  const isGone = deposited.ok ? deposited.value : [];
  if (isGone.length > 0 && isGone.every(Boolean)) {
    settle(wallets, id, { refusal: why });
    return { kind: 'finished' };
  }
  wallets.store.transaction((tx) => {
    const purchase = readPurchase(tx, id);
    const gone = new Set(
      reservedCoins(purchase.coins).flatMap(([coinId], at) => (isGone[at] === true ? [coinId] : [])),
    );
    const paid = moveOn(purchase.coins, 'paid', (coin) => gone.has(coin));
    tx.put('purchase', id, { ...purchase, coins: moveOn(paid, 'released'), status, why });
    lowerToHeld(tx, [...gone]);
  });
  return { kind: 'finished' };
};

/** The purchase as the transaction sees it. */
export const readPurchase = (tx: Tx, id: string): Purchase => {
  const purchase = tx.entry('purchase', id)?.value;
  if (!purchase) throw new Error('defect: a purchase vanished while it was being worked on');
  return purchase;
};
