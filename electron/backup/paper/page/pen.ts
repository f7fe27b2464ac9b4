// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnMark } from '../../../../shared/view-sheet.ts';
import { directionOf, type Direction } from '../bidi.ts';
import type { Letters, Style } from './letters.ts';

/** Where the next line goes, and what has been drawn; a page is written from its top to its bottom. */
export type Pen = {
  readonly letters: Letters;
  readonly marks: DrawnMark[];
  /** where the page is read from */
  readonly direction: Direction;
  /** points from the upper edge */
  y: number;
};

export type Column = { readonly x: number; readonly width: number };

/** Nothing on paper is smaller (points). */
export const BODY: Style = { face: 'plain', size: 10 };
export const STRONG: Style = { face: 'bold', size: 10 };
export const HEADING: Style = { face: 'bold', size: 11.5 };

/** Of a line, in parts of its size: how high it is, and where its letters stand. */
const LINE = 1.24;
const ASCENT = 0.97;

/** How far below its upper edge the letters of a line stand. */
export const baseOf = ({ size }: Style): number => size * ASCENT;

export const heightOf = ({ size }: Style): number => size * LINE;

/** Writes a text below what is there, in as many lines as it needs; a paragraph that is read from the right begins at the right. */
export const write = (pen: Pen, text: string, style: Style, { x, width }: Column): void => {
  for (const paragraph of text.split('\n')) {
    const direction = directionOf(paragraph, pen.direction);
    for (const line of pen.letters.lines(paragraph, style, width)) {
      const begin = direction === 'ltr' ? x : x + width - pen.letters.widthOf(line, style, direction);
      pen.marks.push(...pen.letters.set(line, style, begin, pen.y + baseOf(style), direction));
      pen.y += heightOf(style);
    }
  }
};

/** Writes one line that ends where the lines of its page end, and leaves the pen where it is. */
export const writeAtEnd = (pen: Pen, line: string, style: Style, { x, width }: Column): void => {
  const direction = directionOf(line, pen.direction);
  const begin = pen.direction === 'rtl' ? x : x + width - pen.letters.widthOf(line, style, direction);
  pen.marks.push(...pen.letters.set(line, style, begin, pen.y + baseOf(style), direction));
};

/** A part of a column, or the same part from its other side where the page is read from the right. */
export const facing = ({ direction }: Pen, within: Column, { x, width }: Column): Column => ({
  x: direction === 'ltr' ? x : 2 * within.x + within.width - x - width,
  width,
});

export const rule = (pen: Pen, { x, width }: Column, line: number): void =>
  void pen.marks.push({ kind: 'line', from: [x, pen.y], to: [x + width, pen.y], line });
