// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../storage/store.ts';
import type { Secret } from '../taler/crypto/secret.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { World } from '../world.ts';
import type { Backup } from './contract.ts';
import { outgoingContentOf } from './copies/outgoing-content.ts';
import { inlineSealer, threadSealer } from './copies/sealer.ts';
import { createGate } from './cycle/gate.ts';
import { createRounds } from './cycle/rounds.ts';
import { createProgress } from './recover/progress.ts';
import { createEscrowRounds } from './escrow/escrow.ts';
import { createBackground } from './requests/background.ts';
import { createAlone, createStopper, type Common } from './requests/common.ts';
import { escrowRecoveryRequests } from './requests/escrow-recovery.ts';
import { escrowRequests } from './requests/escrow.ts';
import { leavingRequests } from './requests/leaving.ts';
import { namingRequests } from './requests/naming.ts';
import { onePlaceRequests } from './requests/one-place.ts';
import { privacyRequests, proxiesOf } from './requests/privacy.ts';
import { providerRequests } from './requests/providers.ts';
import { rekeyRequests } from './requests/rekey.ts';
import { recoveryRequests } from './requests/recovery.ts';
import { undoRequests } from './requests/undo.ts';
import { untilEnded } from './until-ended.ts';

export type BackupOptions = {
  readonly world: World;
  readonly store: Store;
  readonly wallet: Wallet;
  /** how the registry of devices calls this one */
  readonly deviceName?: string;
  /** called when a root secret comes into being: the key with which the database key can be wrapped once more */
  readonly onRootSecret?: (databaseWrapKey: Secret) => void;
  /** called when it is forgotten: what was wrapped with that key is wrapped for nobody */
  readonly onRootForgotten?: () => void;
  /** called when a restore or takeover has come further, and when a round with a place begins or ends */
  readonly onProgress?: () => void;
};

/** Builds the backup over an open store and its wallet. */
export const createBackup = (options: BackupOptions): Backup => {
  const { world, store, wallet, onRootSecret, onRootForgotten, onProgress, deviceName } = options;
  const closing = new AbortController();
  world.useProxies?.(proxiesOf(store));
  const sealer = world.threads === undefined ? inlineSealer() : threadSealer(world.threads);
  const parts = {
    world: untilEnded(world, closing.signal),
    store,
    wallet,
    sealer,
    content: outgoingContentOf(store),
    closing: closing.signal,
    ...(deviceName === undefined ? {} : { deviceName }),
  };
  const rounds = createRounds({ ...parts, onRound: () => onProgress?.() });
  const alone = createAlone();
  const common: Common = {
    parts,
    rounds,
    alone,
    progress: createProgress(() => onProgress?.()),
    stopper: createStopper(),
    drilling: createProgress(() => onProgress?.()),
    cycleAll: () => rounds.cycleNow(),
    onRootSecret: (wrapper) => onRootSecret?.(wrapper),
    onRootForgotten: () => onRootForgotten?.(),
  };
  const escrow = createEscrowRounds(parts);
  const background = createBackground(common, escrow);

  return {
    state: () => (store.local.rootSecret() === undefined ? 'uninitialized' : 'initialized'),
    gate: createGate({ world, store, rounds, wallet, restoring: alone.isBusy }),
    run: background.run,
    ...providerRequests(common),
    ...onePlaceRequests(common),
    ...namingRequests(common),
    ...privacyRequests(common),
    ...recoveryRequests(common),
    ...escrowRecoveryRequests(common),
    ...leavingRequests(common),
    ...rekeyRequests(common),
    ...escrowRequests(common, escrow),
    ...undoRequests(common),
    close: async () => {
      closing.abort();
      await background.settled();
      sealer.close();
    },
  };
};
