// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { main } from '../../electron/cli.ts';
import { realWorld } from '../../electron/world.ts';
import type { Clock } from './clock.ts';
import { economyHttp } from './economy.ts';
import { lightly } from './light.ts';
import { bundledCli } from './bundled.ts';

const CLI = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

export type Finished = { readonly code: number; readonly out: string; readonly err: string };

/** The command did what it says; with 3 it also says that the wallet is not safe. */
export const isDone = ({ code }: Finished): boolean => code === 0 || code === 3;

/**
 * Calls the command line as a person would; `input` comes from its standard input, and `clock` may be one that tests move. A passphrase
 * is tried in no time: what it locks no process of its own opens.
 */
export const holdfast = async (args: readonly string[], input = '', clock?: Clock): Promise<Finished> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);
  const stdin = Readable.from(input === '' ? [] : [input]);
  const code = await main(args, { stdin, stdout, stderr }, lightly({ ...realWorld(), http: economyHttp, ...clock }));
  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { code, out, err };
};

/** The same as a process of its own: what only a process has is its exit code, its streams and its end. */
export const holdfastProcess = async (args: readonly string[], input = ''): Promise<Finished> =>
  started(await bundledCli(), args, input);

/** That from the sources, as a person starts it. */
export const holdfastFromSources = (args: readonly string[], input = ''): Promise<Finished> =>
  started(CLI, args, input);

const started = (program: string, args: readonly string[], input: string): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // The language and zone of whoever runs the tests must not decide them.
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
    child.stdin.end(input);
  });
