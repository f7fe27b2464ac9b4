// SPDX-License-Identifier: GPL-3.0-or-later
import { CODE_LETTERS } from '../../../../shared/typed-code.ts';

/** One of the two codes of BIP-93. Both correct four characters. */
export type Code = {
  readonly checksumLength: number;
  /** the generator without its lead, times 0 to 31 */
  readonly multiples: readonly bigint[];
  readonly target: bigint;
  /** eight powers of `root` in a row, from `firstPower` on, are roots of the generator: two codewords differ in nine places at least */
  readonly root: number;
  readonly firstPower: number;
};

/** Of BIP-93's five rows, which are the generator times 1, 2, 4, 8 and 16. */
const multiplesOf = (rows: readonly bigint[]): readonly bigint[] =>
  Array.from({ length: 32 }, (_, factor) =>
    rows.reduce((sum, row, bit) => ((factor >> bit) & 1 ? sum ^ row : sum), 0n),
  );

/** For secrets of 47 to 64 bytes. */
export const LONG: Code = {
  checksumLength: 15,
  multiples: multiplesOf([
    0x3d59d273535ea62d897n,
    0x7a9becb6361c6c51507n,
    0x543f9b7e6c38d8a2a0en,
    0x0c577eaeccf1990d13cn,
    0x1887f74f8dc71b10651n,
  ]),
  target: 0x43381e570bf4798ab26n,
  root: 217,
  firstPower: 1019,
};

/** For secrets of up to 46 bytes. */
export const REGULAR: Code = {
  checksumLength: 13,
  multiples: multiplesOf([
    0x19dc500ce73fde210n,
    0x1bfae00def77fe529n,
    0x1fbd920fffe7bee52n,
    0x1739640bdeee3fdadn,
    0x07729a039cfc75f5an,
  ]),
  target: 0x10ce0795c2fd1e62an,
  root: 256,
  firstPower: 77,
};

const MAX_REGULAR_BYTES = 46;

/** The code for a secret of so many bytes. */
export const codeFor = (bytes: number): Code => (bytes > MAX_REGULAR_BYTES ? LONG : REGULAR);

export const ALPHABET = CODE_LETTERS;
export const HEADER_LENGTH = 6;

/** The value of a character, 0 to 31, or -1. */
export const valueOf = (character: string): number => ALPHABET.indexOf(character);

/** How many characters the codex32 string of so many bytes has. */
export const codex32Length = (prefix: string, bytes: number): number =>
  prefix.length + 1 + HEADER_LENGTH + Math.ceil((bytes * 8) / 5) + codeFor(bytes).checksumLength;

/** The state of the checksum after one more value. */
export const step = (code: Code, state: bigint, value: number): bigint => {
  const top = BigInt(5 * (code.checksumLength - 1));
  const high = state >> top;
  return ((state & ((1n << top) - 1n)) << 5n) ^ BigInt(value) ^ (code.multiples[Number(high)] ?? 0n);
};

/** The state of the checksum after a prefix and values; for a whole codeword it is the code's target. */
export const polymod = (code: Code, prefix: string, values: readonly number[]): bigint => {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  const expanded = [...codes.map((c) => c >> 5), 0, ...codes.map((c) => c & 31)];
  return [...expanded, ...values].reduce((state, value) => step(code, state, value), 1n);
};

/** The checksum that makes a codeword of header and payload. */
export const checksumOf = (code: Code, prefix: string, data: readonly number[]): readonly number[] => {
  const { checksumLength } = code;
  return groupsOf(code, polymod(code, prefix, [...data, ...Array<number>(checksumLength).fill(0)]) ^ code.target);
};

/** A state as values, the highest first. */
export const groupsOf = ({ checksumLength }: Code, state: bigint): readonly number[] =>
  Array.from({ length: checksumLength }, (_, i) => Number((state >> BigInt(5 * (checksumLength - 1 - i))) & 31n));
