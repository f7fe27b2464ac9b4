// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, compareAmounts, parseAmount } from '../../../../shared/amount.ts';
import type { Said } from '../../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { checkPlace } from '../../../taler/wire/place.ts';
import { parseTalerUri } from '../../../taler/wire/taler-uri.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import { askChallenge, holdsFee, orderIn, type Step, type StepParts } from './challenge.ts';

// Paying a place for the use of a way, with this wallet's own coins: what it announced, and never another order's sum.

type Paid = Result<void, BackupFailure>;
const DONE: Paid = ok(undefined);

/**
 * Pays the order that a place named for a way, and looks at once whether it lets us on. Refused where nobody asked for money or
 * another sum was agreed to; where nothing was paid for another reason, the way says so, and what another wallet pays with stays.
 */
export const payWay = async (parts: StepParts, step: Step, agreedText: string): Promise<Paid> => {
  const { way, method, note } = step;
  const { order, fee } = way;
  if (order === undefined || way.state !== 'asks-payment') return err({ kind: 'no-payment-asked' });
  const say = (said: Said<'escrowRecovery'>): Paid => {
    note((each) => ({ ...each, said: [said] }));
    return DONE;
  };
  if (fee === undefined) return say({ kind: 'price-unknown', facts: {} });
  const agreed = parseAmount(agreedText);
  const price = order.total ?? fee;
  if (!agreed.ok || agreed.value.currency !== amount(price).currency || compareAmounts(agreed.value, amount(price)) < 0)
    return err({ kind: 'fee-not-agreed', fee: price });
  const uri = parseTalerUri(order.payUri);
  if (!uri.ok || uri.value.action !== 'pay') return say({ kind: 'shop-silent', facts: {} });
  // A stranger's word must not make the wallet ask the machines of its own house.
  if ((await checkPlace(parts.world, method.url, uri.value.merchantBaseUrl)) !== undefined)
    return say({ kind: 'place-not-allowed', facts: {} });
  if (orderIn(parts, order)?.status === 'paid') return afterPaying(parts, step);
  // Claimed by this wallet, no other could pay it any more: so it is not, as long as this one has not the coins.
  if (orderIn(parts, order) === undefined && !holdsFee(parts.wallet, fee))
    return say({ kind: 'no-such-coins', facts: { fee } });
  const offer = await parts.wallet.preparePay(order.payUri);
  // Whoever claimed it elsewhere may be paying it just now.
  if (!offer.ok)
    return say({ kind: offer.error.kind === 'order-claimed-elsewhere' ? 'not-paid-yet' : 'shop-silent', facts: {} });
  if (offer.value.alreadyPaid === true) return afterPaying(parts, step);
  if (compareAmounts(amount(offer.value.amount), amount(fee)) !== 0)
    return say({ kind: 'asks-otherwise', facts: { announced: fee, asked: offer.value.amount } });
  const paid = await parts.wallet.confirmPay(offer.value.purchaseId, { shown: agreedText });
  if (paid.ok)
    return paid.value.state === 'paid' ? afterPaying(parts, step) : say({ kind: 'payment-pending', facts: {} });
  if (paid.error.kind === 'fees-changed') return err({ kind: 'fee-not-agreed', fee: paid.error.total });
  return paid.error.kind === 'insufficient-balance' || paid.error.kind === 'no-accepted-exchange'
    ? say({ kind: 'no-such-coins', facts: { fee } })
    : say({ kind: 'shop-silent', facts: {} });
};

/** What is paid for is used at once; a question or an authenticator waits for its answer. */
const afterPaying = async (parts: StepParts, step: Step): Promise<Paid> => {
  const way = step.note((each) => ({ ...each, state: 'untouched', said: [] }));
  if (way) await askChallenge(parts, { ...step, way });
  return DONE;
};
