// SPDX-License-Identifier: GPL-3.0-or-later
import { memberOf } from '../../../taler/bytes/json.ts';
import { amount, amountToText } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { durationToMs, timestampToMs } from '../../../../shared/time.ts';
import type { RefundView } from '../../../../shared/view.ts';
import type { Entry, Purchase, ValueByKind } from '../../../state/entry.ts';
import type { Reader, Store, Tx } from '../../../storage/store.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { orderStatus } from '../../../taler/merchant/order.ts';
import { obtainRefunds } from '../../../taler/merchant/refund.ts';
import type { OrderTerms } from '../../../taler/merchant/merchant.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import { parseTalerUri } from '../../../taler/wire/taler-uri.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { readNoted } from '../../failure/noted.ts';
import { partOf } from '../../ledger/kept-part.ts';
import { isConfirmed } from '../../ledger/returns.ts';
import { BARRED, isBarred } from '../named-by.ts';
import { contractOf, isDropped } from './offer.ts';
import { merchantOf } from './purchase-words.ts';
import { linesAtMost, readLines, writeRefunds } from './refund-lines.ts';

// A refund is granted by the merchant and given by the exchange. Only what the exchange signed (1038) is credited; the
// value then waits in its coin until the runner has made new coins of it.

type RefundEntry = ValueByKind['refund'];

/**
 * Takes note that the order of a `taler://refund/…` address is to be asked for refunds; returns the purchase. The note is
 * kept until the merchant has answered, also over a restart. Fails when no paid purchase here is meant.
 */
export const askForRefund = (wallets: Wallets, talerUri: string): Result<string, WalletFailure> => {
  const uri = parseTalerUri(talerUri);
  if (!uri.ok) return uri;
  if (uri.value.action !== 'refund') {
    const got = uri.value.action === 'unsupported' ? uri.value.name : uri.value.action;
    return err({ kind: 'wrong-taler-uri', expected: 'refund', got });
  }
  const { merchantBaseUrl, orderId } = uri.value;
  const purchase = wallets.store
    .entries('purchase')
    .find(({ value }) => value.merchant_base_url === merchantBaseUrl && value.order_id === orderId && hasGiven(value));
  if (!purchase) return err({ kind: 'nothing-to-refund' });
  const { id } = purchase;
  wallets.store.transaction((tx) => {
    tx.local.setMarkOf('refund-left', id, undefined);
    // The shop's own address, in its person's hand, is more than what copies say of it.
    tx.local.setMarkOf('named-by', id, undefined);
    tx.local.putTask({ kind: 'refund', id, nextAt: Math.floor(wallets.world.now()), attempts: 0 });
  });
  return ok(id);
};

/** Paid, or refused by a merchant that took some of its coins all the same: those may come back. */
const hasGiven = ({ status, coins }: Purchase): boolean =>
  status === 'paid' || (status !== 'paying' && Object.values(coins).some(({ s }) => s === 'paid'));

/** What has come back of a purchase so far. */
export const refundView = (wallets: Wallets, purchaseId: string): RefundView => {
  const purchase = wallets.store.entry('purchase', purchaseId)?.value;
  const { currency } = amount(purchase?.amount ?? 'NONE:0');
  const refunds = refundsOf(wallets, purchaseId);
  const sum = (which: (refund: RefundEntry) => boolean): string =>
    amountToText({
      currency,
      units: refunds.reduce((all, { value }) => (which(value) ? all + amount(value.amount).units : all), 0n),
    });
  const isBack = (refund: RefundEntry): boolean => refund.status !== 'failed' && isConfirmed(refund);
  const [came, taken] = refunds.reduce(
    ([all, fees], { value }) =>
      isBack(value) ? [all + amount(value.amount).units, fees + feesOf(value)] : [all, fees],
    [0n, 0n],
  );
  const text = (units: bigint): string => amountToText({ currency, units });
  const fees = taken < came ? taken : came;
  const task = wallets.store.local.task('refund', purchaseId);
  const failed = readNoted(task?.lastFailure);
  return {
    purchaseId,
    ...(purchase ? merchantOf(purchase) : { merchant: '', merchantHost: '' }),
    refunded: text(came),
    fees: text(fees),
    total: text(came - fees),
    pending: sum(isUnsigned),
    refused: sum((refund) => refund.status === 'failed'),
    state: task || refunds.some(({ value }) => isUnsigned(value)) ? 'pending' : refunds.length > 0 ? 'done' : 'none',
    ...(failed === undefined ? {} : { why: failed.why }),
  };
};

const feesOf = ({ fee, renewal }: RefundEntry): bigint =>
  amount(fee).units + (renewal === undefined ? 0n : amount(renewal).units);

/** Purchases whose merchant has to be asked (`asked`), or may grant a refund by itself until its deadline, or get one that nobody waits for (`watched`). */
export const waitingRefunds = (
  wallets: Wallets,
): { readonly asked: readonly Entry<'purchase'>[]; readonly watched: readonly Entry<'purchase'>[] } => {
  const { store, world } = wallets;
  const unfinished = new Set(unsigned(store).map(({ value }) => value.purchase));
  const begun = new Set(store.local.tasks().flatMap(({ kind, id }) => (kind === 'refund' ? [id] : [])));
  const asked: Entry<'purchase'>[] = [];
  const watched: Entry<'purchase'>[] = [];
  for (const purchase of mayBeRefunded(store, [...unfinished, ...begun])) {
    if (!hasGiven(purchase.value)) continue;
    const isNamed = unfinished.has(purchase.id);
    if (begun.has(purchase.id) || (isNamed && !isLeft(store, purchase.id))) asked.push(purchase);
    else if (isNamed) watched.push(purchase);
    else if (purchase.value.status === 'paid' && watchUntilMs(purchase.value) > world.now()) watched.push(purchase);
  }
  return { asked, watched };
};

/** Those that were named, and those that a shop may refund by itself. */
const mayBeRefunded = (store: Store, named: readonly string[]): readonly Entry<'purchase'>[] => {
  const byId = new Map(ofThemselves(store).map((entry) => [entry.id, entry]));
  for (const id of named) {
    const entry = store.entry('purchase', id);
    if (entry) byId.set(id, entry);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

const unsigned = partOf('refund', ({ value }) => isUnsigned(value));
const ofThemselves = partOf('purchase', ({ value }) => value.status === 'paid' && watchUntilMs(value) > 0);

/** Whether its person does not wait any more for what its shop has named. */
export const isLeft = ({ local }: Pick<Reader, 'local'>, id: string): boolean =>
  local.markOf('refund-left', id) === true;

/** One go at fetching what the merchant granted. */
export const stepRefund = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const opened = await openPurchase(wallets, id);
  if (!opened) return { kind: 'finished' };
  return opened.ok ? obtain(wallets, id, opened.value) : { kind: 'failed', failure: opened.error };
};

/** One look whether the merchant granted a refund without being asked (`auto_refund` of the contract). */
export const stepRefundWatch = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const opened = await openPurchase(wallets, id);
  if (!opened) return { kind: 'waiting', waitingFor: 'merchant', atMostMs: HOUR_MS };
  if (isLeft(wallets.store, id) && refundsOf(wallets, id).some(({ value }) => isUnsigned(value)))
    return lookAtLeft(wallets, id, opened);
  if (!opened.ok) return { kind: 'failed', failure: opened.error };
  const status = await orderStatus(wallets.world, { terms: opened.value.terms });
  if (!status.ok) return { kind: 'failed', failure: status.error };
  const known = refundsOf(wallets, id).reduce((sum, { value }) => sum + amount(value.amount).units, 0n);
  const later = nextLook(wallets, opened.value.purchase);
  if (status.value.state === 'unpaid' || status.value.refundAmount.units <= known) return later;
  const done = await obtain(wallets, id, opened.value);
  return done.kind === 'finished' ? later : done;
};

/** What nobody waits for is asked about once a day, whatever is wrong with it. */
const lookAtLeft = async (
  wallets: Wallets,
  id: string,
  opened: Result<Refunding, WalletFailure>,
): Promise<StepOutcome> => {
  const done = opened.ok ? await obtain(wallets, id, opened.value) : undefined;
  return done?.kind === 'finished' ? done : { kind: 'waiting', waitingFor: 'merchant', forMs: DAY_MS };
};

/** When a merchant is looked at again: often at first and hourly in the end, with a last look shortly before its time is over. */
const nextLook = ({ world }: Wallets, purchase: Purchase): StepOutcome => ({
  kind: 'waiting',
  waitingFor: 'merchant',
  atMostMs: Math.min(HOUR_MS, Math.max(MINUTE_MS, watchUntilMs(purchase) - world.now() - MINUTE_MS)),
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Refunding = {
  readonly purchase: Purchase;
  readonly terms: OrderTerms;
  readonly keys: ExchangeKeys | undefined;
};

const openPurchase = async (wallets: Wallets, id: string): Promise<Result<Refunding, WalletFailure> | undefined> => {
  const purchase = wallets.store.entry('purchase', id)?.value;
  if (!purchase || !hasGiven(purchase)) return undefined;
  if (await isBarred(wallets, { id, value: purchase }, purchase.merchant_base_url)) {
    wallets.store.transaction((tx) => giveUp(tx, id, BARRED));
    return undefined;
  }
  const terms = orderTermsOf(purchase);
  if (!terms.ok) return terms;
  if (purchase.exchange === undefined) return ok({ purchase, terms: terms.value, keys: undefined });
  const open = await wallets.exchanges.open(purchase.exchange);
  return open.ok ? ok({ purchase, terms: terms.value, keys: open.value.keys }) : open;
};

/** So many refunds are written in one transaction: nobody waits for a shop's whole list. */
const LINES_AT_ONCE = 64;

/** What asking for refunds needs of a contract, also of one that is not kept any more. */
const orderTermsOf = (purchase: Purchase): Result<OrderTerms, WalletFailure> => {
  const { merchant_pub: merchantPub, h_contract: hash, amount: price } = purchase;
  if (!isDropped(purchase) || merchantPub === undefined || hash === undefined || price === undefined)
    return contractOf(purchase);
  return ok({
    merchantBaseUrl: purchase.merchant_base_url,
    orderId: purchase.order_id,
    merchantPub,
    hContract: crockToBytes(hash, 64),
    amount: amount(price),
  });
};

const obtain = async (wallets: Wallets, id: string, { purchase, terms, keys }: Refunding): Promise<StepOutcome> => {
  const lines = readLines(wallets, wallets.store, { id, purchase, keys });
  const refunds = await obtainRefunds(wallets.world, { terms, keysOf: () => keys, isWanted: lines.isWanted });
  if (!refunds.ok) {
    if (refunds.error.kind !== 'order-unknown') return { kind: 'failed', failure: refunds.error };
    // The merchant knows the order no more: nobody is left who could be asked for what it had granted.
    wallets.store.transaction((tx) => giveUp(tx, id, 'order-unknown'));
    return { kind: 'finished' };
  }
  for (let from = 0; from < refunds.value.length; from += LINES_AT_ONCE) {
    const some = refunds.value.slice(from, from + LINES_AT_ONCE);
    wallets.store.transaction((tx) => writeRefunds(wallets, tx, { id, purchase, keys }, some));
  }
  if (lines.wereTooMany())
    return {
      kind: 'failed',
      failure: { kind: 'too-many-refunds', url: purchase.merchant_base_url, limit: linesAtMost(purchase) },
    };
  // By the entries and not by the answer: a merchant may leave out what it said before.
  const pending = refundsOf(wallets, id).some(({ value }) => isUnsigned(value));
  return pending ? { kind: 'waiting', waitingFor: 'merchant', atMostMs: HOUR_MS } : { kind: 'finished' };
};

/** True for a refund that was noted and that the exchange has not signed yet. */
const isUnsigned = (refund: RefundEntry): boolean => refund.status === 'announced' && !isConfirmed(refund);

const giveUp = (tx: Tx, purchase: string, why: string): void => {
  for (const { id, value } of tx.entries('refund'))
    if (value.purchase === purchase && isUnsigned(value)) tx.put('refund', id, { ...value, status: 'failed', why });
};

/** Asks no more; false when nobody is being asked. What the shop has named is looked at now and then, and its address begins it again. */
export const stopAsking = ({ store }: Pick<Wallets, 'store'>, id: string): boolean =>
  store.transaction((tx) => {
    const isAsked = tx.local.task('refund', id) !== undefined;
    const isNamed = tx.entries('refund').some(({ value }) => value.purchase === id && isUnsigned(value));
    if (!isAsked && (!isNamed || isLeft(tx, id))) return false;
    tx.local.deleteTask('refund', id);
    if (isNamed) tx.local.setMarkOf('refund-left', id, true);
    return true;
  });

const refundsOf = (wallets: Wallets, purchaseId: string): readonly Entry<'refund'>[] =>
  wallets.store.entries('refund').filter(({ value }) => value.purchase === purchaseId);

/** The contract's `auto_refund` counts from the payment; 0 when it has none. */
const watchUntilMs = (purchase: Purchase): number => {
  const asked = purchase.terms?.['auto_refund'];
  const span = memberOf(asked, 'd_us');
  if (typeof span !== 'number' && span !== 'forever') return 0;
  const from = timestampToMs(purchase.paid_at ?? purchase.created);
  return Math.min(from + durationToMs({ d_us: span }), from + MAX_WATCH_MS);
};

/** A merchant that never lets us go is left after this; its refunds can still be fetched by their address. */
const MAX_WATCH_MS = 30 * 24 * 60 * 60_000;
