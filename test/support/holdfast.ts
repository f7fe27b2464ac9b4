// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

export type Finished = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the headless wallet as a process of its own, as a person would; `input` goes to its standard input. */
export const holdfast = (args: readonly string[], input = ''): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
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
