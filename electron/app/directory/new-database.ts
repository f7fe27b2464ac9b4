// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import { openDatabase, type DatabaseFailure } from '../../storage/database.ts';
import { filesOfDatabase, isErasing, UNFINISHED_DATABASE } from '../../storage/directory/erase.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { isDiskFull, StorageFull, systemCode } from '../../storage/system-code.ts';
import { flushDirectorySync } from '../../storage/whole-file.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { World } from '../../world.ts';

// A new wallet's database is made whole under another name, then its key file is written, then it gets its name. So a key file beside
// an empty database is never the beginning of a wallet, wherever a process dies: it is one whose content was lost.

export const databaseIn = (directory: string): string => join(directory, 'wallet.db');

/** Makes the database of a new wallet, whole and closed, with what `first` writes, in the place of one that was begun before and has no key. */
export const makeDatabase = (
  world: World,
  directory: string,
  key: Secret,
  first?: (store: Store) => void,
): Result<void, DatabaseFailure> => {
  const path = join(directory, UNFINISHED_DATABASE);
  try {
    for (const name of filesOfDatabase(UNFINISHED_DATABASE)) rmSync(join(directory, name), { force: true });
    const db = openDatabase({ path, key });
    if (!db.ok) return db;
    try {
      const store = openStore({ db: db.value, world });
      first?.(store);
    } finally {
      // The last connection takes the write-ahead log with it: what is renamed later is one whole file.
      db.value.sqlite.close();
    }
    return ok(undefined);
  } catch (thrown) {
    return err(failureOf(thrown));
  }
};

/** Gives the database that `makeDatabase` made its name, unless there is one of that name. */
export const finishDatabase = (directory: string, key: Secret): Result<void, DatabaseFailure> => {
  const [unfinished, path] = [join(directory, UNFINISHED_DATABASE), databaseIn(directory)];
  if (!existsSync(unfinished) || hasBytes(path) || hasBytes(`${path}-wal`)) return ok(undefined);
  try {
    // Only what this key opens was made for it.
    const made = openDatabase({ path: unfinished, key, holds: 'wallet' });
    if (!made.ok) return ok(undefined);
    made.value.sqlite.close();
    renameSync(unfinished, path);
    flushDirectorySync(directory);
    return ok(undefined);
  } catch (thrown) {
    return err(failureOf(thrown));
  }
};

/** Whether some wallet's database, or what it had written last, lies here. */
export const isDatabaseHere = (directory: string): boolean =>
  filesOfDatabase('wallet.db').some((name) => hasBytes(join(directory, name)));

/** Whether the database of a wallet whose key file is gone lies here; what an erase has left is none. */
export const isKeyLost = (directory: string): boolean => isDatabaseHere(directory) && !isErasing(directory);

/** Whether anything of a wallet lies there, also one that cannot be opened: that is for the wallet to say. */
export const isAnythingHere = (directory: string): boolean =>
  ['wallet-key.json', 'wallet.erasing'].some((name) => existsSync(join(directory, name))) || isDatabaseHere(directory);

/** Also where a pipe, a device or a folder lies: it is nothing of ours, and nothing is put in its place. */
const hasBytes = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (!found.isFile() || found.size > 0);
};

const failureOf = (thrown: unknown): DatabaseFailure => {
  if (thrown instanceof StorageFull || isDiskFull(thrown)) return { kind: 'disk-full' };
  const code = systemCode(thrown);
  if (code === '') throw thrown;
  return { kind: 'cannot-open', why: code };
};
