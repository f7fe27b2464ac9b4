// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';

// `npm run mutate [-- ROOM …]`: changes one thing after the other in a room and looks whether the room's tests notice. The
// score is the share they noticed (stryker.config.json names no tsconfig, because TypeScript 7 cannot be asked about one); what they did not is listed, and each of it is a missing test or a line without need.

const TOP = join(import.meta.dirname, '..', '..');

type Room = { readonly mutate: readonly string[]; readonly tests: readonly string[] };

const ROOMS: { readonly [name: string]: Room } = {
  amount: {
    mutate: ['shared/amount.ts'],
    tests: ['test/unit/shared-amount.test.ts', 'test/vectors/amounts.test.ts'],
  },
  state: {
    mutate: ['clock', 'merge', 'standing'].map((name) => `electron/state/${name}.ts`),
    tests: ['test/unit/state-{clock,merge,standing}.test.ts', 'test/laws/{kinds,merge}.test.ts'],
  },
  entries: {
    mutate: ['entry', 'content'].map((name) => `electron/state/${name}.ts`),
    tests: ['test/unit/state-content.test.ts', 'test/unit/format-page.test.ts', 'test/laws/{entries,kinds}.test.ts'],
  },
  joins: {
    mutate: ['join', 'register', 'rules', 'tombstone'].map((name) => `electron/state/${name}.ts`),
    tests: ['test/laws/{entries,joins,kinds,merge}.test.ts'],
  },
  coins: {
    mutate: ['cheapest', 'selection', 'spendable', 'lifetime'].map((name) => `electron/wallet/coins/${name}.ts`),
    tests: ['selection', 'fallback', 'lifetime'].map((name) => `test/unit/wallet-${name}.test.ts`),
  },
  codex32: {
    mutate: ['electron/backup/paper/codex32/*.ts'],
    tests: ['test/unit/backup-codex32.test.ts'],
  },
  paper: {
    mutate: ['text', 'parse', 'address'].map((name) => `electron/backup/paper/${name}.ts`),
    tests: ['test/unit/backup-recovery.test.ts', 'test/unit/sheet-as-pasted.test.ts'],
  },
  blob: {
    mutate: ['blob', 'pack', 'head'].map((name) => `electron/backup/copies/${name}.ts`),
    tests: ['blob', 'schedule', 'outgoing-content', 'folder-hostile'].map((name) => `test/unit/backup-${name}.test.ts`),
  },
};

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
