// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { AbortView } from '../../../../shared/view.ts';
import type { Drive, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import { ABORTING, isTakenBack } from '../wish.ts';

/** Whether a deposit can still be taken back. */
export const isEndable = (deposit: ValueByKind['deposit']): boolean =>
  deposit.status === 'planned' && !isTakenBack(deposit);

/** Takes a deposit back that the exchange has not confirmed; undefined when the id is none. */
export const takeDepositBack = async (
  wallets: Wallets,
  drive: Drive,
  id: string,
): Promise<Result<AbortView, WalletFailure> | undefined> => {
  const status = (): string | undefined => wallets.store.entry('deposit', id)?.value.status;
  if (status() === undefined) return undefined;
  const wished = wishDepositBack(wallets, id);
  if (!wished.ok) return wished;
  // A request that is on its way is waited for; only then can the exchange say what it has.
  for (let go = 0; go < 2 && status() === 'planned'; go++) await drive({ kind: 'deposit', id });
  const now = status();
  if (now === 'deposited' || now === 'done') return err({ kind: 'deposit-confirmed', wired: now === 'done' });
  return ok({ id, state: now === 'planned' ? 'pending' : 'aborted' });
};

/** Notes the wish to have the deposit back and makes its step due at once. */
const wishDepositBack = ({ store }: Pick<Wallets, 'store'>, id: string): Result<void, WalletFailure> =>
  store.transaction((tx) => {
    const deposit = tx.entry('deposit', id)?.value;
    if (deposit?.status === 'deposited' || deposit?.status === 'done')
      return err({ kind: 'deposit-confirmed', wired: deposit.status === 'done' });
    if (deposit?.status !== 'planned') return err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
    tx.put('deposit', id, { ...deposit, why: ABORTING });
    tx.local.deleteTask('deposit', id);
    return ok(undefined);
  });
