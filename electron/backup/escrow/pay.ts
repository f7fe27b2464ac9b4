// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, compareAmounts, isZero, type Amount } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Entry } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { checkPlace } from '../../taler/wire/place.ts';
import { parseTalerUri } from '../../taler/wire/taler-uri.ts';
import { explainFailure } from '../../wallet/failure/explain.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import { whyNothingMore } from '../cycle/open-orders.ts';
import { openOrders, YEAR_MS } from '../cycle/paid-years.ts';
import { readSums } from '../cycle/sums.ts';
import { placeProgress, progressOf, putProgress } from '../escrowed/progress.ts';
import { escrowRecord, paidOf, putRecord, withThing, type EscrowRecord, type Thing } from '../escrowed/record.ts';
import type { EscrowParts } from './state.ts';

// Fees of an escrow place, paid with the wallet's own coins as those of places for copies are: only what it announces, within what
// was agreed to on this device, and never twice for one thing and year, whatever the place says.

export type EscrowPaying = EscrowParts & {
  readonly wallet: Pick<Wallet, 'preparePay' | 'confirmPay' | 'takenByMerchant' | 'history'>;
};

/** Two weeks survive a holiday, and a place's bad week. */
export const RENEW_BEFORE_MS = 14 * 24 * 3600 * 1000;
/** Payments of so long ago belong to the year before: a renewal comes two weeks early. */
const ONE_YEARS_MS = YEAR_MS - 2 * RENEW_BEFORE_MS;
/** Of each thing one a year, and one more when the place has lost it. Beyond these the person is asked. */
const ORDERS_OF_A_THING = 2;
const ORDERS_MORE = 4;

/** What became of the order that was being paid for a thing when the process ended. */
export const begunOrder = (
  store: Pick<Reader, 'entries'>,
  record: EscrowRecord,
  thing: Thing,
): 'none' | 'paid' | 'paying' | 'closed' => {
  const { begun } = paidOf(record, thing);
  const purchase = begun === undefined ? undefined : purchasesAt(store, thing.url, begun)[0];
  switch (purchase?.value.status) {
    case undefined:
    case 'claiming':
    case 'offered':
      return 'none';
    case 'paid':
      return 'paid';
    case 'paying':
      return 'paying';
    default:
      return 'closed';
  }
};

const purchasesAt = (store: Pick<Reader, 'entries'>, url: string, orderId?: string): readonly Entry<'purchase'>[] =>
  store
    .entries('purchase')
    .filter(({ value }) => value.provider === url && (orderId === undefined || value.order_id === orderId));

type Demand = {
  readonly thing: Thing;
  readonly payUri: string;
  /** what the place announces for it now */
  readonly fee: Amount;
  /** what time the place says it is */
  readonly saidAt: number | undefined;
};

/** Pays what a place wants for a thing; gives the order's number, by which the payment is named afterwards, also when it was paid before. */
export const payFor = async (parts: EscrowPaying, demand: Demand): Promise<Result<string, Said<'escrow'>>> => {
  const { store, wallet, world } = parts;
  const { thing, payUri, fee } = demand;
  const uri = parseTalerUri(payUri);
  if (!uri.ok || uri.value.action !== 'pay') return misbehaves({ kind: 'unnamed-payment', facts: {} });
  const { merchantBaseUrl, orderId } = uri.value;
  // A stranger's word must not make the wallet ask the machines of its own house.
  if ((await checkPlace(world, thing.url, merchantBaseUrl)) !== undefined)
    return misbehaves({ kind: 'inner-address', facts: {} });
  const ofOrder = store
    .entries('purchase')
    .filter(({ value }) => value.merchant_base_url === merchantBaseUrl && value.order_id === orderId);
  if (ofOrder.some(({ value }) => value.status === 'paid')) return settle(parts, thing, orderId, fee);
  // An order that was begun before a crash was agreed to already: the same order is paid with the same coins.
  const begun = ofOrder.find(({ value }) => value.status === 'paying' && value.provider === thing.url);
  if (begun) return confirm(parts, demand, { purchaseId: begun.id, orderId });
  if (ofOrder.some(({ value }) => value.terms !== undefined && isClosed(value.status)))
    return err({ kind: 'order-lost', facts: {} });
  const stands = await whatStandsAgainst(parts, demand, orderId);
  if (stands) return err(stands);
  const offer = await wallet.preparePay(payUri, { provider: thing.url });
  if (!offer.ok)
    return err(
      offer.error.kind === 'order-claimed-elsewhere'
        ? { kind: 'order-lost', facts: {} }
        : { kind: 'unpaid', facts: { why: explainFailure(offer.error) } },
    );
  const asked = amountToText(amount(offer.value.amount));
  if (asked !== amountToText(fee))
    return ask({ kind: 'order-differs', facts: { announced: amountToText(fee), asked } });
  return confirm(parts, demand, { purchaseId: offer.value.purchaseId, orderId });
};

/** Why nothing is signed now: the price, or a payment for the same thing. */
const whatStandsAgainst = async (
  parts: EscrowPaying,
  { thing, fee, saidAt }: Demand,
  orderId: string,
): Promise<Said<'escrow'> | undefined> => {
  const { store, world } = parts;
  const record = escrowRecord(store);
  const progress = progressOf(store.local, record);
  if (record === undefined || progress === undefined) return { kind: 'asks', facts: { why: NO_CONSENT } };
  if (isZero(fee)) return undefined;
  const cap = readSums(progress.agreed).find(({ currency }) => currency === fee.currency);
  const text = amountToText(fee);
  if (cap === undefined) return { kind: 'asks', facts: { why: NO_CONSENT } };
  if (compareAmounts(fee, cap) > 0)
    return { kind: 'asks', facts: { why: { kind: 'fee-above-cap', facts: { fee: text, cap: amountToText(cap) } } } };
  const { order, begun, begunAt, paidUntil } = paidOf(record, thing);
  const isAgain = placeProgress(progress, thing.url)?.again === true;
  if (begun !== undefined && begun !== orderId) {
    const before = purchasesAt(store, thing.url, begun);
    const open = openOrders(store, before);
    if (open.length > 0) return saidOfDemand(await whyNothingMore(parts, open));
    if (before.some(({ value }) => value.status === 'paid') && !isAgain)
      return paidAlready((begunAt ?? world.now()) + YEAR_MS);
  }
  if (order !== undefined && paidUntil !== undefined && !isAgain) {
    if (paidUntil - RENEW_BEFORE_MS > world.now()) return paidAlready(paidUntil);
    // A computer whose clock runs ahead would pay a year too early: the place's own clock must say that it is time, too.
    if (saidAt !== undefined && paidUntil - RENEW_BEFORE_MS > saidAt)
      return { kind: 'asks', facts: { why: { kind: 'clock-differs', facts: { here: world.now(), there: saidAt } } } };
  }
  const things = 1 + record.methods.filter(({ url }) => url === thing.url).length;
  const since = world.now() - ONE_YEARS_MS;
  const lately = purchasesAt(store, thing.url).filter(({ value }) => timestampToMs(value.created) > since);
  // What another set-up has begun there is not over: its shop may still take it.
  const strays = isAgain ? [] : openOrders(store, ofNoThing(record, lately, orderId));
  if (strays.length > 0) return saidOfDemand(await whyNothingMore(parts, strays));
  if (lately.length >= things * ORDERS_OF_A_THING + ORDERS_MORE && !isAgain)
    return { kind: 'asks', facts: { why: { kind: 'too-many-orders', facts: {} } } };
  return undefined;
};

/** Of these orders those that are being paid for nothing that this escrow has. */
const ofNoThing = (
  { places, methods }: EscrowRecord,
  purchases: readonly Entry<'purchase'>[],
  orderId: string,
): readonly Entry<'purchase'>[] => {
  const own = new Set([orderId, ...[...places, ...methods].flatMap(({ order, begun }) => [order, begun])]);
  return purchases.filter(({ value }) => value.status === 'paying' && !own.has(value.order_id));
};

const NO_CONSENT: Said<'ask'> = { kind: 'no-consent', facts: {} };
const paidAlready = (until: number): Said<'escrow'> => ({
  kind: 'asks',
  facts: { why: { kind: 'paid-already', facts: { until } } },
});
const isClosed = (status: string): boolean => status === 'aborted' || status === 'failed';
const ask = (why: Said<'ask'>): Result<never, Said<'escrow'>> => err({ kind: 'asks', facts: { why } });
const misbehaves = (why: Said<'trouble'>): Result<never, Said<'escrow'>> => err({ kind: 'misbehaves', facts: { why } });

const saidOfDemand = (demand: Awaited<ReturnType<typeof whyNothingMore>>): Said<'escrow'> =>
  demand.kind === 'asks' ? { kind: 'asks', facts: { why: demand.why } } : { kind: 'paying', facts: {} };

const confirm = async (
  parts: EscrowPaying,
  { thing, fee }: Demand,
  { purchaseId, orderId }: { readonly purchaseId: string; readonly orderId: string },
): Promise<Result<string, Said<'escrow'>>> => {
  const { store, wallet, world } = parts;
  const isOurs = store.transaction((tx) => {
    const record = escrowRecord(tx);
    const isThere = thing.uuid === undefined || record?.methods.some(({ uuid }) => uuid === thing.uuid) === true;
    if (record === undefined || !isThere) return false;
    // Which order it is stands in every copy before its coins are promised, so that nobody pays another one for the same thing.
    if (paidOf(record, thing).begun !== orderId)
      putRecord(tx, withThing(record, thing, { begun: orderId, begunAt: world.now() }));
    const progress = progressOf(tx.local, record);
    // Agreeing once more is good for one order, whatever becomes of it.
    if (placeProgress(progress, thing.url)?.again === true && progress !== undefined)
      putProgress(tx.local, {
        ...progress,
        places: progress.places.map(({ again: _again, ...each }) => each),
      });
    return true;
  });
  if (!isOurs) return err({ kind: 'paying', facts: {} });
  const left = leftOfYear(parts, fee.currency);
  const paid = await wallet.confirmPay(purchaseId, {
    provider: thing.url,
    ...(left === undefined || isZero(fee) ? {} : { shown: amountToText(left) }),
  });
  if (paid.ok && paid.value.state === 'paid') return settle(parts, thing, orderId, fee);
  const purchase = store.entry('purchase', purchaseId);
  if (paid.ok) return err(saidOfDemand(await whyNothingMore(parts, purchase ? [purchase] : [])));
  switch (paid.error.kind) {
    case 'paid-unconfirmed':
      return err(saidOfDemand(await whyNothingMore(parts, purchase ? [purchase] : [])));
    case 'fees-changed':
      return ask({ kind: 'costs-too-much', facts: { fee: amountToText(fee), total: paid.error.total } });
    case 'contract-expired':
    case 'purchase-closed':
      return err({ kind: 'order-lost', facts: {} });
    case 'insufficient-balance':
      return err({ kind: 'lacks-coins', facts: { lacking: amountToText(fee) } });
    default:
      return err({ kind: 'unpaid', facts: { why: explainFailure(paid.error) } });
  }
};

/** The order is paid: later uploads name it, and a year of the thing is. */
const settle = (
  { store, world }: EscrowPaying,
  thing: Thing,
  orderId: string,
  fee: Amount | undefined,
): Result<string, Said<'escrow'>> => {
  store.transaction((tx) => {
    const record = escrowRecord(tx);
    if (record === undefined) return;
    const { order, paidUntil } = paidOf(record, thing);
    if (order === orderId) return;
    const now = world.now();
    const until = Math.max(paidUntil ?? now, now) + YEAR_MS;
    const isFree = fee !== undefined && isZero(fee);
    putRecord(
      tx,
      withThing(record, thing, {
        order: orderId,
        begun: undefined,
        begunAt: undefined,
        ...(isFree ? {} : { paidUntil: until }),
      }),
    );
  });
  return ok(orderId);
};

/** The order that was being paid turned out to be. */
export const settleBegun = (parts: EscrowPaying, record: EscrowRecord, thing: Thing): void => {
  const { begun } = paidOf(record, thing);
  if (begun !== undefined) settle(parts, thing, begun, undefined);
};

/** It came to nothing: another one may be paid. */
export const forgetBegun = ({ store }: EscrowPaying, thing: Thing): void =>
  store.transaction((tx) => {
    const record = escrowRecord(tx);
    if (record) putRecord(tx, withThing(record, thing, { begun: undefined, begunAt: undefined }));
  });

/** What is left of what a year may cost, in one currency: orders that came to nothing have cost something too. */
const leftOfYear = ({ store, wallet, world }: EscrowPaying, currency: string): Amount | undefined => {
  const record = escrowRecord(store);
  const progress = progressOf(store.local, record);
  const cap = readSums(progress?.agreed ?? []).find((each) => each.currency === currency);
  if (record === undefined || cap === undefined) return undefined;
  const since = Math.max(record.agreedAt, world.now() - ONE_YEARS_MS);
  const urls = new Set(record.places.map(({ url }) => url));
  const orders = new Set(
    store
      .entries('purchase')
      .filter(({ value }) => value.provider !== undefined && urls.has(value.provider))
      .filter(({ value }) => timestampToMs(value.begun ?? value.created) >= Math.floor(since / 1000) * 1000)
      .map(({ id }) => id),
  );
  const spent = wallet
    .history()
    .filter((line) => orders.has(line.id) && line.currency === currency && line.effect.includes(':-'))
    .reduce((sum, { effect }) => sum + amount(effect.replace(':-', ':')).units, 0n);
  return { currency, units: cap.units > spent ? cap.units - spent : 0n };
};
