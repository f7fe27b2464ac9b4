// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { AbortView } from '../../../../shared/view.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import { type Drive, type Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { putNewWithdrawal } from '../../ledger/reserve.ts';
import { GIVEN_UP } from '../wish.ts';

/** Whether taking it can still be ended. */
export const isTakingEndable = ({ status, reserve }: ValueByKind['push-in']): boolean =>
  status === 'accepted' && reserve !== undefined;

/**
 * Ends the taking of a payment whose exchange does not answer, or that waits for a copy; undefined when the id is none. What came into
 * its reserve all the same is found by the look that every withdrawal gets which was given up.
 */
export const giveUpTaking = async (
  { store, world }: Wallets,
  drive: Drive,
  id: string,
): Promise<Result<AbortView, WalletFailure> | undefined> => {
  const before = store.entry('push-in', id)?.value;
  if (!before) return undefined;
  if (before.status === 'accepted') await drive({ kind: 'push-in', id });
  return store.transaction((tx) => {
    const now = tx.entry('push-in', id)?.value;
    if (now?.status === 'aborted') return ok({ id, state: 'aborted' });
    if (now?.status !== 'accepted' || now.reserve === undefined)
      return err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
    // Under an id of its own: another device may have the money already, and draw it under the payment's.
    putNewWithdrawal(tx, world, {
      exchange: now.exchange,
      master_pub: now.master_pub,
      reserve: now.reserve,
      amount: now.amount,
      created: now.created,
      origin: { type: 'peer', purse: id },
      ...(now.max_fees === undefined ? {} : { max_fees: now.max_fees }),
      status: 'aborted',
      why: GIVEN_UP,
      batches: {},
    });
    tx.put('push-in', id, { ...now, status: 'aborted', why: GIVEN_UP });
    tx.local.deleteTask('push-in', id);
    return ok({ id, state: 'aborted' });
  });
};
