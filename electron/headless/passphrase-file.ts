// SPDX-License-Identifier: GPL-3.0-or-later
import { closeSync, constants, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PlainKey } from '../../shared/words/words.ts';
import { systemCode } from '../storage/system-code.ts';
import type { CommandFailure } from './command-result.ts';

/** A passphrase has at most 1024 characters of up to four bytes, a mark and an end of line. */
const MAX_BYTES = 4 * 1024 + 16;
/** So long a pipe with a name waits for somebody who writes into it. */
const NOBODY_MS = 10_000;
const LOOK_MS = 20;

/**
 * The passphrase in a file, or in what a pipe gives: UTF-8, without the mark some editors put before it and without line ends behind it.
 * Refused where the letters are not certain: another encoding would make one passphrase of many.
 */
export const readPassphraseFile = (file: string, nobodyMs = NOBODY_MS): Result<string, CommandFailure> => {
  const bytes = readSome(file, nobodyMs);
  if (bytes === undefined) return refused('unreadable-file', 'cli.passphrase.unreadable');
  if (bytes.length > MAX_BYTES) return refused('long-passphrase-file', 'cli.passphrase.longFile');
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0);
  const text = isUtf16 ? undefined : strictly(bytes);
  if (text === undefined)
    return refused('passphrase-file-encoding', isUtf16 ? 'cli.passphrase.utf16' : 'cli.passphrase.notUtf8');
  const passphrase = text.replace(/[\r\n]+$/, '');
  return passphrase.replace(INVISIBLE, '') === ''
    ? refused('empty-passphrase', 'cli.passphrase.emptyFile')
    : ok(passphrase);
};

/** Nobody means these to be a passphrase of their own. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/gu;

/** Undefined for what is no UTF-8; a mark at the beginning is left out. */
const strictly = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Up to one byte more than a passphrase can have, also from a pipe; undefined for what cannot be read. A pipe with a name is opened
 * without waiting, for an open that waits ends only when somebody writes, and no key stroke ends it.
 */
const readSome = (file: string, nobodyMs: number): Uint8Array | undefined => {
  try {
    const isPipe = isNamedPipe(file);
    const handle = openSync(file, isPipe ? constants.O_RDONLY | constants.O_NONBLOCK : constants.O_RDONLY);
    try {
      const buffer = new Uint8Array(MAX_BYTES + 1);
      let size = 0;
      for (let waited = 0; ;) {
        const read = readNow(handle, buffer.subarray(size));
        if (read === undefined || (read === 0 && isPipe && size === 0)) {
          // Whoever writes may take his time; nobody may not.
          if (read === 0 && waited >= nobodyMs) return undefined;
          if (read === 0) waited += LOOK_MS;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
          continue;
        }
        size += read;
        if (read === 0 || size === buffer.length) return buffer.slice(0, size);
      }
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
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

const refused = (kind: string, why: PlainKey): Result<never, CommandFailure> => err({ kind, say: ({ t }) => t(why) });
