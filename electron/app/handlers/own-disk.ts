// SPDX-License-Identifier: GPL-3.0-or-later
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';

/**
 * How a folder lies to the wallet's own: inside it, where a copy goes with the wallet, or on the same disk, where it does so unless
 * another program carries it away. Undefined for another disk, and for what is no folder.
 */
export const nearOwn = async (own: string, target: string): Promise<'inside' | 'same-disk' | undefined> => {
  if (!isAbsolute(target)) return undefined;
  try {
    const [here, there] = [await realpath(own), await realpath(target)];
    const way = relative(here, there);
    if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) return 'inside';
    return (await stat(here)).dev === (await stat(there)).dev ? 'same-disk' : undefined;
  } catch {
    // What is not there, or cannot be looked at, is told by whoever opens it.
    return undefined;
  }
};
