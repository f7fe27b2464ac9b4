// SPDX-License-Identifier: GPL-3.0-or-later

// A page of paper as it is drawn, the same on the screen, in print and in a PDF. All measures are points (1/72 inch) from its upper left
// corner. Nothing here is secret by itself; the page of a recovery sheet shows the secret.

/** One piece of a line in one font. */
export type DrawnWords = {
  readonly kind: 'words';
  /** as it is read */
  readonly text: string;
  /** what is given to the font, where brackets open the other way */
  readonly drawn?: string;
  /** where the line is read from the right: its pieces come in the order they are read */
  readonly direction?: 'rtl';
  readonly font: string;
  readonly size: number;
  readonly x: number;
  /** of the baseline */
  readonly y: number;
  readonly width: number;
  /** shape (a key of `outlines`) and place of each letter, in thousandths of the size, y upwards */
  readonly letters: readonly (readonly [shape: string, x: number, y: number])[];
};

export type DrawnMark =
  | DrawnWords
  | {
      readonly kind: 'line';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly line: number;
      readonly dash?: number;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly line: number;
    }
  /** an outline (SVG path) of `side` units that is `size` points wide; filled, or drawn with a pen of so many units */
  | {
      readonly kind: 'area';
      readonly d: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly side: number;
      readonly pen?: number;
    };

export type DrawnPage = { readonly width: number; readonly height: number; readonly marks: readonly DrawnMark[] };

/** The pages, and the shape of every letter on them: SVG paths in thousandths of the size, y upwards. */
export type DrawnPages = {
  readonly title: string;
  readonly pages: readonly DrawnPage[];
  readonly outlines: Readonly<Record<string, string>>;
};
