// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const TOP = join(import.meta.dirname, '../..');
export const DIST = join(TOP, 'dist');
export const SCREENSHOTS = join(import.meta.dirname, 'screenshots');
/** Pictures of what passes are for whoever asks for them: each takes a blink, and all of them half a minute. */
export const KEEPS_PICTURES = process.env['HOLDFAST_PICTURES'] !== undefined;

type PictureAsked = {
  readonly locale: string;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
};
/** What `npm run looks` wants to see of each page ("ar-EG/1280/dark,…"); then pictures are taken, and nothing else is looked at. */
export const ONLY_PICTURES = process.env['HOLDFAST_PICTURES_OF']?.split(',').map((asked): PictureAsked => {
  const [locale = 'en-GB', width, scheme] = asked.split('/');
  return { locale, width: Number(width), scheme: scheme === 'dark' ? 'dark' : 'light' };
});

const LOCKS = join(TOP, 'node_modules/.cache');
/** A build takes 3 s on two free cores; one that takes this long hangs. */
const BUILD_MS = 120_000;
/** Builds the app unless what is in dist/ is newer than every source. */
export const ensureBuilt = (): Promise<void> =>
  onlyOne('holdfast-build.lock', async () => {
    if (isFresh()) return;
    const vite = join(TOP, 'node_modules/vite/bin/vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: TOP,
      env: withoutVitest(),
      timeout: BUILD_MS,
    });
  });

/** Does what only one process may do at a time: test files run side by side, one does it, the others wait. */
export const onlyOne = async (name: string, act: () => Promise<void>): Promise<void> => {
  const lock = join(LOCKS, name);
  while (!claim(lock)) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    await act();
  } finally {
    rmSync(lock, { force: true });
  }
};

/** True when this process may go on. A lock whose process is gone (a killed run) is removed. */
const claim = (lock: string): boolean => {
  mkdirSync(LOCKS, { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  if (!isAlive(holder(lock))) rmSync(lock, { force: true });
  return false;
};

const holder = (lock: string): number => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return process.pid;
    throw error;
  }
};

/** A file that was just made may not have its number yet; that holder counts as alive. */
const isAlive = (pid: number): boolean => {
  if (!(pid > 0)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const isFresh = (): boolean => {
  const made = ['renderer/index.html', 'main.js', 'preload.cjs', 'worker.js'].map((name) => join(DIST, name));
  if (!made.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...made.map((file) => statSync(file).mtimeMs));
  const newest = Math.max(
    ...['renderer', 'shared', 'electron'].map(newestIn),
    statSync(join(TOP, 'vite.config.ts')).mtimeMs,
  );
  return newest < oldest;
};

/** When a file of this folder was written last. */
export const newestIn = (folder: string): number =>
  Math.max(
    ...readdirSync(join(TOP, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

/** vite.config.ts describes the tests when Vitest runs it; the child must see the app. */
const withoutVitest = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV'));
