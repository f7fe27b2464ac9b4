// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

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
