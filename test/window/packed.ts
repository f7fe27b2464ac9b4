// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const TOP = join(import.meta.dirname, '../..');
export const PACKING_MS = 280_000;

/** Packs what is built with this Electron, without the network; on Linux the program is `linux-unpacked/holdfast` below `out`. */
export const pack = (electron: string, out: string): void => {
  const version = execFileSync(electron, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim();
  const how = [`electronDist=${dirname(electron)}`, `electronVersion=${version}`, `directories.output=${out}`];
  execFileSync(join(TOP, 'node_modules/.bin/electron-builder'), ['--dir', ...how.map((each) => `-c.${each}`)], {
    cwd: TOP,
    stdio: 'pipe',
  });
};
