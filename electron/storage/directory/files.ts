// SPDX-License-Identifier: GPL-3.0-or-later
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a small file whole or not at all, also across a power cut: write aside, fsync, rename, fsync the directory. Its
 * owner alone may read it, also where others could read the old one. Throws file system errors.
 */
export const writeFileAtomically = (path: string, bytes: Uint8Array): void => {
  const aside = `${path}.new`;
  try {
    // A mode given to an open counts for new files only.
    rmSync(aside, { force: true });
    const file = openSync(aside, 'wx', 0o600);
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (thrown) {
    rmSync(aside, { force: true });
    throw thrown;
  }
  syncDirectory(dirname(path));
};

/** The text of a file, or undefined when there is none. Throws other file system errors. */
export const readTextIfThere = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

/** A rename or removal is on the disk only when its directory is; Windows cannot open directories and does not need it. */
export const syncDirectory = (path: string): void => {
  if (process.platform === 'win32') return;
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
};
