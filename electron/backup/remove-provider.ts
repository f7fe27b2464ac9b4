// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { timestampToMs } from '../../shared/time.ts';
import type { Store } from '../storage/store.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { BackupFailure } from './failure/failure.ts';
import { activeProviders, findProvider, putAccess } from './providers/known.ts';

type Parts = { readonly store: Store; readonly wallet: Pick<Wallet, 'balances'> };

/** Takes a provider out of the wallet. The sentence says what it still holds, until when, and what is lost should the disk die now. */
export const removeProvider = (
  { store, wallet }: Parts,
  called: string,
): Result<{ readonly sentence: string }, BackupFailure> => {
  const id = findProvider(store, called);
  const entry = id === undefined ? undefined : store.entry('provider', id);
  if (id === undefined || !entry) return err({ kind: 'unknown-provider', id: called });
  const held = store.local.providerProgress(id)?.lastHash !== undefined;
  store.transaction((tx) => {
    const now = tx.entry('provider', id);
    if (now) tx.put('provider', id, { ...now.value, removed: true });
    putAccess(tx, id, undefined);
    tx.local.deleteProviderProgress(id);
  });
  const until = entry.value.paid_until === undefined ? undefined : timestampToMs(entry.value.paid_until);
  const left = activeProviders(store).length;
  const money = wallet
    .balances()
    .map((balance) => balance.total)
    .join(' and ');
  const sentences = [
    `${entry.value.name} gets no more backups.`,
    held
      ? `It still holds the last sealed copy${until === undefined || !Number.isFinite(until) ? '' : ` (paid until ${new Date(until).toISOString().slice(0, 10)})`}; only the recovery text opens it.`
      : '',
    left === 0
      ? `No provider is left: ${money === '' ? 'what this wallet receives' : money} is lost if this disk dies.`
      : '',
  ];
  return ok({ sentence: sentences.filter((sentence) => sentence !== '').join(' ') });
};
