// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { ok } from '../../../../shared/result.ts';
import type { Contribution, Purchase } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { payOrder } from '../../../taler/merchant/order.ts';
import type { PayFailure } from '../../../taler/merchant/merchant.ts';
import { isAborting } from '../wish.ts';
import { abortStep } from './abort.ts';
import { isOverdue, openAttempt, type Attempt } from './attempt.ts';
import { lowerRemaining } from '../../audit/audit.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { whichDeposited } from '../../spend/deposited.ts';
import { alsoSpent, isLowered } from '../../spend/spent-elsewhere.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from '../../spend/spendable-coins.ts';
import { priceAt } from './offer.ts';
import { endRefused, endUnanswered, readPurchase, settle } from './payment-end.ts';
import { changeCosts, selectCoins } from '../../coins/selection.ts';
import { moveOn, reservedCoins, useCoin } from '../../ledger/spend.ts';

/** One go at a payment whose coins are reserved: the same bytes at every attempt, until the merchant has said yes or no, or its time is over. */
export const stepPayment = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const purchase = wallets.store.entry('purchase', id)?.value;
  if (purchase?.status !== 'paying') return { kind: 'finished' };
  const opened = await openAttempt(wallets, id, purchase);
  if (!opened.ok) return { kind: 'failed', failure: opened.error };
  const attempt = opened.value;
  const outcome = await askMerchant(attempt, purchase);
  if (outcome.kind === 'finished' || outcome.kind === 'again') return outcome;
  const overdue = isOverdue(wallets, purchase, attempt.terms);
  return overdue || isAborting(purchase) ? endUnanswered(attempt, { overdue, outcome }) : outcome;
};

const askMerchant = async (attempt: Attempt, purchase: Purchase): Promise<StepOutcome> => {
  const { wallets, id, terms, coins } = attempt;
  if (isAborting(purchase)) {
    const aborted = await abortStep(attempt);
    // Complete already: the same payment again gives the confirmation that was missed.
    if (aborted !== 'already-complete') return aborted;
  }
  const paid = await payOrder(wallets.world, {
    terms,
    coins,
    ...(purchase.session_id === undefined ? {} : { sessionId: purchase.session_id }),
  });
  if (!paid.ok) return refused(attempt, paid.error);
  settle(wallets, id, { paySig: paid.value.paySig });
  return { kind: 'finished' };
};

const refused = async (attempt: Attempt, failure: PayFailure): Promise<StepOutcome> => {
  switch (failure.kind) {
    case 'coin-spent':
      return replaceCoin(attempt, failure);
    case 'paid-and-refunded':
      return settledElsewhere(attempt, failure);
    case 'offer-expired':
    case 'paid-elsewhere':
      return endRefused(attempt, 'aborted', failure.kind);
    case 'order-unknown':
    case 'order-claimed-elsewhere':
    case 'claim-token-invalid':
    case 'denomination-refused':
    case 'payment-too-small':
    case 'signature-refused':
      return endRefused(attempt, 'failed', failure.kind);
    case 'refused':
      // Without a code it is not the merchant speaking but something between us: nothing is decided.
      return failure.code === undefined
        ? { kind: 'failed', failure }
        : endRefused(attempt, 'failed', `refused with ${failure.status}/${failure.code}`);
    default:
      // Network, server trouble, a person's action (KYC), or a confirmation that does not verify: the money may have
      // arrived, so the coins stay reserved and the same request is sent again.
      return { kind: 'failed', failure };
  }
};

/** The merchant says that the order was paid before and refunded since. That is believed when the exchange has the deposits; else it is as uncertain as before. */
const settledElsewhere = async (
  { wallets, id, terms, open, coins }: Attempt,
  failure: PayFailure,
): Promise<StepOutcome> => {
  const deposited = open ? await whichDeposited(open, terms, coins) : ok([]);
  if (!deposited.ok) return { kind: 'failed', failure: deposited.error };
  if (!deposited.value.every(Boolean)) return { kind: 'failed', failure };
  settle(wallets, id, {});
  return { kind: 'finished' };
};

const release = (tx: Tx, id: string, which: (coinId: string) => boolean): void => {
  const purchase = readPurchase(tx, id);
  tx.put('purchase', id, { ...purchase, coins: moveOn(purchase.coins, 'released', which) });
};

/** 409: one coin is said to be spent. Its own exchange is asked; only then is another coin chosen in its place. */
const replaceCoin = async (
  attempt: Attempt,
  failure: Extract<PayFailure, { readonly kind: 'coin-spent' }>,
): Promise<StepOutcome> => {
  const { wallets, id, terms, open, coins } = attempt;
  const named = coins.find(({ coin }) => bytesToCrock(coin.pub) === failure.coinPub);
  const purchase = wallets.store.entry('purchase', id)?.value;
  if (!named || !open || !purchase) return { kind: 'failed', failure };
  const coinId = named.id;
  // The coin may have been spent on this very order; another one in its place would then pay a part of it twice.
  const deposited = await whichDeposited(open, terms, [named]);
  if (!deposited.ok && deposited.error.kind !== 'unsupported-operation')
    return { kind: 'failed', failure: deposited.error };
  if (deposited.ok && deposited.value[0] === true) return settledElsewhere(attempt, failure);
  const lowered = await lowerRemaining(wallets, open, coinId);
  // v14 tells of a coin only as it refuses it, and the merchant's copy of that is nobody's word: given back, the coins are
  // renewed, and the exchange itself proves what is gone.
  if (!lowered.ok && lowered.error.kind === 'unsupported-operation')
    return endRefused(attempt, 'aborted', failure.kind);
  if (!lowered.ok) return { kind: 'failed', failure: lowered.error };
  // The coin's own history says there is enough: nothing is given up on the merchant's word.
  if (lowered.value === 'unchanged' && !isLowered(wallets, coinId)) return { kind: 'failed', failure };
  const also = await alsoSpent(wallets, open, purchase.coins);
  if (!also.ok) return { kind: 'failed', failure: also.error };
  const lacking = wallets.store.transaction((tx): string | undefined => {
    release(tx, id, (each) => each === coinId || also.value.includes(each));
    const now = readPurchase(tx, id);
    const kept = reservedCoins(now.coins);
    const { price, feeAllowance, wireFee } = priceAt(open.keys, terms, wallets.world.now());
    const sum = (of: (contribution: Contribution) => string): bigint =>
      kept.reduce((all, [, each]) => all + amount(of(each)).units, 0n);
    const same = (units: bigint): Amount => ({ currency: price.currency, units });
    const more = selectCoins(
      spendableCoins(wallets, tx, open.keys),
      {
        price: same(price.units - sum(({ c }) => c)),
        feeAllowance,
        wireFee: same(wireFee.units + sum(({ fee }) => fee)),
      },
      MAX_COINS_PER_PAYMENT - kept.length,
      changeCosts(open.keys.denominations.values(), wallets.world.now()),
    );
    if (!more.ok) return more.error.kind;
    for (const { id: each } of more.value.contributions) useCoin(tx, each);
    const added = more.value.contributions.map(
      ({ id: each, contribution, feeDeposit }) =>
        [each, { c: amountToText(contribution), fee: amountToText(feeDeposit), s: 'reserved' as const }] as const,
    );
    tx.put('purchase', id, { ...now, coins: { ...now.coins, ...Object.fromEntries(added) } });
    return undefined;
  });
  if (lacking === undefined) return { kind: 'again' };
  return endRefused(
    { ...attempt, coins: coins.filter((each) => each !== named && !also.value.includes(each.id)) },
    'aborted',
    lacking,
  );
};
