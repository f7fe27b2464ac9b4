// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { bytesToValues, valuesToBytes } from './bits.ts';
import { ALPHABET, checksumOf, codeFor, codex32Length, HEADER_LENGTH, isCodeword, valueOf } from './code.ts';

/** A checked codex32 string (BIP-93): everything between the human-readable part and the checksum. */
export type Codex32 = {
  /** '0' (not shared) or '2'…'9' */
  readonly threshold: string;
  /** four bech32 characters; on a recovery sheet, the sheet number */
  readonly identifier: string;
  /** 's' is the secret itself, anything else a share */
  readonly shareIndex: string;
  readonly bytes: Uint8Array;
};

export type Codex32Failure =
  | { readonly kind: 'mixed-case'; readonly position: number }
  | { readonly kind: 'wrong-prefix'; readonly expected: string }
  | { readonly kind: 'bad-character'; readonly position: number; readonly character: string }
  | { readonly kind: 'wrong-length'; readonly characters: number; readonly expected: readonly number[] }
  /** `correctCodex32` may find where */
  | { readonly kind: 'bad-checksum' }
  | { readonly kind: 'bad-header'; readonly position: number };

const MIN_BYTES = 16;
const MAX_BYTES = 64;

/** The lower-case codex32 string of an unshared secret of 16–64 bytes (47–64 bytes: the long code); other lengths are a defect. */
export const secretToCodex32 = (prefix: string, identifier: string, bytes: Uint8Array): string =>
  valuesToText(prefix, bytes.length, dataOf({ threshold: '0', identifier, shareIndex: 's' }, bytes));

/** Header and payload of a codex32 string as values. A length, or a header of other characters, that codex32 does not have is a defect. */
export const dataOf = (
  { threshold, identifier, shareIndex }: Omit<Codex32, 'bytes'>,
  bytes: Uint8Array,
): readonly number[] => {
  if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) throw new Error('defect: codex32 holds 16 to 64 bytes');
  const header = [...`${threshold}${identifier}${shareIndex}`].map(valueOf);
  if (header.length !== HEADER_LENGTH || header.includes(-1))
    throw new Error('defect: a codex32 identifier is four bech32 characters');
  return [...header, ...bytesToValues(bytes)];
};

/** The lower-case codex32 string of header and payload, for a secret of so many bytes. */
export const valuesToText = (prefix: string, bytes: number, data: readonly number[]): string =>
  `${prefix}1${[...data, ...checksumOf(codeFor(bytes), prefix, data)].map((value) => ALPHABET[value]).join('')}`;

/** Reads and checks one codex32 string without spaces; `lengths` are the secret's possible lengths in bytes. Positions count from 0, prefix included. */
export const parseCodex32 = (
  text: string,
  prefix: string,
  lengths: readonly number[],
): Result<Codex32, Codex32Failure> => {
  const lower = text.toLowerCase();
  const strayAt = caseBreak(text);
  if (strayAt >= 0) return err({ kind: 'mixed-case', position: strayAt });
  if (!lower.startsWith(`${prefix}1`)) return err({ kind: 'wrong-prefix', expected: `${prefix}1` });
  const start = prefix.length + 1;
  const values = Array.from(lower.slice(start), valueOf);
  const bad = values.indexOf(-1);
  if (bad >= 0) return err({ kind: 'bad-character', position: start + bad, character: text[start + bad] ?? '' });

  const length = lengths.find((bytes) => codex32Length(prefix, bytes) === text.length);
  if (length === undefined) {
    return err({
      kind: 'wrong-length',
      characters: text.length,
      expected: lengths.map((bytes) => codex32Length(prefix, bytes)),
    });
  }
  const code = codeFor(length);
  if (!isCodeword(code, prefix, values)) return err({ kind: 'bad-checksum' });
  const [threshold = '', ...rest] = lower.slice(start, start + HEADER_LENGTH);
  const shareIndex = rest[4] ?? '';
  if (!/^[02-9]$/.test(threshold)) return err({ kind: 'bad-header', position: start });
  if (threshold === '0' && shareIndex !== 's') return err({ kind: 'bad-header', position: start + 5 });
  // BIP-93 lets a writer choose the bits that are left over; a whole character too many is a wrong length.
  const bytes = valuesToBytes(values.slice(HEADER_LENGTH, values.length - code.checksumLength));
  return ok({ threshold, identifier: rest.slice(0, 4).join(''), shareIndex, bytes });
};

/** So many bech32 characters from the first bits of `bytes`. */
export const toBech32Characters = (bytes: Uint8Array, count: number): string =>
  bytesToValues(bytes)
    .slice(0, count)
    .map((value) => ALPHABET[value])
    .join('');

/** The first character that breaks the case of the characters before it, or -1. */
const caseBreak = (text: string): number => {
  const letters = [...text].map((character) =>
    /[a-z]/.test(character) ? 'lower' : /[A-Z]/.test(character) ? 'upper' : undefined,
  );
  const first = letters.find((letter) => letter !== undefined);
  return letters.findIndex((letter) => letter !== undefined && letter !== first);
};
