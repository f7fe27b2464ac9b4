// SPDX-License-Identifier: GPL-3.0-or-later
import type { SafetyView } from '../../shared/view-backup.ts';

// The icon beside the clock, drawn here: a shield whose shape says how safe the money is, and not its colour alone.

export type TrayState = SafetyView['state'] | 'closed';
type Shape = 'whole' | 'half' | 'broken' | 'outline';

const SHAPES: Readonly<Record<TrayState, Shape>> = {
  protected: 'whole',
  syncing: 'outline',
  nothing: 'outline',
  closed: 'outline',
  'at-risk': 'half',
  'payment-due': 'half',
  stopped: 'half',
  'not-protected': 'broken',
};

/** Blue, green, red, as bitmaps have them; each is seen on a light bar and on a dark one. */
const COLOURS: Readonly<Record<Shape, readonly [number, number, number]>> = {
  whole: [0x5b, 0x9e, 0x2e],
  half: [0x1a, 0x8a, 0xd0],
  broken: [0x45, 0x45, 0xd8],
  outline: [0x8c, 0x90, 0x8c],
};

/** Edges are smoothed by as many samples in each direction. */
const SAMPLES = 3;

/** The icon as a bitmap of `size` by `size` pixels; as a `template` in black, which a Mac colours itself. */
export const trayBitmap = (state: TrayState, size: number, template: boolean): Uint8Array => {
  const shape = SHAPES[state];
  const colour = template ? ([0, 0, 0] as const) : COLOURS[shape];
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const share = covered(shape, column, row, size);
      // Colours come multiplied by their share already.
      pixels.set(
        [...colour.map((each) => Math.round(each * share)), Math.round(255 * share)],
        (row * size + column) * 4,
      );
    }
  return pixels;
};

/** How much of a pixel the shape covers, from none to all. */
const covered = (shape: Shape, column: number, row: number, size: number): number => {
  let inside = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size - 0.5;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    if (isIn(shape, x, y)) inside += 1;
  }
  return inside / (SAMPLES * SAMPLES);
};

/** In the unit square, with the middle of the shield at x = 0. */
const isIn = (shape: Shape, x: number, y: number): boolean => {
  if (!isShield(x, y, 0)) return false;
  const isEdge = !isShield(x, y, 0.09);
  if (shape === 'outline') return isEdge;
  if (shape === 'half') return isEdge || x < 0;
  // A crack from the upper right to the lower left.
  if (shape === 'broken') return Math.abs(x + (y - 0.5) * 0.7) > 0.09;
  return !isCheck(x, y);
};

const isShield = (x: number, y: number, inset: number): boolean => {
  const [top, foot] = [0.06 + inset, 0.96 - inset];
  if (y < top || y > foot) return false;
  const width = y < 0.5 ? 0.4 : 0.4 * Math.sqrt(Math.max(0, (foot - y) / (foot - 0.5)));
  return Math.abs(x) < width - inset;
};

/** A check mark that is cut out of the whole shield. */
const isCheck = (x: number, y: number): boolean =>
  isNear(x, y, [-0.18, 0.48], [-0.05, 0.62]) || isNear(x, y, [-0.05, 0.62], [0.2, 0.34]);

type Point = readonly [number, number];
const isNear = (x: number, y: number, [ax, ay]: Point, [bx, by]: Point): boolean => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) < 0.06;
};
