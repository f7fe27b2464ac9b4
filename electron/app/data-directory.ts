// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { AppStateView, RequestInput } from '../../shared/contract.ts';
import type { FailureView } from '../../shared/view.ts';
import { explainStorageFailure } from '../storage/explain.ts';
import { openDatabase, reserveDatabase } from '../storage/database.ts';
import { eraseKey, eraseRest, isErasing, type EraseFailure } from '../storage/directory/erase.ts';
import { lockDirectory } from '../storage/directory/lock.ts';
import { openStore, type Store } from '../storage/store.ts';
import {
  addProtection,
  confirmPassphrase,
  createVault,
  lockOf,
  openVault,
  protections,
  removeProtection,
  replaceProtections,
  type Opener,
  type Protection,
  type VaultLock,
} from '../storage/directory/vault.ts';
import type { Secret } from '../taler/crypto/secret.ts';
import type { World } from '../world.ts';

/** The system keychain: bytes in, sealed bytes out. `open` throws when it no longer opens what it sealed. */
export type Keychain = {
  readonly available: () => boolean;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  readonly open: (sealed: Uint8Array) => Uint8Array;
};

/** A claimed data directory: `wallet.db` (encrypted), `wallet-key.json` (its key, wrapped), `wallet.lock` (held while we run). */
export type DataDirectory = {
  readonly exists: () => boolean;
  readonly protection: () => AppStateView['protection'];
  readonly create: (protection: RequestInput<'app.create'>['protection']) => Promise<Result<Store, FailureView>>;
  readonly unlock: (passphrase: string) => Promise<Result<Store, FailureView>>;
  /** opens a wallet that needs no question (keychain, unprotected); undefined when it needs a passphrase */
  readonly unlockWithoutAsking: () => Promise<Result<Store | undefined, FailureView>>;
  /** whether the recovery sheet of this wallet opens it here */
  readonly opensBySheet: () => boolean;
  /** opens it by the key of its sheet, and from then on as `protection` says: what opened it before does so no more */
  readonly unlockWithRoot: (
    wrapper: Secret,
    protection: RequestInput<'app.create'>['protection'],
  ) => Promise<Result<Store, FailureView>>;
  /** adds the wrap that lets the recovery sheet open this database; needs the wallet to be open */
  readonly protectWithRoot: (wrapper: Secret) => Promise<void>;
  /** takes that wrap away again: the root secret is not this wallet's any more */
  readonly forgetRoot: () => void;
  /** asks for the passphrase again before a secret is shown */
  readonly confirmOwner: (passphrase: string | undefined) => Promise<Result<null, FailureView>>;
  /**
   * Deletes the wallet here; a crash in the middle is finished at the next start. `close` is called once its key is gone, or must not
   * be used any more; a failure without that call left everything as it was.
   */
  readonly erase: (close: () => void) => Result<void, FailureView>;
  readonly release: () => void;
};

/** Takes the directory for this process (a second one is refused by the operating system's own lock) and finishes an interrupted erase. */
// long because its split by subject is still to come
export const claimDirectory = (
  directory: string,
  world: World,
  keychain?: Keychain,
): Result<DataDirectory, FailureView> => {
  const lock = lockDirectory(directory);
  if (!lock.ok) return err(explainStorageFailure(lock.error));
  const unfinished = (): Result<void, EraseFailure> => {
    if (!isErasing(directory)) return ok(undefined);
    const begun = eraseKey(directory);
    return begun.ok ? eraseRest(directory) : begun;
  };
  const finished = unfinished();
  if (!finished.ok) {
    lock.value.release();
    return err(explainStorageFailure(finished.error));
  }
  const database = join(directory, 'wallet.db');
  let key: Secret | undefined;
  /** how the open wallet is protected: from here on whoever edits the key file changes nothing that is asked */
  let lockInMemory: VaultLock | undefined;
  /** the last passphrase that was asked again, whatever became of it */
  let asking: Promise<unknown> = Promise.resolve();

  const openWith = async (opened: Awaited<ReturnType<typeof openVault>>): Promise<Result<Store, FailureView>> => {
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
    key = opened.value;
    lockInMemory = lock;
    return ok(openStore({ db: db.value, world }));
  };
  const kindsInFile = (): readonly string[] => {
    const has = protections(directory);
    return has.ok ? has.value : [];
  };
  const kinds = (): readonly string[] => lockInMemory?.kinds ?? kindsInFile();
  const exists = (): boolean => {
    const has = protections(directory);
    return has.ok || has.error.kind !== 'no-vault';
  };

  return ok({
    exists,
    protection: () => {
      const has = kinds();
      return has.includes('passphrase')
        ? 'passphrase'
        : has.includes('keychain')
          ? 'keychain'
          : has.includes('unprotected')
            ? 'unprotected'
            : 'none';
    },
    create: async (protection) => {
      // An erase that failed half way would take the new wallet with it at the next start.
      const erased = unfinished();
      if (!erased.ok) return err(explainStorageFailure(erased.error));
      if (!exists() && existsSync(database) && statSync(database).size > 0) return err(ORPHAN);
      const wanted = protectionOf(protection, keychain);
      if (!wanted.ok) return wanted;
      // Before the key: from here on a key file without any database is one whose database was lost.
      const reserved = reserveDatabase(database);
      if (!reserved.ok) return err(explainStorageFailure(reserved.error));
      return openWith(await createVault(world, directory, wanted.value));
    },
    unlock: async (passphrase) => openWith(await openVault(world, directory, { kind: 'passphrase', passphrase })),
    unlockWithoutAsking: async () => {
      const has = kindsInFile();
      if (has.includes('passphrase')) return ok(undefined);
      const opener: Opener = has.includes('unprotected')
        ? { kind: 'unprotected' }
        : { kind: 'keychain', unseal: (blob) => unseal(keychain, blob) };
      return openWith(await openVault(world, directory, opener));
    },
    opensBySheet: () => kindsInFile().includes('root'),
    unlockWithRoot: async (wrapper, protection) => {
      const wanted = protectionOf(protection, keychain);
      if (!wanted.ok) return wanted;
      const opened = await openVault(world, directory, { kind: 'root', wrapper });
      if (!opened.ok)
        return err(opened.error.kind === 'no-such-protection' ? NOT_BY_SHEET : explainStorageFailure(opened.error));
      // Only a key that opens the database is worth a new lock.
      const store = await openWith(opened);
      if (!store.ok) return store;
      const replaced = await replaceProtections(world, directory, opened.value, wanted.value);
      if (replaced.ok) {
        lockInMemory = lockOf(directory, opened.value);
        return store;
      }
      store.value.close();
      key = undefined;
      lockInMemory = undefined;
      return err(explainStorageFailure(replaced.error));
    },
    protectWithRoot: async (wrapper) => {
      const own = key;
      if (own === undefined) return;
      // Nobody waits for it: what goes wrong is only told.
      try {
        // One that is there may be of a wallet that was left here, if the disk refused to have it taken away.
        if ((await openVault(world, directory, { kind: 'root', wrapper })).ok) return;
        const added = await addProtection(world, directory, own, { kind: 'root', wrapper });
        if (!added.ok) world.log({ event: 'root-wrap-not-added', why: added.error.kind });
      } catch (thrown) {
        world.log({ event: 'root-wrap-not-added', why: thrown instanceof Error ? thrown.message : 'unknown' });
      }
    },
    forgetRoot: () => {
      if (!kindsInFile().includes('root')) return;
      const removed = removeProtection(directory, 'root');
      if (!removed.ok) world.log({ event: 'root-wrap-not-removed', why: removed.error.kind });
    },
    confirmOwner: async (passphrase) => {
      const own = key;
      const lock = lockInMemory;
      if (own === undefined || lock === undefined) throw new Error('defect: no open wallet whose owner could be asked');
      if (!lock.kinds.includes('passphrase')) return ok(null);
      if (passphrase === undefined)
        return err({
          kind: 'passphrase-needed',
          sentence: 'Showing the recovery secret needs the passphrase. Nothing was shown.',
        });
      // One after the other: a page that tries a hundred at once would wait for none of them, and each takes 64 MiB.
      const opening = asking.then(() => confirmPassphrase(world, directory, { key: own, lock }, passphrase));
      asking = opening.catch(() => undefined);
      const opened = await opening;
      return opened.ok ? ok(null) : err(explainStorageFailure(opened.error));
    },
    erase: (close) => {
      const begun = eraseKey(directory);
      if (!begun.ok && begun.error.left === 'everything') return err(explainStorageFailure(begun.error));
      key = undefined;
      lockInMemory = undefined;
      close();
      const erased = begun.ok ? eraseRest(directory) : begun;
      return erased.ok ? ok(undefined) : err(explainStorageFailure(erased.error));
    },
    release: () => lock.value.release(),
  });
};

const STILL_MARKED: EraseFailure = {
  kind: 'not-erased',
  file: 'wallet.erasing',
  why: 'the mark of the erase is still there',
  left: 'marked',
};

const NOT_BY_SHEET: FailureView = {
  kind: 'not-by-sheet',
  sentence:
    'No recovery sheet opens this wallet on this computer: it has no backup, or it was left. Nothing was opened or changed. What the providers on the sheet keep can be restored into an empty directory.',
};

const ORPHAN: FailureView = {
  kind: 'orphan-database',
  sentence:
    'This directory holds a wallet database but not its key file (wallet-key.json), so a new wallet is not put over it. Put the key file back, or choose another directory and restore from your recovery sheet.',
};

const protectionOf = (
  wanted: RequestInput<'app.create'>['protection'],
  keychain: Keychain | undefined,
): Result<Protection, FailureView> => {
  if (wanted.type === 'passphrase') return ok({ kind: 'passphrase', passphrase: wanted.passphrase });
  if (wanted.type === 'unprotected') return ok({ kind: 'unprotected' });
  if (keychain?.available() !== true) {
    return err({
      kind: 'no-keychain',
      sentence:
        'This system has no keychain that protects anything; choose a passphrase instead. Nothing was created or changed.',
    });
  }
  return ok({ kind: 'keychain', seal: (bytes) => keychain.seal(bytes) });
};

const unseal = (keychain: Keychain | undefined, blob: Uint8Array): Uint8Array | undefined => {
  try {
    return keychain?.open(blob);
  } catch {
    // the keychain's own refusal; the vault turns the missing key into a named failure
    return undefined;
  }
};
