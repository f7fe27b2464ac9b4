// SPDX-License-Identifier: GPL-3.0-or-later
import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { compareText } from '../state/join.ts';

/** A stick or drive that somebody plugged in. */
export type Stick = { readonly directory: string; readonly name: string };

/** Where a system puts what is plugged in; elsewhere, and on systems that have no such place, nothing is looked for. */
const parentsHere = (): readonly string[] => {
  if (process.platform === 'darwin') return ['/Volumes'];
  if (process.platform !== 'linux') return [];
  const { username } = userInfo();
  return [`/run/media/${username}`, `/media/${username}`];
};

/** Nobody has more plugged in at once; what is behind them is chosen by hand. */
const MOST = 8;

/** Sticks that can be written to and are no part of the disk the wallet lies on; what cannot be looked at is none. */
export const sticksBeside = async (
  own: string,
  parents: readonly string[] = parentsHere(),
  deviceOf: (path: string) => Promise<number> = async (path) => (await stat(path)).dev,
): Promise<readonly Stick[]> => {
  const found: Stick[] = [];
  for (const parent of parents) {
    const names = await readdir(parent).catch(() => []);
    for (const name of names.toSorted(compareText)) {
      const directory = join(parent, name);
      if (found.length < MOST && (await isStick(directory, [own, parent], deviceOf)))
        found.push({ directory, name: basename(directory) });
    }
  }
  return found;
};

const isStick = async (
  directory: string,
  others: readonly string[],
  deviceOf: (path: string) => Promise<number>,
): Promise<boolean> => {
  try {
    if (!(await stat(directory)).isDirectory()) return false;
    await access(directory, constants.W_OK);
    const [device, ...devices] = await Promise.all([directory, ...others].map(deviceOf));
    return device !== undefined && !devices.includes(device);
  } catch {
    return false;
  }
};
