// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DIST, ensureBuilt, onlyOne } from './built.ts';

const TOP = join(import.meta.dirname, '../..');
export const PACKING_MS = 280_000;
const OUT = join(TOP, 'node_modules/.cache/holdfast-packed');
/** What packed it, in a file that is written when all is done. */
const DONE = join(OUT, 'packed-by');

/**
 * Builds the app and packs it with this Electron, without the network, unless that is done already; gives the folder. On Linux the
 * program is `linux-unpacked/holdfast` below it. Several test files share it: nobody changes anything in it.
 */
export const ensurePacked = async (electron: string): Promise<string> => {
  await ensureBuilt();
  await onlyOne('holdfast-packed.lock', async () => {
    const by = existsSync(DONE) ? readFileSync(DONE, 'utf8') : '';
    const packedAt = by === electron ? statSync(DONE).mtimeMs : 0;
    const made = [join(DIST, 'main.js'), join(TOP, 'electron-builder.yml'), join(TOP, 'package.json'), electron];
    if (made.every((file) => statSync(file).mtimeMs < packedAt)) return;
    rmSync(OUT, { recursive: true, force: true });
    pack(electron);
    writeFileSync(DONE, electron);
  });
  return OUT;
};

type Listed = { readonly files?: Readonly<Record<string, Listed>>; readonly size?: number };

/** What lies in an archive, by its path there, with its size; what was taken out of it is named as well. */
export const packedFiles = (archive: string): ReadonlyMap<string, number> => {
  const bytes = readFileSync(archive);
  // Four numbers of four bytes, the last of which is how long the list is; then the list, as JSON.
  const head = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Listed;
  const found = new Map<string, number>();
  const look = ({ files = {} }: Listed, below: string): void => {
    for (const [name, each] of Object.entries(files)) {
      if (each.files === undefined) found.set(below + name, each.size ?? 0);
      else look(each, `${below}${name}/`);
    }
  };
  look(head, '');
  return found;
};

const pack = (electron: string): void => {
  const version = execFileSync(electron, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim();
  const how = [`electronDist=${dirname(electron)}`, `electronVersion=${version}`, `directories.output=${OUT}`];
  execFileSync(join(TOP, 'node_modules/.bin/electron-builder'), ['--dir', ...how.map((each) => `-c.${each}`)], {
    cwd: TOP,
    stdio: 'pipe',
  });
};
