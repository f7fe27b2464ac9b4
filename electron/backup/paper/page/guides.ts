// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnMark } from '../../../../shared/view-sheet.ts';
import type { Column } from './pen.ts';

// The marks at the edges of a page, for scissors and for hands.

/** A page, and the column between its margins. */
export type Sheet = { readonly width: number; readonly height: number; readonly column: Column };

type Point = readonly [x: number, y: number];
const thin = (from: Point, to: Point) => ({ kind: 'line', from, to, line: 0.5 }) as const;
const EDGE = 24;
const GUIDE = 12;

/** Where to cut the margins off. */
export const corners = ({ width, height }: Sheet): readonly DrawnMark[] =>
  (
    [
      [EDGE, EDGE, GUIDE, GUIDE],
      [width - EDGE, EDGE, -GUIDE, GUIDE],
      [EDGE, height - EDGE, GUIDE, -GUIDE],
      [width - EDGE, height - EDGE, -GUIDE, -GUIDE],
    ] as const
  ).flatMap(([x, y, right, down]) => [thin([x, y], [x + right, y]), thin([x, y], [x, y + down])]);

/** Where to fold: between the square and the groups, so that no fold goes through either. */
export const fold = ({ width }: Sheet, y: number): readonly DrawnMark[] =>
  [EDGE, width - EDGE - GUIDE].map((x) => ({ ...thin([x, y], [x + GUIDE, y]), dash: 3 }));
