// SPDX-License-Identifier: GPL-3.0-or-later
import type { Gray } from '../gray.ts';
import { marksOf } from './form.ts';
import type { Mark } from './marks.ts';

// Where in a picture a code lies: tried for every pair of marks, and told by the lines and small marks that every code has.

export type Point = { readonly x: number; readonly y: number };
/** The middles of the three large marks, and where a fourth would be. */
export type Corners = { readonly tl: Point; readonly tr: Point; readonly bl: Point; readonly br: Point };

/** Where a module is in the picture: the corners as a photograph shows a square (a projective map of the unit square). */
const mapOf = ({ tl, tr, bl, br }: Corners, side: number): ((x: number, y: number) => readonly [number, number]) => {
  const [sumX, sumY] = [tl.x - tr.x + br.x - bl.x, tl.y - tr.y + br.y - bl.y];
  const [rightX, rightY] = [tr.x - br.x, tr.y - br.y];
  const [downX, downY] = [bl.x - br.x, bl.y - br.y];
  const area = rightX * downY - downX * rightY || 1;
  const [g, h] = [(sumX * downY - downX * sumY) / area, (rightX * sumY - sumX * rightY) / area];
  const span = side - 7;
  return (x, y) => {
    const [u, v] = [(x - 3) / span, (y - 3) / span];
    const depth = g * u + h * v + 1;
    return [
      (tl.x + (tr.x - tl.x + g * tr.x) * u + (bl.x - tl.x + h * bl.x) * v) / depth,
      (tl.y + (tr.y - tl.y + g * tr.y) * u + (bl.y - tl.y + h * bl.y) * v) / depth,
    ];
  };
};

const away = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/** A picture of any size costs no more than this. */
const FAR = 3;

/** The shade around the middle of a module: about a quarter of its width to every side, so that noise goes. */
export const shadesBy = (picture: Gray, corners: Corners, side: number): ((x: number, y: number) => number) => {
  const map = mapOf(corners, side);
  const reach = Math.min(FAR, Math.round(away(corners.tl, corners.tr) / (side - 7) / 4));
  return (x, y) => {
    const [atX, atY] = map(x, y).map((each) => Math.floor(each)) as [number, number];
    let [sum, count] = [0, 0];
    for (let row = atY - reach; row <= atY + reach; row++)
      for (let column = atX - reach; column <= atX + reach; column++) {
        if (row < 0 || column < 0 || row >= picture.height || column >= picture.width) continue;
        sum += picture.data[row * picture.width + column] ?? 0;
        count += 1;
      }
    return count === 0 ? 255 : sum / count;
  };
};

/** How much oftener than by chance the marks that every code of this side has are where they are looked for, in deviations of chance. */
const fitOf = (picture: Gray, corners: Corners, side: number): number => {
  const shade = shadesBy(picture, corners, side);
  const marks = marksOf(side).map((mark) => ({ ...mark, shade: shade(mark.x, mark.y) }));
  const mean = marks.reduce((sum, each) => sum + each.shade, 0) / marks.length;
  const right = marks.filter((each) => each.shade < mean === each.dark).length;
  return (2 * right - marks.length) / Math.sqrt(marks.length);
};

/** Where a code lies, how many modules wide it is, and how surely, in deviations of chance. */
export type Lie = { readonly corners: Corners; readonly side: number; readonly fit: number };

const SIDES = [0, -4, 4, -8, 8] as const;
const [LEAST_SIDE, MOST_SIDE] = [21, 177];
/** The marks of one code look alike, and are not nearer to each other than in the smallest one. */
const isPair = (one: Mark, other: Mark): boolean => {
  const [small, large] = [Math.min(one.module, other.module), Math.max(one.module, other.module)];
  const apart = away(one, other) / large;
  return one !== other && large < 1.4 * small && apart > LEAST_SIDE - 9 && apart < 1.5 * MOST_SIDE;
};

/** A point so far to the right of `from` as `to` is below it, and so on round: by how many parts of each. */
const beside = (from: Point, to: Point, on: number, across: number): Point => ({
  x: from.x + on * (to.x - from.x) - across * (to.y - from.y),
  y: from.y + on * (to.y - from.y) + across * (to.x - from.x),
});

/** The squares that two marks can belong to: one is at the upper left and the other beside it or below, or they lie across. */
const squaresOf = (one: Mark, other: Mark): readonly Corners[] => [
  { tl: one, tr: other, bl: beside(one, other, 0, 1), br: beside(one, other, 1, 1) },
  { tl: one, bl: other, tr: beside(one, other, 0, -1), br: beside(one, other, 1, -1) },
  { tr: one, bl: other, tl: beside(one, other, 0.5, 0.5), br: beside(one, other, 0.5, -0.5) },
];

/** A third mark near where a square has one, in a photograph that is not taken from straight above. */
const NEAR = 0.15;
const withOwn = (corners: Corners, marks: readonly Mark[]): Corners => {
  const span = away(corners.tr, corners.bl) * Math.SQRT1_2;
  const own = (corner: Point): Point =>
    marks
      .toSorted((one, other) => away(one, corner) - away(other, corner))
      .find((mark) => away(mark, corner) < NEAR * span) ?? corner;
  const [tl, tr, bl] = [own(corners.tl), own(corners.tr), own(corners.bl)];
  return { tl, tr, bl, br: { x: tr.x + bl.x - tl.x, y: tr.y + bl.y - tl.y } };
};

/** Several thousand places are tried, and this is not met among them by chance. */
const CHANCE = 4.5;
const MOST_LIES = 3;

/** Where a code may lie whose marks are among these, the best first; one of the three large marks may be lost. */
export const liesOf = (picture: Gray, marks: readonly Mark[]): readonly Lie[] => {
  const lies: Lie[] = [];
  for (const one of marks)
    for (const other of marks) {
      if (!isPair(one, other)) continue;
      for (const square of squaresOf(one, other))
        for (const corners of [square, withOwn(square, marks)]) {
          const near = sideOf(corners, (one.module + other.module) / 2);
          for (const side of SIDES.map((by) => near + by).filter((each) => each >= LEAST_SIDE && each <= MOST_SIDE))
            lies.push({ corners, side, fit: fitOf(picture, corners, side) });
        }
    }
  return lies
    .filter(({ fit }) => fit > CHANCE)
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, MOST_LIES)
    .map((lie) => settled(picture, lie));
};

/** How many modules wide a code is, about; those of one that is turned look wider along a row. */
const sideOf = ({ tl, tr, bl }: Corners, module: number): number => {
  const wide = (away(tl, tr) + away(tl, bl)) / 2;
  const straight = Math.max(Math.abs(tr.x - tl.x), Math.abs(tr.y - tl.y)) / away(tl, tr);
  return 17 + 4 * Math.round((wide / (module * straight) + 7 - 17) / 4);
};

/** The fourth corner is looked for so many times half a module around where it may be, and then an eighth. */
const STEPS = [-4, -3, -2, -1, 0, 1, 2, 3, 4] as const;

const settled = (picture: Gray, lie: Lie): Lie => {
  let best = lie;
  for (const part of [2, 8]) {
    const { side, corners } = best;
    const step = away(corners.tl, corners.tr) / (side - 7) / part;
    for (const down of STEPS)
      for (const right of STEPS) {
        const br = { x: corners.br.x + right * step, y: corners.br.y + down * step };
        const fit = fitOf(picture, { ...corners, br }, side);
        if (fit > best.fit) best = { side, fit, corners: { ...corners, br } };
      }
  }
  return best;
};
