// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from './mutate-rooms.ts';

// `npm run mutate [-- ROOM …]`: changes one thing after the other in a room and looks whether the room's tests notice. The score is
// the share they noticed; what they did not is listed, and each of it is a missing test, a line without need, or a change that changes
// nothing. (stryker.config.json names no tsconfig, because TypeScript 7 cannot be asked about one.)

const TOP = join(import.meta.dirname, '..', '..');

const stryker = join(TOP, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const chosen = process.argv.slice(2);

for (const [name, { mutate, tests }] of Object.entries(ROOMS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n# ${name}`);
  const { status } = spawnSync(
    process.execPath,
    [stryker, 'run', 'stryker.config.json', '--mutate', mutate.join(',')],
    {
      cwd: TOP,
      stdio: 'inherit',
      env: { ...process.env, HOLDFAST_ONLY_TESTS: tests.join(' ') },
    },
  );
  if (status === 0) renameSync(join(TOP, 'reports', 'mutation.json'), join(TOP, 'reports', `mutation-${name}.json`));
  else process.exitCode = 1;
}
