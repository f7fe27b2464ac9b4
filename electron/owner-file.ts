// SPDX-License-Identifier: GPL-3.0-or-later
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file that its owner alone may read (a recovery sheet opens the wallet), also in place of one that others could. Throws file system errors. */
export const writeForOwner = (file: string, bytes: string | Uint8Array): void => {
  // A mode given to an open counts for new files only, and whoever holds the old one open would read on in it.
  const aside = `${file}.new`;
  try {
    rmSync(aside, { force: true });
    writeFileSync(aside, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(aside, file);
  } catch (thrown) {
    rmSync(aside, { force: true });
    throw thrown;
  }
};
