// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, timestampToMs } from '../../../../shared/time.ts';
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import {
  newPrice,
  purseDeposits,
  refusedCoins,
  reserveCoins,
  selectForPurse,
  whereCoinsAre,
} from '../../spend/purse-coins.ts';
import { isAsking, isCalledBack, openOwn, withoutWish, type OwnPurse } from './peer-purse.ts';
import { chooseOthers, replaceCoin, type Plan } from './other-coins.ts';
import { costOf } from '../../coins/selection.ts';
import { costsMore, shownCost, type Shown } from '../../spend/shown.ts';
import { lowerToHeld, moveOn } from '../../ledger/spend.ts';

type PullIn = ValueByKind['pull-in'];

/** Decides to pay an invoice: the coins are chosen and reserved in one transaction, before anything is sent. */
export const reserveForInvoice = async (
  wallets: Wallets,
  id: string,
  shown: Shown = {},
): Promise<Result<void, WalletFailure>> => {
  const invoice = wallets.store.entry('pull-in', id)?.value;
  if (!invoice) return err({ kind: 'unknown-peer-payment', id: id.slice(0, 64) });
  if ((invoice.status === 'paying' && !isAsking(invoice)) || invoice.status === 'paid') return ok(undefined);
  const open = await wallets.exchanges.open(invoice.exchange);
  if (!open.ok) return open;
  const { keys } = open.value;
  if (keys.masterPub !== invoice.master_pub) return err({ kind: 'master-key-changed', exchange: invoice.exchange });
  return wallets.store.transaction((tx) => {
    const now = read(tx, id);
    const { status, why, purse_expiration: until, amount: text } = now;
    const asks = isAsking(now);
    if ((status === 'paying' && !asks) || status === 'paid') return ok(undefined);
    if (status !== 'offered' && !asks)
      return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
    if (until === undefined || isPast(until, wallets.world.now())) return err({ kind: 'purse-expired' });
    const need = { wanted: amount(text), untilMs: timestampToMs(until) };
    const selection = selectForPurse(wallets, tx, keys, need);
    if (!selection.ok) return selection;
    const dearer = costsMore(shown, need.wanted, costOf(selection.value));
    if (dearer) return err(dearer);
    const { why: _asked, ...plain } = now;
    tx.put('pull-in', id, {
      ...plain,
      status: 'paying',
      coins: { ...now.coins, ...reserveCoins(tx, selection.value) },
      ...shownCost(shown, need.wanted),
    });
    return ok(undefined);
  });
};

/** One go at paying an invoice: all coins in one request, so that either all of it is paid or none. */
export const stepPullIn = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const invoice = wallets.store.entry('pull-in', id)?.value;
  if (invoice?.status !== 'paying') return { kind: 'finished' };
  const own = await openOwn(wallets, invoice);
  if (!own.ok) return { kind: 'failed', failure: own.error };
  return deposit({ ...own.value, wallets, id, invoice });
};

type Pull = OwnPurse & { readonly wallets: Wallets; readonly id: string; readonly invoice: PullIn };

const deposit = async (pull: Pull): Promise<StepOutcome> => {
  const { wallets, invoice, terms } = pull;
  if (isCalledBack(invoice)) return notPaid(pull, { status: 'aborted', why: 'stopped' }, { kind: 'purse-not-full' });
  if (isPast(terms.expiration, wallets.world.now()))
    return notPaid(pull, { status: 'expired' }, { kind: 'purse-expired' });
  if (!isAsking(invoice)) return send(pull);
  const need = { wanted: terms.amount, untilMs: timestampToMs(terms.expiration), cost: invoice.cost };
  return { kind: 'failed', failure: newPrice(wallets, pull.open.keys, need) };
};

const send = async (pull: Pull): Promise<StepOutcome> => {
  const { wallets, open, id, invoice, terms } = pull;
  const deposits = purseDeposits(wallets, open.keys, invoice.coins);
  if (!deposits.ok) return { kind: 'failed', failure: deposits.error };
  const answer = await open.client.purseDeposit({ pursePub: crockToBytes(id, 32), coins: deposits.value });
  if (answer.ok) {
    const { purseValue, hContract } = answer.value;
    // The purse asks for more than its contract said: it never fills, and gives everything back when it expires.
    if (purseValue.units > terms.amount.units) return mismatch(invoice, purseValue);
    const same = purseValue.units === terms.amount.units && hContract === bytesToCrock(terms.hContract);
    return paid(wallets, id, same ? {} : { why: 'other-contract' });
  }
  const failure = answer.error;
  switch (failure.kind) {
    case 'insufficient-funds':
      return replaceCoin(planOf(pull), invoice.coins, failure);
    case 'purse-decided':
      return notPaid(pull, { status: 'aborted', why: 'paid-by-another' }, failure);
    case 'purse-expired':
      return notPaid(pull, { status: 'expired' }, failure);
    case 'purse-deleted':
    case 'purse-unknown':
      return notPaid(pull, { status: 'aborted', why: 'called-back' }, failure);
    case 'denomination-gone':
    case 'coin-expired':
    case 'coin-conflict':
    case 'signature-refused':
    case 'unsupported-operation':
      return failure.kind === 'denomination-gone' && failure.why === 'not-yet'
        ? { kind: 'failed', failure }
        : notPaid(pull, { status: 'aborted', why: failure.kind }, failure);
    case 'refused':
      return failure.code === undefined
        ? { kind: 'failed', failure }
        : notPaid(pull, { status: 'aborted', why: `refused with ${failure.code}` }, failure);
    default:
      return { kind: 'failed', failure };
  }
};

/** A purse that gave nothing back a day after its end was full: its money has gone to whoever wrote the invoice. */
const GRACE_MS = 24 * 60 * 60_000;

/** Ends an invoice whose payment was refused. An earlier request may have been carried out, so the exchange is asked first where the coins are. */
const notPaid = async (pull: Pull, change: Partial<PullIn>, failure: WalletFailure): Promise<StepOutcome> => {
  const { wallets, open, id, invoice, terms } = pull;
  const place = await whereCoinsAre(wallets, open, invoice.coins, id);
  if (!place.ok) return { kind: 'failed', failure: place.error };
  // At v14 nobody tells where a coin is: a purse that is over gives back first, and renewing the coins shows whether it did.
  const mayHold =
    place.value === 'untold' &&
    failure.kind === 'purse-expired' &&
    !(wallets.world.now() > timestampToMs(terms.expiration) + GRACE_MS);
  if (mayHold) return { kind: 'failed', failure };
  if (place.value === 'untold' && isCalledBack(invoice) && failure.kind === 'purse-not-full') {
    const filled = await open.client.purseStatus({ pursePub: crockToBytes(id, 32), waitFor: 'deposit' });
    // Full: the same deposit again is confirmed when it was ours, and refused when another was faster.
    if (filled.ok && filled.value.depositTimestamp !== undefined) return send(pull);
    const isOver = !filled.ok && /^purse-(?:unknown|deleted|expired)$/.test(filled.error.kind);
    if (!filled.ok && !isOver) return { kind: 'failed', failure: filled.error };
  }
  if (place.value !== 'in-purse') {
    const refused = await refusedCoins(wallets, invoice.exchange, invoice.coins, failure);
    if (!refused.ok) return { kind: 'failed', failure: refused.error };
    if (refused.value.length > 0) return chooseOthers(planOf(pull), refused.value);
    wallets.store.transaction((tx) => put(tx, id, { ...change, coins: moveOn(read(tx, id).coins, 'released') }));
    return { kind: 'finished' };
  }
  const status = await open.client.purseStatus({ pursePub: crockToBytes(id, 32), waitFor: 'deposit' });
  const full = status.ok && status.value.depositTimestamp !== undefined;
  const longOver = wallets.world.now() > timestampToMs(terms.expiration) + GRACE_MS;
  return full || longOver ? paid(wallets, id, {}) : { kind: 'failed', failure };
};

const mismatch = (invoice: PullIn, purseValue: Amount): StepOutcome => ({
  kind: 'failed',
  failure: { kind: 'purse-contract-mismatch', said: invoice.amount, holds: amountToText(purseValue) },
});

const planOf = ({ wallets, open, terms, id, invoice }: Pull): Plan => ({
  wallets,
  open,
  terms,
  most: invoice.cost,
  asksAgain: true,
  coins: (tx) => read(tx, id).coins,
  change: (tx, change) => put(tx, id, change),
});

const paid = (wallets: Wallets, id: string, change: Partial<PullIn>): StepOutcome => {
  wallets.store.transaction((tx) => {
    const { coins } = read(tx, id);
    put(tx, id, { ...change, status: 'paid', coins: moveOn(coins, 'paid') });
    lowerToHeld(tx, Object.keys(coins));
  });
  return { kind: 'finished' };
};

const read = (tx: Tx, id: string): PullIn => {
  const invoice = tx.entry('pull-in', id)?.value;
  if (!invoice) throw new Error('defect: an invoice vanished while it was being worked on');
  return invoice;
};

const put = (tx: Tx, id: string, change: Partial<PullIn>): void =>
  tx.put('pull-in', id, { ...(change.status === undefined ? read(tx, id) : withoutWish(read(tx, id))), ...change });
