// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process';
import { bundledCli } from './bundled.ts';

/** util-linux' own way of giving a program a terminal; BSD's takes other arguments. */
export const hasTerminal =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

/** Runs a command at a terminal of its own, in English; types the next line each time a question is asked, which ends in `asks`. */
export const atTerminal = async (
  args: readonly string[],
  typed: readonly string[],
  asks = /: /g,
): Promise<{ readonly seen: string; readonly code: number }> => {
  const program = await bundledCli();
  return new Promise((resolve, reject) => {
    const command = [process.execPath, program, ...args].map((word) => `'${word}'`).join(' ');
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      env: { ...process.env, LC_ALL: 'C' },
    });
    const left = [...typed];
    let seen = '';
    let asked = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      for (const questions = seen.match(asks)?.length ?? 0; asked < questions && left.length > 0; asked++)
        child.stdin.write(`${left.shift()}\r`);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ seen, code: code ?? -1 }));
  });
};
