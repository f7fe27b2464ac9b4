// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isDiskFull, systemCode } from '../system-code.ts';
import { makeDirectorySync, NOT_A_FILE, opensAtOnce } from '../whole-file.ts';

export type DirectoryLock = { readonly release: () => void };
export type LockFailure =
  | { readonly kind: 'already-running' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'cannot-open'; readonly why: string };

/**
 * One process per data directory. The lock is an open exclusive transaction on a small database, that is, a lock of the
 * operating system: it ends with the process however the process ends, so there is no stale lock file to delete by hand.
 */
export const lockDirectory = (directory: string): Result<DirectoryLock, LockFailure> => {
  let held: Database.Database | undefined;
  try {
    makeDirectorySync(directory);
    const path = join(directory, 'wallet.lock');
    if (!opensAtOnce(path)) return err({ kind: 'cannot-open', why: NOT_A_FILE });
    const database = new Database(path, { timeout: 0 });
    held = database;
    database.exec('BEGIN EXCLUSIVE');
    return ok({ release: () => database.close() });
  } catch (thrown) {
    held?.close();
    const code = systemCode(thrown);
    if (code.startsWith('SQLITE_BUSY')) return err({ kind: 'already-running' });
    if (isDiskFull(thrown)) return err({ kind: 'disk-full' });
    if (code !== '') return err({ kind: 'cannot-open', why: code });
    throw thrown;
  }
};
