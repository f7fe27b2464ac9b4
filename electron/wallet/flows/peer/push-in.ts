// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, msToTimestamp } from '../../../../shared/time.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import { noteWithoutBackup } from '../../at-gate.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { accountKeyOf, newReserveKey } from '../../ledger/reserve.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import type { Shown } from '../../spend/shown.ts';
import { agreedFees, priceOfWithdrawal } from '../../spend/withdrawal-price.ts';
import { always, type MayBegin } from '../may-begin.ts';
import { beyondAgreed, costToDraw } from '../../spend/within-fees.ts';
import { purseBeyondLimit } from '../../spend/limits.ts';
import { stepPushOut } from './push-out.ts';
import { taken } from './push-out-end.ts';
import { noteAgreed } from './reissue.ts';
import { payRest } from './reissue-rest.ts';
import {
  isDrawn,
  openOwn,
  putMergeReserve,
  startPeerWithdrawal,
  withdrawalOfPurse,
  type OwnPurse,
} from './peer-purse.ts';

type PushIn = ValueByKind['push-in'];

/** `withoutBackup`: the person wants this sum before its keys are stored anywhere else. */
export type Accepting = { readonly withoutBackup?: boolean };

/** The same, with what the person saw as arriving. */
type Taking = Accepting & Shown;

/**
 * Decides to take a payment: reserve key, merge time and the id of the withdrawal are written down, all before the exchange hears
 * of it. Fails without change when less would arrive than was shown, and before `mayBegin` says so of its exchange.
 */
export const acceptPush = async (
  wallets: Wallets,
  id: string,
  { withoutBackup = false, ...seen }: Taking = {},
  mayBegin: MayBegin = always,
): Promise<Result<void, WalletFailure>> => {
  const { world, store } = wallets;
  const looked = lookAtOffer(wallets, store, id, seen);
  const allowed = looked.ok && looked.value !== 'taken' ? await mayBegin(looked.value.payment.exchange) : looked;
  if (!allowed.ok) return allowed;
  return store.transaction((tx) => {
    const offered = lookAtOffer(wallets, tx, id, seen);
    if (!offered.ok) return offered;
    if (withoutBackup) goOnWithout(tx, id);
    if (offered.value === 'taken') return ok(undefined);
    const { payment, maxFees } = offered.value;
    const place = { exchange: payment.exchange, master_pub: payment.master_pub };
    const { pub, key } = newReserveKey(world, place);
    const now = msToTimestamp(world.now());
    putMergeReserve(tx, pub, { ...key, ...place, created: now });
    const { id: withdrawal } = withdrawalOfPurse({ ...payment, reserve: pub }, id);
    const chosen = {
      ...(maxFees === undefined ? {} : { max_fees: maxFees }),
      ...(withoutBackup ? { without_backup: true as const } : {}),
    };
    put(tx, id, { status: 'accepted', reserve: pub, merge_timestamp: now, withdrawal, ...chosen });
    return ok(undefined);
  });
};

type Offered = { readonly payment: PushIn; readonly maxFees: string | undefined };

/** An offer that can be taken for what was seen, or one that was; why not otherwise. */
const lookAtOffer = (
  { world, exchanges }: Wallets,
  reader: Pick<Reader, 'entry'>,
  id: string,
  seen: Shown,
): Result<Offered | 'taken', WalletFailure> => {
  const payment = reader.entry('push-in', id)?.value;
  if (!payment) return err({ kind: 'unknown-peer-payment', id: id.slice(0, 64) });
  const { status, why, purse_expiration: until } = payment;
  if (status === 'accepted' || status === 'merged' || status === 'done') return ok('taken');
  if (status !== 'offered') return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
  if (until === undefined || isPast(until, world.now())) return err({ kind: 'purse-expired' });
  const keys = exchanges.cachedKeys(payment.exchange);
  const beyond = keys && purseBeyondLimit(keys, amount(payment.amount));
  if (beyond) return err(beyond);
  const price = keys && priceOfWithdrawal(keys, amount(payment.amount), world.now());
  const maxFees = price && agreedFees(payment.exchange, price, seen);
  return maxFees && !maxFees.ok ? maxFees : ok({ payment, maxFees: maxFees?.value });
};

/** Notes "without backup" for a payment that is being taken already: whichever step waits for the backup, the payment's or its withdrawal's, is due at once. */
const goOnWithout = (tx: Tx, id: string): void => {
  const { status, withdrawal } = tx.entry('push-in', id)?.value ?? {};
  if (status === 'accepted') noteWithoutBackup(tx, 'push-in', id);
  if (
    status === 'merged' &&
    withdrawal !== undefined &&
    tx.entry('withdrawal', withdrawal)?.value.status === 'withdrawing'
  )
    noteWithoutBackup(tx, 'withdrawal', withdrawal);
};

/** One go at an accepted payment: have the purse emptied into our reserve; the withdrawal does the rest. */
export const stepPushIn = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const payment = wallets.store.entry('push-in', id)?.value;
  if (payment?.status === 'merged' && isDrawn(wallets, payment.withdrawal)) {
    wallets.store.transaction((tx) => put(tx, id, { status: 'done' }));
    return { kind: 'finished' };
  }
  if (payment?.status !== 'accepted') return { kind: 'finished' };
  const own = await openOwn(wallets, payment);
  if (!own.ok) return { kind: 'failed', failure: own.error };
  if (accountKeyOf(wallets.store, payment) === undefined)
    return { kind: 'failed', failure: { kind: 'reserve-elsewhere', exchange: payment.exchange } };
  // While the sender has it nothing is lost by asking.
  const dearer = beyondAgreed(payment.exchange, costToDraw(wallets, own.value.open.keys, payment));
  if (dearer) return { kind: 'failed', failure: dearer };
  const allowed = await wallets.gate({ kind: 'push-in', id });
  if (!allowed.ok) return { kind: 'failed', failure: allowed.error };
  const filled = await fillOwn(wallets, id);
  return filled ?? merge({ ...own.value, wallets, id, payment });
};

/** True for one that was taken here, by whatever happened since. */
export const isTakeable = (
  payment: PushIn,
): payment is PushIn & Required<Pick<PushIn, 'purse_expiration' | 'reserve' | 'merge_priv' | 'merge_timestamp'>> =>
  payment.status !== 'offered' &&
  payment.status !== 'accepted' &&
  payment.reserve !== undefined &&
  payment.merge_priv !== undefined &&
  payment.merge_timestamp !== undefined &&
  payment.purse_expiration !== undefined;

/** One go at taking a payment that a copy says is over, by the same request as before: for what was agreed then, and behind the gate. */
export const takeAgain = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const payment = wallets.store.entry('push-in', id)?.value;
  if (!payment || !isTakeable(payment) || ownHalf(wallets.store, id)) return { kind: 'finished' };
  // What comes into a reserve whose key is not here is not ours.
  if (accountKeyOf(wallets.store, payment) === undefined) return { kind: 'finished' };
  const own = await openOwn(wallets, payment);
  if (!own.ok) return { kind: 'failed', failure: own.error };
  const dearer = beyondAgreed(payment.exchange, costToDraw(wallets, own.value.open.keys, payment));
  if (dearer) return { kind: 'failed', failure: dearer };
  const allowed = await wallets.gate({ kind: 'push-in', id });
  return allowed.ok ? merge({ ...own.value, wallets, id, payment }) : { kind: 'failed', failure: allowed.error };
};

/** A payment to ourselves is filled from here, behind the gate; undefined once there is nothing to do about that, and for everybody else's. */
const fillOwn = async (wallets: Wallets, id: string): Promise<StepOutcome | undefined> => {
  const out = ownHalf(wallets.store, id);
  if (out === undefined) return undefined;
  if (out.status === 'aborted' || out.status === 'expired')
    return close(wallets, id, { status: 'aborted', ...(out.why === undefined ? {} : { why: out.why }) });
  if (out.status !== 'planned') return undefined;
  const outcome = await stepPushOut(wallets, id, (open, useless, why) =>
    payRest(wallets, open.keys, { id, useless, why }),
  );
  return outcome.kind === 'finished' ? { kind: 'again' } : outcome;
};

/** The sending half of a payment to ourselves. */
const ownHalf = (reader: Pick<Reader, 'entry'>, id: string): ValueByKind['push-out'] | undefined => {
  const out = reader.entry('push-out', id)?.value;
  return out?.reissue === true ? out : undefined;
};

type Push = OwnPurse & { readonly wallets: Wallets; readonly id: string; readonly payment: PushIn };

const merge = async (push: Push): Promise<StepOutcome> => {
  const { wallets, open, id, payment, terms } = push;
  const { reserve, merge_priv: mergePriv, merge_timestamp: mergeTimestamp } = payment;
  const priv = accountKeyOf(wallets.store, payment);
  if (priv === undefined || mergePriv === undefined || !mergeTimestamp)
    throw new Error('defect: a payment was accepted without its keys');
  const merged = await open.client.purseMerge({
    pursePub: crockToBytes(id, 32),
    mergePriv: crockToBytes(mergePriv, 32),
    reservePriv: crockToBytes(priv, 32),
    mergeTimestamp,
    amount: terms.amount,
    minAge: terms.minAge,
    hContract: terms.hContract,
    expiration: terms.expiration,
  });
  if (merged.ok) return received(wallets, id);
  const failure = merged.error;
  switch (failure.kind) {
    case 'purse-merged-elsewhere':
      if (failure.reservePub === reserve) return lookIntoReserve(push, { status: 'aborted', why: 'called-back' });
      return failure.proven
        ? close(wallets, id, { status: 'aborted', why: 'taken-by-another' })
        : { kind: 'failed', failure };
    case 'purse-expired':
      return lookIntoReserve(push, { status: 'expired' });
    case 'purse-decided':
      return lookIntoReserve(push, { status: 'aborted', why: 'taken-by-another' });
    case 'purse-deleted':
    case 'purse-unknown':
      return lookIntoReserve(push, { status: 'aborted', why: 'called-back' });
    case 'signature-refused':
      // Our signature covers amount, contract and date as the contract says them: the purse was made with others.
      return lookIntoReserve(push, { status: 'aborted', why: 'purse-contract-mismatch' });
    case 'purse-not-full':
      return { kind: 'waiting', waitingFor: 'exchange' };
    default:
      return { kind: 'failed', failure };
  }
};

/** An earlier request of ours may have been answered into nothing; the reserve, which only this purse fills, tells. */
const lookIntoReserve = async (
  { wallets, open, id, payment }: Push,
  otherwise: Partial<PushIn>,
): Promise<StepOutcome> => {
  const status = await open.client.reserveStatus({ reservePub: payment.reserve ?? '' });
  if (!status.ok) return { kind: 'failed', failure: status.error };
  return status.value.state === 'known' ? received(wallets, id) : close(wallets, id, otherwise);
};

const received = (wallets: Wallets, id: string): StepOutcome => {
  wallets.store.transaction((tx) => {
    startPeerWithdrawal(tx, read(tx, id), id);
    put(tx, id, { status: 'merged' });
    if (ownHalf(tx, id)) taken(tx, id);
  });
  return { kind: 'finished' };
};

const close = (wallets: Wallets, id: string, change: Partial<PushIn>): StepOutcome => {
  wallets.store.transaction((tx) => {
    put(tx, id, change);
    // Whoever fails to take his own payment asks before he pays for another one.
    const out = ownHalf(tx, id);
    if (out) noteAgreed(tx.local, out.exchange, undefined);
  });
  return { kind: 'finished' };
};

const read = (tx: Tx, id: string): PushIn => {
  const payment = tx.entry('push-in', id)?.value;
  if (!payment) throw new Error('defect: a payment vanished while it was being worked on');
  return payment;
};

const put = (tx: Tx, id: string, change: Partial<PushIn>): void =>
  tx.put('push-in', id, { ...read(tx, id), ...change });
