// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { join } from 'node:path';

// `npm run check`: everything that can be said about the code without running the wallet.

const TOP = join(import.meta.dirname, '..', '..');
const BIN = join(TOP, 'node_modules', '.bin');

export type Check = { readonly name: string; readonly command: readonly [string, ...string[]] };

export const CHECKS: readonly Check[] = [
  // The compiler's own complaints are among these (`typeCheck`): to read all files for `tsc` too took half as long again.
  { name: 'types and lint', command: ['oxlint'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
];

const HOUSE: Check = {
  name: 'layers, style and size',
  command: ['vitest', 'run', 'test/layers.test.ts', 'test/unit/house-style.test.ts', 'test/unit/house-size.test.ts'],
};

/** Runs all checks at the same time, says of each what it said when it has ended, and returns the names of those that failed. */
export const runChecks = async (checks: readonly Check[]): Promise<readonly string[]> => {
  const passed = await Promise.all(checks.map(passes));
  return checks.flatMap(({ name }, at) => (passed[at] === true ? [] : [name]));
};

const passes = async ({ name, command: [tool, ...parts] }: Check): Promise<boolean> => {
  const { status, said } = await whole(tool, parts);
  console.log(`\n# ${name}: ${[tool, ...parts].join(' ')}\n${said}# ${name}: ${status === 0 ? 'ok' : 'FAILED'}`);
  return status === 0;
};

/** The exit code of a tool, null when it could not be started or was killed, and all it said on both streams. */
const whole = (
  tool: string,
  parts: readonly string[],
): Promise<{ readonly status: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(join(BIN, tool), parts, {
      cwd: TOP,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('error', (error) => resolve({ status: null, said: `${said}${String(error)}\n` }));
    child.on('close', (status) => resolve({ status, said }));
  });

if (import.meta.main) {
  const failed = await runChecks([...CHECKS, HOUSE]);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}. \`npm run format\` mends the format.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
