// SPDX-License-Identifier: GPL-3.0-or-later
import type { Dice } from '../dice.ts';

// Blots of a given part of a square, whose sides are counted as 1. What spills over its edge does not count as covered.

/** Round, and not quite: the edge goes in and out in waves. */
type Spot = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly waves: readonly [number, number];
};
export type Stain = readonly Spot[];

const isIn = ({ x, y, radius, waves: [three, five] }: Spot, atX: number, atY: number): boolean => {
  const away = Math.hypot(atX - x, atY - y);
  if (away > radius * 1.3) return false;
  const angle = Math.atan2(atY - y, atX - x);
  return away < radius * (1 + 0.12 * Math.sin(3 * angle + three) + 0.08 * Math.sin(5 * angle + five));
};

export const isCovered = (stain: Stain, x: number, y: number): boolean => stain.some((spot) => isIn(spot, x, y));

const GRID = 120;
const points = Array.from({ length: GRID * GRID }, (_, at): readonly [number, number] => [
  ((at % GRID) + 0.5) / GRID,
  (Math.floor(at / GRID) + 0.5) / GRID,
]);

/** How much of the square lies under it. */
const coveredPart = (stain: Stain): number => points.filter(([x, y]) => isCovered(stain, x, y)).length / points.length;

/** Grown or shrunk until it covers so much. */
const grownTo = (stain: Stain, part: number): Stain => {
  let [least, most] = [0, 8];
  for (let step = 0; step < 14; step++) {
    const by = (least + most) / 2;
    const grown = stain.map((spot) => ({ ...spot, radius: spot.radius * by }));
    if (coveredPart(grown) < part) least = by;
    else most = by;
  }
  return stain.map((spot) => ({ ...spot, radius: spot.radius * most }));
};

const spotAt = (dice: Dice, x: number, y: number): Spot => ({
  x,
  y,
  radius: 0.2,
  waves: [6 * dice.roll(), 6 * dice.roll()],
});

/** The large marks in three corners by which any reader finds a code, with the white line around them. */
const MARK = 8;
const touchesMark = (stain: Stain, modules: number): boolean => {
  const mark = MARK / modules;
  return points.some(
    ([x, y]) =>
      ((x < mark && y < mark) || (x > 1 - mark && y < mark) || (x < mark && y > 1 - mark)) && isCovered(stain, x, y),
  );
};

type Square = { readonly square: { readonly modules: number } };

/** One blot that leaves the three marks alone. */
export const blotBeside =
  (part: number) =>
  ({ square: { modules } }: Square, dice: Dice): Stain => {
    for (;;) {
      const stain = grownTo([spotAt(dice, dice.roll(), dice.roll())], part);
      if (!touchesMark(stain, modules)) return stain;
    }
  };

/** One blot wherever it falls. */
export const blotAnywhere =
  (part: number) =>
  (_: Square, dice: Dice): Stain =>
    grownTo([spotAt(dice, dice.roll(), dice.roll())], part);

/** One blot with one of the three marks in its middle. */
export const blotOnMark =
  (part: number) =>
  ({ square: { modules } }: Square, dice: Dice): Stain => {
    const [near, far] = [3.5 / modules, 1 - 3.5 / modules];
    const [x, y] = dice.pick([
      [near, near],
      [far, near],
      [near, far],
    ] as const);
    return grownTo([spotAt(dice, x, y)], part);
  };

const DROPS = 12;
/** A dozen drops that leave the three marks alone. */
export const dropsBeside =
  (part: number) =>
  ({ square: { modules } }: Square, dice: Dice): Stain => {
    for (;;) {
      const drops = Array.from({ length: DROPS }, () => spotAt(dice, dice.roll(), dice.roll()));
      const stain = grownTo(drops, part);
      if (!touchesMark(stain, modules)) return stain;
    }
  };
