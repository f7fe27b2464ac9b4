// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';

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
  /** `positions`: where the wrong characters are when at most two are wrong; empty when they cannot be told */
  | { readonly kind: 'bad-checksum'; readonly positions: readonly number[] }
  | { readonly kind: 'bad-header'; readonly position: number }
  | { readonly kind: 'spare-bits'; readonly position: number };

type Code = {
  readonly checksumLength: number;
  readonly generator: readonly [bigint, bigint, bigint, bigint, bigint];
  readonly target: bigint;
};

/** The four-character-correcting codes of BIP-93: the long one covers 47–64 bytes, the regular one up to 46. */
const LONG: Code = {
  checksumLength: 15,
  generator: [
    0x3d59d273535ea62d897n,
    0x7a9becb6361c6c51507n,
    0x543f9b7e6c38d8a2a0en,
    0x0c577eaeccf1990d13cn,
    0x1887f74f8dc71b10651n,
  ],
  target: 0x43381e570bf4798ab26n,
};
const REGULAR: Code = {
  checksumLength: 13,
  generator: [
    0x19dc500ce73fde210n,
    0x1bfae00def77fe529n,
    0x1fbd920fffe7bee52n,
    0x1739640bdeee3fdadn,
    0x07729a039cfc75f5an,
  ],
  target: 0x10ce0795c2fd1e62an,
};

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const HEADER_LENGTH = 6;
const MIN_BYTES = 16;
const MAX_REGULAR_BYTES = 46;
const MAX_BYTES = 64;

/** The lower-case codex32 string of an unshared secret of 16–64 bytes (47–64 bytes: the long code); other lengths are a defect. */
export const secretToCodex32 = (prefix: string, identifier: string, bytes: Uint8Array): string => {
  if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) throw new Error('defect: codex32 holds 16 to 64 bytes');
  const header = [...`0${identifier}s`].map(valueOf);
  if (header.length !== HEADER_LENGTH || header.includes(-1))
    throw new Error('defect: a codex32 identifier is four bech32 characters');
  const data = [...header, ...bytesToValues(bytes)];
  const code = bytes.length > MAX_REGULAR_BYTES ? LONG : REGULAR;
  const state = polymod(code, prefix, [...data, ...Array<number>(code.checksumLength).fill(0)]) ^ code.target;
  const checksum = Array.from({ length: code.checksumLength }, (_, i) =>
    Number((state >> BigInt(5 * (code.checksumLength - 1 - i))) & 31n),
  );
  return `${prefix}1${[...data, ...checksum].map((value) => ALPHABET[value]).join('')}`;
};

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
  const code = length > MAX_REGULAR_BYTES ? LONG : REGULAR;
  if (polymod(code, prefix, values) !== code.target) {
    return err({ kind: 'bad-checksum', positions: locate(code, prefix, values).map((at) => start + at) });
  }
  const [threshold = '', ...rest] = lower.slice(start, start + HEADER_LENGTH);
  const shareIndex = rest[4] ?? '';
  if (!/^[02-9]$/.test(threshold)) return err({ kind: 'bad-header', position: start });
  if (threshold === '0' && shareIndex !== 's') return err({ kind: 'bad-header', position: start + 5 });
  const { bytes, spare } = valuesToBytes(values.slice(HEADER_LENGTH, values.length - code.checksumLength));
  // BIP-93 lets a writer choose the spare bits; only whole missing characters are refused (the length check above did that).
  if (spare > 4) return err({ kind: 'spare-bits', position: text.length - code.checksumLength - 1 });
  return ok({ threshold, identifier: rest.slice(0, 4).join(''), shareIndex, bytes });
};

/** How many characters the codex32 string of so many bytes has. */
export const codex32Length = (prefix: string, bytes: number): number =>
  prefix.length +
  1 +
  HEADER_LENGTH +
  Math.ceil((bytes * 8) / 5) +
  (bytes > MAX_REGULAR_BYTES ? LONG : REGULAR).checksumLength;

/** So many bech32 characters from the first bits of `bytes`. */
export const toBech32Characters = (bytes: Uint8Array, count: number): string =>
  bytesToValues(bytes)
    .slice(0, count)
    .map((value) => ALPHABET[value])
    .join('');

const valueOf = (character: string): number => ALPHABET.indexOf(character);

/** The first character that breaks the case of the characters before it, or -1. */
const caseBreak = (text: string): number => {
  const letters = [...text].map((character) =>
    /[a-z]/.test(character) ? 'lower' : /[A-Z]/.test(character) ? 'upper' : undefined,
  );
  const first = letters.find((letter) => letter !== undefined);
  return letters.findIndex((letter) => letter !== undefined && letter !== first);
};

const step = (code: Code, state: bigint, value: number): bigint => {
  const top = BigInt(5 * (code.checksumLength - 1));
  const high = state >> top;
  let next = ((state & ((1n << top) - 1n)) << 5n) ^ BigInt(value);
  code.generator.forEach((row, i) => {
    if ((high >> BigInt(i)) & 1n) next ^= row;
  });
  return next;
};

const polymod = (code: Code, prefix: string, values: readonly number[]): bigint => {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  const expanded = [...codes.map((c) => c >> 5), 0, ...codes.map((c) => c & 31)];
  return [...expanded, ...values].reduce((state, value) => step(code, state, value), 1n);
};

/**
 * The positions of one or two wrong characters, else none. The code is linear: a wrong character adds a difference that depends only on
 * where it is and by how much it is wrong. With distance 9, at most one explanation with two wrong characters exists.
 */
const locate = (code: Code, prefix: string, values: readonly number[]): readonly number[] => {
  const wanted = polymod(code, prefix, values) ^ code.target;
  const positionByDifference = new Map<bigint, number>();
  for (let error = 1; error < 32; error += 1) {
    let difference = BigInt(error);
    for (let position = values.length - 1; position >= 0; position -= 1) {
      positionByDifference.set(difference, position);
      difference = step(code, difference, 0);
    }
  }
  const single = positionByDifference.get(wanted);
  if (single !== undefined) return [single];
  for (const [difference, position] of positionByDifference) {
    const other = positionByDifference.get(difference ^ wanted);
    if (other !== undefined && other !== position) return [position, other].sort((a, b) => a - b);
  }
  return [];
};

const bytesToValues = (bytes: Uint8Array): number[] => {
  const values: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31);
  return values;
};

const valuesToBytes = (values: readonly number[]): { readonly bytes: Uint8Array; readonly spare: number } => {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return { bytes: Uint8Array.from(bytes), spare: bits };
};
