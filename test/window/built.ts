// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');
export const SCREENSHOTS = join(import.meta.dirname, 'screenshots');

const LOCK = join(ROOT, 'node_modules/.holdfast-build');
/** A build takes about 3 s here; a lock older than this was left by a killed run. */
const STALE_MS = 90_000;

export type Part = 'window' | 'app';

/** Builds the app, or its window alone, unless what is in dist/ is newer than every source. Test files run side by side: one builds, the others wait. */
export const ensureBuilt = async (part: Part): Promise<void> => {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (since !== 0 && Date.now() - since > STALE_MS) rmdirSync(LOCK);
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    if (!isFresh(part)) await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: ROOT, env: { ...withoutVitest(), HOLDFAST_BUILD: part } });
  } finally {
    rmdirSync(LOCK);
  }
};

const MADE = { window: ['renderer/index.html'], app: ['renderer/index.html', 'main.js', 'preload.cjs', 'worker.js'] };
const SOURCES = { window: ['renderer', 'shared'], app: ['renderer', 'shared', 'electron'] };

const isFresh = (part: Part): boolean => {
  const made = MADE[part].map((name) => join(DIST, name));
  if (!made.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...made.map((file) => statSync(file).mtimeMs));
  return SOURCES[part].every((folder) => newestIn(folder) < oldest) && statSync(join(ROOT, 'vite.config.ts')).mtimeMs < oldest;
};

const newestIn = (folder: string): number =>
  Math.max(...readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));

/** vite.config.ts describes the tests when Vitest runs it; the child must see the app. */
const withoutVitest = (): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV'));
