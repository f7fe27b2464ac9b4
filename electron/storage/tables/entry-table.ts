// SPDX-License-Identifier: GPL-3.0-or-later
import type { Statement } from 'better-sqlite3';
import { z } from 'zod';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import type { EntryText } from '../../state/content.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { compareEntries } from '../../state/merge.ts';
import type { Sqlite } from '../sqlite.ts';

const row = z.object({ kind: z.string(), id: z.string(), clock: z.string(), value: z.string() });
type Row = z.infer<typeof row>;

/** Coins with all of these; each has an index. */
export type CoinFilter = { readonly exchange?: string; readonly status?: string; readonly sourceId?: string };

const idRow = z.object({ id: z.string() });
const sizeRow = z.object({ bytes: z.number() });

export type EntryTable = ReturnType<typeof entryTable>;

/** The rows that are the entries. Values are canonical JSON text, so equal values are equal text. */
export const entryTable = (sqlite: Sqlite) => {
  let nextRelease = 0;
  const statements = prepare(sqlite);
  const statementOf = remembering((sql) => sqlite.prepare<unknown[]>(sql));
  return {
    get: (kind: string, id: string): CarriedEntry | undefined => first(statements.get.get(kind, id)),
    quarantined: (kind: string, id: string): CarriedEntry | undefined => first(statements.getQuarantined.get(kind, id)),
    /** those after an id, at most so many */
    ofKind: (kind: string, after = '', most = -1): readonly CarriedEntry[] =>
      all(statements.ofKind.all(kind, after, most)),
    coins: (filter: CoinFilter): readonly CarriedEntry[] => all(coinRows(statementOf, filter)),
    quarantine: (): readonly CarriedEntry[] =>
      all(statements.quarantine.all()).map((entry) => ({ ...entry, quarantined: true as const })),
    hasQuarantine: (): boolean => statements.hasQuarantine.get() !== undefined,
    /** false when the row already was exactly this */
    write: (entry: CarriedEntry): boolean => {
      const value = canonicalJson(entry.value);
      const into = entry.quarantined ? statements.writeQuarantined : statements.write;
      return into.run(entry.kind, entry.id, entry.clock, value).changes > 0;
    },
    /** before this moment (milliseconds since the epoch) nothing that is kept aside can join: not looked for in every transaction */
    nextRelease: (): number => nextRelease,
    setNextRelease: (at: number): void => void (nextRelease = at),
    releaseQuarantined: (kind: string, id: string): void => void statements.deleteQuarantined.run(kind, id),
    /** the row of an entry, and what was kept aside under its name */
    remove: (kind: string, id: string): void => {
      statements.delete.run(kind, id);
      statements.deleteQuarantined.run(kind, id);
    },
    /** the values of all coins of a seed */
    coinsOfSeed: (seed: string): readonly unknown[] =>
      all(statements.coinsOfSeed.all(`${seed}/`, `${seed}0`)).map(({ value }) => value),
    /** the session of a seed and all coins under it; their ids */
    removeSeed: (seed: string): readonly string[] => {
      const range = [`${seed}/`, `${seed}0`];
      const ids = statements.idsOfSeed.all(...range).map((each) => idRow.parse(each).id);
      for (const from of [statements.deleteCoins, statements.deleteCoinsAside]) from.run(...range);
      for (const from of [statements.delete, statements.deleteQuarantined]) from.run('refresh', seed);
      return ids;
    },
    snapshot: (): readonly CarriedEntry[] => {
      const live = all(statements.all.all());
      const aside = all(statements.quarantine.all()).map((entry) => ({ ...entry, quarantined: true as const }));
      // sorted here: SQLite compares UTF-8 bytes, canonical order is by UTF-16 code unit
      return [...live, ...aside].sort(compareEntries);
    },
    /** the same with the values as they are kept, in no order */
    texts: (): readonly EntryText[] => [
      ...textsOf(statements.all.all()),
      ...textsOf(statements.quarantine.all()).map((entry) => ({ ...entry, quarantined: true as const })),
    ],
    bytesOf: (exchange: string): number => sizeRow.parse(statements.bytesOf.get(exchange, exchange)).bytes,
    clear: (): void => {
      nextRelease = 0;
      statements.clear.run();
      statements.clearQuarantine.run();
    },
  };
};

const UPSERT = `(kind, id, clock, value) VALUES (?, ?, ?, ?)
  ON CONFLICT (kind, id) DO UPDATE SET clock = excluded.clock, value = excluded.value
  WHERE clock <> excluded.clock OR value <> excluded.value`;

const prepare = (sqlite: Sqlite) => ({
  get: sqlite.prepare('SELECT kind, id, clock, value FROM entry WHERE kind = ? AND id = ?'),
  getQuarantined: sqlite.prepare('SELECT kind, id, clock, value FROM quarantine WHERE kind = ? AND id = ?'),
  // No id is empty, and no limit is below nothing.
  ofKind: sqlite.prepare('SELECT kind, id, clock, value FROM entry WHERE kind = ? AND id > ? ORDER BY id LIMIT ?'),
  all: sqlite.prepare('SELECT kind, id, clock, value FROM entry ORDER BY kind, id'),
  quarantine: sqlite.prepare('SELECT kind, id, clock, value FROM quarantine ORDER BY kind, id'),
  bytesOf: sqlite.prepare(
    `SELECT coalesce(sum(length(value)), 0) AS bytes FROM entry
     WHERE value ->> '$.exchange' = ? AND kind NOT IN ('purchase', 'push-in', 'pull-in')
       OR kind = 'exchange' AND value ->> '$.base_url' = ?`,
  ),
  hasQuarantine: sqlite.prepare('SELECT 1 FROM quarantine LIMIT 1'),
  write: sqlite.prepare(`INSERT INTO entry ${UPSERT}`),
  writeQuarantined: sqlite.prepare(`INSERT INTO quarantine ${UPSERT}`),
  deleteQuarantined: sqlite.prepare('DELETE FROM quarantine WHERE kind = ? AND id = ?'),
  delete: sqlite.prepare('DELETE FROM entry WHERE kind = ? AND id = ?'),
  // "0" is what follows "/": these are the ids that begin with the seed and a slash.
  coinsOfSeed: sqlite.prepare("SELECT kind, id, clock, value FROM entry WHERE kind = 'coin' AND id >= ? AND id < ?"),
  idsOfSeed: sqlite.prepare("SELECT id FROM entry WHERE kind = 'coin' AND id >= ? AND id < ?"),
  deleteCoins: sqlite.prepare("DELETE FROM entry WHERE kind = 'coin' AND id >= ? AND id < ?"),
  deleteCoinsAside: sqlite.prepare("DELETE FROM quarantine WHERE kind = 'coin' AND id >= ? AND id < ?"),
  clear: sqlite.prepare('DELETE FROM entry'),
  clearQuarantine: sqlite.prepare('DELETE FROM quarantine'),
});

/** The index is named: left to itself SQLite walks the primary key to save the sorting. The expressions read exactly as in migrations.ts. */
const coinRows = (statementOf: StatementOf, { exchange, status, sourceId }: CoinFilter): readonly unknown[] => {
  const wanted: readonly { readonly where: string; readonly index: string; readonly text: string | undefined }[] = [
    { where: "value ->> '$.source_id' = ?", index: 'INDEXED BY coin_by_source', text: sourceId },
    { where: "value ->> '$.exchange' = ?", index: 'INDEXED BY coin_by_exchange', text: exchange },
    { where: "value ->> '$.status' = ?", index: 'INDEXED BY coin_by_status', text: status },
  ];
  const given = wanted.filter(({ text }) => text !== undefined);
  const where = ["kind = 'coin'", ...given.map((each) => each.where)].join(' AND ');
  return statementOf(
    `SELECT kind, id, clock, value FROM entry ${given[0]?.index ?? ''} WHERE ${where} ORDER BY id`,
  ).all(...given.map(({ text }) => text));
};

type StatementOf = (sql: string) => Statement<unknown[]>;

/** There are eight combinations of filters: each is compiled when it is first asked for. */
const remembering = (compile: StatementOf): StatementOf => {
  const known = new Map<string, Statement<unknown[]>>();
  return (sql) => {
    const statement = known.get(sql) ?? compile(sql);
    known.set(sql, statement);
    return statement;
  };
};

const first = (found: unknown): CarriedEntry | undefined =>
  found === undefined ? undefined : fromRow(row.parse(found));

const all = (found: readonly unknown[]): readonly CarriedEntry[] => found.map((each) => fromRow(row.parse(each)));

const textsOf = (found: readonly unknown[]): readonly EntryText[] =>
  found.map((each) => {
    const { value, ...entry } = row.parse(each);
    return { ...entry, text: value };
  });

const fromRow = ({ kind, id, clock, value }: Row): CarriedEntry => ({
  kind,
  id,
  clock,
  value: JSON.parse(value) as unknown,
});
