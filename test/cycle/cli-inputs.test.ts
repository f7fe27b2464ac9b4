// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataPath } from '../../electron/app/directory/data-path.ts';
import { readPassphraseFile } from '../../electron/headless/passphrase-file.ts';
import { words } from '../../shared/words/words.ts';
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
    ['"/tmp/w"', '/tmp/w'],
    ["'~/w'", join(homedir(), 'w')],
    ['/tmp/w\u200b', '/tmp/w'],
    ['\u202a/tmp/w\u202c', '/tmp/w'],
    ['file:///tmp/my%20w', '/tmp/my w'],
    ['file://elsewhere/tmp/w', undefined],
    ['https://example.org/w', undefined],
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

describe('a file behind an option', () => {
  const data = join(base, 'files');
  const one = ['--data', data, '--unprotected', '--json'];
  const kindOf = async (...words: string[]): Promise<unknown> => {
    const { err } = await holdfast([...one, ...words]);
    return err === '' ? '' : (JSON.parse(err) as { readonly kind: string }).kind;
  };
  const said = async (...words: string[]): Promise<string> =>
    (await holdfast(['--data', data, '--unprotected', ...words])).err;
  beforeAll(async () => {
    mkdirSync(join(base, 'copies'));
    expect((await holdfast([...one, 'provider', 'add', join(base, 'copies'), '--yes'])).code).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('behind ~ is in the person’s own directory', async () => {
    vi.stubEnv('HOME', base);
    try {
      for (const option of ['--pdf', '--html']) {
        expect(await kindOf('sheet', `${option}=~/sheet${option}`)).toBe('');
        expect(existsSync(join(base, `sheet${option}`))).toBe(true);
      }
      writeFileSync(join(base, 'typed'), (await holdfast(['--data', data, '--unprotected', 'sheet'])).out);
      for (const typed of ['~/typed', ' "~/typed" ']) expect(await kindOf('sheet', '--test', typed)).toBe('');
      expect(read('~/none')).toBe('unreadable-file');
      writeFileSync(join(base, 'secret'), 'geheim');
      expect(read('~/secret')).toBe('geheim');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('that cannot be read is named, with the reason', async () => {
    const long = file('x'.repeat(70_000));
    const reasons: (readonly [string, string])[] = [];
    for (const path of [join(base, 'none'), base, long]) reasons.push([path, await said('sheet', '--test', path)]);
    for (const [path, sentence] of reasons) expect(sentence).toContain(path);
    expect(new Set(reasons.map(([path, sentence]) => sentence.replace(path, ''))).size).toBe(3);
    for (const path of [join(base, 'none'), base]) {
      const passphrase = readPassphraseFile(path);
      expect(passphrase.ok ? '' : passphrase.error.say(words('en'))).toContain(path);
    }
  });

  it('that is a pipe of the shell is read, as a passphrase is', async () => {
    const text = (await holdfast(['--data', data, '--unprotected', 'sheet'])).out;
    writeFileSync(join(base, 'for-a-pipe'), text);
    const cli = join(import.meta.dirname, '../../electron/cli.ts');
    const command = `"${process.execPath}" "${cli}" --data "${data}" --unprotected --json sheet --test <(sleep 0.2; cat "${join(base, 'for-a-pipe')}")`;
    const answered = execFileSync('bash', ['-c', `${command}; true`], { stdio: ['ignore', 'pipe', 'ignore'] });
    expect(JSON.parse(String(answered))).toHaveProperty('sheetNumber');
  });

  it.each([
    [['backup', '--copies', '33'], '32'],
    [['backup', '--copies', 'two'], '32'],
    [['privacy', '--hours', '6h'], '168'],
    [['privacy', '--hours', '169'], '168'],
  ])('%j: a number beyond its bounds is refused with them', async (command, bound) => {
    expect(await said(...command)).toMatch(new RegExp(`${command[1]}.*\\b${bound}\\b`));
  });

  it.each([' KUDOS:5 ', '“KUDOS:5”', 'KUDOS:\u200b5', 'KUDOS:5\n', 'KUDOS:５'])(
    'a sum is told by what it says, not by what came along (%j)',
    async (sum) => expect(await kindOf('send', sum)).toBe('no-exchange-for-currency'),
  );
});

it('a wallet whose erasing was begun is erased by whoever looks, and no other one is made', async () => {
  const data = join(base, 'erased');
  const run = (...words: string[]) => holdfast(['--data', data, '--unprotected', '--json', ...words]);
  expect((await run('name', '--wallet', 'Gone')).code).toBe(0);
  writeFileSync(join(data, 'wallet.erasing'), '');
  expect(JSON.parse((await run('balance')).err)).toMatchObject({ kind: 'no-wallet' });
  expect(readdirSync(data).filter((name) => name !== 'wallet.lock')).toEqual([]);
});

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
