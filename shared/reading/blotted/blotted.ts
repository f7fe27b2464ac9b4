// SPDX-License-Identifier: GPL-3.0-or-later
import { _maskBits } from 'qr';
import type { Gray } from '../gray.ts';
import { corrected } from './correct.ts';
import { blocksOf, formatsOf, reservedOf, textOf, type Format } from './form.ts';
import { gridOf, unreadIn, type Grid } from './grid.ts';
import { liesOf } from './lie.ts';
import { marksIn } from './marks.ts';

// A code with a blot on it. Readers take what lies under a blot for light or dark, and half of that is wrong; measured on printed pages
// with a fifth blotted, that is what they give up at (PICTURES.md). Here it counts as what cannot be read, of which a code bears twice as
// much.

/** What is taken for unread: patches so many modules wide, and modules in more doubt than this (of 255). With the strictest, too little may be left. */
const UNREAD = [
  [4, 255],
  [5, 255],
  [4, 190],
  [5, 220],
  [7, 255],
] as const;
const FORMATS = 3;

/** The indices of the modules with data in the order in which they are read: two columns up, two down. */
const pathOf = (side: number): readonly number[] => {
  const reserved = reservedOf(side);
  const path: number[] = [];
  let up = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let i = 0; i < side; i++) {
      const y = up ? side - 1 - i : i;
      for (const x of [right, right - 1]) if (reserved[y * side + x] === 0) path.push(y * side + x);
    }
    up = !up;
  }
  return path;
};

/** The bytes of a code, and for each whether a module of it lies under a blot. */
const bytesOf = ({ side, dark }: Grid, blotted: Uint8Array, path: readonly number[], mask: number) => {
  const bytes = new Uint8Array(path.length >> 3);
  const unread = new Uint8Array(path.length >> 3);
  for (let at = 0; at < 8 * bytes.length; at++) {
    const module = path[at] ?? 0;
    const flip = (_maskBits(module % side, Math.floor(module / side)) >> mask) & 1;
    bytes[at >> 3] = 2 * (bytes[at >> 3] ?? 0) + ((dark[module] ?? 0) ^ flip);
    if (blotted[module] === 1) unread[at >> 3] = 1;
  }
  return { bytes, unread };
};

const readAs = (
  grid: Grid,
  blotted: Uint8Array,
  path: readonly number[],
  { level, mask }: Format,
): string | undefined => {
  const { bytes, unread } = bytesOf(grid, blotted, path, mask);
  const { checks, blocks } = blocksOf(grid.side, level);
  const data: number[] = [];
  for (const block of blocks) {
    const known = block.flatMap((index, at) => (unread[index] === 1 ? [at] : []));
    const right = corrected(
      Uint8Array.from(block, (index) => bytes[index] ?? 0),
      checks,
      known,
    );
    if (right === undefined) return undefined;
    data.push(...right.subarray(0, right.length - checks));
  }
  return textOf(Uint8Array.from(data), grid.side);
};

/** What a code in a picture says (`small` is the same picture, as large or smaller, in which its marks are looked for), blots left out; undefined where too much of it is gone or none is found. */
export const readBlotted = (picture: Gray, small = picture): string | undefined => {
  const times = picture.width / small.width;
  const marks = marksIn(small).map(({ x, y, module }) => ({ x: x * times, y: y * times, module: module * times }));
  for (const lie of liesOf(picture, marks)) {
    const text = readThere(gridOf(picture, lie));
    if (text !== undefined) return text;
  }
  return undefined;
};

const readThere = (grid: Grid): string | undefined => {
  const { side, dark } = grid;
  const path = pathOf(side);
  for (const [size, doubt] of UNREAD) {
    const blotted = unreadIn(grid, size, doubt);
    const formats = formatsOf(side, (x, y) => (blotted[y * side + x] === 1 ? undefined : dark[y * side + x] === 1));
    for (const format of formats.slice(0, FORMATS)) {
      const text = readAs(grid, blotted, path, format);
      if (text !== undefined) return text;
    }
  }
  return undefined;
};
