// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, isZero, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, msToTimestamp, type Timestamp } from '../../../../shared/time.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { Answer } from '../../../taler/exchange/exchange.ts';
import { sealPeerContract } from '../../../taler/peer/contract.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { accountKeyOf, newReserveKey } from '../../ledger/reserve.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { isSteep } from '../../spend/withdrawal-price.ts';
import { always, type MayBegin } from '../may-begin.ts';
import { payInvoiceFee, priceInvoice, writeInvoiceFee, type InvoiceFee } from './invoice-fee.ts';
import {
  isCalledBack,
  isOverAndForgotten,
  isDrawn,
  isRefusal,
  newPurse,
  openOwn,
  putMergeReserve,
  withdrawalOfPurse,
  startPeerWithdrawal,
  wishRefused,
  withoutWish,
  withWish,
  type OwnPurse,
} from './peer-purse.ts';

type PullOut = ValueByKind['pull-out'];

/** An invoice as its person wants it. */
type InvoiceWish = {
  readonly amount: Amount;
  readonly summary: string;
  readonly expiration: Timestamp;
  readonly withoutBackup: boolean;
  readonly maxFee?: Amount;
};

/**
 * Writes an invoice down, its keys, the reserve that will receive the money, and the payment of the exchange's fee for it;
 * returns the purse's public key. Fails without change when opening it and making coins of what it brings would cost more than
 * `maxFee`, and before `mayBegin` says so of its exchange.
 */
export const planPull = async (
  wallets: Wallets,
  keys: ExchangeKeys,
  wanted: InvoiceWish,
  mayBegin: MayBegin = always,
): Promise<Result<string, WalletFailure>> => {
  const { world, store } = wallets;
  const looked = priceWithin(wallets, store, keys, wanted);
  const allowed = looked.ok ? await mayBegin(keys.baseUrl) : looked;
  if (!allowed.ok) return allowed;
  const place = { exchange: keys.baseUrl, master_pub: keys.masterPub };
  const { pub: reserve, key } = newReserveKey(world, place);
  const { id, fields } = newPurse(world, keys, wanted, { reserve, merge_timestamp: msToTimestamp(world.now()) });
  return store.transaction((tx) => {
    const within = priceWithin(wallets, tx, keys, wanted);
    if (!within.ok) return within;
    const { price, maxFees } = within.value;
    putMergeReserve(tx, reserve, { ...key, ...place, created: fields.created });
    tx.put('pull-out', id, {
      ...fields,
      withdrawal: withdrawalOfPurse(fields, id).id,
      status: 'planned',
      ...writeInvoiceFee(wallets, tx, keys, { invoice: id, price, expiration: wanted.expiration }),
      max_fees: maxFees,
      ...(wanted.withoutBackup ? { without_backup: true as const } : {}),
    });
    return ok(id);
  });
};

/** What it costs now, and what of it making coins of the money may take; fails where that is more than was agreed to. */
const priceWithin = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  keys: ExchangeKeys,
  wanted: InvoiceWish,
): Result<{ readonly price: InvoiceFee; readonly maxFees: string }, WalletFailure> => {
  const price = priceInvoice(wallets, reader, keys, wanted);
  if (!price.ok) return price;
  const maxFees = feesToDraw(keys.baseUrl, wanted, price.value);
  return maxFees.ok ? ok({ price: price.value, maxFees: maxFees.value }) : maxFees;
};

/**
 * What of `maxFee` is left for making coins of the money, opening it paid for; fails when it does not suffice for both.
 * Where nothing was said, opening has to be free, and what drawing takes is told with the answer unless it is steep.
 */
const feesToDraw = (
  exchange: string,
  { amount: sum, maxFee }: { readonly amount: Amount; readonly maxFee?: Amount },
  { cost, drawing }: Pick<InvoiceFee, 'cost' | 'drawing'>,
): Result<string, WalletFailure> => {
  const all = { ...cost, units: cost.units + drawing.units };
  const isAgreed =
    maxFee === undefined ? cost.units === 0n && !isSteep({ sum, fees: drawing }) : all.units <= maxFee.units;
  if (!isAgreed) return err({ kind: 'invoice-fee', exchange, fee: amountToText(all), why: 'ask' });
  return ok(amountToText({ ...drawing, units: maxFee === undefined ? drawing.units : maxFee.units - cost.units }));
};

/** One go at an invoice: open its purse, then look whether it was paid. */
export const stepPullOut = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const invoice = wallets.store.entry('pull-out', id)?.value;
  if (invoice?.status === 'paid' && isDrawn(wallets, invoice.withdrawal)) {
    wallets.store.transaction((tx) => put(tx, id, { status: 'done' }));
    return { kind: 'finished' };
  }
  if (invoice?.status !== 'planned' && invoice?.status !== 'open') return { kind: 'finished' };
  const own = await openOwn(wallets, invoice);
  if (!own.ok) return { kind: 'failed', failure: own.error };
  if (accountKeyOf(wallets.store, invoice) === undefined)
    return { kind: 'failed', failure: { kind: 'reserve-elsewhere', exchange: invoice.exchange } };
  const pull: Pull = { ...own.value, wallets, id, invoice };
  if (isCalledBack(invoice)) return callBack(pull);
  return invoice.status === 'planned' ? openPurse(pull) : watch(pull);
};

type Pull = OwnPurse & { readonly wallets: Wallets; readonly id: string; readonly invoice: PullOut };

const openPurse = async (pull: Pull): Promise<StepOutcome> => {
  const { wallets, open, id, invoice, terms } = pull;
  if (isPast(terms.expiration, wallets.world.now())) return lookIntoReserve(pull, { status: 'expired' });
  // Whoever pays it pays into a reserve whose key must not be lost with this computer.
  const allowed = await wallets.gate({ kind: 'pull-out', id });
  if (!allowed.ok) return { kind: 'failed', failure: allowed.error };
  const paid = await payInvoiceFee(wallets, open, invoice);
  if (paid === 'lost') return lookIntoReserve(pull, { status: 'aborted', why: 'fee-not-paid' });
  if (paid !== 'funded') return paid.kind === 'finished' ? { kind: 'again' } : paid;
  const reservePriv = accountKeyOf(wallets.store, invoice);
  if (reservePriv === undefined) throw new Error('defect: an invoice without its reserve key');
  const pursePriv = crockToBytes(invoice.purse_priv, 32);
  const mergePriv = crockToBytes(invoice.merge_priv, 32);
  const made = await open.client.reservePurse({
    purse: {
      pursePriv,
      mergePub: eddsaPublicKey(mergePriv),
      amount: terms.amount,
      minAge: terms.minAge,
      hContract: terms.hContract,
      expiration: terms.expiration,
      econtract: sealPeerContract(terms, { contractPriv: crockToBytes(invoice.contract_priv, 32), pursePriv }),
    },
    mergePriv,
    reservePriv: crockToBytes(reservePriv, 32),
    mergeTimestamp: invoice.merge_timestamp,
    fee: invoice.purse_fee === undefined ? zeroAmount(terms.amount.currency) : amount(invoice.purse_fee),
  });
  if (made.ok) {
    wallets.store.transaction((tx) => put(tx, id, { status: 'open' }));
    return { kind: 'again' };
  }
  const failure = made.error;
  switch (failure.kind) {
    case 'purse-fee-too-low':
    case 'purse-quota-exceeded':
    case 'purse-conflict':
    case 'purse-untimely':
    case 'purse-underfunded':
    case 'reserve-unknown':
    case 'signature-refused':
    case 'unsupported-operation':
      return lookIntoReserve(pull, { status: 'aborted', why: failure.kind });
    default:
      return { kind: 'failed', failure };
  }
};

const watch = async (pull: Pull): Promise<StepOutcome> => {
  const { wallets, open, id, terms } = pull;
  const status = await open.client.purseStatus({ pursePub: crockToBytes(id, 32), waitFor: 'deposit' });
  if (status.ok)
    return status.value.depositTimestamp === undefined ? { kind: 'waiting', waitingFor: 'payer' } : paid(wallets, id);
  switch (status.error.kind) {
    // v17 says so of every purse whose time is over, also of a paid one (PROTOCOL.md#status-of-a-purse).
    case 'purse-expired':
      return lookIntoReserve(pull, { status: 'expired' });
    case 'purse-deleted':
      return lookIntoReserve(pull, { status: 'aborted', why: 'called-back' });
    default:
      return isOverAndForgotten(wallets.world, status.error, terms)
        ? lookIntoReserve(pull, { status: 'expired' })
        : { kind: 'failed', failure: status.error };
  }
};

/** The reserve, which only this invoice and its own fee fill, tells whether it was paid. A fee that was not used is drawn back. */
const lookIntoReserve = async (
  { wallets, open, id, invoice }: Pull,
  otherwise: Partial<PullOut>,
): Promise<StepOutcome> => {
  const reserve = await readReserve({ wallets, open, id, invoice });
  if (!reserve.ok) return { kind: 'failed', failure: reserve.error };
  if (reserve.value.isPaid) return paid(wallets, id);
  wallets.store.transaction((tx) => {
    const left = reserve.value.left;
    if (left !== undefined && left.units > 0n) startPeerWithdrawal(tx, { ...invoice, arrived: amountToText(left) }, id);
    put(tx, id, otherwise);
    callFeeBack(tx, invoice);
  });
  return { kind: 'finished' };
};

/** Nobody will ever take the payment of a fee that is not needed any more, so it does not wait for its time to be over. */
const callFeeBack = (tx: Tx, { funding }: PullOut): void => {
  const payment = funding === undefined ? undefined : tx.entry('push-out', funding)?.value;
  if (funding === undefined || (payment?.status !== 'planned' && payment?.status !== 'created')) return;
  tx.put('push-out', funding, withWish(payment));
  tx.local.deleteTask('push-out', funding);
};

const readReserve = async ({
  wallets,
  open,
  id,
  invoice,
}: Omit<Pull, 'terms'>): Answer<{ readonly isPaid: boolean; readonly left?: Amount }> => {
  const reservePriv = accountKeyOf(wallets.store, invoice);
  if (reservePriv === undefined) throw new Error('defect: an invoice without its reserve key');
  if (invoice.funding === undefined) {
    const status = await open.client.reserveStatus({ reservePub: invoice.reserve });
    if (!status.ok) return status;
    if (status.value.state !== 'known') return ok({ isPaid: false });
    // Nothing but this invoice fills the reserve, so money in it means paid; that the reserve exists means nothing.
    if (!isZero(status.value.balance)) return ok({ isPaid: true });
  }
  // With a fee in it there is money before anybody pays, and without money another copy of this wallet may have drawn it
  // already: what was merged into it says who paid. Where there is no history (v14) nobody can tell.
  const history = await open.client.reserveHistory({ reservePriv: crockToBytes(reservePriv, 32) });
  if (!history.ok) {
    const { kind } = history.error;
    return kind === 'reserve-unknown' || kind === 'unsupported-operation' ? ok({ isPaid: false }) : history;
  }
  const isPaid = history.value.entries.some(
    ({ detail, direction }) => detail['purse_pub'] === id && direction === 'credit',
  );
  return ok({ isPaid, left: history.value.balance });
};

const paid = (wallets: Wallets, id: string): StepOutcome => {
  wallets.store.transaction((tx) => {
    startPeerWithdrawal(tx, read(tx, id), id);
    put(tx, id, { status: 'paid' });
  });
  return { kind: 'finished' };
};

/** Calls an invoice back for its author. It may wait for its backup and never have been sent, or its answer was lost: the purse tells. */
const callBack = async (pull: Pull): Promise<StepOutcome> => {
  const { wallets, open, id, invoice, terms } = pull;
  const status = await open.client.purseStatus({ pursePub: crockToBytes(id, 32), waitFor: 'deposit' });
  if (!status.ok) {
    const { kind } = status.error;
    const isForgotten = isOverAndForgotten(wallets.world, status.error, terms);
    const over = kind === 'purse-expired' || kind === 'purse-deleted' || isForgotten;
    const neverMade = status.error.kind === 'purse-unknown' && invoice.status === 'planned';
    if (over || neverMade) return lookIntoReserve(pull, { status: 'aborted', why: 'called-back' });
    return { kind: 'failed', failure: status.error };
  }
  if (status.value.depositTimestamp !== undefined) return paid(wallets, id);
  const deleted = await open.client.purseDelete({ pursePriv: crockToBytes(invoice.purse_priv, 32) });
  if (deleted.ok) return { kind: 'again' };
  // An exchange that deletes no purses leaves the invoice open until it expires.
  if (isRefusal(deleted.error))
    wallets.store.transaction((tx) => tx.put('pull-out', id, { ...wishRefused(read(tx, id)), status: 'open' }));
  return { kind: 'failed', failure: deleted.error };
};

const read = (tx: Tx, id: string): PullOut => {
  const invoice = tx.entry('pull-out', id)?.value;
  if (!invoice) throw new Error('defect: an invoice vanished while it was being worked on');
  return invoice;
};

const put = (tx: Tx, id: string, change: Partial<PullOut>): void =>
  tx.put('pull-out', id, { ...(change.status === 'open' ? read(tx, id) : withoutWish(read(tx, id))), ...change });
