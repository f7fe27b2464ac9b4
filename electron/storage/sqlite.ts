// SPDX-License-Identifier: GPL-3.0-or-later
import type Database from 'better-sqlite3';
import { bytesToHex } from '../taler/bytes/encodings.ts';
import { systemCode } from './system-code.ts';

/** An open connection. */
export type Sqlite = Database.Database;

const KEY_BYTES = 32;

/** better-sqlite3-multiple-ciphers adds this; the types are those of better-sqlite3. */
type KeyedSqlite = Sqlite & { readonly key: (key: Buffer) => number };

/** ChaCha20-Poly1305 page by page. `raw:` takes the key as it is: it is random already, a passphrase KDF would only cost time. */
export const setKey = (sqlite: Sqlite, key: Uint8Array): void => {
  if (key.length !== KEY_BYTES) throw new Error('defect: the database key has 32 bytes');
  sqlite.pragma("cipher = 'chacha20'");
  const text = Buffer.from(`raw:${bytesToHex(key)}`);
  (sqlite as KeyedSqlite).key(text);
  text.fill(0);
};

/** Left to itself a connection keeps 16 MiB of pages: of the rows that are read at a start once each, which their entries are kept of. */
export const limitCache = (sqlite: Sqlite): void => void sqlite.pragma('cache_size = -2048');

/** Every page is read, and whether they are one tree is looked at. */
export const lookAt = (sqlite: Sqlite): 'sound' | 'damaged' => {
  try {
    return String(sqlite.pragma('quick_check(1)', { simple: true })) === 'ok' ? 'sound' : 'damaged';
  } catch (thrown) {
    if (systemCode(thrown).startsWith('SQLITE_CORRUPT')) return 'damaged';
    throw thrown;
  }
};
