// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The directory that a person wrote behind `--data`, as one absolute path: `~` is their own directory also where no shell has said so
 * (`--data=~/w`), and blanks round it are none of its name unless it is there with them. Undefined where no directory is meant: nothing
 * but blanks, or another person's `~name`.
 */
export const dataPath = (written: string): string | undefined => {
  const trimmed = existsSync(written) ? written : written.trim();
  if (trimmed === '') return undefined;
  if (!trimmed.startsWith('~') || existsSync(trimmed)) return resolve(trimmed);
  const rest = /^~(?:[/\\](.*))?$/s.exec(trimmed);
  return rest === null ? undefined : resolve(join(homedir(), rest[1] ?? ''));
};

/** A folder as a person wrote it: `~` is their own directory also where no shell has said so (`--folder=~/stick`); all else stays as it is. */
export const homePath = (written: string): string =>
  written.startsWith('~') ? (dataPath(written) ?? written) : written;
