// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PendingView, WithoutBackupView } from '../../../shared/view.ts';
import type { Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { allFlows } from './flows.ts';
import type { Runner } from './runner.ts';

/**
 * Lets exactly this one of the pending items go on without a backup; refused, with nothing changed, for whatever does not wait for one.
 * The sum counts as at risk until a verified copy holds what restores it.
 */
export const goOnWithoutBackup = async (
  { store }: Wallets,
  { drive, pending }: Pick<Runner, 'drive' | 'pending'>,
  id: string,
): Promise<Result<WithoutBackupView, WalletFailure>> => {
  const waits = (each: PendingView): boolean => each.id === id && each.withoutBackup !== undefined;
  const sum = pending().find(waits)?.withoutBackup;
  const [flow] = allFlows.flatMap(([kind, { gate }]) => (gate?.sum(store, id) === undefined ? [] : [{ kind, gate }]));
  if (sum === undefined || flow === undefined) return err({ kind: 'not-waiting-for-backup', id: id.slice(0, 64) });
  const { kind, gate } = flow;
  store.transaction((tx) => gate.goWithout(tx, id));
  const outcome = await drive({ kind, id });
  // A go that was under way may have asked the gate a moment before the choice was made.
  if (outcome.kind === 'failed' && outcome.failure.kind === 'not-backed-up-yet') await drive({ kind, id });
  const next = gate.next?.(store, id);
  if (next) {
    await drive(next);
    await drive({ kind, id });
  }
  return ok({ id, sum, state: pending().some((each) => each.id === id) ? 'pending' : 'done' });
};
