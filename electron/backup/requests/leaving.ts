// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AbandonView } from '../../../shared/view-devices.ts';
import type { Store, Tx } from '../../storage/store.ts';
import type { Backup } from '../contract.ts';
import { becomeActive, listDevices } from '../devices/devices.ts';
import { isAbandoning } from '../devices/marks.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { abandon } from '../leave/abandon.ts';
import {
  beginEmptying,
  beginLeaving,
  emptied,
  emptyView,
  isStillEmpty,
  quoteEmptying,
  stopEmptying,
} from '../leave/emptying.ts';
import { auditRestored } from '../recover/audit.ts';
import { rekeying } from '../rekey/record.ts';
import { endUndo } from '../undo/back.ts';
import type { Common } from './common.ts';

/** The requests by which a device goes on with the wallet, or leaves it. */
export const leavingRequests = (common: Common) => {
  const { parts, alone, cycleAll } = common;
  const { store, wallet } = parts;
  const leaving = { ...leavingParts(common), cycleNow: cycleAll };
  return {
    devices: () => listDevices(store),
    keepDevice: () =>
      alone.run(async () => {
        if (listDevices(store).standing === 'active') return ok(listDevices(store));
        // Nobody would ever hear of it: the accounts cannot be reached any more, and somebody else may have gone on with the money.
        if (store.local.rootSecret() === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
        store.transaction((tx) => becomeActive(tx, parts));
        await auditRestored(parts);
        await cycleAll();
        return ok(listDevices(store));
      }),
    abandon: async () => {
      const busy = whyNotLeft(store);
      if (busy) return err(busy);
      // The fewer steps are under way, the less the next device has to finish; before we are alone, for steps may need a round.
      if (store.local.rootSecret() !== undefined) await wallet.run();
      return alone.run(() => endLeaving(common, () => abandon(leaving)));
    },
    emptyQuote: (expiresHours) => quoteEmptying(parts, expiresHours),
    empty: (summary, expiresHours) => beginEmptying(parts, summary, expiresHours),
    emptyStatus: () => emptyView(parts),
    stopEmptying: () => stopEmptying(parts),
    finishEmptying: async () => {
      const busy = whyNotLeft(store);
      if (busy) return err(busy);
      // What came since the last look would be left behind; before we are alone, for the looks take their time.
      if (emptyView(parts).state === 'ready') await wallet.lookNow();
      return alone.run(async () => {
        const begin = (tx: Tx): Result<void, BackupFailure> => beginLeaving(tx, parts);
        const begun =
          store.local.rootSecret() === undefined
            ? store.transaction(begin)
            : await endLeaving(common, () => abandon(leaving, begin));
        return begun.ok ? ok(emptied(parts)) : begun;
      });
    },
    emptied: () => emptied(parts),
  } satisfies Partial<Backup>;
};

/** Whoever leaves half way leaves money within reach of the old sheet, and devices that have not heard of it. */
const whyNotLeft = ({ local }: Pick<Store, 'local'>): BackupFailure | undefined =>
  (rekeying(local)?.phase ?? 'paper') === 'paper' ? undefined : { kind: 'rekey-running' };

/** What every step of leaving is given, beside the round it may run. */
export const leavingParts = ({ parts }: Common) => ({
  store: parts.store,
  mayGoOn: () => isStillEmpty(parts),
  onForgotten: endUndo,
});

/** Takes a step of leaving and does what follows from it. */
export const endLeaving = async (
  { parts, onRootForgotten }: Common,
  step: () => Promise<Result<AbandonView, BackupFailure>>,
): Promise<Result<AbandonView, BackupFailure>> => {
  const left = await step();
  if (left.ok && left.value.state === 'abandoned') onRootForgotten();
  // Money came into a wallet that was being left because it was empty: it stays, as an ordinary one.
  if (!left.ok && isAbandoning(parts.store.local) && !isStillEmpty(parts).ok)
    parts.store.transaction((tx) => becomeActive(tx, parts));
  return left;
};
