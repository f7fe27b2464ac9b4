// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { openDatabase, reserveDatabase } from '../../storage/database.ts';
import { isErasing, type EraseFailure } from '../../storage/directory/erase.ts';
import { createVault, lockOf, openVault, replaceProtections, type Opener } from '../../storage/directory/vault.ts';
import { explainStorageFailure } from '../../storage/explain.ts';
import { openStore, type Store } from '../../storage/store.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import { finishErase, isWalletHere, kindsInFile, type DirectoryParts } from './parts.ts';
import { protectionOf, unseal, type WantedProtection } from './protection.ts';

type Opened = Promise<Result<Store, FailureView>>;

/** Making a wallet in an empty directory. */
export const createWalletHere = async (parts: DirectoryParts, protection: WantedProtection): Opened => {
  const { directory, world, keychain } = parts;
  const database = databaseIn(directory);
  // An erase that failed half way would take the new wallet with it at the next start.
  const erased = finishErase(directory);
  if (!erased.ok) return erased;
  if (!isWalletHere(directory) && existsSync(database) && statSync(database).size > 0) return err(ORPHAN);
  const wanted = protectionOf(protection, keychain);
  if (!wanted.ok) return wanted;
  // Before the key: from here on a key file without any database is one whose database was lost.
  const reserved = reserveDatabase(database);
  if (!reserved.ok) return err(explainStorageFailure(reserved.error));
  return openWith(parts, await createVault(world, directory, wanted.value));
};

export const unlockByPassphrase = async (parts: DirectoryParts, passphrase: string): Opened =>
  openWith(parts, await openVault(parts.world, parts.directory, { kind: 'passphrase', passphrase }));

/** Opens a wallet that needs no question; undefined for one that needs a passphrase. */
export const unlockWithoutAsking = async (parts: DirectoryParts): Promise<Result<Store | undefined, FailureView>> => {
  const { directory, world, keychain } = parts;
  const has = kindsInFile(directory);
  if (has.includes('passphrase')) return ok(undefined);
  const opener: Opener = has.includes('unprotected')
    ? { kind: 'unprotected' }
    : { kind: 'keychain', unseal: (blob) => unseal(keychain, blob) };
  return openWith(parts, await openVault(world, directory, opener));
};

/** Opens a wallet by the key of its sheet and locks it anew. */
export const unlockWithRoot = async (parts: DirectoryParts, wrapper: Secret, protection: WantedProtection): Opened => {
  const { directory, world, keychain } = parts;
  const wanted = protectionOf(protection, keychain);
  if (!wanted.ok) return wanted;
  const opened = await openVault(world, directory, { kind: 'root', wrapper });
  if (!opened.ok)
    return err(opened.error.kind === 'no-such-protection' ? NOT_BY_SHEET : explainStorageFailure(opened.error));
  // Only a key that opens the database is worth a new lock.
  const store = await openWith(parts, opened);
  if (!store.ok) return store;
  const replaced = await replaceProtections(world, directory, opened.value, wanted.value);
  const lock = replaced.ok ? lockOf(directory, opened.value) : undefined;
  if (lock !== undefined) {
    parts.hold({ key: opened.value, lock });
    return store;
  }
  store.value.close();
  parts.hold(undefined);
  return err(explainStorageFailure(replaced.ok ? { kind: 'damaged-vault' } : replaced.error));
};

const openWith = async (parts: DirectoryParts, opened: Awaited<ReturnType<typeof openVault>>): Opened => {
  const { directory, world } = parts;
  const database = databaseIn(directory);
  if (!opened.ok) return err(explainStorageFailure(opened.error));
  // What is put into it now would be erased with it by the next start.
  if (isErasing(directory)) return err(explainStorageFailure(STILL_MARKED));
  // Never an empty wallet in the place of one that was moved away, or is looked at by a virus scanner just now.
  if (!existsSync(database)) return err(explainStorageFailure({ kind: 'missing-database' }));
  // Taken now, and never looked up again while the wallet is open.
  const lock = lockOf(directory, opened.value);
  if (lock === undefined) return err(explainStorageFailure({ kind: 'damaged-vault' }));
  const db = openDatabase({ path: database, key: opened.value });
  if (!db.ok) return err(explainStorageFailure(db.error));
  parts.hold({ key: opened.value, lock });
  return ok(openStore({ db: db.value, world }));
};

const databaseIn = (directory: string): string => join(directory, 'wallet.db');

const STILL_MARKED: EraseFailure = {
  kind: 'not-erased',
  file: 'wallet.erasing',
  why: 'the mark of the erase is still there',
  left: 'marked',
};

const NOT_BY_SHEET: FailureView = { kind: 'not-by-sheet', facts: {} };

const ORPHAN: FailureView = { kind: 'orphan-database', facts: {} };
