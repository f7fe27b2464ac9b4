// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { ok } from '../../../../shared/result.ts';
import type { Purchase } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { payOrder } from '../../../taler/merchant/order.ts';
import type { PayFailure } from '../../../taler/merchant/merchant.ts';
import { BARRED, isBarred } from '../named-by.ts';
import { isAborting } from '../wish.ts';
import { abortStep } from './abort.ts';
import { isOverdue, openAttempt, type Attempt } from './attempt.ts';
import { lowerRemaining } from '../../audit/audit.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { chooseAnew } from '../../spend/anew.ts';
import { whichDeposited } from '../../spend/deposited.ts';
import { reserveCoins } from '../../spend/purse-coins.ts';
import { alsoSpent, isLowered } from '../../spend/spent-elsewhere.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from '../../spend/spendable-coins.ts';
import { priceAt } from './offer.ts';
import { DEARER, endRefused, endUnanswered, readPurchase, settle } from './payment-end.ts';
import { changeCosts, selectCoins } from '../../coins/selection.ts';
import { moveOn } from '../../ledger/spend.ts';

/** One go at a payment whose coins are reserved: the same bytes at every attempt, until the merchant has said yes or no, or its time is over. */
export const stepPayment = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const purchase = wallets.store.entry('purchase', id)?.value;
  if (purchase?.status !== 'paying') return { kind: 'finished' };
  const opened = await openAttempt(wallets, id, purchase);
  if (!opened.ok) return { kind: 'failed', failure: opened.error };
  const attempt = opened.value;
  if (await isBarred(wallets, { id, value: purchase }, purchase.merchant_base_url))
    return endRefused(attempt, 'aborted', BARRED);
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
    case 'choice-refused':
    case 'denomination-refused':
    case 'payment-too-small':
    case 'signature-refused':
      return endRefused(attempt, 'failed', failure.kind);
    case 'refused':
      // Without a code it is not the merchant speaking but something between us: nothing is decided.
      return failure.code === undefined
        ? { kind: 'failed', failure }
        : endRefused(attempt, 'failed', `refused with ${failure.status}/${failure.code}`);
    case 'server-trouble':
      return failure.code === EXCHANGE_FAILED ? replaceRevoked(attempt, failure) : { kind: 'failed', failure };
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

/** 409: one coin is said to be spent. Its own exchange is asked; only then are coins chosen anew, for no more than was shown. */
const replaceCoin = async (
  attempt: Attempt,
  failure: Extract<PayFailure, { readonly kind: 'coin-spent' }>,
): Promise<StepOutcome> => {
  const { wallets, id, terms, open, coins } = attempt;
  const at = coins.findIndex(({ coin }) => bytesToCrock(coin.pub) === failure.coinPub);
  const named = coins[at];
  const purchase = wallets.store.entry('purchase', id)?.value;
  if (!named || !open || !purchase) return { kind: 'failed', failure };
  // The coin may have been spent on this very order; another one in its place would then pay a part of it twice.
  const deposited = await whichDeposited(open, terms, coins);
  if (!deposited.ok && deposited.error.kind !== 'unsupported-operation')
    return { kind: 'failed', failure: deposited.error };
  if (deposited.ok && deposited.value[at] === true) return settledElsewhere(attempt, failure);
  const lowered = await lowerRemaining(wallets, open, named.id);
  // v14 tells of a coin only as it refuses it, and the merchant's copy of that is nobody's word: given back, the coins are
  // renewed, and the exchange itself proves what is gone.
  if (!lowered.ok && lowered.error.kind === 'unsupported-operation')
    return endRefused(attempt, 'aborted', failure.kind);
  if (!lowered.ok) return { kind: 'failed', failure: lowered.error };
  // The coin's own history says there is enough: nothing is given up on the merchant's word.
  if (lowered.value === 'unchanged' && !isLowered(wallets, named.id)) return { kind: 'failed', failure };
  const also = await alsoSpent(wallets, open, purchase.coins);
  if (!also.ok) return { kind: 'failed', failure: also.error };
  const gone = new Set([named.id, ...also.value]);
  const inside = new Set(
    coins.flatMap((each, index) => (deposited.ok && deposited.value[index] === true ? each.id : [])),
  );
  const lacking = wallets.store.transaction((tx) => chooseOthers(attempt, tx, gone, inside));
  if (lacking === undefined) return { kind: 'again' };
  return endRefused({ ...attempt, coins: coins.filter((each) => !gone.has(each.id)) }, 'aborted', lacking);
};

/** What a shop says when its exchange has refused for any other reason than a spent coin. */
const EXCHANGE_FAILED = 2170;

/** 502 is all a shop can say of a coin whose denomination was revoked since: the exchange's list tells, and other coins take its place. */
const replaceRevoked = async (attempt: Attempt, failure: PayFailure): Promise<StepOutcome> => {
  const { wallets, terms, coins } = attempt;
  const open = attempt.open && (await wallets.exchanges.open(attempt.open.keys.baseUrl, { revalidated: true }));
  if (!open?.ok) return { kind: 'failed', failure };
  const { denominations } = open.value.keys;
  const isGone = (hash: string): boolean => denominations.get(hash)?.revoked !== false;
  if (!coins.some(({ coin }) => isGone(coin.denomination.hash))) return { kind: 'failed', failure };
  // What was deposited before the denomination was revoked is paid.
  const deposited = await whichDeposited(open.value, terms, coins);
  if (!deposited.ok) return { kind: 'failed', failure };
  const inside = new Set(coins.flatMap(({ id }, at) => (deposited.value[at] === true ? [id] : [])));
  const gone = new Set(
    coins.flatMap(({ id, coin }) => (isGone(coin.denomination.hash) && !inside.has(id) ? [id] : [])),
  );
  if (gone.size === 0) return { kind: 'failed', failure };
  const now = { ...attempt, open: open.value };
  const lacking = wallets.store.transaction((tx) => chooseOthers(now, tx, gone, inside));
  if (lacking === undefined) return { kind: 'again' };
  return endRefused({ ...now, coins: coins.filter(({ id }) => !gone.has(id)) }, 'aborted', lacking);
};

/** Reserves other coins for those that are gone; the reason why not, if there are none, or only dearer ones than was shown. `inside`: what the merchant has deposited stays with it. */
const chooseOthers = (
  { wallets, id, terms, open }: Attempt,
  tx: Tx,
  gone: ReadonlySet<string>,
  inside: ReadonlySet<string>,
): string | undefined => {
  if (!open) return 'no-exchange';
  const { keys } = open;
  const nowMs = wallets.world.now();
  release(tx, id, (each) => gone.has(each));
  const now = readPurchase(tx, id);
  const { price, feeAllowance, wireFee } = priceAt(keys, terms, nowMs);
  const most = now.cost === undefined ? undefined : amount(now.cost).units;
  const plan = chooseAnew(tx, keys, nowMs, {
    coins: now.coins,
    wanted: price,
    most,
    // Coins a provider's shop was promised stay promised: nobody agreed to more than one year.
    mayDrop: (each) => now.provider === undefined && !inside.has(each),
    select: ({ wanted, fees, used }) =>
      selectCoins(
        spendableCoins(wallets, tx, keys),
        { price: wanted, feeAllowance, wireFee: { ...wireFee, units: wireFee.units + fees } },
        MAX_COINS_PER_PAYMENT - used,
        changeCosts(keys.denominations.values(), nowMs),
      ),
  });
  if (!plan.ok) return plan.error.kind;
  if (most !== undefined && plan.value.cost > most) return DEARER;
  tx.put('purchase', id, { ...now, coins: { ...plan.value.coins, ...reserveCoins(tx, plan.value.selection) } });
  return undefined;
};
