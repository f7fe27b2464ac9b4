// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CycleReportView } from '../../../shared/view-backup.ts';
import type { AbandonView } from '../../../shared/view-devices.ts';
import type { Device, Entry } from '../../state/entry.ts';
import { standingOf } from '../../state/standing.ts';
import type { Store, Tx } from '../../storage/store.ts';
import { forgetAbandoning, isAbandoning, noteAbandoning } from '../devices/marks.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { forgetOrder } from '../cycle/payment.ts';
import { wantedCopies } from '../cycle/quorum.ts';
import { forgetStoredHead } from '../cycle/round.ts';
import { activeProviders, askableProviders, isUpToDate, waysTo } from '../providers/known.ts';

export type AbandonParts = {
  readonly store: Store;
  readonly cycleNow: () => Promise<readonly CycleReportView[]>;
  /** asked again in the very transactions that make leaving harder to take back: the cycles before them may have taken minutes */
  readonly mayGoOn?: (tx: Tx) => Result<void, BackupFailure>;
  /** what follows in the transaction that forgets the wallet; `isStored`: enough places hold everything there is */
  readonly onForgotten?: (tx: Tx, isStored: boolean) => void;
};

/**
 * Leaves the wallet in two phases: the copies at the providers say first that this device is leaving, then that it has left; each has
 * to be stored at the quorum, and only then the root secret is forgotten here. Refused, with nothing changed, while the providers do not
 * hold everything. `begin` belongs to the transaction that begins it, and may refuse. What has begun goes on with `resumeAbandon`, also
 * after a restart.
 */
export const abandon = async (
  parts: AbandonParts,
  begin: (tx: Tx) => Result<void, BackupFailure> = () => ok(undefined),
): Promise<Result<AbandonView, BackupFailure>> => {
  const { store } = parts;
  if (store.local.rootSecret() === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
  const alreadyLeaving = isAbandoning(store.local);
  if (!alreadyLeaving) {
    const reports = await parts.cycleNow();
    // A provider that verified our copy before and is silent now does not count for the beginning: the word that we have left would not get through either.
    const answered = reports.filter(({ outcome }) => outcome === 'stored' || outcome === 'unchanged').length;
    if (!isStoredAtQuorum(store) || answered < quorumOf(store)) return err({ kind: 'not-stored', reports });
  }
  const begun = store.transaction((tx) => {
    const agreed = begin(tx);
    if (!agreed.ok || alreadyLeaving) return agreed;
    setStatus(tx, 'leaving');
    noteAbandoning(tx.local);
    return agreed;
  });
  return begun.ok ? resumeAbandon(parts) : begun;
};

/** Goes on with leaving where it was interrupted; each call does what can be done now. Fails only where `mayGoOn` says so. */
export const resumeAbandon = async ({
  store,
  cycleNow,
  mayGoOn = () => ok(undefined),
  onForgotten = () => undefined,
}: AbandonParts): Promise<Result<AbandonView, BackupFailure>> => {
  const ifAllowed = (step: (tx: Tx) => void): Result<void, BackupFailure> =>
    store.transaction((tx) => {
      const allowed = mayGoOn(tx);
      if (allowed.ok) step(tx);
      return allowed;
    });
  await cycleNow();
  if (statusHere(store) === 'leaving' && isStoredAtQuorum(store)) {
    const left = ifAllowed((tx) => setStatus(tx, 'abandoned'));
    if (!left.ok) return left;
    await cycleNow();
  }
  // A wallet that was taken over meanwhile is left all the same, but this device uploads nothing more for it.
  const takenOver = standingOf(store.entries('device'), store.deviceId()) === 'taken-over';
  if (takenOver || (statusHere(store) === 'abandoned' && isStoredAtQuorum(store))) {
    const told = activeProviders(store).filter(({ id }) => isUpToDate(store, id));
    const untold = activeProviders(store).filter(({ id }) => !isUpToDate(store, id));
    const isStored = isStoredAtQuorum(store);
    const forget = (tx: Tx): void => {
      // Whoever asks has to be told by what was so before.
      onForgotten(tx, isStored);
      forgetWallet(tx);
    };
    const forgotten = takenOver ? ok(store.transaction(forget)) : ifAllowed(forget);
    if (!forgotten.ok) return forgotten;
    return ok({
      state: 'abandoned',
      said: leftSaid(takenOver, names(store, told), names(store, untold)),
    });
  }
  return ok({
    state: 'leaving',
    said: [{ kind: 'not-yet', facts: {} }],
  });
};

const names = (store: Store, providers: readonly Entry<'provider'>[]): readonly string[] =>
  providers.map(({ id, value }) => calledPlace(id, value.name, waysTo(store, id).access?.address));

const leftSaid = (takenOver: boolean, told: readonly string[], untold: readonly string[]): readonly Said<'leaving'>[] =>
  takenOver
    ? [{ kind: 'taken-over', facts: {} }]
    : [
        { kind: 'left', facts: { told } },
        ...(untold.length === 0 ? [] : [{ kind: 'untold' as const, facts: { places: untold } }]),
        { kind: 'waits-for-next', facts: {} },
      ];

const statusHere = (store: Store): Device['status'] | undefined =>
  store.entry('device', store.deviceId())?.value.status;

const setStatus = (tx: Tx, status: 'leaving' | 'abandoned'): void => {
  const device = tx.entry('device', tx.deviceId())?.value;
  if (!device) throw new Error('defect: a wallet with a backup whose device was never registered');
  tx.put('device', tx.deviceId(), { ...device, status });
};

/** The root secret and what we knew about our accounts; the entries stay, marked as left, and nothing here spends them. */
export const forgetWallet = (tx: Tx): void => {
  tx.local.setRootSecret(undefined);
  for (const { providerId } of tx.local.providerProgresses()) {
    tx.local.deleteProviderProgress(providerId);
    forgetOrder(tx.local, providerId);
    // The stored head goes too: a copy that a later wallet of ours keeps at this provider is no older copy of this one.
    forgetStoredHead(tx.local, providerId);
  }
  forgetAbandoning(tx.local);
};

/** How many of the providers there are have to hold something; never more than there are, and at least one. */
const quorumOf = (store: Store): number => Math.min(wantedCopies(store), Math.max(1, askableProviders(store).length));

/** Whether enough providers hold a verified copy of everything this wallet knows now. */
export const isStoredAtQuorum = (store: Store): boolean =>
  activeProviders(store).filter(({ id }) => isUpToDate(store, id)).length >= quorumOf(store);
