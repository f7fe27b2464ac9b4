// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdfast, type Finished } from '../support/holdfast.ts';

// Where the command line writes the recovery sheet: into an ordinary file of its own, and never in the place of something else.

let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-sheet-'));
  mkdirSync(join(root, 'stick'));
  expect(await run('provider', 'add', join(root, 'stick'), '--yes')).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...args: string[]): Promise<Finished> =>
  holdfast(['--data', join(root, 'w'), '--unprotected', '--lang', 'en', ...args]);

const places = {
  'a link to a file': (path: string) => {
    writeFileSync(`${path}.target`, 'mine');
    symlinkSync(`${path}.target`, path);
  },
  'a link that leads nowhere': (path: string) => symlinkSync(`${path}.nowhere`, path),
  'a pipe': (path: string) => execFileSync('mkfifo', [path]),
  'a link to a device, as standard output is one': (path: string) => symlinkSync('/dev/null', path),
  'a folder': (path: string) => mkdirSync(path),
};

for (const option of ['--pdf', '--html'])
  test.skipIf(process.platform === 'win32').each(Object.entries(places))(
    `${option} puts no file in the place of %s`,
    async (name, make) => {
      const path = join(root, `${option}-${name.replaceAll(/\W+/g, '-')}`);
      make(path);
      const before = lstatSync(path);
      const refused = await run('sheet', option, path);
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('no file is put in its place') });
      expect(lstatSync(path)).toMatchObject({ ino: before.ino, mode: before.mode, size: before.size });
      if (existsSync(`${path}.target`)) expect(readFileSync(`${path}.target`, 'utf8')).toBe('mine');
      expect(existsSync(`${path}.nowhere`)).toBe(false);
    },
  );

test.each(['--pdf', '--html'])(
  '%s puts nothing in the place of a file of the wallet, however it is called',
  async (option) => {
    const data = join(root, 'w');
    symlinkSync(data, join(root, `alias${option}`));
    const before = ['wallet.db', 'wallet-key.json'].map((name) => lstatSync(join(data, name)).ino);
    for (const path of [
      join(data, 'wallet.db'),
      join(data, 'wallet-key.json'),
      join(data, 'wallet.db-wal'),
      join(root, `alias${option}`, 'wallet.db'),
      join(data, '..', 'w', 'wallet.lock'),
      join(data, 'sheet'),
    ])
      expect(await run('sheet', option, path)).toMatchObject({
        code: 1,
        err: expect.stringContaining('files of the wallet'),
      });
    expect(['wallet.db', 'wallet-key.json'].map((name) => lstatSync(join(data, name)).ino)).toEqual(before);
    expect(await run('balance')).toMatchObject({ code: 0 });
  },
);

test('a name that no file can have is refused like one that cannot be written', async () => {
  const path = join(root, `${'a'.repeat(300)}.pdf`);
  expect(await run('sheet', '--pdf', path)).toMatchObject({ code: 1, err: expect.stringContaining('not be written') });
});

test('a file that is there is replaced, and only its owner may read the new one', async () => {
  const path = join(root, 'sheet.pdf');
  writeFileSync(path, 'old', { mode: 0o644 });
  expect(await run('sheet', '--pdf', path)).toMatchObject({ code: 0 });
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  if (process.platform !== 'win32') expect(lstatSync(path).mode & 0o777).toBe(0o600);
});
