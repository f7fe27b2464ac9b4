// SPDX-License-Identifier: GPL-3.0-or-later
import { readOutcome } from './read-outcome.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { amount, amountToText, compareAmounts, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp, timestampToMs } from '../../../shared/time.ts';
import type { ProviderEntry } from '../../state/entry.ts';
import type { LocalWriter } from '../../storage/local.ts';
import type { Reader, Store } from '../../storage/store.ts';
import { checkPlace } from '../../taler/wire/place.ts';
import { parseTalerUri } from '../../taler/wire/taler-uri.ts';
import { explainFailure } from '../../wallet/failure/explain.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { takesFee } from '../providers/kinds.ts';
import { agreedTotal, leftOfTotal } from './agreed-total.ts';
import { whyNothingMore } from './open-orders.ts';
import type { CycleOutcome } from './outcome.ts';
import { whyTrouble, type Provider } from '../providers/provider.ts';
import { accountAt, claimedYears, paidUntil, YEAR_MS, purchasesFor } from './paid-years.ts';

export type PayingParts = {
  readonly world: World;
  readonly store: Store;
  readonly wallet: Pick<Wallet, 'preparePay' | 'confirmPay' | 'takenByMerchant' | 'history'>;
};

export type PayFailure =
  | Extract<CycleOutcome, { readonly kind: 'payment-required' | 'asks' | 'unreachable' | 'misbehaved' }>
  /** its pending order belongs to somebody else, perhaps to our former self, or cannot be paid any more: ask for a fresh one */
  | { readonly kind: 'order-claimed' };

/** Expired accounts vanish without notice (sync "Expiry"); two weeks survive a holiday and a provider's bad week. */
const RENEW_BEFORE_MS = 14 * 24 * 3600 * 1000;
/** From the first warning on, its person may have the next year paid at once. */
export const RENEWABLE_MS = 30 * 24 * 3600 * 1000;
/**
 * Every order that is begun is kept in every copy, also one over nothing: a year needs one, and one more when the provider has
 * lost us. Beyond these the person is asked, or it would fill the copies at all others; and a shop that lets one order after
 * another fail costs us the renewal of their coins each time.
 */
const MAX_ORDERS_A_YEAR = 4;

/**
 * Pays a provider's yearly order with the wallet's own coins. Pays only what the provider announces, at most what the person
 * agreed to, and never twice for one year; otherwise nothing is paid and the failure says what to ask. An order over zero is
 * claimed and paid with no coins. Gives the order's id, also when it was paid before (a crash in between).
 */
export const payProvider = async (
  parts: PayingParts,
  provider: Provider,
  payUri: string,
  renewing = false,
): Promise<Result<string, PayFailure>> => {
  const uri = parseTalerUri(payUri);
  if (!uri.ok || uri.value.action !== 'pay')
    return err({ kind: 'misbehaved', why: { kind: 'unnamed-payment', facts: {} } });
  const { merchantBaseUrl, orderId } = uri.value;
  // A stranger's word must not make the wallet ask the machines of its own house.
  if ((await checkPlace(parts.world, provider.id, merchantBaseUrl)) !== undefined)
    return err({ kind: 'misbehaved', why: { kind: 'inner-address', facts: {} } });
  const ofOrder = parts.store
    .entries('purchase')
    .filter(({ value }) => value.merchant_base_url === merchantBaseUrl && value.order_id === orderId);
  if (ofOrder.some(({ value }) => value.status === 'paid')) return ok(orderId);
  // An order that was begun before a crash was agreed to already: the same order is paid with the same coins.
  const begun = ofOrder.find(({ value }) => value.status === 'paying' && value.provider === provider.id);
  if (begun) return confirm(parts, provider.id, { purchaseId: begun.id, orderId, renewing });
  // The person took this order back, or it was refused. The provider would go on naming it, so a fresh one is asked for.
  if (ofOrder.some(({ value }) => isClosed(value.status) && value.terms !== undefined))
    return err({ kind: 'order-claimed' });

  const fee = await agreedFee(parts, provider, renewing);
  if (!fee.ok) return fee;
  if (ofOrder.length === 0 && hasTooMany(parts, provider.id)) return ask({ kind: 'too-many-orders', facts: {} });
  const offer = await parts.wallet.preparePay(payUri, { provider: provider.id });
  if (!offer.ok) {
    if (offer.error.kind === 'order-claimed-elsewhere') return err({ kind: 'order-claimed' });
    return err({ kind: 'payment-required', why: explainFailure(offer.error) });
  }
  const asked = amount(offer.value.amount);
  if (amountToText(asked) !== amountToText(fee.value))
    return ask({ kind: 'order-differs', facts: { announced: amountToText(fee.value), asked: amountToText(asked) } });
  // Only the attempt tells whether the order can be paid, and if not, whether coins are lacking; it reserves nothing unless it can.
  return confirm(parts, provider.id, { purchaseId: offer.value.purchaseId, orderId, renewing, fee: fee.value });
};

/** Whether the paid year is in its last two weeks (where its person wants it, in its last month), or over: time to pay the next one, before the account is collected. */
export const isRenewalDue = ({ store, world }: PayingParts, providerId: string): boolean => {
  const until = takesFee(store.entry('provider', providerId)?.value.provider_kind ?? '')
    ? paidUntil(store, providerId)
    : undefined;
  return until !== undefined && until - world.now() <= aheadOf(store, providerId);
};

/** How long before its end a year may be followed by the next. */
const aheadOf = ({ local }: Pick<Store, 'local'>, providerId: string): number =>
  local.markOf('provider-early', providerId) === undefined ? RENEW_BEFORE_MS : RENEWABLE_MS;

/** Whether what was paid for is over; the account may still be there. */
export const isYearOver = ({ store, world }: PayingParts, providerId: string): boolean =>
  (paidUntil(store, providerId) ?? Number.POSITIVE_INFINITY) <= world.now();

/** An order that is paid and for which the provider has not stored anything yet (a crash in between); undefined when there is none. */
export const settledOrder = (store: Store, providerId: string): string | undefined => {
  const orderId = store.local.markOf('provider-order', providerId);
  if (orderId === undefined) return undefined;
  const paid = purchasesFor(store, providerId).some(
    ({ value }) => value.status === 'paid' && value.order_id === orderId,
  );
  return paid ? orderId : undefined;
};

/** The provider has stored something for our order: it need not be named again. */
export const forgetOrder = (local: Pick<LocalWriter, 'setMarkOf'>, providerId: string): void =>
  local.setMarkOf('provider-order', providerId, undefined);

/** What is asked where agreeing once more means another payment within the year. */
const ASKS_FOR_ANOTHER: ReadonlySet<string> = new Set([
  'paid-already',
  'clock-differs',
  'paid-unconfirmed',
  'too-many-orders',
]);

/** The person has agreed to a provider's price once more: it is listened to again, and if that was the question it gets another year. */
export const agreeAgain = (local: LocalWriter, providerId: string): void => {
  const last = readOutcome(local.providerProgress(providerId)?.lastOutcome);
  const asked = last?.kind === 'lost-our-backup' || (last?.kind === 'asks' && ASKS_FOR_ANOTHER.has(last.why.kind));
  if (asked) local.setMarkOf('provider-again', providerId, true);
};

/** The round that the person waited for is over: a provider that asks once more later asks the person again. */
export const endAgreement = (store: Store, providerId: string): void => {
  for (const mark of ['provider-again', 'provider-early'] as const)
    if (store.local.markOf(mark, providerId) !== undefined)
      store.transaction((tx) => tx.local.setMarkOf(mark, providerId, undefined));
};

const hasTooMany = ({ store, world }: PayingParts, providerId: string): boolean =>
  store.local.markOf('provider-again', providerId) === undefined &&
  purchasesFor(store, providerId).filter(({ value }) => timestampToMs(value.created) > world.now() - YEAR_MS).length >=
    MAX_ORDERS_A_YEAR;

/** Writes paid-until and the current fee into the provider's entry; found again from the payments, so a crash before it loses nothing. */
export const notePaidUntil = (store: Store, providerId: string, fee?: Amount): void => {
  // Every cycle begins with this question; without news nothing is written, so that no cycle waits for the disk.
  if (!paidNews(store, providerId, fee)) return;
  store.transaction((tx) => {
    const news = paidNews(tx, providerId, fee);
    if (news) tx.put('provider', providerId, news);
  });
};

/** The provider's entry with what its payments say; undefined when it says so already. */
const paidNews = (
  reader: Pick<Reader, 'entry' | 'entries' | 'local'>,
  providerId: string,
  fee: Amount | undefined,
): ProviderEntry | undefined => {
  const entry = reader.entry('provider', providerId)?.value;
  if (!entry || entry.removed) return undefined;
  const until = paidUntil(reader, providerId);
  const paid = until === undefined ? entry.paid_until : msToTimestamp(until);
  const annual = fee === undefined ? entry.annual_fee : amountToText(fee);
  if (paid?.t_s === entry.paid_until?.t_s && annual === entry.annual_fee) return undefined;
  return {
    ...entry,
    ...(paid === undefined ? {} : { paid_until: paid }),
    ...(annual === undefined ? {} : { annual_fee: annual }),
  };
};

const confirm = async (
  parts: PayingParts,
  providerId: string,
  {
    purchaseId,
    orderId,
    renewing,
    fee,
  }: { readonly purchaseId: string; readonly orderId: string; readonly renewing: boolean; readonly fee?: Amount },
): Promise<Result<string, PayFailure>> => {
  const { store } = parts;
  const again = store.local.markOf('provider-again', providerId);
  store.transaction((tx) => {
    // Agreeing once more is good for one order, whatever becomes of it.
    tx.local.setMarkOf('provider-again', providerId, undefined);
    tx.local.setMarkOf('provider-early', providerId, undefined);
    tx.local.setMarkOf('announced-fee', providerId, undefined);
    // The paid order is remembered until the provider has stored something for it, so that after a crash the next upload names it.
    tx.local.setMarkOf('provider-order', providerId, orderId);
  });
  const account = accountAt(store.local, providerId);
  const left = fee === undefined ? undefined : leftOfTotal(parts, providerId);
  const paid = await parts.wallet.confirmPay(purchaseId, {
    provider: providerId,
    ...(account === undefined ? {} : { providerAccount: account }),
    providerRenews: renewing,
    ...(left === undefined ? {} : { shown: amountToText(left) }),
  });
  const purchase = store.entry('purchase', purchaseId);
  if (!paid.ok) {
    if (!purchase && again !== undefined)
      store.transaction((tx) => tx.local.setMarkOf('provider-again', providerId, again));
    if (purchase && paid.error.kind === 'paid-unconfirmed') return err(await whyNothingMore(parts, [purchase]));
    if (paid.error.kind === 'fees-changed' && fee !== undefined)
      return ask({ kind: 'costs-too-much', facts: { fee: amountToText(fee), total: paid.error.total } });
    if (paid.error.kind === 'contract-expired' || paid.error.kind === 'purchase-closed')
      return err({ kind: 'order-claimed' });
    const lacking = paid.error.kind === 'insufficient-balance' ? fee : undefined;
    return err({
      kind: 'payment-required',
      why: explainFailure(paid.error),
      ...(lacking === undefined ? {} : { lacking: amountToText(lacking) }),
    });
  }
  if (paid.value.state === 'pending') return err(await whyNothingMore(parts, purchase ? [purchase] : []));
  notePaidUntil(store, providerId, fee);
  return ok(orderId);
};

/** The fee announced now, if it is one the person agreed to and no paid year is running. */
const agreedFee = async (
  parts: PayingParts,
  provider: Provider,
  renewing: boolean,
): Promise<Result<Amount, PayFailure>> => {
  const { world, store } = parts;
  const terms = await provider.describe();
  if (!terms.ok) {
    return err(
      terms.error.kind === 'silent'
        ? {
            kind: 'unreachable',
            why: terms.error.why,
            ...(terms.error.retryAfterMs === undefined ? {} : { retryAfterMs: terms.error.retryAfterMs }),
          }
        : { kind: 'misbehaved', why: whyTrouble(terms.error) },
    );
  }
  const fee = terms.value.annualFee;
  const agreed = store.entry('provider', provider.id)?.value;
  const capText = agreed && agreedTotal(agreed);
  if (!fee || capText === undefined) return ask({ kind: 'no-consent', facts: {} });
  const cap = amount(capText);
  if (cap.currency !== fee.currency)
    return ask({ kind: 'other-currency', facts: { fee: amountToText(fee), cap: capText } });
  if (compareAmounts(fee, cap) > 0)
    return ask({ kind: 'fee-above-cap', facts: { fee: amountToText(fee), cap: capText } });
  // An order over zero costs nothing to pay again; one with a price is the overcharging the cap does not catch.
  if (fee.units === 0n || store.local.markOf('provider-again', provider.id) !== undefined) return ok(fee);
  const ahead = renewing ? aheadOf(store, provider.id) : 0;
  const claimed = claimedYears(store, provider.id, world.now() + ahead);
  if (claimed)
    return claimed.open.length > 0
      ? err(await whyNothingMore(parts, claimed.open))
      : ask({ kind: 'paid-already', facts: { until: claimed.until } });
  // A computer whose clock runs ahead would pay a year too early: the provider's own clock must say that it is time, too. By
  // that alone it moves nothing.
  const there = terms.value.saidAt;
  return there !== undefined && claimedYears(store, provider.id, there + ahead)
    ? ask({ kind: 'clock-differs', facts: { here: world.now(), there } })
    : ok(fee);
};

const isClosed = (status: string): boolean => status === 'aborted' || status === 'failed';

const ask = (why: Said<'ask'>): Result<never, PayFailure> => err({ kind: 'asks', why });
