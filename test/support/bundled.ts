// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { newestIn, onlyOne } from '../window/built.ts';

const TOP = join(import.meta.dirname, '..', '..');
/** Below node_modules, where the native addon is found. */
const CACHE = join(TOP, 'node_modules', '.cache');

type Bundled = { readonly program: string; readonly remove: () => void };

/**
 * A program of this folder with all its sources in one file. A process that reads them one by one spends more than a second
 * of a core before it does anything, and hundreds are started.
 */
export const bundled = async (source: string): Promise<Bundled> => {
  mkdirSync(CACHE, { recursive: true });
  const outDir = mkdtempSync(join(CACHE, 'holdfast-bundled-'));
  const name = `${basename(source, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'warn',
    root: TOP,
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { external: ['better-sqlite3'], output: { entryFileNames: name } },
    },
  });
  return { program: join(outDir, name), remove: () => rmSync(outDir, { recursive: true, force: true }) };
};

const CLI = join(TOP, 'electron/cli.ts');
const BUNDLED_CLI = join(CACHE, 'holdfast-cli', 'cli.mjs');

/** The command line in one file, made anew only after a source has changed: tests that start it again and again start this one. */
export const bundledCli = async (): Promise<string> => {
  await onlyOne('holdfast-cli.lock', async () => {
    if (existsSync(BUNDLED_CLI) && statSync(BUNDLED_CLI).mtimeMs > Math.max(...['shared', 'electron'].map(newestIn)))
      return;
    const { program } = await bundled(CLI);
    rmSync(dirname(BUNDLED_CLI), { recursive: true, force: true });
    renameSync(dirname(program), dirname(BUNDLED_CLI));
  });
  return BUNDLED_CLI;
};
