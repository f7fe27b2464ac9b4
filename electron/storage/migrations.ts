// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { Sqlite } from './sqlite.ts';

export type NewerDatabase = { readonly kind: 'newer-database'; readonly version: number; readonly known: number };

/** Brings a database from `user_version` to the newest, one numbered step at a time and all in one transaction; refuses one from the future. */
export const migrate = (sqlite: Sqlite, steps: readonly string[] = MIGRATIONS): Result<void, NewerDatabase> => {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  if (version > steps.length) return err({ kind: 'newer-database', version, known: steps.length });
  if (version === steps.length) return ok(undefined);
  sqlite
    .transaction(() => {
      for (const step of steps.slice(version)) sqlite.exec(step);
      sqlite.pragma(`user_version = ${steps.length}`);
    })
    .immediate();
  return ok(undefined);
};

/** Whether nothing has to be brought anywhere. */
export const isNewest = (sqlite: Sqlite): boolean =>
  Number(sqlite.pragma('user_version', { simple: true })) === MIGRATIONS.length;

/** Step n brings version n to n + 1. A step that has been released is never edited; changes are new steps. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE entry (
    kind TEXT NOT NULL, id TEXT NOT NULL, clock TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX coin_by_exchange ON entry (value ->> '$.exchange', value ->> '$.status') WHERE kind = 'coin';
  CREATE INDEX coin_by_status ON entry (value ->> '$.status') WHERE kind = 'coin';
  CREATE INDEX coin_by_source ON entry (value ->> '$.source_id') WHERE kind = 'coin';

  -- entries whose clock is too far ahead: carried in every backup, shown to nobody until our own clock gets there
  CREATE TABLE quarantine (
    kind TEXT NOT NULL, id TEXT NOT NULL, clock TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;

  CREATE TABLE self (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    device_id TEXT NOT NULL, clock TEXT NOT NULL, revision INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE exchange_cache (
    base_url TEXT PRIMARY KEY, fetched_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, raw TEXT NOT NULL
  ) STRICT;

  CREATE TABLE task (
    kind TEXT NOT NULL, id TEXT NOT NULL, next_at INTEGER NOT NULL, attempts INTEGER NOT NULL, last_failure TEXT,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX task_by_time ON task (next_at);

  CREATE TABLE provider_progress (provider_id TEXT PRIMARY KEY, sealed BLOB, facts TEXT NOT NULL) STRICT;

  CREATE TABLE root_secret (one INTEGER PRIMARY KEY CHECK (one = 1), root BLOB NOT NULL) STRICT;

  CREATE TABLE request (step TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

  CREATE TABLE undo_copy (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    taken_at INTEGER NOT NULL, why TEXT NOT NULL, entries INTEGER NOT NULL, content TEXT NOT NULL
  ) STRICT;

  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `,
  `
  -- a blob of megabytes beside its facts was written anew with every one of them
  CREATE TABLE sealed_blob (provider_id TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  INSERT INTO sealed_blob SELECT provider_id, sealed FROM provider_progress WHERE sealed IS NOT NULL;
  ALTER TABLE provider_progress DROP COLUMN sealed;
  `,
  `
  -- a long list of denominations was verified anew at every start, on the thread that draws the window
  ALTER TABLE exchange_cache ADD COLUMN verified BLOB;
  `,
  `
  -- what a copy has changed is asked about at its exchange before it is given up
  CREATE TABLE doubt (
    kind TEXT NOT NULL, id TEXT NOT NULL, round INTEGER NOT NULL, asked INTEGER NOT NULL, next_at INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX doubt_by_time ON doubt (next_at);
  `,
  `
  -- a copy that was taken before this knows nothing but entries, and cannot be gone back to
  ALTER TABLE undo_copy ADD COLUMN facts TEXT;
  `,
];
