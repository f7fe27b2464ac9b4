// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnWords } from '../../../../shared/view-sheet.ts';
import { stretches, type Direction } from '../bidi.ts';
import { shapeOf, type Face, type FontName } from '../fonts.ts';
import { inFonts, wrapped } from '../wrap.ts';

// Letters as they stand on a page: every one with its shape and its place, so that whoever draws the page needs no font.

export type Style = { readonly face: Face; readonly size: number };

/** What turns texts into letters for one set of pages, and remembers the shapes that occur. */
export type Letters = {
  readonly outlines: Readonly<Record<string, string>>;
  /** in points */
  readonly widthOf: (text: string, style: Style, direction?: Direction) => number;
  /** the lines of a text, none wider than `width` */
  readonly lines: (text: string, style: Style, width: number) => readonly string[];
  /** one line whose left end is at `x`, on the baseline `y`; its pieces in the order they stand, and from the right in that they are read */
  readonly set: (line: string, style: Style, x: number, y: number, direction?: Direction) => readonly DrawnWords[];
};

type Shaped = { readonly width: number; readonly letters: DrawnWords['letters'] };

export const openLetters = (): Letters => {
  const outlines: Record<string, string> = {};
  const known = new Map<string, Shaped>();
  /** a page is tried with several gaps, and its lines are the same */
  const broken = new Map<string, readonly string[]>();

  /** Words are shaped by themselves, blanks too: what is measured once need not be again. */
  const shaped = (text: string, font: FontName): Shaped => {
    let width = 0;
    const letters: (readonly [string, number, number])[] = [];
    for (const part of text.match(/ +|[^ ]+/gu) ?? []) {
      const word = shapedWord(part, font);
      for (const [shape, x, y] of word.letters) letters.push([shape, x + width, y]);
      width += word.width;
    }
    return { width, letters };
  };
  const shapedWord = (text: string, font: FontName): Shaped => {
    const key = `${font} ${text}`;
    const before = known.get(key);
    if (before) return before;
    const { width, letters } = shapeOf(text, font);
    for (const { shape, path } of letters) outlines[shape] ??= path();
    const made = { width, letters: letters.map(({ shape, x, y }) => [shape, x, y] as const) };
    known.set(key, made);
    return made;
  };
  const runsOf = (line: string, { face }: Style, direction?: Direction) =>
    stretches(line, direction).flatMap(({ text, drawn, nth }) => {
      const runs = inFonts(drawn, face);
      const isWhole = runs.length === 1 && drawn !== text;
      return runs.map((run) => ({ ...run, nth, ...(isWhole ? { read: text } : {}) }));
    });
  const widthOf = (text: string, style: Style, direction?: Direction): number =>
    runsOf(text, style, direction).reduce(
      (sum, run) => sum + (shaped(run.text, run.font).width * style.size) / 1000,
      0,
    );
  return {
    outlines,
    widthOf,
    lines: (text, style, width) => {
      const key = `${style.face} ${style.size} ${width} ${text}`;
      const before = broken.get(key);
      if (before) return before;
      // One sign for a letter and its accents: copied from the page, or searched on it, it is the letter people type.
      const paragraphs = text.normalize('NFC').split('\n');
      const lines = paragraphs.flatMap((each) => wrapped(each, width, (part) => widthOf(part, style)));
      broken.set(key, lines);
      return lines;
    },
    set: (line, style, x, y, direction) => {
      let at = x;
      const pieces = runsOf(line, style, direction).map(({ text, font, nth, read }) => {
        const { width, letters } = shaped(text, font);
        const words = { font, size: style.size, x: at, y, width: (width * style.size) / 1000, letters };
        at += words.width;
        const said = read === undefined ? { text } : { text: read, drawn: text };
        return { nth, words: { kind: 'words' as const, ...said, ...words } };
      });
      if (direction !== 'rtl') return pieces.map(({ words }) => words);
      return pieces.toSorted((a, b) => a.nth - b.nth).map(({ words }) => ({ ...words, direction }));
    },
  };
};
