// SPDX-License-Identifier: GPL-3.0-or-later
import { CODE_LETTERS } from '../../../../shared/typed-code.ts';

/** One of the two codes of BIP-93. */
export type Code = {
  readonly checksumLength: number;
  /** the generator without its lead, times 0 to 31; values with the highest first, as everywhere here */
  readonly multiples: readonly Uint8Array[];
  readonly target: Uint8Array;
  /** eight powers of `root` in a row, from `firstPower` on, are roots of the generator: two codewords differ in nine places at least */
  readonly root: number;
  readonly firstPower: number;
  /**
   * How much is proposed: a wrong character takes two, a missing one takes one. The short code could do 8 as well, but has too few letters to
   * judge by: of five wrong ones every 27,000th looked like four others (`npm run damages`); at 6 none did.
   */
  readonly strongest: number;
};

/** A number of BIP-93 as so many values. */
const inValues = (number: bigint, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Number((number >> BigInt(5 * (length - 1 - i))) & 31n));

/** Of BIP-93's five rows, which are the generator times 1, 2, 4, 8 and 16. */
const multiplesOf = (rows: readonly bigint[], length: number): readonly Uint8Array[] =>
  Array.from({ length: 32 }, (_, factor) =>
    inValues(
      rows.reduce((sum, row, bit) => ((factor >> bit) & 1 ? sum ^ row : sum), 0n),
      length,
    ),
  );

/** For secrets of 47 to 64 bytes. */
export const LONG: Code = {
  checksumLength: 15,
  multiples: multiplesOf(
    [
      0x3d59d273535ea62d897n,
      0x7a9becb6361c6c51507n,
      0x543f9b7e6c38d8a2a0en,
      0x0c577eaeccf1990d13cn,
      0x1887f74f8dc71b10651n,
    ],
    15,
  ),
  target: inValues(0x43381e570bf4798ab26n, 15),
  root: 217,
  firstPower: 1019,
  strongest: 10,
};

/** For secrets of up to 46 bytes. */
export const REGULAR: Code = {
  checksumLength: 13,
  multiples: multiplesOf(
    [0x19dc500ce73fde210n, 0x1bfae00def77fe529n, 0x1fbd920fffe7bee52n, 0x1739640bdeee3fdadn, 0x07729a039cfc75f5an],
    13,
  ),
  target: inValues(0x10ce0795c2fd1e62an, 13),
  root: 256,
  firstPower: 77,
  strongest: 6,
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

/** The state of the checksum after more values. */
export const run = ({ checksumLength, multiples }: Code, from: Uint8Array, values: Iterable<number>): Uint8Array => {
  const state = from.slice();
  const last = checksumLength - 1;
  for (const value of values) {
    const multiple = multiples[state[0] ?? 0] ?? from;
    for (let i = 0; i < last; i += 1) state[i] = (state[i + 1] ?? 0) ^ (multiple[i] ?? 0);
    state[last] = value ^ (multiple[last] ?? 0);
  }
  return state;
};

/** The state that stands for 1. */
export const one = ({ checksumLength }: Code): Uint8Array => new Uint8Array(checksumLength).fill(1, checksumLength - 1);

/** What the state of the checksum after a prefix and values differs by from that of a codeword: nothing but 0 for a codeword. */
export const restOf = (code: Code, prefix: string, values: readonly number[]): Uint8Array => {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  const expanded = [...codes.map((c) => c >> 5), 0, ...codes.map((c) => c & 31)];
  return run(code, run(code, one(code), expanded), values).map((value, i) => value ^ (code.target[i] ?? 0));
};

export const isCodeword = (code: Code, prefix: string, values: readonly number[]): boolean =>
  restOf(code, prefix, values).every((value) => value === 0);

/** The checksum that makes a codeword of header and payload. */
export const checksumOf = (code: Code, prefix: string, data: readonly number[]): readonly number[] => [
  ...restOf(code, prefix, [...data, ...Array<number>(code.checksumLength).fill(0)]),
];
