// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MARKER_FILE } from './marker.ts';

/**
 * Whether a file of this name would lie in a folder that keeps copies, or anywhere below it: whoever finds a sheet there has the lock and
 * the key. A folder of another wallet counts, too.
 */
export const isBesideCopy = (file: string): boolean => {
  for (let at = dirname(resolve(file)); ; at = dirname(at)) {
    if (existsSync(join(at, MARKER_FILE))) return true;
    if (at === dirname(at)) return false;
  }
};
