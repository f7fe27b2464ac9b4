// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { DAMAGED, openDatabase, type DatabaseFailure } from '../../storage/database.ts';
import { isErasing, type EraseFailure } from '../../storage/directory/erase.ts';
import {
  createVault,
  replaceProtections,
  unlockVault,
  type OpenedVault,
  type Opener,
  type VaultFailure,
} from '../../storage/directory/vault.ts';
import { explainStorageFailure } from '../../storage/explain.ts';
import { isDamage } from '../../storage/sound.ts';
import { openStore, type Store } from '../../storage/store.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import { databaseIn, finishDatabase, isDatabaseHere, makeDatabase } from './new-database.ts';
import { finishErase, isWalletHere, kindsInFile, type DirectoryParts } from './parts.ts';
import { protectionOf, unseal, type WantedProtection } from './protection.ts';

type Opened = Promise<Result<Store, FailureView>>;

/** Making a wallet in an empty directory; what `first` writes is in it from its first moment on. */
export const createWalletHere = async (
  parts: DirectoryParts,
  protection: WantedProtection,
  first?: (store: Store) => void,
): Opened => {
  const { directory, world, keychain } = parts;
  // An erase that failed half way would take the new wallet with it at the next start.
  const erased = finishErase(directory);
  if (!erased.ok) return erased;
  if (!isWalletHere(directory) && isDatabaseHere(directory)) return err(ORPHAN);
  const wanted = protectionOf(protection, keychain);
  if (!wanted.ok) return wanted;
  return openWith(
    parts,
    await createVault(world, directory, wanted.value, (key) => makeDatabase(world, directory, key, first)),
  );
};

export const unlockByPassphrase = async (parts: DirectoryParts, passphrase: string): Opened =>
  openWith(parts, await unlockVault(parts.world, parts.directory, { kind: 'passphrase', passphrase }));

/** Opens a wallet that needs no question; undefined for one that needs a passphrase. */
export const unlockWithoutAsking = async (parts: DirectoryParts): Promise<Result<Store | undefined, FailureView>> => {
  const { directory, world, keychain } = parts;
  const has = kindsInFile(directory);
  if (has.includes('passphrase')) return ok(undefined);
  const opener: Opener = has.includes('unprotected')
    ? { kind: 'unprotected' }
    : { kind: 'keychain', unseal: (blob) => unseal(keychain, blob) };
  return openWith(parts, await unlockVault(world, directory, opener));
};

/** Opens a wallet by the key of its sheet and locks it anew. */
export const unlockWithRoot = async (parts: DirectoryParts, wrapper: Secret, protection: WantedProtection): Opened => {
  const { directory, world, keychain } = parts;
  const wanted = protectionOf(protection, keychain);
  if (!wanted.ok) return wanted;
  const opened = await unlockVault(world, directory, { kind: 'root', wrapper });
  if (!opened.ok)
    return err(opened.error.kind === 'no-such-protection' ? NOT_BY_SHEET : explainStorageFailure(opened.error));
  // Only a key that opens the database is worth a new lock.
  const store = await openWith(parts, opened);
  if (!store.ok) return store;
  const replaced = await replaceProtections(world, directory, opened.value.key, wanted.value);
  if (replaced.ok) {
    parts.hold({ key: opened.value.key, lock: replaced.value });
    return store;
  }
  store.value.close();
  parts.hold(undefined);
  return err(explainStorageFailure(replaced.error));
};

const openWith = async (parts: DirectoryParts, opened: Result<OpenedVault, VaultFailure | DatabaseFailure>): Opened => {
  const { directory, world, looks } = parts;
  const database = databaseIn(directory);
  if (!opened.ok) return err(explainStorageFailure(opened.error));
  const { key, lock } = opened.value;
  // What is put into it now would be erased with it by the next start.
  if (isErasing(directory)) return err(explainStorageFailure(STILL_MARKED));
  const finished = finishDatabase(directory, key);
  if (!finished.ok) return err(explainStorageFailure(finished.error));
  // Never an empty wallet in the place of one that was moved away, or is looked at by a virus scanner just now.
  if (!existsSync(database)) return err(explainStorageFailure({ kind: 'missing-database' }));
  const db = openDatabase({ path: database, key, holds: 'wallet', looks });
  if (!db.ok) return err(explainStorageFailure(db.error));
  try {
    const store = openStore({ db: db.value, world });
    if (!lock.kinds.includes('root') || hadSheet(store)) {
      parts.hold({ key, lock });
      return ok(store);
    }
  } catch (thrown) {
    db.value.sqlite.close();
    // What was not looked at yet may be damaged where it is read first.
    if (isDamage(thrown)) return err(explainStorageFailure(DAMAGED));
    throw thrown;
  }
  db.value.sqlite.close();
  return err(explainStorageFailure({ kind: 'older-database' }));
};

/** Whether this installation was ever in a wallet with copies. The key file that says so beside a database that does not has outlived what was written last. */
const hadSheet = (store: Store): boolean =>
  store.local.rootSecret() !== undefined || store.entry('device', store.deviceId()) !== undefined;

const STILL_MARKED: EraseFailure = {
  kind: 'not-erased',
  file: 'wallet.erasing',
  why: 'the mark of the erase is still there',
  left: 'marked',
};

const NOT_BY_SHEET: FailureView = { kind: 'not-by-sheet', facts: {} };

/** Said at the start, and of every try to make a wallet there. */
export const ORPHAN: FailureView = { kind: 'orphan-database', facts: {} };
