// SPDX-License-Identifier: GPL-3.0-or-later
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/result.ts';
import { systemCode } from '../storage/system-code.ts';

// Files that a person names behind an option: ordinary ones, and what a shell or another program gives by a pipe.

/** Why such a file gave nothing. */
export type Unread = 'absent' | 'directory' | 'too-long' | 'nobody-writes' | 'refused';

/** So long a pipe with a name waits for somebody who writes into it. */
export const NOBODY_MS = 10_000;
const LOOK_MS = 20;

/**
 * The bytes of a file of at most `limit` bytes, also from a pipe. A pipe with a name is opened without waiting, for an open that waits
 * ends only when somebody writes, and no key stroke ends it.
 */
export const readSome = (file: string, limit: number, nobodyMs = NOBODY_MS): Result<Uint8Array, Unread> => {
  try {
    const isPipe = isNamedPipe(file);
    const handle = openSync(file, isPipe ? constants.O_RDONLY | constants.O_NONBLOCK : constants.O_RDONLY);
    try {
      const found = fstatSync(handle);
      if (found.isDirectory()) return err('directory');
      if (found.isFile() && found.size > limit) return err('too-long');
      const bytes = readOn(handle, limit, isPipe ? nobodyMs : undefined);
      if (bytes === undefined) return err('nobody-writes');
      return bytes.length > limit ? err('too-long') : ok(bytes);
    } finally {
      closeSync(handle);
    }
  } catch (thrown) {
    const code = systemCode(thrown);
    return err(code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : code === 'EISDIR' ? 'directory' : 'refused');
  }
};

/** Up to one byte more than the limit; undefined where nobody wrote into a pipe in time. */
const readOn = (handle: number, limit: number, nobodyMs: number | undefined): Uint8Array | undefined => {
  const buffer = new Uint8Array(limit + 1);
  let size = 0;
  for (let waited = 0; ;) {
    const read = readNow(handle, buffer.subarray(size));
    if (read === undefined || (read === 0 && nobodyMs !== undefined && size === 0)) {
      // Whoever writes may take his time; nobody may not.
      if (read === 0 && waited >= (nobodyMs ?? 0)) return undefined;
      if (read === 0) waited += LOOK_MS;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
      continue;
    }
    size += read;
    if (read === 0 || size === buffer.length) return buffer.slice(0, size);
  }
};

/** What is there now; undefined while a writer has written nothing more. */
const readNow = (handle: number, into: Uint8Array): number | undefined => {
  try {
    return readSync(handle, into, 0, into.length, null);
  } catch (thrown) {
    if (systemCode(thrown) === 'EAGAIN') return undefined;
    throw thrown;
  }
};

/** One that lies in a folder; those of a shell (`<(…)`, `/dev/stdin`) have their writer already. */
const isNamedPipe = (file: string): boolean => {
  try {
    return lstatSync(realpathSync(file)).isFIFO();
  } catch {
    return false;
  }
};
