// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../result.ts';
import { backupText, mayBeBackup } from './backup-text.ts';
import { codesIn } from './codes.ts';
import { fileKind, MAX_FILE_BYTES, MAX_PIXELS, promisedSize, type PictureKind } from './file-kind.ts';
import { foreignKind, isOurs, shownOf } from './ours.ts';
import { readPdf } from './pdf.ts';
import type { Eyes, Read, ReadingFailure, Wanted } from './reading.ts';

// The one way from the bytes of a file to what a sheet says. It knows no wallet: what is right is asked of the wallet, as of typed text.

/** A sheet is about 1 KiB of text; what is longer is no text of ours, and may be a backup of another program alone. */
const MAX_TEXT_BYTES = 64 * 1024;

/** What a picture, a PDF or a text file says of a sheet, or with `all` whatever it says; a failure says why it says nothing. */
export const readFile = async (
  bytes: Uint8Array,
  eyes: Eyes,
  wants: Wanted = 'ours',
): Promise<Result<Read, ReadingFailure>> => {
  if (bytes.length > MAX_FILE_BYTES) return err(tooLarge(bytes.length));
  const kind = fileKind(bytes);
  switch (kind) {
    case 'heic':
    case 'other-picture':
    case 'archive':
      return err({ kind: 'unread-file', facts: { what: kind } });
    case 'text':
      return readText(bytes, wants);
    case 'pdf': {
      const read = await readPdf(bytes, eyes.easel, eyes.mayGoOn);
      return read.ok ? found(read.value, 'pdf', wants) : read;
    }
    default:
      return readPicture(bytes, kind, eyes, wants);
  }
};

export const tooLarge = (bytes: number): ReadingFailure => ({
  kind: 'file-too-large',
  facts: { bytes, limit: MAX_FILE_BYTES },
});

const readText = (bytes: Uint8Array, wants: Wanted): Result<Read, ReadingFailure> => {
  const isRead = bytes.length <= MAX_TEXT_BYTES || (wants === 'all' && mayBeBackup(bytes));
  const text = isRead ? backupText(bytes) : '';
  return isOurs(text) || (wants === 'all' && text.trim() !== '')
    ? ok({ texts: [text], others: [], looked: 1, of: 1 })
    : err({ kind: 'unread-file', facts: { what: 'text' } });
};

const MILLION = 1_000_000;

const readPicture = async (
  bytes: Uint8Array,
  kind: PictureKind,
  eyes: Eyes,
  wants: Wanted,
): Promise<Result<Read, ReadingFailure>> => {
  const size = promisedSize(bytes, kind);
  if (size === undefined) return err({ kind: 'unread-file', facts: { what: 'damaged' } });
  const dots = size.width * size.height;
  if (dots > MAX_PIXELS)
    return err({
      kind: 'picture-too-large',
      facts: { megapixels: Math.round(dots / MILLION), limit: MAX_PIXELS / MILLION },
    });
  const picture = await eyes.decode(bytes, kind).catch(() => undefined);
  if (picture === undefined) return err({ kind: 'unread-file', facts: { what: 'damaged' } });
  return found(readCodes(codesIn(picture, eyes.mayGoOn)), 'picture', wants);
};

const readCodes = (codes: readonly string[]): Read => ({
  texts: codes.filter(isOurs),
  others: codes.filter((text) => !isOurs(text)),
  looked: 1,
  of: 1,
});

/** What was read, or that it is something else, or nothing. */
const found = (read: Read, on: 'picture' | 'pdf', wants: Wanted): Result<Read, ReadingFailure> => {
  if (read.texts.length > 0) return ok(read);
  if (wants === 'all' && read.others.length > 0) return ok({ ...read, texts: read.others });
  const other = read.others[0];
  if (other !== undefined) return err(otherCode(other));
  return err({ kind: 'nothing-shown', facts: { on, looked: read.looked, of: read.of } });
};

export const otherCode = (text: string): ReadingFailure => ({
  kind: 'other-code',
  facts: { seems: foreignKind(text), shown: shownOf(text) },
});
