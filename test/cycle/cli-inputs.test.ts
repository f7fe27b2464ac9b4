// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { dataPath } from '../../electron/app/directory/data-path.ts';
import { readPassphraseFile } from '../../electron/headless/passphrase-file.ts';
import { holdfast } from '../support/holdfast.ts';

// What people write behind a command: files with a passphrase, directories, and commands that only look.

const CASES = join(import.meta.dirname, '../unit/passphrase-file');
const base = mkdtempSync(join(tmpdir(), 'holdfast-inputs-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let made = 0;
const file = (bytes: Uint8Array | string): string => {
  const path = join(base, `passphrase-${(made += 1)}`);
  writeFileSync(path, bytes);
  return path;
};
const read = (path: string): string => {
  const passphrase = readPassphraseFile(path);
  return passphrase.ok ? passphrase.value : passphrase.error.kind;
};

describe('a passphrase file', () => {
  it.each([
    ['utf8-bom', 'geheim'],
    ['only-bom', 'empty-passphrase'],
    ['latin1-a', 'passphrase-file-encoding'],
    ['latin1-o', 'passphrase-file-encoding'],
  ])('%s: %s', (name, expected) => expect(read(join(CASES, name))).toBe(expected));

  it.each<readonly [string, Uint8Array | string, string]>([
    ['no end of line', 'geheim ä', 'geheim ä'],
    ['an end of line', 'geheim ä\n', 'geheim ä'],
    ['one of Windows', 'geheim\r\n', 'geheim'],
    ['one of an old Mac', 'geheim\r', 'geheim'],
    ['several', 'geheim\n\r\n\n', 'geheim'],
    ['blanks, which are part of it', ' ge heim \n', ' ge heim '],
    ['a mark in the middle, which is part of it', 'ge\uFEFFheim', 'ge\uFEFFheim'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFgeheim\r\n', 'utf16le'), 'passphrase-file-encoding'],
    ['UTF-16, big first', Buffer.from('\uFEFFgeheim\r\n', 'utf16le').swap16(), 'passphrase-file-encoding'],
    ['UTF-16 without a mark', Buffer.from('geheim', 'utf16le'), 'passphrase-file-encoding'],
    ['a letter that was cut off', Buffer.from('geheim ä').subarray(0, 8), 'passphrase-file-encoding'],
    ['nothing', '', 'empty-passphrase'],
    ['ends of lines only', '\n\r\n', 'empty-passphrase'],
    ['blanks only', '  \t \n', 'empty-passphrase'],
    ['what nobody sees', '\uFEFF\u200B\u2060\n', 'empty-passphrase'],
    ['a whole book', 'a'.repeat(5000), 'long-passphrase-file'],
  ])('with %s', (_, bytes, expected) => expect(read(file(bytes))).toBe(expected));

  it('that never ends, and none at all', () => {
    expect(read('/dev/zero')).toBe('long-passphrase-file');
    expect(read(join(base, 'none'))).toBe('unreadable-file');
  });

  it('that is a pipe waits for its writer, and not for ever for nobody', async () => {
    const pipe = join(base, 'pipe');
    execFileSync('/usr/bin/env', ['mkfifo', pipe]);
    const refused = readPassphraseFile(pipe, 0);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'unreadable-file' } });
    const writer = spawn('/bin/sh', ['-c', `printf 'geh' > "${pipe}"`], { stdio: 'ignore' });
    const ended = new Promise((resolve) => void writer.once('close', resolve));
    expect(read(pipe)).toBe('geh');
    await ended;
  });

  it('that a shell gives by a pipe of its own', () => {
    const program = join(import.meta.dirname, '../../electron/headless/passphrase-file.ts');
    const script = `import(${JSON.stringify(program)}).then((it) => console.log(it.readPassphraseFile('/dev/stdin').value))`;
    const shell = `{ printf ge; printf 'heim\\n'; } | "${process.execPath}" -e '${script.replaceAll("'", `'"'"'`)}'`;
    expect(String(execFileSync('/bin/sh', ['-c', shell], { stdio: ['ignore', 'pipe', 'ignore'] }))).toBe('geheim\n');
  });

  it('with one letter does not open what another one locked', async () => {
    const data = join(base, 'locked');
    const run = (name: string, ...args: string[]) =>
      holdfast(['--data', data, '--passphrase-file', join(CASES, name), '--json', ...args]);
    const refused = await run('latin1-a', 'name', '--wallet', 'W');
    expect([refused.code, JSON.parse(refused.err)]).toMatchObject([1, { kind: 'passphrase-file-encoding' }]);
    expect(existsSync(join(data, 'wallet-key.json'))).toBe(false);
    expect((await run('utf8-bom', 'name', '--wallet', 'W')).code).toBe(0);
    expect((await holdfast(['--data', data, '--passphrase-file', file('geheim'), 'name'])).code).toBe(0);
  });
});

describe('--data', () => {
  it.each([
    ['~', homedir()],
    ['~/w', join(homedir(), 'w')],
    ['~/a/../w/', join(homedir(), 'w')],
    ['w', resolve('w')],
    ['w/', resolve('w')],
    ['  /tmp/w  ', '/tmp/w'],
    [' ~/w\n', join(homedir(), 'w')],
    ['', undefined],
    ['  ', undefined],
    ['~other/w', undefined],
  ])('%j is %s', (written, expected) => expect(dataPath(written)).toBe(expected));

  it('a directory that is called so is meant, blanks and all', () => {
    const odd = join(base, 'with a blank ');
    mkdirSync(odd);
    expect(dataPath(odd)).toBe(odd);
  });

  it('is taken once: a relative one and one with a slash are the same wallet, and nothing is called “~”', async () => {
    const data = join(base, 'once');
    const run = (written: string, ...args: string[]) =>
      holdfast([`--data=${written}`, '--unprotected', '--json', ...args]);
    expect((await run(`${data}/`, 'name', '--wallet', 'One')).code).toBe(0);
    expect(JSON.parse((await run(relative(process.cwd(), data), 'name')).out)).toMatchObject({ wallet: 'One' });
    for (const written of ['', ' ', '~nobody/w']) expect((await run(written, 'name', '--wallet', 'Two')).code).toBe(2);
    expect(existsSync('~nobody')).toBe(false);
  });
});

it.skipIf(process.platform === 'win32')(
  'a folder behind ~ is in the person’s own directory, where no shell has said so',
  async () => {
    vi.stubEnv('HOME', base);
    try {
      mkdirSync(join(base, 'stick'));
      const one = ['--data', join(base, 'tilde'), '--unprotected'];
      expect(await holdfast([...one, 'provider', 'add', '~/stick', '--yes'])).toMatchObject({ code: 0 });
      expect(readdirSync(join(base, 'stick')).length).toBeGreaterThan(1);
      const sheet = join(base, 'tilde.txt');
      writeFileSync(sheet, (await holdfast([...one, 'sheet'])).out);
      const back = ['--data', join(base, 'tilde-back'), '--unprotected', '--json', 'restore', '--sheet', sheet];
      const restored = await holdfast([...back, '--folder=~/stick']);
      expect(JSON.parse(restored.out)).toMatchObject({ sources: [{ answer: 'found' }] });
    } finally {
      vi.unstubAllEnvs();
    }
  },
);

describe('where there is no wallet', () => {
  const LOOKING = [
    ['status'],
    ['balance'],
    ['history'],
    ['exchange', 'list'],
    ['provider', 'list'],
    ['provider', 'remove', 'https://sync.example/'],
    ['backup'],
    ['backup', '--provider', 'https://sync.example/'],
    ['sheet'],
    ['sheet', '--text'],
    ['sheet', '--test', '-'],
    ['unlock', '-'],
    ['devices'],
    ['name'],
    ['takeover', 'here'],
    ['run'],
    ['run', '--until-done'],
    ['pay', 'taler://pay/shop.example/1/'],
    ['send', 'KUDOS:1'],
    ['deposit', 'KUDOS:1', '--to', 'payto://iban/X'],
    ['refund', 'taler://refund/shop.example/1/'],
    ['abort', 'X'],
    ['agree', 'X'],
    ['without-backup', 'X'],
    ['empty'],
    ['abandon'],
  ];
  it.each(LOOKING.map((words) => [words.join(' '), words] as const))('%s makes none, and says so', async (_, words) => {
    const data = join(base, 'nowhere', 'w');
    for (const lock of [['--unprotected'], ['--passphrase-file', file('geheim')]]) {
      const said = await holdfast(['--data', data, ...lock, '--json', '--yes', ...words]);
      expect([said.code, said.out, JSON.parse(said.err)]).toMatchObject([1, '', { kind: 'no-wallet' }]);
      expect(existsSync(join(base, 'nowhere'))).toBe(false);
    }
  });

  it.each(['en', 'de'])('the sentence names the directory (%s)', async (lang) => {
    const said = await holdfast(['--data', join(base, 'nowhere'), '--lang', lang, 'status']);
    expect(said.err).toContain(join(base, 'nowhere'));
  });

  it('an empty directory stays empty', async () => {
    const data = mkdtempSync(join(base, 'empty-'));
    expect((await holdfast(['--data', data, '--unprotected', 'status'])).code).toBe(1);
    expect(readdirSync(data)).toEqual([]);
  });
});
