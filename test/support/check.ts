// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// `npm run check`: everything that can be said about the code without running the wallet.

const TOP = join(import.meta.dirname, '..', '..');
const BIN = join(TOP, 'node_modules', '.bin');

export type Check = { readonly name: string; readonly command: readonly [string, ...string[]] };

export const CHECKS: readonly Check[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
];

const HOUSE: Check = {
  name: 'layers, style and size',
  command: ['vitest', 'run', 'test/layers.test.ts', 'test/unit/house-style.test.ts', 'test/unit/house-size.test.ts'],
};

/** Runs every check, also after one has failed, and returns the names of those that failed. */
export const runChecks = (checks: readonly Check[]): readonly string[] =>
  checks.filter((check) => !passes(check)).map((check) => check.name);

const passes = ({ name, command: [tool, ...parts] }: Check): boolean => {
  console.log(`\n# ${name}: ${[tool, ...parts].join(' ')}`);
  const { status, error } = spawnSync(join(BIN, tool), parts, {
    cwd: TOP,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.log(String(error));
  console.log(status === 0 ? `# ${name}: ok` : `# ${name}: FAILED`);
  return status === 0;
};

if (import.meta.main) {
  const failed = runChecks([...CHECKS, HOUSE]);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}. \`npm run format\` mends the format.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
