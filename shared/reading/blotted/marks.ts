// SPDX-License-Identifier: GPL-3.0-or-later
import { evened, softened, type Gray } from '../gray.ts';

// The three large marks of a code (ISO 18004, 6.3.3): along any line through its middle a mark is dark, light, dark, light and dark, as
// wide as 1, 1, 3, 1 and 1 modules.

/** The middle of a mark, and how wide its modules look along a row, in dots. */
export type Mark = { readonly x: number; readonly y: number; readonly module: number };

/** Blots and print have such lines by chance; a mark has one in each of its middle rows. */
const MOST = 8;
const WIDTHS = [1, 1, 3, 1, 1] as const;
const MOST_SEEN = 200;
/** Paper and the middle of a blot are 140 in an evened picture, and noise goes a little below. */
const DARK = 105;

const isMark = (runs: readonly number[]): boolean => {
  const module = runs.reduce((sum, each) => sum + each, 0) / 7;
  return (
    module >= 1 && runs.every((run, i) => Math.abs(run - module * (WIDTHS[i] ?? 1)) < module * (i === 2 ? 1 : 0.7))
  );
};

/** The five runs of dots along a column around a dark one, and how far the middle of the middle one is; `before` and `after` it is looked no further. */
const runsAround = (dark: Uint8Array, at: number, step: number, before: number, after: number) => {
  const go = (from: number, by: number, room: number): readonly number[] => {
    const runs = [0, 0, 0];
    let [run, left] = [0, room];
    for (let dot = from; left > 0; dot += by, left--) {
      if ((dark[dot] === 1) === (run === 1)) run += 1;
      if (run > 2) break;
      runs[run] = (runs[run] ?? 0) + 1;
    }
    return runs;
  };
  if (dark[at] !== 1) return undefined;
  const [back, on] = [go(at, -step, before + 1), go(at + step, step, after)];
  const [a = 0, b = 0, c = 0] = back;
  const [d = 0, e = 0, f = 0] = on;
  return { runs: [c, b, a + d, e, f], middle: (d - a + 1) / 2 };
};

/** Where marks may be, the surest first: as the picture is, and with its noise taken out, by which the smallest marks go, too. */
export const marksIn = (picture: Gray): readonly Mark[] => [...marksOf(picture), ...marksOf(softened(picture))];

const marksOf = (picture: Gray): readonly Mark[] => {
  const { width, height } = picture;
  const dark = evened(picture).data.map((shade) => (shade < DARK ? 1 : 0));
  const seen: { x: number; y: number; module: number; count: number }[] = [];
  const note = (x: number, y: number, module: number): void => {
    const same = seen.find((each) => Math.abs(each.x - x) < 2 * module && Math.abs(each.y - y) < 2 * module);
    if (same === undefined && seen.length < MOST_SEEN) seen.push({ x, y, module, count: 1 });
    if (same === undefined) return;
    same.count += 1;
    for (const [name, value] of [
      ['x', x],
      ['y', y],
      ['module', module],
    ] as const)
      same[name] += (value - same[name]) / same.count;
  };
  for (let y = 0; y < height; y++) {
    const runs: number[] = [];
    let from = 0;
    for (let x = 1; x <= width; x++) {
      if (x < width && dark[y * width + x] === dark[y * width + from]) continue;
      runs.push(x - from);
      if (dark[y * width + from] === 1 && runs.length >= 5 && isMark(runs.slice(-5))) {
        const [, , three = 0, four = 0, five = 0] = runs.slice(-5);
        const middle = x - five - four - three / 2;
        const far = three * 4;
        const down = runsAround(
          dark,
          y * width + Math.floor(middle),
          width,
          Math.min(y, far),
          Math.min(height - 1 - y, far),
        );
        if (down !== undefined && isMark(down.runs)) {
          const total = [...runs.slice(-5), ...down.runs].reduce((sum, each) => sum + each, 0);
          note(middle, y + 0.5 + down.middle, total / 14);
        }
      }
      from = x;
    }
  }
  return seen
    .toSorted((one, other) => other.count / other.module - one.count / one.module || other.count - one.count)
    .slice(0, MOST);
};
