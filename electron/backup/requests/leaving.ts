// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
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
import { waysTo } from '../providers/known.ts';
import { tellingOf } from '../recover/taken-over-record.ts';
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
      const busy = whyNotLeft(parts);
      if (busy) return err(busy);
      // The fewer steps are under way, the less the next device has to finish; before we are alone, for steps may need a round.
      if (store.local.rootSecret() !== undefined) await wallet.run();
      return alone.run(async () => {
        const places = untoldOfMove(store);
        const left = await endLeaving(common, () => abandon(leaving));
        if (!left.ok || left.value.state !== 'abandoned' || places.length === 0) return left;
        return ok({ ...left.value, said: [...left.value.said, { kind: 'move-untold' as const, facts: { places } }] });
      });
    },
    emptyQuote: (expiresHours) => quoteEmptying(parts, expiresHours),
    empty: (summary, expiresHours) => beginEmptying(parts, summary, expiresHours),
    emptyStatus: () => emptyView(parts),
    stopEmptying: () => stopEmptying(parts),
    finishEmptying: async () => {
      const busy = whyNotLeft(parts, ERASED_AFTER_MS);
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

/** Whoever erases a wallet at once after a new secret keeps its places of before from hearing of it; one that is silent keeps nobody from leaving. */
const ERASED_AFTER_MS = 3600_000;

/**
 * Whoever leaves half way leaves money within reach of the old sheet. When only places of before are still being told, that goes on
 * after leaving too, and before an erase they have `patienceMs`.
 */
const whyNotLeft = ({ store: { local }, world }: Common['parts'], patienceMs = 0): BackupFailure | undefined => {
  const { phase = 'paper', toldSince = 0 } = rekeying(local) ?? {};
  const isOver = phase === 'telling' && Math.abs(world.now() - toldSince) >= patienceMs;
  return phase === 'paper' || isOver ? undefined : { kind: 'rekey-running' };
};

/** Places that have not heard yet that the wallet has moved to a new secret. */
const untoldOfMove = (store: Store): readonly string[] =>
  tellingOf(store.local, rekeying(store.local)?.toldSince)
    .filter(({ done }) => done !== true)
    .map(({ id }) => calledPlace(id, store.entry('provider', id)?.value.name ?? '', waysTo(store, id).access?.address));

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
