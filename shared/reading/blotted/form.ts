// SPDX-License-Identifier: GPL-3.0-or-later
import {
  _alignmentPatterns,
  _ALPHANUMERIC,
  _BYTES,
  _ECC_BLOCKS,
  _ECC_LEVELS,
  _formatBits,
  _WORDS_PER_BLOCK,
  type ErrorCorrection,
} from 'qr';

// What is where in a QR code (ISO 18004): its marks, its format, its blocks, its letters.

const versionOf = (side: number): number => (side - 17) / 4;

/** The middles of the small marks. */
const aligned = (side: number): readonly (readonly [number, number])[] => {
  const centres = _alignmentPatterns(versionOf(side));
  const last = side - 7;
  return centres.flatMap((y) =>
    centres
      .filter((x) => !((x === 6 && (y === 6 || y === last)) || (x === last && y === 6)))
      .map((x) => [x, y] as const),
  );
};

const SMALL = [-2, -1, 0, 1, 2] as const;

/** Modules that are the same in every code of this side, beside the three large marks by which it was found. */
export const marksOf = (
  side: number,
): readonly { readonly x: number; readonly y: number; readonly dark: boolean }[] => {
  const small = aligned(side).flatMap(([x, y]) =>
    SMALL.flatMap((down) =>
      SMALL.map((right) => ({ x: x + right, y: y + down, dark: Math.max(Math.abs(right), Math.abs(down)) !== 1 })),
    ),
  );
  const lines = Array.from({ length: side - 16 }, (_, i) => i + 8).flatMap((at) => [
    { x: at, y: 6, dark: at % 2 === 0 },
    { x: 6, y: at, dark: at % 2 === 0 },
  ]);
  return [...small, ...lines];
};

/** Which modules say nothing: a byte for each, row by row. */
export const reservedOf = (side: number): Uint8Array => {
  const reserved = new Uint8Array(side * side);
  const fill = (left: number, top: number, wide: number, high: number): void => {
    for (let y = top; y < top + high; y++) reserved.fill(1, y * side + left, y * side + left + wide);
  };
  fill(0, 0, 9, 9);
  fill(side - 8, 0, 8, 9);
  fill(0, side - 8, 9, 8);
  fill(0, 6, side, 1);
  fill(6, 0, 1, side);
  for (const [x, y] of aligned(side)) fill(x - 2, y - 2, 5, 5);
  if (versionOf(side) >= 7) {
    fill(side - 11, 0, 3, 6);
    fill(0, side - 11, 6, 3);
  }
  return reserved;
};

/** Where the bits of the format are, the lowest first, twice. */
const formatPlaces = (side: number): readonly (readonly [x: number, y: number, bit: number])[] =>
  Array.from({ length: 15 }, (_, bit) => {
    const one = bit < 6 ? [8, bit] : bit < 8 ? [8, bit + 1] : bit === 8 ? [7, 8] : [14 - bit, 8];
    const two = bit < 8 ? [side - 1 - bit, 8] : [8, side - 15 + bit];
    return [one, two].map(([x = 0, y = 0]) => [x, y, bit] as const);
  }).flat();

export type Format = { readonly level: ErrorCorrection; readonly mask: number };

/** All formats there are, the likeliest first; `dark` says what a module looks like, undefined where it cannot be read. */
export const formatsOf = (side: number, dark: (x: number, y: number) => boolean | undefined): readonly Format[] => {
  const places = formatPlaces(side);
  return _ECC_LEVELS
    .flatMap((level) => Array.from({ length: 8 }, (_, mask) => ({ level, mask })))
    .map((format) => {
      const word = _formatBits(format.level, format.mask);
      const wrong = places.filter(([x, y, bit]) => dark(x, y) === (((word >> bit) & 1) === 0)).length;
      return { format, wrong };
    })
    .toSorted((one, other) => one.wrong - other.wrong)
    .map(({ format }) => format);
};

/** How the bytes of a code belong to its blocks: for each block the indices of its bytes in the order in which they are read. */
export const blocksOf = (
  side: number,
  level: ErrorCorrection,
): { readonly checks: number; readonly blocks: readonly (readonly number[])[] } => {
  const version = versionOf(side);
  const [bytes, count, checks] = [_BYTES, _ECC_BLOCKS[level], _WORDS_PER_BLOCK[level]].map(
    (table) => table[version - 1] ?? 1,
  ) as [number, number, number];
  const short = count - (bytes % count);
  const size = Math.floor(bytes / count) - checks;
  const blocks = Array.from({ length: count }, (): number[] => []);
  let index = 0;
  for (let at = 0; at <= size; at++)
    for (const [number, block] of blocks.entries()) if (at < size || number >= short) block.push(index++);
  for (let at = 0; at < checks; at++) for (const block of blocks) block.push(index++);
  return { checks, blocks };
};

/** The text in the bytes of a code: digits, capitals and bytes, as far as they go; undefined where there is anything else. */
export const textOf = (bytes: Uint8Array, side: number): string | undefined => {
  const version = versionOf(side);
  const wide = version < 10 ? 0 : version < 27 ? 1 : 2;
  let at = 0;
  const take = (bits: number): number => {
    let value = 0;
    for (let i = 0; i < bits; i++, at++) value = 2 * value + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
  let text = '';
  while (at + 4 <= 8 * bytes.length) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 1) {
      for (let left = take([10, 12, 14][wide] ?? 0); left > 0; left -= 3)
        text += String(take([0, 4, 7][left] ?? 10)).padStart(Math.min(3, left), '0');
    } else if (mode === 2) {
      for (let left = take([9, 11, 13][wide] ?? 0); left > 0; left -= 2) {
        const value = take(left === 1 ? 6 : 11);
        text += left === 1 ? '' : (_ALPHANUMERIC[Math.floor(value / 45)] ?? '');
        text += _ALPHANUMERIC[value % 45] ?? '';
      }
    } else if (mode === 4) {
      const said = Uint8Array.from({ length: take(wide === 0 ? 8 : 16) }, () => take(8));
      text += new TextDecoder().decode(said);
    } else return undefined;
    if (at > 8 * bytes.length) return undefined;
  }
  return text;
};
