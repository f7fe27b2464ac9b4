// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Electron executable: of `ELECTRON_OVERRIDE_DIST_PATH` when that is set, else the one Electron's package has downloaded; undefined when there is none. */
export const findElectron = (top: string, environment: NodeJS.ProcessEnv): string | undefined => {
  const installed = join(top, 'node_modules', 'electron');
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  const named = join(installed, 'path.txt');
  const executable = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : (DEFAULT_NAME[process.platform] ?? 'electron');
  const path = override ? join(override, executable) : join(installed, 'dist', executable);
  return existsSync(path) ? path : undefined;
};

const DEFAULT_NAME: { readonly [platform: string]: string } = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
