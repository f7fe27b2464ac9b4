// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TOP } from '../support/imports.ts';

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

test('THIRD-PARTY.md is what `npm run notices` makes of the packages that are installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-notices-'));
  try {
    const output = join(folder, 'notices');
    const tool = join(TOP, 'node_modules', 'generate-license-file', 'bin', 'generate-license-file');
    const made = spawnSync(process.execPath, [tool, '--output', output], { cwd: TOP, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    const isStale = read(output) !== read(TOP, 'THIRD-PARTY.md');
    expect(isStale ? 'stale: run `npm run notices` and commit' : 'current').toBe('current');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('it names every package that runs in the app, and is shipped with it', () => {
  const named = new Set([...read(TOP, 'THIRD-PARTY.md').matchAll(/^ - (\S+)@[\d.]+/gm)].map(([, name]) => name));
  const { dependencies } = JSON.parse(read(TOP, 'package.json')) as { dependencies: Record<string, string> };
  const wanted = Object.entries(dependencies).map(([name, version]) => /^npm:(.+)@/.exec(version)?.[1] ?? name);
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
  expect(read(TOP, 'electron-builder.yml')).toContain('\n  - THIRD-PARTY.md\n');
});
