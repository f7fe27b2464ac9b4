// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, parseAmount } from '../../shared/amount.ts';
import type { Said } from '../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { explainFailure } from '../wallet/failure/explain.ts';
import { WORK_MS, type MoneyWalk, type ProbeWish } from './walk.ts';

/** Pays an order of a service within what its person allows for all of them together; an order that was paid before is paid. */
export const payWithin = async (
  walk: MoneyWalk | undefined,
  payUri: string,
): Promise<Result<void, Said<'probeWhy'>>> => {
  if (walk === undefined) return err({ kind: 'before', facts: {} });
  const { wallet, wish, settle, store } = walk;
  const offer = await wallet.preparePay(payUri);
  if (!offer.ok) return err({ kind: 'failure', facts: { why: explainFailure(offer.error) } });
  const { purchaseId, total, payable, why, alreadyPaid } = offer.value;
  if (alreadyPaid === true) return ok(undefined);
  if (amount(total).units > allowed(wish.maxFee, total) - spentOn(walk))
    return err({ kind: 'costs', facts: { fee: total } });
  if (!payable) return err(why === undefined ? { kind: 'unfinished', facts: {} } : { kind: 'failure', facts: { why } });
  const paid = await wallet.confirmPay(purchaseId, { shown: total });
  if (!paid.ok) return err({ kind: 'failure', facts: { why: explainFailure(paid.error) } });
  const isPaid = (): boolean => store.entry('purchase', purchaseId)?.value.status === 'paid';
  return (await settle(isPaid, WORK_MS)) ? ok(undefined) : err({ kind: 'unfinished', facts: {} });
};

/** In the currency of what is asked; what was allowed in another one allows nothing. */
const allowed = (maxFee: string | undefined, asked: string): bigint => {
  const read = parseAmount(maxFee ?? '');
  return read.ok && read.value.currency === amount(asked).currency ? read.value.units : 0n;
};

/** What services have taken so far; what the shop of a probe takes is its own order's. */
const spentOn = ({ store, wish }: MoneyWalk): bigint =>
  store
    .entries('purchase')
    .filter(({ value }) => value.status === 'paid' && !isOfShop(value.merchant_base_url, wish))
    .reduce((sum, { value }) => sum + (value.amount === undefined ? 0n : amount(value.amount).units), 0n);

const isOfShop = (baseUrl: string, { merchant }: ProbeWish): boolean =>
  merchant !== undefined && (merchant.startsWith(baseUrl) || merchant.includes(new URL(baseUrl).host));
