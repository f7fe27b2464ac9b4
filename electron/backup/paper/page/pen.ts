// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnMark } from '../../../../shared/view-sheet.ts';
import type { Letters, Style } from './letters.ts';

/** Where the next line goes, and what has been drawn; a page is written from its top to its bottom. */
export type Pen = {
  readonly letters: Letters;
  readonly marks: DrawnMark[];
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

export const heightOf = ({ size }: Style): number => size * LINE;

/** Writes a text below what is there, in as many lines as it needs. */
export const write = (pen: Pen, text: string, style: Style, { x, width }: Column): void => {
  for (const line of pen.letters.lines(text, style, width)) {
    pen.marks.push(...pen.letters.set(line, style, x, pen.y + style.size * ASCENT));
    pen.y += heightOf(style);
  }
};

/** Writes one line that ends at the right edge of its column, and leaves the pen where it is. */
export const writeRight = (pen: Pen, line: string, style: Style, { x, width }: Column): void => {
  const begin = x + width - pen.letters.widthOf(line, style);
  pen.marks.push(...pen.letters.set(line, style, begin, pen.y + style.size * ASCENT));
};

export const rule = (pen: Pen, { x, width }: Column, line: number): void =>
  void pen.marks.push({ kind: 'line', from: [x, pen.y], to: [x + width, pen.y], line });
