// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { downloadElectron, explainDownload } from './download-electron.ts';
import { findElectron } from './find-electron.ts';

// `npm start`: builds what is out of date, fetches Electron the first time, opens the app. Arguments after `--` go to the app.

const TOP = join(import.meta.dirname, '..', '..');
const BUILT = join(TOP, 'dist', 'main.js');
const SOURCES = ['electron', 'renderer', 'shared', 'package-lock.json', 'vite.config.ts'];

const start = async (): Promise<number> => {
  const electron = await electronOrWhy();
  if (electron === undefined) return 1;
  if (isStale() && !build()) return 1;
  return open(electron);
};

/** The executable, downloaded the first time; undefined, with a line that says why, where it cannot be had. */
const electronOrWhy = async (): Promise<string | undefined> => {
  const installed = findElectron(TOP, process.env);
  if (installed !== undefined) return installed;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    console.error(`ELECTRON_OVERRIDE_DIST_PATH says ${override}, and Electron is not there.`);
    return undefined;
  }
  console.error('Downloading Electron (once)…');
  const fetched = await downloadElectron(TOP, process.env);
  if (fetched.ok) return fetched.value;
  const why = explainDownload(fetched.error, process.env);
  console.error(
    `Electron could not be downloaded: ${why}. \`npm run demo\` shows the same wallet at work without a window.`,
  );
  return undefined;
};

const newest = (path: string): number => {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const isStale = (): boolean => {
  if (!existsSync(BUILT)) return true;
  const builtAt = statSync(BUILT).mtimeMs;
  return SOURCES.some((path) => newest(join(TOP, path)) > builtAt);
};

const build = (): boolean => {
  const vite = join(TOP, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: TOP, stdio: 'inherit' });
  return status === 0;
};

/** Linux's window sandbox refuses root; a person never is root, a container often is. */
const asRoot = (): readonly string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const open = (electron: string): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(electron, [...asRoot(), TOP, ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(`Electron did not start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });

process.exitCode = await start();
