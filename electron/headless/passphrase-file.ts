// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { PlainKey } from '../../shared/words/words.ts';
import { homePath } from '../app/directory/data-path.ts';
import type { Refusal } from './command-result.ts';
import { NOBODY_MS, readSome } from './read-some.ts';

/** A passphrase has at most 1024 characters of up to four bytes, a mark and an end of line. */
const MAX_BYTES = 4 * 1024 + 16;

/**
 * The passphrase in a file, or in what a pipe gives: UTF-8, without the mark some editors put before it and without line ends behind it.
 * Refused where the letters are not certain: another encoding would make one passphrase of many.
 */
export const readPassphraseFile = (file: string, nobodyMs = NOBODY_MS): Result<string, Refusal> => {
  const path = homePath(file);
  const found = readSome(path, MAX_BYTES, nobodyMs);
  if (!found.ok)
    return found.error === 'too-long'
      ? refused('long-passphrase-file', 'cli.passphrase.longFile')
      : err({ kind: 'unreadable-file', say: ({ t }) => t(`cli.file.${found.error}`, { file: path }) });
  const bytes = found.value;
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0);
  const text = isUtf16 ? undefined : strictly(bytes);
  if (text === undefined)
    return refused('passphrase-file-encoding', isUtf16 ? 'cli.passphrase.utf16' : 'cli.passphrase.notUtf8');
  const passphrase = text.replace(/(?<![\r\n])[\r\n]+$/, '');
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

const refused = (kind: string, why: PlainKey): Result<never, Refusal> => err({ kind, say: ({ t }) => t(why) });
