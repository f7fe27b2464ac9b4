// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isAnythingHere } from '../../electron/app/directory/new-database.ts';
import { fileLog } from '../../electron/app/file-log.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { lockDirectory } from '../../electron/storage/directory/lock.ts';

// A pipe that nobody writes into never begins, and a device never ends: where a file of the wallet is to be, neither is opened.

const base = mkdtempSync(join(tmpdir(), 'holdfast-ordinary-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const mkfifo = (path: string): void => void execFileSync('/usr/bin/env', ['mkfifo', path]);

const STRANGE: readonly (readonly [string, (path: string) => Promise<void> | void])[] = [
  ['a pipe', mkfifo],
  [
    'a link to a pipe',
    (path) => {
      mkfifo(`${path}.pipe`);
      symlinkSync(`${path}.pipe`, path);
    },
  ],
  ['a device', (path) => symlinkSync('/dev/zero', path)],
  ['a device with nothing in it', (path) => symlinkSync('/dev/null', path)],
  ['a folder', (path) => void execFileSync('/usr/bin/env', ['mkdir', path])],
  [
    'a socket',
    async (path) => {
      const server = createServer();
      await new Promise<void>((resolve) => void server.listen(path, resolve));
      server.unref();
    },
  ],
];

describe.each(STRANGE)('where the database is to be lies %s', (_, make) => {
  it('it is not opened, not replaced, and no place for a new wallet', async () => {
    const directory = mkdtempSync(join(base, 'd-'));
    const path = join(directory, 'wallet.db');
    await make(path);
    const before = lstatSync(path).ino;
    for (const more of [{}, { holds: 'wallet' }] as const)
      expect(openDatabase({ path, ...more })).toEqual({ ok: false, error: { kind: 'cannot-open', why: 'not-a-file' } });
    expect(isAnythingHere(directory)).toBe(true);
    expect(lstatSync(path).ino).toBe(before);
  });
  it('nor is it where SQLite keeps what belongs to a database', async () => {
    for (const end of ['-wal', '-shm', '-journal']) {
      const path = join(mkdtempSync(join(base, 's-')), 'wallet.db');
      const made = openDatabase({ path });
      if (made.ok) made.value.sqlite.close();
      await make(`${path}${end}`);
      // In a process of its own: nothing here could end a waiting that has begun.
      const program = JSON.stringify(new URL('../../electron/storage/database.ts', import.meta.url));
      const script = `import(${program}).then((it) => console.log(JSON.stringify(it.openDatabase({ path: ${JSON.stringify(path)} }))))`;
      const said = execFileSync(process.execPath, ['-e', script], {
        timeout: 30_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(JSON.parse(String(said))).toEqual({ ok: false, error: { kind: 'cannot-open', why: 'not-a-file' } });
    }
  });
  it('a lock or a log of that kind is not waited for', async () => {
    const directory = mkdtempSync(join(base, 'l-'));
    await make(join(directory, 'wallet.lock'));
    expect(lockDirectory(directory)).toMatchObject({ ok: false, error: { kind: 'cannot-open' } });
    await make(join(directory, 'holdfast.log'));
    fileLog(directory, () => 0)({ event: 'thread-works', task: 'x' });
  });
});

it('a link to an ordinary file is that file', () => {
  const directory = mkdtempSync(join(base, 'ok-'));
  writeFileSync(join(directory, 'there'), '');
  symlinkSync(join(directory, 'there'), join(directory, 'wallet.db'));
  const opened = openDatabase({ path: join(directory, 'wallet.db') });
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.value.sqlite.close();
});
