// SPDX-License-Identifier: GPL-3.0-or-later
import type { Gray } from '../gray.ts';
import { shadesBy, type Lie } from './lie.ts';

/** The modules of a code, row by row: 1 is dark; and for each how near it is to the middle between dark and light, 255 in the middle. */
export type Grid = { readonly side: number; readonly dark: Uint8Array; readonly doubt: Uint8Array };

/** Light and dark are told apart by what is so many modules around. */
const AROUND = 4;

/** The modules of the code that lies there. */
export const gridOf = (picture: Gray, { corners, side }: Lie): Grid => {
  const shade = shadesBy(picture, corners, side);
  const shades = Uint8Array.from({ length: side * side }, (_, at) => shade(at % side, Math.floor(at / side)));
  const around = Array.from(shades, (_, at) => extremesAt(shades, side, at % side, Math.floor(at / side)));
  // The usual difference between light and dark here; a third of it is left in a stain.
  const spans = around.map(([least, most]) => most - least).toSorted((one, other) => one - other);
  const faint = (spans[Math.floor(spans.length * USUAL)] ?? 0) / 3;
  const dark = Uint8Array.from(around, ([least, most], at) => {
    // In the middle of a blot all is alike, and dark or light as one.
    if (most - least < faint) return most < 128 ? 1 : 0;
    return 2 * (shades[at] ?? 0) < least + most ? 1 : 0;
  });
  const doubt = Uint8Array.from(around, ([least, most], at) => {
    if (most - least < faint) return 255;
    return 255 * (1 - Math.abs(2 * (shades[at] ?? 0) - least - most) / (most - least));
  });
  return { side, dark, doubt };
};
const USUAL = 0.75;

/** The darkest and the lightest module around one. */
const extremesAt = (shades: Uint8Array, side: number, x: number, y: number): readonly [least: number, most: number] => {
  let [least, most] = [255, 0];
  for (let row = Math.max(0, y - AROUND); row <= Math.min(side - 1, y + AROUND); row++)
    for (let column = Math.max(0, x - AROUND); column <= Math.min(side - 1, x + AROUND); column++) {
      const each = shades[row * side + column] ?? 0;
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
  return [least, most];
};

/** Which modules cannot be read: those in a patch of one colour, `size` wide and high, for no code has such patches and blots have; and those in more doubt than this. */
export const unreadIn = ({ side, dark, doubt }: Grid, size: number, most: number): Uint8Array => {
  const unread = doubt.map((each) => (each > most ? 1 : 0));
  for (let top = 0; top + size <= side; top++)
    for (let left = 0; left + size <= side; left++) {
      let sum = 0;
      for (let row = top; row < top + size; row++)
        for (let column = left; column < left + size; column++) sum += dark[row * side + column] ?? 0;
      if (sum !== 0 && sum !== size * size) continue;
      for (let row = top; row < top + size; row++) unread.fill(1, row * side + left, row * side + left + size);
    }
  return unread;
};
