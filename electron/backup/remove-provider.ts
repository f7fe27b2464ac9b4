// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../shared/names.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { timestampToMs } from '../../shared/time.ts';
import type { RemovalView } from '../../shared/view-backup.ts';
import type { Store } from '../storage/store.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { BackupFailure } from './failure/failure.ts';
import { activeProviders, findProvider, isFree, putAccess, waysTo } from './providers/known.ts';

type Parts = { readonly store: Store; readonly wallet: Pick<Wallet, 'balances'> };

/** Takes a provider out of the wallet. Says what it still holds, until when, and what is lost should the disk die now. */
export const removeProvider = ({ store, wallet }: Parts, called: string): Result<RemovalView, BackupFailure> => {
  const id = findProvider(store, called);
  const entry = id === undefined ? undefined : store.entry('provider', id);
  if (id === undefined || !entry) return err({ kind: 'unknown-provider', id: called });
  const held = store.local.providerProgress(id)?.lastHash !== undefined;
  const name = calledPlace(id, entry.value.name, waysTo(store, id).access?.address);
  store.transaction((tx) => {
    const now = tx.entry('provider', id);
    if (now) tx.put('provider', id, { ...now.value, removed: true });
    putAccess(tx, id, undefined);
    tx.local.deleteProviderProgress(id);
  });
  const { paid_until: paid } = entry.value;
  const until = paid === undefined || isFree(entry.value) ? undefined : timestampToMs(paid);
  const lost = wallet.balances().map((balance) => balance.total);
  return ok({
    said: [
      { kind: 'removed', facts: { name } },
      ...(held
        ? [{ kind: 'keeps-copy' as const, facts: until === undefined || !Number.isFinite(until) ? {} : { until } }]
        : []),
      ...(activeProviders(store).length === 0
        ? [{ kind: 'none-left' as const, facts: lost.length === 0 ? {} : { lost } }]
        : []),
    ],
  });
};
