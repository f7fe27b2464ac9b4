// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { AppStateView } from '../../shared/contract.ts';
import type { FailureView } from '../../shared/view.ts';
import { explainStorageFailure } from '../storage/explain.ts';
import { eraseKey, eraseRest } from '../storage/directory/erase.ts';
import { lockDirectory } from '../storage/directory/lock.ts';
import { foldersSetAside, setAside } from '../storage/directory/set-aside.ts';
import type { Store } from '../storage/store.ts';
import type { Secret } from '../taler/crypto/secret.ts';
import type { World } from '../world.ts';
import { changeLock, whyNotLocked } from './directory/changing.ts';
import { createOwnerCheck } from './directory/owner.ts';
import { finishErase, isWalletHere, kindsInFile, type DirectoryParts, type Held } from './directory/parts.ts';
import { strictest, type Keychain, type WantedProtection } from './directory/protection.ts';
import { isKeyLost } from './directory/new-database.ts';
import { forgetRoot, protectWithRoot } from './directory/sheet-lock.ts';
import { createWalletHere, unlockByPassphrase, unlockWithoutAsking, unlockWithRoot } from './directory/unlocking.ts';

/** A claimed data directory: `wallet.db` (encrypted), `wallet-key.json` (its key, wrapped), `wallet.lock` (held while we run). */
export type DataDirectory = {
  readonly exists: () => boolean;
  /** a wallet's database is here, and no key file */
  readonly keyLost: () => boolean;
  readonly protection: () => AppStateView['protection'];
  /** `first` writes into the new wallet before it has its name */
  readonly create: (
    protection: WantedProtection,
    first?: (store: Store) => void,
  ) => Promise<Result<Store, FailureView>>;
  readonly unlock: (passphrase: string) => Promise<Result<Store, FailureView>>;
  /** opens a wallet that needs no question (keychain, unprotected); undefined when it needs a passphrase */
  readonly unlockWithoutAsking: () => Promise<Result<Store | undefined, FailureView>>;
  /** whether the recovery sheet of this wallet opens it here */
  readonly opensBySheet: () => boolean;
  /** opens it by the key of its sheet, and from then on as `protection` says: what opened it before does so no more */
  readonly unlockWithRoot: (wrapper: Secret, protection: WantedProtection) => Promise<Result<Store, FailureView>>;
  /** adds the wrap that lets the recovery sheet open this database; needs the wallet to be open */
  readonly protectWithRoot: (wrapper: Secret) => Promise<void>;
  /** takes that wrap away again, because the wallet was left; says whether it is gone */
  readonly forgetRoot: () => boolean;
  /** another lock in the place of the open wallet's; what fails leaves the one there is */
  readonly changeLock: (protection: WantedProtection) => Promise<Result<void, FailureView>>;
  /** why closing the open wallet would not lock it; undefined where its passphrase opens it again and nothing else does */
  readonly whyNotLocked: () => 'no-passphrase' | 'file-changed' | undefined;
  /** forgets the key of a wallet that was closed */
  readonly lock: () => void;
  /** asks for the passphrase again before a secret is shown */
  readonly confirmOwner: (passphrase: string | undefined) => Promise<Result<null, FailureView>>;
  /**
   * Deletes the wallet here; a crash in the middle is finished at the next start. `close` is called once its key is gone, or must not
   * be used any more; a failure without that call left everything as it was.
   */
  readonly erase: (close: () => void) => Result<void, FailureView>;
  /** moves the files of a wallet that is not open into a folder of their own, and gives the folder; deletes nothing */
  readonly setAside: () => Result<string, FailureView>;
  /** the folders that are of such files, newest first */
  readonly isSetAside: () => readonly string[];
  readonly release: () => void;
};

/** Takes the directory for this process (a second one is refused by the operating system's own lock) and finishes an interrupted erase. */
export const claimDirectory = (
  directory: string,
  world: World,
  keychain?: Keychain,
  looks: DirectoryParts['looks'] = 'now',
): Result<DataDirectory, FailureView> => {
  const claimed = lockDirectory(directory);
  if (!claimed.ok) return err(explainStorageFailure(claimed.error));
  const finished = finishErase(directory);
  if (!finished.ok) {
    claimed.value.release();
    return finished;
  }
  let held: Held | undefined;
  const parts: DirectoryParts = {
    directory,
    world,
    keychain,
    looks,
    held: () => held,
    hold: (next) => {
      held = next;
    },
  };
  return ok({
    exists: () => isWalletHere(directory),
    keyLost: () => !isWalletHere(directory) && isKeyLost(directory),
    protection: () => strictest(held?.lock.kinds ?? kindsInFile(directory)),
    create: (protection, first) => createWalletHere(parts, protection, first),
    unlock: (passphrase) => unlockByPassphrase(parts, passphrase),
    unlockWithoutAsking: () => unlockWithoutAsking(parts),
    opensBySheet: () => kindsInFile(directory).includes('root'),
    unlockWithRoot: (wrapper, protection) => unlockWithRoot(parts, wrapper, protection),
    protectWithRoot: (wrapper) => protectWithRoot(parts, wrapper),
    forgetRoot: () => forgetRoot(parts),
    changeLock: (protection) => changeLock(parts, protection),
    whyNotLocked: () => whyNotLocked(parts),
    lock: () => {
      held = undefined;
    },
    confirmOwner: createOwnerCheck(parts),
    erase: (close) => {
      const begun = eraseKey(directory);
      if (!begun.ok && begun.error.left === 'everything') return err(explainStorageFailure(begun.error));
      held = undefined;
      close();
      const erased = begun.ok ? eraseRest(directory) : begun;
      return erased.ok ? ok(undefined) : err(explainStorageFailure(erased.error));
    },
    setAside: () => {
      const moved = setAside(directory, world.now());
      return moved.ok ? moved : err(explainStorageFailure(moved.error));
    },
    isSetAside: () => foldersSetAside(directory),
    release: () => claimed.value.release(),
  });
};
