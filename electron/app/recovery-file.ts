// SPDX-License-Identifier: GPL-3.0-or-later
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RECOVERY_FILE } from '../../shared/links.ts';

/** The longest sheet, with every place there may be on it, has less. */
const MOST_BYTES = 64 * 1024;
const LONGEST_PATH = 4096;

/**
 * The path of a recovery file that a word of a command line names, by itself or as a `file:` address, as desktops hand files over. A
 * relative one would be looked for where another program stands.
 */
const recoveryFile = (word: string): string | undefined => {
  if (word.length > LONGEST_PATH || !word.toLowerCase().endsWith(`.${RECOVERY_FILE}`)) return undefined;
  try {
    const path = word.startsWith('file:') ? fileURLToPath(word) : word;
    return isAbsolute(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The text of the recovery file that `word` names, null where it names none. Undefined where the file is no plain one, too long, no text, or
 * cannot be read. What it says is read by the page.
 */
export const readRecoveryFile = async (word: string): Promise<string | null | undefined> => {
  const path = recoveryFile(word);
  return path === undefined ? null : textOf(path);
};

const textOf = async (path: string): Promise<string | undefined> => {
  try {
    // A pipe that nobody writes to would never open otherwise.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = await file.stat().then((stat) => (stat.isFile() ? stat : { size: Infinity }));
      if (size === 0 || size > MOST_BYTES) return undefined;
      const bytes = Buffer.alloc(MOST_BYTES + 1);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      if (bytesRead > MOST_BYTES) return undefined;
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
};
