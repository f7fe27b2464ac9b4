// SPDX-License-Identifier: GPL-3.0-or-later
import { inBackground } from '../defect.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type {
  BackupStatusView,
  CycleReportView,
  ProviderOfferView,
  ProviderView,
  RecoverySheetView,
} from '../../shared/view-backup.ts';
import type { AbandonView, DevicesView, EmptyQuoteView, EmptyView } from '../../shared/view-devices.ts';
import type { RecoveryQuestionView, RestoreReportView, TakeoverReportView } from '../../shared/view-restore.ts';
import type { Store, Tx } from '../storage/store.ts';
import type { Secret } from '../taler/crypto/secret.ts';
import type { Gate } from '../wallet/context.ts';
import type { WalletFailure } from '../wallet/failure/failure.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { World } from '../world.ts';
import { abandon, resumeAbandon } from './leave/abandon.ts';
import { isAbandoning, isAuditDue, isRenewalOfCoinsDue } from './devices/marks.ts';
import { auditRestored, renewKnownCoins } from './recover/audit.ts';
import type { BackupFailure } from './failure/failure.ts';
import { becomeActive, listDevices } from './devices/devices.ts';
import {
  beginEmptying,
  beginLeaving,
  emptied,
  emptyView,
  isStillEmpty,
  quoteEmptying,
  stopEmptying,
  type Emptied,
} from './leave/emptying.ts';
import { createGate } from './cycle/gate.ts';
import { outgoingContentOf } from './copies/outgoing-content.ts';
import { endAgreement } from './cycle/payment.ts';
import { createRounds } from './cycle/rounds.ts';
import { registerProvider, type AddRequest } from './add-provider.ts';
import type { Answers } from './providers/kind.ts';
import { inspectProvider } from './providers/kinds.ts';
import { recoveryQuestions } from './recover/questions.ts';
import type { Pointers } from './recover/sources.ts';
import { activeProviders, findProvider } from './providers/known.ts';
import { removeProvider } from './remove-provider.ts';
import { QUORUM } from './cycle/quorum.ts';
import { recoverySheet } from './recover/sheet.ts';
import { restore } from './recover/restore.ts';
import { databaseWrapKey } from './root-secret.ts';
import { inlineSealer, threadSealer } from './copies/sealer.ts';
import { backupStatus, providerView } from './cycle/status.ts';
import { isTakenDue, resumeTaken } from './recover/taken.ts';
import { takeover, type TakeoverRequest } from './recover/takeover.ts';
import { wakeWaiting } from './cycle/wake.ts';

/** Carrying the wallet's state to people we do not trust, and back. */
export type Backup = {
  readonly state: () => 'uninitialized' | 'initialized';
  /** what a provider asks, before anything is agreed to */
  readonly inspectProvider: (target: string, answers?: Answers) => Promise<Result<ProviderOfferView, BackupFailure>>;
  /** adds a provider (web address or folder), pays its first year within `maxFee`, and runs the first cycle; the view says how that went */
  readonly addProvider: (request: AddRequest) => Promise<Result<ProviderView, BackupFailure>>;
  readonly removeProvider: (id: string) => Promise<Result<{ readonly sentence: string }, BackupFailure>>;
  readonly providers: () => readonly ProviderView[];
  /** one cycle now, with one provider or with all */
  readonly cycle: (id?: string) => Promise<readonly CycleReportView[]>;
  /** what is due: `prompt` (the default with a signal) waits for a change to settle, `now` (the default without) does not */
  readonly run: (options?: RunOptions) => Promise<readonly CycleReportView[]>;
  readonly status: () => BackupStatusView;
  /** planchets first: what the wallet asks before every request that makes coins */
  readonly gate: Gate;
  /** how many providers must hold a verified copy of a seed before it is used */
  readonly setQuorum: (copies: number) => void;
  readonly recoveryText: () => Result<string, BackupFailure>;
  readonly recoverySheet: () => Result<RecoverySheetView, BackupFailure>;
  /** what the providers on a sheet ask for before they can be asked for copies */
  readonly recoveryQuestions: (recoveryText: string) => Result<readonly RecoveryQuestionView[], BackupFailure>;
  readonly restore: (recoveryText: string, pointers?: Pointers) => Promise<Result<RestoreReportView, BackupFailure>>;
  /** every installation that ever held this wallet, and how this one stands among them */
  readonly devices: () => DevicesView;
  /** the way out for a device that was superseded, left or taken over: it claims the highest epoch, and the others stop when they hear of it */
  readonly keepDevice: () => Promise<Result<DevicesView, BackupFailure>>;
  /** leaves the wallet: forgets the root secret here once the providers have stored that this device has left */
  readonly abandon: () => Promise<Result<AbandonView, BackupFailure>>;
  /** goes on with another wallet here, or joins its money into this one */
  readonly takeover: (request: TakeoverRequest) => Promise<Result<TakeoverReportView, BackupFailure>>;
  /** what emptying would send now and what it costs */
  readonly emptyQuote: (expiresHours?: number) => Promise<Result<EmptyQuoteView, WalletFailure>>;
  /** puts everything into payments to another wallet; again: sends what came back or came in since */
  readonly empty: (expiresHours?: number) => Promise<Result<EmptyView, WalletFailure>>;
  readonly emptyStatus: () => EmptyView;
  readonly stopEmptying: () => Result<EmptyView, BackupFailure>;
  /** everything was taken: tells the providers and leaves the wallet; gives the facts once it may be erased, undefined while it goes on by itself */
  readonly finishEmptying: () => Promise<Result<Emptied | undefined, BackupFailure>>;
  /** the facts of a wallet that is empty and left; whoever sees them erases it */
  readonly emptied: () => Emptied | undefined;
  /** ends running cycles and the sealing thread; what was not finished is done at the next start */
  readonly close: () => Promise<void>;
};

export type RunOptions = { readonly signal?: AbortSignal; readonly pace?: 'prompt' | 'now' };

export type BackupOptions = {
  readonly world: World;
  readonly store: Store;
  readonly wallet: Wallet;
  /** where the sealing thread's program is when the application is bundled; `none` seals in this thread */
  readonly workerUrl?: URL | 'none';
  /** how the registry of devices calls this one */
  readonly deviceName?: string;
  /** called when a root secret comes into being: the key with which the database key can be wrapped once more */
  readonly onRootSecret?: (databaseWrapKey: Secret) => void;
  /** called when it is forgotten: what was wrapped with that key is wrapped for nobody */
  readonly onRootForgotten?: () => void;
};

/** Builds the backup over an open store and its wallet. */
// long because its split by subject is still to come
export const createBackup = (options: BackupOptions): Backup => {
  const { world, store, wallet, workerUrl, onRootSecret, onRootForgotten, deviceName } = options;
  const sealer = workerUrl === 'none' ? inlineSealer() : threadSealer(workerUrl);
  const closing = new AbortController();
  const parts = {
    world: untilClosed(world, closing.signal),
    store,
    wallet,
    sealer,
    content: outgoingContentOf(store),
    closing: closing.signal,
    ...(deviceName === undefined ? {} : { deviceName }),
  };
  const rounds = createRounds(parts);
  const statusParts = { world, store, nextRoundAt: rounds.nextRoundAt };
  /** one change of hands at a time, and no background round beside it */
  let restoring = false;
  const alone = async <T>(change: () => Promise<Result<T, BackupFailure>>): Promise<Result<T, BackupFailure>> => {
    if (restoring) return err({ kind: 'restore-running' });
    restoring = true;
    try {
      return await change();
    } finally {
      restoring = false;
    }
  };
  const cycleAll = (): Promise<readonly CycleReportView[]> => rounds.cycleNow();
  const leave = async (
    go: () => Promise<Result<AbandonView, BackupFailure>>,
  ): Promise<Result<AbandonView, BackupFailure>> => {
    const left = await go();
    if (left.ok && left.value.state === 'abandoned') onRootForgotten?.();
    // Money came into a wallet that was being left because it was empty: it stays, as an ordinary one.
    if (!left.ok && isAbandoning(store.local) && !isStillEmpty(parts).ok)
      store.transaction((tx) => becomeActive(tx, parts));
    return left;
  };
  const leaving = { store, mayGoOn: () => isStillEmpty(parts) };
  let auditing: Promise<unknown> | undefined;
  const auditOnce = (): Promise<unknown> => {
    auditing ??= auditRestored(parts).finally(() => (auditing = undefined));
    // Whoever waits for it hears of a defect; so does the log.
    inBackground(world, 'audit', auditing);
    return auditing;
  };
  const tellRoot = (): void => {
    const root = store.local.rootSecret();
    if (root !== undefined) onRootSecret?.(databaseWrapKey(root));
  };

  return {
    state: () => (store.local.rootSecret() === undefined ? 'uninitialized' : 'initialized'),
    inspectProvider: (target, answers) => inspectProvider(world, target, answers),
    addProvider: async (request) => {
      const first = store.local.rootSecret() === undefined;
      const added = await registerProvider(parts, request);
      if (!added.ok) return added;
      if (first) tellRoot();
      // A withdrawal that waits for a provider goes on in this very round, which may need its coins for the fee.
      wakeWaiting(store);
      await rounds.cycleNow([added.value]);
      endAgreement(store, added.value);
      const entry = store.entry('provider', added.value);
      return entry ? ok(providerView(statusParts, entry)) : err({ kind: 'unknown-provider', id: added.value });
    },
    removeProvider: async (called) => removeProvider(parts, called),
    providers: () => activeProviders(store).map((entry) => providerView(statusParts, entry)),
    cycle: (called) => rounds.cycleNow(called === undefined ? undefined : [findProvider(store, called) ?? called]),
    run: async ({ signal, pace = signal === undefined ? 'now' : 'prompt' } = {}) => {
      // A restore audits and uploads itself; a round beside it would only take its findings away.
      if (signal?.aborted === true || restoring) return [];
      if (isAuditDue(parts)) {
        // In the background an exchange that hangs delays the audit, and no backup.
        const audit = auditOnce();
        if (pace === 'now') await audit;
      }
      if (store.local.rootSecret() === undefined) return [];
      if (isAbandoning(store.local)) {
        let reports: readonly CycleReportView[] = [];
        const cycleNow = async () => (reports = await rounds.cycleDue(pace));
        await leave(() => resumeAbandon({ ...leaving, cycleNow }));
        return reports;
      }
      if (isTakenDue(store.local, world.now())) await resumeTaken(parts);
      if (isRenewalOfCoinsDue(parts) && listDevices(store).standing === 'active') renewKnownCoins(parts);
      return rounds.cycleDue(pace);
    },
    status: () => backupStatus(statusParts),
    gate: createGate({ world, store, rounds, restoring: () => restoring }),
    setQuorum: (copies) => {
      store.transaction((tx) => tx.put('setting', QUORUM, { value: copies }));
      wakeWaiting(store);
    },
    recoveryText: () => {
      const sheet = recoverySheet(world, store);
      return sheet.ok ? ok(sheet.value.text) : sheet;
    },
    recoverySheet: () => recoverySheet(world, store),
    recoveryQuestions,
    restore: (text, pointers = {}) =>
      alone(async () => {
        const restored = await restore({ ...parts, cycleAll }, text, pointers);
        if (restored.ok) tellRoot();
        return restored;
      }),
    devices: () => listDevices(store),
    keepDevice: () =>
      alone(async () => {
        if (listDevices(store).standing === 'active') return ok(listDevices(store));
        // Nobody would ever hear of it: the accounts cannot be reached any more, and somebody else may have gone on with the money.
        if (store.local.rootSecret() === undefined)
          return err({ kind: 'wrong-backup-state', state: 'uninitialized', operation: 'keeping this device' });
        store.transaction((tx) => becomeActive(tx, parts));
        await auditRestored(parts);
        await cycleAll();
        return ok(listDevices(store));
      }),
    abandon: async () => {
      // The fewer steps are under way, the less the next device has to finish; before we are alone, for steps may need a round.
      if (store.local.rootSecret() !== undefined) await wallet.run();
      return alone(() => leave(() => abandon({ ...leaving, cycleNow: cycleAll })));
    },
    takeover: (request) =>
      alone(async () => {
        const first = store.local.rootSecret() === undefined;
        const taken = await takeover({ ...parts, cycleAll }, request);
        if (taken.ok && first) tellRoot();
        return taken;
      }),
    emptyQuote: (expiresHours) => quoteEmptying(parts, expiresHours),
    empty: (expiresHours) => beginEmptying(parts, expiresHours),
    emptyStatus: () => emptyView(parts),
    stopEmptying: () => stopEmptying(parts),
    finishEmptying: () =>
      alone(async () => {
        const begin = (tx: Tx): Result<void, BackupFailure> => beginLeaving(tx, parts);
        const begun =
          store.local.rootSecret() === undefined
            ? store.transaction(begin)
            : await leave(() => abandon({ ...leaving, cycleNow: cycleAll }, begin));
        if (!begun.ok) return begun;
        return ok(emptied(parts));
      }),
    emptied: () => emptied(parts),
    close: async () => {
      closing.abort();
      await Promise.allSettled([rounds.settled(), auditing]);
      sealer.close();
    },
  };
};

/** The same world, whose requests end when the wallet is closed: nobody waits for a provider that hangs. */
const untilClosed = (world: World, closing: AbortSignal): World => ({
  ...world,
  http: (input, init) =>
    world.http(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, closing]) : closing }),
});
