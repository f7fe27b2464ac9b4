// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../../../../shared/names.ts';
import { amountToText } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { PayOfferView } from '../../../../shared/view-shops.ts';
import type { Entry, Purchase } from '../../../state/entry.ts';
import { paidAgain } from '../../../taler/merchant/order.ts';
import type { ContractTerms } from '../../../taler/merchant/merchant.ts';
import type { Wallets } from '../../context.ts';
import { explainFailure } from '../../failure/explain.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { contractOf } from './offer.ts';
import { besideOf, merchantAt } from './purchase-words.ts';

// What was bought once is not paid twice: the merchant is shown the earlier payment, in whatever session it asks for it.

/** Why a purchase was closed without being paid. */
export const ALREADY_BOUGHT = 'already-bought';

/**
 * The payment that already covers this order: its own, or one for the same fulfillment URL at the same merchant (the same
 * key: another merchant could name the URL too, and would be shown a proof that is none of its business).
 */
export const boughtBefore = (
  { store }: Wallets,
  id: string,
  purchase: Purchase,
  terms: ContractTerms,
): Entry<'purchase'> | undefined => {
  const own = store.entry('purchase', id);
  if (purchase.status === 'paid') return own;
  const url = terms.fulfillmentUrl;
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  const refunded = new Set(store.entries('refund').map(({ value }) => value.purchase));
  return store.entries('purchase').find(
    (each) =>
      each.id !== id &&
      each.value.status === 'paid' &&
      each.value.pay_sig !== undefined &&
      each.value.terms?.['fulfillment_url'] === url &&
      each.value.terms['merchant_pub'] === terms.merchantPub &&
      // A purchase that was given back, even in part, may be bought again.
      !refunded.has(each.id),
  );
};

/** Shows the merchant an earlier payment for another session; without a session, or for the one it was paid in, nothing is sent. */
export const showPayment = async (
  wallets: Wallets,
  { value: bought }: Entry<'purchase'>,
  sessionId: string,
): Promise<Result<void, WalletFailure>> => {
  if (sessionId === '' || sessionId === bought.session_id || bought.pay_sig === undefined) return ok(undefined);
  const terms = contractOf(bought);
  if (!terms.ok) return terms;
  const shown = await paidAgain(wallets.world, { terms: terms.value, paySig: bought.pay_sig, sessionId });
  return shown.ok ? ok(undefined) : err(shown.error);
};

/** The offer of an order that needs no payment any more. */
export const boughtView = (purchaseId: string, terms: ContractTerms, ofItself: boolean): PayOfferView => {
  const nothing = amountToText({ currency: terms.amount.currency, units: 0n });
  return {
    purchaseId,
    ...merchantAt(terms.merchantBaseUrl, terms.merchantName),
    summary: plainText(terms.summary),
    ...besideOf(terms),
    amount: amountToText(terms.amount),
    fees: nothing,
    total: nothing,
    payable: false,
    alreadyPaid: true,
    why: explainFailure(ofItself ? { kind: 'purchase-closed', status: 'paid' } : { kind: ALREADY_BOUGHT }),
  };
};
