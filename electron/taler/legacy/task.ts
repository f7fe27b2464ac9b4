// SPDX-License-Identifier: GPL-3.0-or-later
import type { Task } from '../../threads.ts';
import { err, type Result } from '../../../shared/result.ts';
import { parseJsonBytes } from '../bytes/json.ts';
import { openLegacySealed, parseLegacyContent, type LegacyContent, type LegacyFailure } from './backup.ts';

/** Bytes of GNU Taler's wallet: sealed where a key comes along, else its plain JSON. */
export type LegacyJob = { readonly bytes: Uint8Array; readonly blobKey?: Uint8Array };

/** Opens and reads a backup of that wallet beside this thread: megabytes of it may be read. */
export const legacyTask: Task<LegacyJob, Result<LegacyContent, LegacyFailure>> = {
  name: 'legacy',
  perform: ({ bytes, blobKey }) => {
    if (blobKey === undefined) {
      const value = parseJsonBytes(bytes);
      // A file that was cut somewhere begins like one and does not end like one.
      return value === undefined ? err({ kind: 'legacy-backup', why: 'not-json' }) : parseLegacyContent(value);
    }
    const opened = openLegacySealed(bytes, blobKey);
    return opened.ok ? parseLegacyContent(opened.value) : opened;
  },
};
