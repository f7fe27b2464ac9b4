// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, startDavServer, USER, type DavServer } from '../support/dav-server.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';

// A WebDAV folder by the command line: the password comes from the terminal or standard input, and goes nowhere else.

const CLI = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

let root: string;
let directory: string;
let server: DavServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-dav-'));
  directory = join(root, 'cloud');
  mkdirSync(directory);
  server = await startDavServer(directory);
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const run = (name: string, args: readonly string[], input = ''): Promise<Finished> =>
  holdfast(['--data', join(root, name), '--unprotected', '--json', ...args], input);
const json = (finished: Finished): unknown => {
  expect(`${finished.out}${finished.err}`).not.toContain(PASSWORD);
  if (finished.code !== 0) throw new Error(`exit ${finished.code}: ${finished.err}`);
  return JSON.parse(finished.out);
};

describe('a WebDAV folder', () => {
  const sheet = (): string => join(root, 'sheet.txt');

  test('is added with the password from standard input; a wrong one or none is refused', async () => {
    const add = ['provider', 'add', server.address, '--user', USER, '--yes'];
    for (const input of ['wrong\n', '']) {
      const refused = await run('one', add, input);
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.err)).toMatchObject({ kind: 'password-refused' });
    }
    expect(json(await run('one', add, `${PASSWORD}\n`))).toMatchObject({
      kind: 'webdav',
      lastOutcome: 'stored',
      place: server.address,
    });
    expect(json(await run('one', ['backup']))).toMatchObject([{ outcome: 'unchanged' }]);
    const listed = (await run('one', ['provider', 'list'])).out;
    expect(listed).not.toMatch(new RegExp(`${USER}"|${PASSWORD}`));
    const { out } = await holdfast(['--data', join(root, 'one'), '--unprotected', 'sheet', '--text']);
    expect(out).toContain(`@${server.address}`);
    expect(out).toMatch(/# Provider 1 asks for a user name and a password: not on this sheet\./);
    writeFileSync(sheet(), out);
  });

  test('a password is no argument', async () => {
    const refused = await run('one', ['provider', 'add', server.address, '--user', USER, '--password', 'x', '--yes']);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/--password is not an option/);
    const inAddress = await run('one', ['provider', 'add', server.address.replace('//', '//ada:hunter2@'), '--yes']);
    expect(JSON.parse(inAddress.err)).toMatchObject({ kind: 'password-in-address' });
    expect(inAddress.err).not.toContain('hunter2');
  });

  test('is restored: the answers follow on standard input, a line each, also behind the sheet itself', async () => {
    const silent = await run('two', ['restore', '--sheet', sheet()]);
    expect(JSON.parse(silent.err)).toMatchObject({
      kind: 'nothing-restored',
      sentence: expect.stringMatching(/user name and password/),
    });
    expect(json(await run('two', ['restore', '--sheet', sheet()], `${USER}\n${PASSWORD}\n`))).toMatchObject({
      sources: [{ answer: 'found' }],
    });
    expect(
      json(await run('three', ['restore', '-', '--user', USER], `${readFileSync(sheet(), 'utf8')}${PASSWORD}\n`)),
    ).toMatchObject({
      sources: [{ answer: 'found' }],
    });
    expect(json(await run('three', ['backup']))).toMatchObject([
      { outcome: expect.stringMatching(/stored|unchanged/) },
    ]);
  });

  test.skipIf(!hasTerminal)(
    `asks at a terminal and shows no password${hasTerminal ? '' : ' (skipped: no script of util-linux)'}`,
    async () => {
      const typed = [USER, PASSWORD];
      const command = `'${process.execPath}' '${CLI}' --data '${join(root, 'four')}' --unprotected --lang en provider add '${server.address}' --yes`;
      const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null']);
      let seen = '';
      let answered = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        seen += chunk.toString();
        const questions = seen.match(/: (User name there|App password): /g)?.length ?? 0;
        for (; answered < questions; answered += 1) child.stdin.write(`${typed[answered] ?? ''}\r`);
      });
      const code = await new Promise((done) => child.once('close', done));
      expect(seen).toContain('stored');
      expect(seen).not.toContain(PASSWORD);
      expect(code).toBe(0);
    },
  );
});
