// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { openSecret, type Secret } from '../taler/crypto/secret.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { filesOfDatabase } from './directory/erase.ts';
import { isNewest, migrate, type NewerDatabase } from './migrations.ts';
import { limitCache, lookAt, setKey, type Sqlite } from './sqlite.ts';
import { isDiskFull, systemCode } from './system-code.ts';
import { NOT_A_FILE, opensAtOnce } from './whole-file.ts';

/** An open, migrated database; made only by `openDatabase`. */
export type Db = {
  readonly path: string;
  readonly sqlite: Sqlite;
  /** what `sound.ts` opens it with once more */
  readonly key?: Secret;
  /** not all of it was read: that is done before anything is written */
  readonly isUnseen?: true;
};

export type DatabaseFailure =
  /** not readable under this key: another key's database, or a damaged first page (no cipher can tell these apart) */
  | { readonly kind: 'wrong-key' }
  /** the file is encrypted and no key was given, or plain and a key was given */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'not-encrypted' }
  | NewerDatabase
  /** there are no bytes, no version or no installation in it, where a wallet must be: what was in it is gone */
  | { readonly kind: 'empty-database' }
  | { readonly kind: 'damaged-database'; readonly why: string }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'cannot-open'; readonly why: string };

export type OpenDatabase = {
  /** a file, or `:memory:` */
  readonly path: string;
  /** 32 bytes; without it the file is not encrypted */
  readonly key?: Secret;
  /** a wallet is in it already: an empty file is not filled, and nothing is written before that is sure */
  readonly holds?: 'wallet';
  /** whether all of it is read here, or later by whoever writes first (`sound.ts`) */
  readonly looks?: 'now' | 'later';
  /** for tests of a full disk: the file may not grow past this many pages of 4096 bytes */
  readonly maxPages?: number;
};

/** Another connection (the backup worker) holds the write lock for one transaction: milliseconds, unless the disk stalls. */
const BUSY_TIMEOUT_MS = 10_000;
const PLAIN_HEADER = 'SQLite format 3\0';

/** Opens or creates the wallet's database and brings it to the newest version; on a failure nothing was changed and nothing stays open. */
export const openDatabase = ({ path, key, holds, maxPages, looks }: OpenDatabase): Result<Db, DatabaseFailure> => {
  const header = readHeader(path);
  if (!header.ok) return header;
  // Before SQLite sees it: beside a database of no bytes it deletes the write-ahead log, which may be all that is left.
  if (header.value === 'absent' && holds === 'wallet') return err({ kind: 'empty-database' });
  if (header.value === 'plain' && key) return err({ kind: 'not-encrypted' });
  if (header.value === 'other' && !key) return err({ kind: 'encrypted' });
  let sqlite: Sqlite | undefined;
  try {
    if (header.value === 'absent') createPrivateFile(path);
    sqlite = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    const ready = prepare(sqlite, { key, holds, maxPages, looks });
    if (ready.ok) return ok({ path, sqlite, ...(key && { key }), ...ready.value });
    sqlite.close();
    return ready;
  } catch (thrown) {
    sqlite?.close();
    return err(failureOf(thrown));
  }
};

type Preparing = {
  readonly key: Secret | undefined;
  readonly holds: 'wallet' | undefined;
  readonly maxPages: number | undefined;
  readonly looks: OpenDatabase['looks'];
};

const prepare = (
  sqlite: Sqlite,
  { key, holds, maxPages, looks }: Preparing,
): Result<Pick<Db, 'isUnseen'>, DatabaseFailure> => {
  if (key) setKey(sqlite, openSecret(key));
  // the first statement that reads the file: fails here under a wrong key, before anything is written
  sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
  if (holds === 'wallet' && !holdsWallet(sqlite)) return err({ kind: 'empty-database' });
  if (maxPages !== undefined) sqlite.pragma(`max_page_count = ${maxPages}`);
  sqlite.pragma('journal_mode = WAL');
  // FULL: a transaction that was reported done survives a power cut; seeds are persisted before they are sent
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  // deleted secrets are overwritten, and sorting never spills plain text into a temporary file
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('temp_store = MEMORY');
  limitCache(sqlite);
  const mayWait = looks === 'later' && holds === 'wallet' && isNewest(sqlite);
  if (!mayWait && lookAt(sqlite) === 'damaged') return err(DAMAGED);
  const migrated = migrate(sqlite);
  return migrated.ok ? ok(mayWait ? { isUnseen: true } : {}) : migrated;
};

/** A database that was read to its end, or not so far. */
export const DAMAGED = { kind: 'damaged-database', why: 'quick check' } as const satisfies DatabaseFailure;

/** Whether a wallet was ever finished in it: it has a version, and knows which installation it is of. */
const holdsWallet = (sqlite: Sqlite): boolean => {
  if (Number(sqlite.pragma('user_version', { simple: true })) === 0) return false;
  const tables = sqlite.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'self'").pluck();
  return Number(tables.get()) > 0 && Number(sqlite.prepare('SELECT count(*) FROM self').pluck().get()) > 0;
};

const readHeader = (path: string): Result<'absent' | 'plain' | 'other', DatabaseFailure> => {
  if (path === ':memory:') return ok('absent');
  try {
    // SQLite opens what lies beside it as well.
    if (!filesOfDatabase(path).every(opensAtOnce)) return err({ kind: 'cannot-open', why: NOT_A_FILE });
    if (!existsSync(path)) return ok('absent');
    const file = openSync(path, 'r');
    const header = Buffer.alloc(PLAIN_HEADER.length);
    const length = readSync(file, header, 0, header.length, 0);
    closeSync(file);
    // an empty file is what a crash between creating and first writing leaves
    if (length === 0) return ok('absent');
    return ok(header.toString('latin1') === PLAIN_HEADER ? 'plain' : 'other');
  } catch (thrown) {
    return err({ kind: 'cannot-open', why: systemCode(thrown) });
  }
};

/** Created by us with mode 0600 before SQLite opens it; the journal files inherit the mode. */
const createPrivateFile = (path: string): void => {
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
};

const failureOf = (thrown: unknown): DatabaseFailure => {
  const code = systemCode(thrown);
  if (isDiskFull(thrown)) return { kind: 'disk-full' };
  if (code === 'SQLITE_NOTADB') return { kind: 'wrong-key' };
  if (code.startsWith('SQLITE_CORRUPT')) return { kind: 'damaged-database', why: code };
  if (code !== '') return { kind: 'cannot-open', why: code };
  throw thrown;
};
