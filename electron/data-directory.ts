// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../shared/result.ts';
import type { AppStateView, RequestInput } from '../shared/contract.ts';
import type { FailureView } from '../shared/view.ts';
import { explainStorageFailure } from './explain-storage.ts';
import { openDatabase } from './storage/database.ts';
import { lockDirectory } from './storage/lock.ts';
import { openStore, type Store } from './storage/store.ts';
import {
  addProtection,
  createVault,
  openVault,
  protections,
  removeProtection,
  type Opener,
  type Protection,
} from './storage/vault.ts';
import type { Secret } from './taler/secret.ts';
import type { World } from './world.ts';

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
  /** adds the wrap that lets the recovery sheet open this database; needs the wallet to be open */
  readonly protectWithRoot: (wrapper: Secret) => Promise<void>;
  /** takes that wrap away again: the root secret is not this wallet's any more */
  readonly forgetRoot: () => void;
  /** asks for the passphrase again before a secret is shown */
  readonly confirmOwner: (passphrase: string | undefined) => Promise<Result<null, FailureView>>;
  /** deletes the wallet here; a crash in the middle is finished at the next start */
  readonly erase: () => void;
  readonly release: () => void;
};

const ERASING = 'wallet.erasing';
const WALLET_FILES = ['wallet-key.json', 'wallet.db', 'wallet.db-wal', 'wallet.db-shm', 'wallet-key-tries.json'];

/** Takes the directory for this process (a second one is refused by the operating system's own lock) and finishes an interrupted erase. */
export const claimDirectory = (
  directory: string,
  world: World,
  keychain?: Keychain,
): Result<DataDirectory, FailureView> => {
  const lock = lockDirectory(directory);
  if (!lock.ok) return err(explainStorageFailure(lock.error));
  const erasing = join(directory, ERASING);
  const erase = (): void => {
    writeFileSync(erasing, '', { mode: 0o600 });
    for (const name of WALLET_FILES) rmSync(join(directory, name), { force: true });
    rmSync(erasing, { force: true });
  };
  if (existsSync(erasing)) erase();
  let key: Secret | undefined;

  const openWith = async (opened: Awaited<ReturnType<typeof openVault>>): Promise<Result<Store, FailureView>> => {
    if (!opened.ok) return err(explainStorageFailure(opened.error));
    const db = openDatabase({ path: join(directory, 'wallet.db'), key: opened.value });
    if (!db.ok) return err(explainStorageFailure(db.error));
    key = opened.value;
    return ok(openStore({ db: db.value, world }));
  };
  const kinds = (): readonly string[] => {
    const has = protections(directory);
    return has.ok ? has.value : [];
  };
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
      if (existsSync(erasing)) erase();
      if (existsSync(join(directory, 'wallet.db'))) return err(ORPHAN);
      const wanted = protectionOf(protection, keychain);
      return wanted.ok ? openWith(await createVault(world, directory, wanted.value)) : wanted;
    },
    unlock: async (passphrase) => openWith(await openVault(world, directory, { kind: 'passphrase', passphrase })),
    unlockWithoutAsking: async () => {
      const has = kinds();
      if (has.includes('passphrase')) return ok(undefined);
      const opener: Opener = has.includes('unprotected')
        ? { kind: 'unprotected' }
        : { kind: 'keychain', unseal: (blob) => unseal(keychain, blob) };
      return openWith(await openVault(world, directory, opener));
    },
    protectWithRoot: async (wrapper) => {
      if (key === undefined || kinds().includes('root')) return;
      const added = await addProtection(world, directory, key, { kind: 'root', wrapper });
      if (!added.ok) world.log({ event: 'root-wrap-not-added', why: added.error.kind });
    },
    forgetRoot: () => {
      if (!kinds().includes('root')) return;
      const removed = removeProtection(directory, 'root');
      if (!removed.ok) world.log({ event: 'root-wrap-not-removed', why: removed.error.kind });
    },
    confirmOwner: async (passphrase) => {
      if (!kinds().includes('passphrase')) return ok(null);
      if (passphrase === undefined)
        return err({
          kind: 'passphrase-needed',
          sentence: 'Showing the recovery secret needs the passphrase. Nothing was shown.',
        });
      const opened = await openVault(world, directory, { kind: 'passphrase', passphrase });
      return opened.ok ? ok(null) : err(explainStorageFailure(opened.error));
    },
    erase: () => {
      key = undefined;
      erase();
    },
    release: () => lock.value.release(),
  });
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
      sentence: 'This system has no keychain that protects anything; choose a passphrase instead. Nothing was created.',
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
