// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// `npm run test:quick`: what one runs by hand before every commit, under two minutes: layers, laws, units, vectors, and each
// flow of money and backup once untouched and once struck. The gate, `npm test`, tries the whole.

const TOP = join(import.meta.dirname, '..', '..');
const QUICK = ['test/layers.test.ts', 'test/laws/', 'test/unit/', 'test/vectors/', 'test/quick/'];

const vitest = join(TOP, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', ...QUICK, '--exclude=test/laws/random-histories.test.ts', ...process.argv.slice(2)],
  { cwd: TOP, stdio: 'inherit', env: { ...process.env, HOLDFAST_QUICK: '1' } },
);
process.exitCode = status ?? 1;
