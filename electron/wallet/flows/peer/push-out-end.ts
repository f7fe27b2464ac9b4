// SPDX-License-Identifier: GPL-3.0-or-later
import { msToTimestamp, timestampToMs } from '../../../../shared/time.ts';
import { boundOfPurse } from '../../../state/commitment.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { ExchangeFailure } from '../../../taler/exchange/failure.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { JOB_MS } from '../../ledger/abroad.ts';
import { lowerToHeld, moveOn } from '../../ledger/spend.ts';
import { whereCoinsAre } from '../../spend/purse-coins.ts';
import {
  isOverAndForgotten,
  isRefusal,
  putMergeReserve,
  startPeerWithdrawal,
  wishRefused,
  withoutWish,
  type OwnPurse,
} from './peer-purse.ts';

// What becomes of a payment to a person whose purse is filled: taken, expired, or called back.

export type PushOut = ValueByKind['push-out'];

export type Push = OwnPurse & { readonly wallets: Wallets; readonly id: string; readonly payment: PushOut };

/** Looks whether somebody has taken the payment. */
export const watch = async (push: Push): Promise<StepOutcome> => {
  const { wallets, open, id } = push;
  const status = await open.client.purseStatus({ pursePub: crockToBytes(id, 32), waitFor: 'merge' });
  if (status.ok && status.value.mergeTimestamp !== undefined) return wasTaken(wallets, id);
  if (status.ok) return { kind: 'waiting', waitingFor: 'receiver' };
  return over(push, status.error);
};

/** Ends a payment that nobody took in time, or that was called back: its coins are ours again, unless they are still inside. */
const over = async (push: Push, failure: WalletFailure): Promise<StepOutcome> => {
  const { wallets, open, id, terms } = push;
  const isForgotten = isOverAndForgotten(wallets.world, failure, terms);
  if (failure.kind !== 'purse-expired' && failure.kind !== 'purse-deleted' && !isForgotten)
    return { kind: 'failed', failure };
  const place = await whereCoinsAre(wallets, open, push.payment.coins, id);
  if (!place.ok) return { kind: 'failed', failure: place.error };
  if (isForgotten && place.value === 'in-purse') return wasTaken(wallets, id);
  const untold = place.value === 'untold' && failure.kind === 'purse-expired';
  if (place.value === 'in-purse' || untold) return askWhoTook(push, untold);
  end(
    wallets,
    id,
    failure.kind === 'purse-deleted' ? { status: 'aborted', why: 'called-back' } : { status: 'expired' },
  );
  return { kind: 'finished' };
};

/**
 * v17 calls every purse expired once its time is over, also one that was taken in time (PROTOCOL.md#status-of-a-purse). Merging it
 * ourselves is then refused with the signature of whoever merged it first; should the exchange allow it after all, the
 * money goes to a reserve whose key is the purse's, and nobody else gets it any more.
 */
const askWhoTook = async ({ wallets, open, id, payment, terms }: Push, untold: boolean): Promise<StepOutcome> => {
  const merged = await open.client.purseMerge({
    pursePub: crockToBytes(id, 32),
    mergePriv: crockToBytes(payment.merge_priv, 32),
    reservePriv: crockToBytes(payment.purse_priv, 32),
    mergeTimestamp: terms.expiration,
    amount: terms.amount,
    minAge: terms.minAge,
    hContract: terms.hContract,
    expiration: terms.expiration,
  });
  if (merged.ok) return comeBack(wallets, id);
  // A reserve of our own means that nobody had merged it (v17 echoes what it was just sent).
  const byAnother = merged.error.kind === 'purse-merged-elsewhere' && merged.error.reservePub !== id;
  if (byAnother && merged.error.proven) return wasTaken(wallets, id);
  // Nobody took the payment, so the exchange's own job gives the coins back soon. Where no coin tells, renewing them does.
  if (
    untold &&
    merged.error.kind === 'purse-expired' &&
    wallets.world.now() > timestampToMs(terms.expiration) + JOB_MS
  ) {
    end(wallets, id, { status: 'expired' });
    return { kind: 'finished' };
  }
  return merged.error.kind === 'purse-expired'
    ? { kind: 'waiting', waitingFor: 'exchange' }
    : { kind: 'failed', failure: merged.error };
};

const comeBack = (wallets: Wallets, id: string): StepOutcome => {
  wallets.store.transaction((tx) => {
    const payment = read(tx, id);
    const { exchange, master_pub, amount: text, purse_priv: priv, key_seed, coins } = payment;
    const created = msToTimestamp(wallets.world.now());
    const bound = boundOfPurse(payment);
    putMergeReserve(tx, id, { priv, key_seed, bound, exchange, master_pub, created });
    startPeerWithdrawal(tx, { exchange, master_pub, amount: text, reserve: id, created }, id);
    put(tx, id, { status: 'taken', coins: moveOn(coins, 'paid') });
    lowerToHeld(tx, Object.keys(coins));
  });
  return { kind: 'finished' };
};

const wasTaken = ({ store }: Wallets, id: string): StepOutcome => {
  store.transaction((tx) => taken(tx, id));
  return { kind: 'finished' };
};

/** Notes that the receiver has the payment: it leaves the books. */
export const taken = (tx: Tx, id: string): void => {
  const { coins } = read(tx, id);
  put(tx, id, { status: 'taken', coins: moveOn(coins, 'paid') });
  lowerToHeld(tx, Object.keys(coins));
};

/** Gives every coin back; each is renewed before it is used again, because the exchange knows it with this purse. */
export const end = (wallets: Wallets, id: string, change: Partial<PushOut>): void => {
  wallets.store.transaction((tx) => put(tx, id, { ...change, coins: moveOn(read(tx, id).coins, 'released') }));
};

/** Whether an issuer's answer about a purse says that it has none; one that has no word for purses, by its own code, has made none either. */
export const wasNeverMade = ({ kind }: ExchangeFailure): boolean =>
  kind === 'purse-unknown' || kind === 'unsupported-operation';

/** Calls a payment back for its owner: the purse itself tells whether it was ever made (an answer may have been lost) and whether it was taken. */
export const callBack = async (push: Push): Promise<StepOutcome> => {
  const { wallets, open, id, payment } = push;
  const status = await open.client.purseStatus({ pursePub: crockToBytes(id, 32), waitFor: 'merge' });
  if (!status.ok) {
    if (!wasNeverMade(status.error) || payment.status !== 'planned') return over(push, status.error);
    end(wallets, id, { status: 'aborted', why: 'called-back' });
    return { kind: 'finished' };
  }
  if (status.value.mergeTimestamp !== undefined) return wasTaken(wallets, id);
  const deleted = await open.client.purseDelete({ pursePriv: crockToBytes(payment.purse_priv, 32) });
  if (deleted.ok) return { kind: 'again' };
  // With an exchange that deletes no purses the payment goes on, and comes back when it expires.
  if (isRefusal(deleted.error))
    wallets.store.transaction((tx) => tx.put('push-out', id, { ...wishRefused(read(tx, id)), status: 'created' }));
  return { kind: 'failed', failure: deleted.error };
};

/** The payment as it is now. */
export const read = (tx: Tx, id: string): PushOut => {
  const payment = tx.entry('push-out', id)?.value;
  if (!payment) throw new Error('defect: a payment vanished while it was being worked on');
  return payment;
};

/** Changes it; whatever decides it takes the wish to have it back away. */
export const put = (tx: Tx, id: string, change: Partial<PushOut>): void =>
  tx.put('push-out', id, { ...(isOpen(change) ? read(tx, id) : withoutWish(read(tx, id))), ...change });

const isOpen = ({ status }: Partial<PushOut>): boolean => status === undefined || status === 'created';
