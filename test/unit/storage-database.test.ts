// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { migrate, MIGRATIONS } from '../../electron/storage/migrations.ts';
import { doubtTable } from '../../electron/storage/tables/doubt.ts';
import { providerProgressTable } from '../../electron/storage/tables/provider-progress.ts';
import { StorageFull } from '../../electron/storage/system-code.ts';
import { DamagedDatabase } from '../../electron/storage/sound.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { coinValue, crockOf, NOON, worldAt } from '../laws/stores.ts';

const world = worldAt({ ms: NOON });
const key = secret(new Uint8Array(32).fill(0xab));
const otherKey = secret(new Uint8Array(32).fill(0xcd));
const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'holdfast-db-')), 'wallet.db');

const openAt = (path: string, withKey = key) =>
  openStore({ db: mustOk(openDatabase({ path, key: withKey }), 'open'), world });

/** A database with one coin and a root secret, closed. */
const filled = (): string => {
  const path = newPath();
  const store = openAt(path);
  store.transaction((tx) => {
    tx.put('coin', 'A/0', coinValue());
    tx.local.setRootSecret(secret(new TextEncoder().encode('the root secret in plain bytes')));
  });
  store.close();
  return path;
};

describe('encryption', () => {
  test('no file of the database, journal included, contains plain text; only the owner may read them', () => {
    const path = newPath();
    const store = openAt(path);
    store.transaction((tx) => {
      tx.put('coin', 'A/0', coinValue());
      tx.local.setRootSecret(secret(new TextEncoder().encode('the root secret in plain bytes')));
    });
    const directory = join(path, '..');
    const files = readdirSync(directory);
    expect(files).toContain('wallet.db-wal');
    for (const name of files) {
      const bytes = readFileSync(join(directory, name)).toString('latin1');
      for (const plain of ['exchange.example', crockOf(64), 'root secret', 'CREATE TABLE', 'SQLite format'])
        expect(bytes.includes(plain)).toBe(false);
      expect(statSync(join(directory, name)).mode & 0o077).toBe(0);
    }
    store.close();
  });

  test('opens again with its key and nothing else; a refusal changes nothing', () => {
    const path = filled();
    const before = readFileSync(path);
    expect(openDatabase({ path, key: otherKey })).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    expect(openDatabase({ path })).toEqual({ ok: false, error: { kind: 'encrypted' } });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(openAt(path).coins({ status: 'fresh' }).length).toBe(1);
  });

  test('a plain database is not taken for an encrypted one', () => {
    const path = newPath();
    openStore({ db: mustOk(openDatabase({ path }), 'plain'), world }).close();
    expect(openDatabase({ path, key })).toEqual({ ok: false, error: { kind: 'not-encrypted' } });
  });
});

describe('damage and the future', () => {
  test('a database of a newer wallet is refused by name and stays as it was', () => {
    const path = filled();
    const db = mustOk(openDatabase({ path, key }), 'open');
    db.sqlite.pragma('user_version = 99');
    db.sqlite.close();
    expect(openDatabase({ path, key })).toEqual({
      ok: false,
      error: { kind: 'newer-database', version: 99, known: MIGRATIONS.length },
    });
  });

  test('a changed byte anywhere is noticed', () => {
    const path = filled();
    const whole = readFileSync(path);
    for (const at of [50, 5000, whole.length - 50]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      const opened = openDatabase({ path, key });
      expect(opened.ok ? 'opened' : opened.error.kind).toBe(at < 4096 ? 'wrong-key' : 'damaged-database');
    }
  });

  test('where that is looked for later, it is before anything is written', async () => {
    const path = filled();
    const whole = readFileSync(path);
    const openLater = () =>
      openStore({ db: mustOk(openDatabase({ path, key, holds: 'wallet', looks: 'later' }), 'open'), world });
    const put = (store: Store) => store.transaction((tx) => tx.put('coin', 'A/1', coinValue()));
    for (const look of [put, (store: Store) => store.lookAtAll().then(() => put(store))]) {
      writeFileSync(path, whole);
      const sound = openLater();
      await look(sound);
      expect(sound.coins({}).length).toBe(2);
      sound.close();
      const damaged = Buffer.from(whole);
      // A page that no wallet of one coin reads: the last one.
      damaged[whole.length - 50] = (damaged[whole.length - 50] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      const store = openLater();
      let told = 0;
      store.onDamaged(() => (told += 1));
      await expect((async () => look(store))()).rejects.toThrow(DamagedDatabase);
      expect(() => put(store)).toThrow(DamagedDatabase);
      expect(told).toBe(1);
      store.close();
      expect(readFileSync(path).equals(damaged)).toBe(true);
    }
  });

  test('something else in its place, or no directory', () => {
    const path = newPath();
    writeFileSync(path, 'this is a letter, and by no means a database of any kind\n'.repeat(100));
    expect(openDatabase({ path, key })).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    expect(openDatabase({ path: join(path, 'x', 'y'), key })).toMatchObject({
      ok: false,
      error: { kind: 'cannot-open' },
    });
  });

  test('where a wallet must be, an empty file is refused, and nothing is put into it or made', () => {
    const path = newPath();
    const refused = { ok: false, error: { kind: 'empty-database' } };
    expect(openDatabase({ path, key, holds: 'wallet' })).toEqual(refused);
    writeFileSync(path, '');
    expect(openDatabase({ path, key, holds: 'wallet' })).toEqual(refused);
    expect(readdirSync(join(path, '..'))).toEqual(['wallet.db']);
    expect(statSync(path).size).toBe(0);
    expect(mustOk(openDatabase({ path: filled(), key, holds: 'wallet' }), 'a wallet').sqlite.open).toBe(true);
  });

  test('an empty file is a new database where none has to be', () => {
    const path = newPath();
    writeFileSync(path, '');
    expect(openAt(path).snapshot()).toEqual([]);
  });
});

describe('migrations', () => {
  test('an empty database reaches the newest version, and a second run changes nothing', () => {
    const sqlite = new Database(':memory:');
    expect(migrate(sqlite).ok).toBe(true);
    const schema = sqlite.prepare('SELECT sql FROM sqlite_master ORDER BY name').all();
    expect(migrate(sqlite).ok).toBe(true);
    expect(sqlite.prepare('SELECT sql FROM sqlite_master ORDER BY name').all()).toEqual(schema);
    expect(sqlite.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  });

  test('1 to 2: a sealed blob moves to its own table, and its provider keeps its facts', () => {
    const sqlite = new Database(':memory:');
    migrate(sqlite, MIGRATIONS.slice(0, 1));
    const insert = sqlite.prepare('INSERT INTO provider_progress VALUES (?, ?, ?)');
    insert.run('https://a.example/', Buffer.alloc(70_000, 7), '{"lastHash":"H","sealedRevision":3}');
    insert.run("holdfast+folder:'", null, '{}');
    expect(migrate(sqlite, MIGRATIONS.slice(0, 2)).ok).toBe(true);
    const progress = providerProgressTable(sqlite);
    expect(progress.providerProgresses()).toEqual([
      { providerId: "holdfast+folder:'" },
      { providerId: 'https://a.example/', lastHash: 'H', sealedRevision: 3 },
    ]);
    expect(progress.sealedBlob('https://a.example/')).toEqual(new Uint8Array(70_000).fill(7));
    expect(progress.sealedBlob("holdfast+folder:'")).toBeUndefined();
  });

  test('3 to 4: a doubt is asked about once it is due, and one that a copy raised anew is not settled by an older look', () => {
    const sqlite = new Database(':memory:');
    migrate(sqlite, MIGRATIONS.slice(0, 3));
    expect(migrate(sqlite, MIGRATIONS.slice(0, 4)).ok).toBe(true);
    const doubts = doubtTable(sqlite);
    const coin = { kind: 'coin', id: 'A/0' } as const;
    doubts.noteDoubt(coin);
    const [first] = doubts.doubts(5);
    expect(first).toEqual({ ...coin, round: 1, asked: 0, nextAt: 0 });
    doubts.noteDoubt(coin);
    doubts.settleDoubt({ ...coin, round: 1 });
    expect(doubts.isDoubted(coin)).toBe(true);
    doubts.putDoubt({ ...coin, round: 2, asked: 1, nextAt: 9 });
    expect([doubts.hasDoubts(8), doubts.hasDoubts(9)]).toEqual([false, true]);
    doubts.settleDoubt({ ...coin, round: 2 });
    expect(doubts.doubts(9)).toEqual([]);
  });

  test('steps run once each, from wherever the database is, and all or none', () => {
    const sqlite = new Database(':memory:');
    const steps = ['CREATE TABLE t (a)', "INSERT INTO t VALUES ('two')"];
    migrate(sqlite, steps.slice(0, 1));
    migrate(sqlite, steps);
    expect(sqlite.prepare('SELECT a FROM t').all()).toEqual([{ a: 'two' }]);
    expect(() => migrate(sqlite, [...steps, "INSERT INTO t VALUES ('three')", 'nonsense'])).toThrow();
    expect(sqlite.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 1 });
    expect(sqlite.pragma('user_version', { simple: true })).toBe(2);
    expect(migrate(sqlite, [])).toEqual({ ok: false, error: { kind: 'newer-database', version: 2, known: 0 } });
  });
});

describe('a full disk', () => {
  test('while writing: StorageFull, nothing half-written, and the wallet goes on when there is room', () => {
    const path = newPath();
    const small = openStore({ db: mustOk(openDatabase({ path, key, maxPages: 60 }), 'open'), world });
    small.transaction((tx) => tx.put('coin', 'A/0', coinValue()));
    const before = contentToJson(small.snapshot());
    const write = () =>
      small.transaction((tx) => {
        tx.put('coin', 'A/0', coinValue({ status: 'spent' }));
        for (let index = 0; index < 1000; index++) tx.put('coin', `B/${index}`, coinValue());
      });
    expect(write).toThrow(StorageFull);
    expect([contentToJson(small.snapshot()), small.revision()]).toEqual([before, 1]);
    small.close();
    const store = openAt(path);
    expect(contentToJson(store.snapshot())).toBe(before);
    store.transaction((tx) => tx.put('coin', 'A/0', coinValue({ status: 'in-use' })));
    expect(store.coins({ status: 'in-use' }).length).toBe(1);
  });

  test('while creating: named, and a later attempt succeeds', () => {
    const path = newPath();
    expect(openDatabase({ path, key, maxPages: 3 })).toEqual({ ok: false, error: { kind: 'disk-full' } });
    expect(openAt(path).snapshot()).toEqual([]);
  });
});

test('two connections of one process see each other: the second knows the revision and the entries', () => {
  const path = newPath();
  const [main, worker] = [openAt(path), openAt(path)];
  main.transaction((tx) => tx.put('setting', 'x', { value: 1 }));
  expect([worker.revision(), worker.entry('setting', 'x')?.value.value, worker.deviceId()]).toEqual([
    1,
    1,
    main.deviceId(),
  ]);
  worker.transaction((tx) => tx.put('setting', 'x', { value: 2 }));
  expect([main.revision(), main.entry('setting', 'x')?.value.value]).toEqual([2, 2]);
});
