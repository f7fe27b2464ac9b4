// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import type { Result } from '../../shared/result.ts';
import type { Books } from './image.ts';

type Value = string | number | bigint | Uint8Array | null;

/** A server's own SQLite file; rows come back as the caller's type because nobody else writes here. */
export type Store = {
  readonly one: <Row>(sql: string, ...values: readonly Value[]) => Row | undefined;
  readonly all: <Row>(sql: string, ...values: readonly Value[]) => readonly Row[];
  readonly run: (sql: string, ...values: readonly Value[]) => { readonly changes: number; readonly lastId: number };
  /** All or nothing: work that ends in a failure (or throws) leaves no trace. */
  readonly attempt: <T, F>(work: () => Result<T, F>) => Result<T, F>;
  readonly setting: (name: string) => string | undefined;
  readonly keep: (name: string, value: string) => void;
  /** the first column of every row, for whoever looks into the books from outside */
  readonly column: (sql: string, ...values: readonly Value[]) => readonly unknown[];
  readonly close: () => void;
} & Books;

/** Opens (or creates) the file, or a database in memory for ':memory:', with the given tables. */
export const openStore = (file: string, schema: string): Store => {
  let db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;${schema}`);
  const prepared = new Map<string, Database.Statement<Value[]>>();
  const plucked = new Map<string, Database.Statement<Value[]>>();
  const prepare = (sql: string): Database.Statement<Value[]> => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = db.prepare<Value[]>(sql);
    prepared.set(sql, made);
    return made;
  };
  const one = <Row>(sql: string, ...values: readonly Value[]): Row | undefined =>
    prepare(sql).get(...values) as Row | undefined;
  const run: Store['run'] = (sql, ...values) => {
    const { changes, lastInsertRowid } = prepare(sql).run(...values);
    return { changes, lastId: Number(lastInsertRowid) };
  };
  return {
    one,
    all: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).all(...values) as readonly Row[],
    run,
    attempt: (work) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
        return result;
      } catch (defect) {
        db.exec('ROLLBACK');
        throw defect;
      }
    },
    setting: (name) => one<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value,
    keep: (name, value) => {
      run('INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value);
    },
    column: (sql, ...values) => {
      const statement = plucked.get(sql) ?? db.prepare<Value[]>(sql).pluck();
      plucked.set(sql, statement);
      return statement.all(...values);
    },
    image: () => new Uint8Array(db.serialize()),
    restore: (image) => {
      if (!db.memory) throw new Error('defect: an image is put back in memory only');
      db.close();
      prepared.clear();
      plucked.clear();
      db = new Database(Buffer.from(image));
    },
    close: () => {
      db.close();
    },
  };
};

/** Where a server listens: as it was told, or where it did before; one whose file outlives it takes an address that it can come back to. */
export const portOf = (
  { setting }: Pick<Store, 'setting'>,
  { file, port }: { readonly file: string; readonly port?: number },
): number | 'lasting' => {
  const before = port ?? setting('port');
  return before === undefined ? (file === ':memory:' ? 0 : 'lasting') : Number(before);
};
