// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { AbortView } from '../../../../shared/view.ts';
import type { Entry } from '../../../state/entry.ts';
import type { Drive, StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { isCalledBack, UNDECIDED, withWish } from './peer-purse.ts';

type Undecided = Entry<'push-out'> | Entry<'pull-out'> | Entry<'pull-in'>;

/** Whether it can still be called back. */
export const isEndable = ({ value }: Undecided): boolean => UNDECIDED.has(value.status) && !isCalledBack(value);

/**
 * Calls back a payment nobody took, an invoice nobody paid, or the paying of one; undefined when the id is none of these.
 * `pending` when it is not decided yet: the wish is kept.
 */
export const callBack = async (
  wallets: Wallets,
  drive: Drive,
  id: string,
): Promise<Result<AbortView, WalletFailure> | undefined> => {
  const { store } = wallets;
  const own = store.entry('push-out', id) ?? store.entry('pull-out', id) ?? store.entry('pull-in', id);
  if (!own) return undefined;
  const wished = wishBack(wallets, own);
  if (!wished.ok) return wished;
  const now = (): typeof own.value => store.entry(own.kind, id)?.value ?? own.value;
  let outcome: StepOutcome | undefined;
  // A request that is on its way is waited for; only then can the purse be asked.
  for (let go = 0; go < 2 && isCalledBack(now()); go++) outcome = await drive({ kind: own.kind, id });
  const { status, why } = now();
  if (status === 'aborted') return ok({ id, state: 'aborted' });
  if (isCalledBack(now())) return ok({ id, state: 'pending' });
  if (UNDECIDED.has(status) && outcome?.kind === 'failed') return err(outcome.failure);
  return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
};

/** Writes the wish down before anybody is asked, and makes it due at once, also for the process after this one. */
const wishBack = (
  { store }: Wallets,
  { kind, id }: Entry<'push-out'> | Entry<'pull-out'> | Entry<'pull-in'>,
): Result<void, WalletFailure> =>
  store.transaction((tx) => {
    const value = tx.entry(kind, id)?.value;
    const { status = 'unknown', why } = value ?? {};
    if (status === 'offered') return err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
    if (!value || !UNDECIDED.has(status))
      return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
    tx.put(kind, id, withWish(value));
    tx.local.deleteTask(kind, id);
    return ok(undefined);
  });
