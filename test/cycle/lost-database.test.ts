// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { openVault, protections } from '../../electron/storage/directory/vault.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { lightly } from '../support/light.ts';
import { holdfast } from '../support/holdfast.ts';

// The key file is whole and what was in the database is gone from the disk: a copy that was cut short, a write-ahead log that was not
// copied along, a disk that came back with empty files. That is never a new wallet.

const base = mkdtempSync(join(tmpdir(), 'holdfast-lost-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const world = lightly({ ...testWorld(), http: () => Promise.reject(new TypeError('nothing may be fetched')) });
const unprotected = { type: 'unprotected' } as const;
const passphrase = { type: 'passphrase', passphrase: 'correct horse' } as const;
type Protection = typeof unprotected | typeof passphrase;

const openApp = (dataDirectory: string) => openWalletApp({ dataDirectory, world, loop: false });

/** A wallet with a place for copies and a sheet, and what it looked like before it had any. */
const made = async (protection: Protection) => {
  const data = mkdtempSync(join(base, 'wallet-'));
  const app = mustOk(await openApp(data), 'app');
  mustOk(await app.handle('app.create', { protection }), 'created');
  const young = mkdtempSync(join(base, 'young-'));
  cpSync(join(data, 'wallet.db'), join(young, 'wallet.db'));
  mustOk(await app.handle('provider.add', { target: mkdtempSync(join(base, 'stick-')) }), 'provider');
  mustOk(await app.handle('backup.setQuorum', { copies: 3 }), 'something in it');
  await expect.poll(() => mustOk(protections(data), 'key file')).toContain('root');
  const given = protection.type === 'passphrase' ? { passphrase: protection.passphrase } : {};
  const { text } = mustOk(await app.handle('sheet.reveal', given), 'sheet');
  await app.close();
  return { data, young, sheet: text };
};
type Made = Awaited<ReturnType<typeof made>>;

const files = (data: string): readonly (readonly [string, string])[] =>
  readdirSync(data)
    .filter((name) => name !== 'wallet.lock')
    .sort()
    .map((name) => [name, readFileSync(join(data, name)).toString('hex')]);

/** What SQLite has on the disk of a new database whose first transaction was only in the write-ahead log. */
const firstPage = async (data: string, also: string): Promise<void> => {
  const key = mustOk(await openVault(world, data, { kind: 'unprotected' }), 'key');
  rmSync(join(data, 'wallet.db'));
  const sqlite = new Database(join(data, 'wallet.db')) as Database.Database & { key: (key: Buffer) => void };
  sqlite.pragma("cipher = 'chacha20'");
  sqlite.key(Buffer.from(`raw:${bytesToHex(openSecret(key))}`));
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec(also);
  sqlite.close();
};

type Damage = readonly [name: string, kind: string, damage: (made: Made) => void | Promise<void>];
const SEEN_WITHOUT_KEY: readonly Damage[] = [
  ['no bytes at all', 'empty-database', ({ data }) => truncateSync(join(data, 'wallet.db'))],
  [
    'no bytes, and a write-ahead log that SQLite would delete with it',
    'empty-database',
    ({ data }) => {
      truncateSync(join(data, 'wallet.db'));
      writeFileSync(join(data, 'wallet.db-wal'), Buffer.alloc(8192, 7));
    },
  ],
  ['its first page of many', 'damaged-database', ({ data }) => truncateSync(join(data, 'wallet.db'), 4096)],
  ['half of its first page', 'wrong-key', ({ data }) => truncateSync(join(data, 'wallet.db'), 2048)],
  [
    'what it was before it had a sheet',
    'older-database',
    ({ data, young }) => cpSync(join(young, 'wallet.db'), join(data, 'wallet.db')),
  ],
];
const MADE_WITH_KEY: readonly Damage[] = [
  ['only the first page of a new one', 'empty-database', ({ data }) => firstPage(data, '')],
  ['a table that is none of ours', 'empty-database', ({ data }) => firstPage(data, 'CREATE TABLE t (a)')],
  ['a version and nothing else', 'empty-database', ({ data }) => firstPage(data, 'PRAGMA user_version = 3')],
];

const expectRefused = async (
  app: Awaited<ReturnType<typeof openApp>>,
  { sheet }: Made,
  protection: Protection,
  kind: string,
): Promise<void> => {
  const locked: WalletApp = mustOk(app, 'app');
  if (protection.type === 'unprotected') {
    expect(locked.state()).toMatchObject({ stage: 'locked', trouble: { kind } });
    expect(await locked.handle('app.tryAgain', {})).toMatchObject({ ok: false, error: { kind } });
    expect(await locked.handle('app.create', { protection })).toMatchObject({ ok: false });
    await locked.close();
    return;
  }
  expect(locked.state()).toMatchObject({ stage: 'locked', opensBySheet: true });
  expect(await locked.handle('app.unlock', { passphrase: protection.passphrase })).toMatchObject({
    ok: false,
    error: { kind },
  });
  // From then on the ways out are shown, and not the question for the passphrase.
  expect(locked.state()).toMatchObject({ stage: 'locked', opensBySheet: true, trouble: { kind } });
  const bySheet = { recoveryText: sheet, protection: { type: 'passphrase', passphrase: 'new' } } as const;
  expect(await locked.handle('app.unlockBySheet', bySheet)).toMatchObject({ ok: false, error: { kind } });
  expect(await locked.handle('app.create', { protection })).toMatchObject({ ok: false });
  await locked.close();
};

describe.each([
  [unprotected, [...SEEN_WITHOUT_KEY, ...MADE_WITH_KEY]],
  [passphrase, SEEN_WITHOUT_KEY],
] as const)('$type', (protection, damages) => {
  it.each(damages)(
    '%s: refused as %s, nothing is touched, and the file put back opens as before',
    async (_, kind, damage) => {
      const wallet = await made(protection);
      const { data } = wallet;
      const whole = readFileSync(join(data, 'wallet.db'));
      await damage(wallet);
      const before = files(data);
      await expectRefused(await openApp(data), wallet, protection, kind);
      expect(files(data)).toEqual(before);
      expect(mustOk(protections(data), 'key file')).toContain('root');

      rmSync(join(data, 'wallet.db-wal'), { force: true });
      writeFileSync(join(data, 'wallet.db'), whole);
      const again = mustOk(await openApp(data), 'app');
      if (protection.type === 'passphrase')
        mustOk(await again.handle('app.unlock', { passphrase: protection.passphrase }), 'unlocked');
      expect(mustOk(await again.handle('backup.status', {}), 'status').copiesWanted).toBe(3);
      await again.close();
    },
  );
});

describe('in the terminal', () => {
  const reading = ['status', 'balance', 'history', 'sheet', 'devices'];
  it.each([
    ['en', 'restore from your recovery sheet'],
    ['de', 'stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her'],
  ])('every command refuses, names the file and says how to restore (%s)', async (lang, way) => {
    const { data } = await made(unprotected);
    truncateSync(join(data, 'wallet.db'));
    const before = files(data);
    for (const command of reading) {
      const said = await holdfast(['--data', data, '--lang', lang, '--unprotected', command]);
      expect([said.code, said.out]).toEqual([1, '']);
      expect(said.err).toContain('wallet.db');
      expect(said.err).toContain(way);
    }
    expect(files(data)).toEqual(before);
  });

  it('no new wallet is made beside a write-ahead log whose database and key are gone', async () => {
    const data = mkdtempSync(join(base, 'log-'));
    writeFileSync(join(data, 'wallet.db'), '');
    writeFileSync(join(data, 'wallet.db-wal'), Buffer.alloc(8192, 7));
    const before = files(data);
    const said = await holdfast(['--data', data, '--unprotected', '--json', 'status']);
    expect([said.code, JSON.parse(said.err)]).toEqual([1, expect.objectContaining({ kind: 'orphan-database' })]);
    expect(files(data)).toEqual(before);
  });
});

describe('the wrap of the sheet leaves the key file', () => {
  const kinds = (data: string) => mustOk(protections(data), 'key file');

  it('when the wallet is left', async () => {
    const { data } = await made(unprotected);
    const app = mustOk(await openApp(data), 'app');
    expect(mustOk(await app.handle('backup.abandon', {}), 'left').state).toBe('abandoned');
    expect(kinds(data)).toEqual(['unprotected']);
    await app.close();
  });

  it('at the next start, where the process died when it had just been left', async () => {
    const { data } = await made(unprotected);
    const directory = mustOk(claimDirectory(data, world), 'claimed');
    const store = mustOk(await directory.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
    store.transaction((tx) => tx.local.setRootSecret(undefined));
    store.close();
    directory.release();
    expect(kinds(data)).toContain('root');
    for (let start = 0; start < 2; start += 1) {
      await mustOk(await openApp(data), 'app').close();
      expect(kinds(data)).toEqual(['unprotected']);
    }
  });

  it('not because the database knows no secret and nobody said that it was left', async () => {
    const { data } = await made(unprotected);
    const directory = mustOk(claimDirectory(data, world), 'claimed');
    const store = mustOk(await directory.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
    store.transaction((tx) => {
      tx.local.setRootSecret(undefined);
      tx.local.setMark('sheet-lock-void', undefined);
    });
    store.close();
    directory.release();
    await mustOk(await openApp(data), 'app').close();
    expect(kinds(data)).toContain('root');
  });
});
