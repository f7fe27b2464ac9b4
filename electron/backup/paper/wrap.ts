// SPDX-License-Identifier: GPL-3.0-or-later
import { fontFor, orBox, type Face, type FontName } from './fonts.ts';

// Where lines end and which font each letter is set in; how wide a text is, whoever draws it says.

const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (text: string): readonly string[] =>
  SINGLE.test(text) ? text.split('') : [...LETTERS.segment(text)].map(({ segment }) => segment);
/** Signs of Western languages, none of which joins its neighbour: to ask for their borders took a fifth of laying out a sheet. */
const SINGLE = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f]*$/;

export type Run = { readonly font: FontName; text: string };

/** The text cut where the next letter needs another font. */
export const inFonts = (text: string, face: Face): readonly Run[] => {
  const runs: Run[] = [];
  for (const letter of lettersOf(text)) {
    const font = fontFor(letter, face);
    const last = runs.at(-1);
    if (last?.font === font) last.text += orBox(letter, font);
    else runs.push({ font, text: orBox(letter, font) });
  }
  return runs;
};

/** The lines of a paragraph, each as wide as there is room. */
export const wrapped = (paragraph: string, width: number, widthOf: (text: string) => number): readonly string[] => {
  const fits = (line: string): boolean => widthOf(line.trimEnd()) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.trimEnd().match(/\s*\S+/gu) ?? []) {
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line);
    line = lines.length === 0 ? word : word.trimStart();
    while (!fits(line)) {
      const most = mostThatFits(lettersOf(line), fits);
      lines.push(most);
      line = line.slice(most.length);
    }
  }
  return [...lines, line];
};

/**
 * As many letters as fit into a line, and one at least; none of them a hyphen at its end, where the next line can begin with it: programs
 * that read a page take that for the mark of a broken word and leave it out, and an address would be another.
 */
const mostThatFits = (letters: readonly string[], fits: (line: string) => boolean): string => {
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(letters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  if (low === letters.length) return letters.join('');
  const most = letters.slice(0, low).join('');
  const unbroken = most.replace(/(?<![\p{Pd}\u00AD\u2212])[\p{Pd}\u00AD\u2212]+$/u, '');
  return unbroken === '' ? most : unbroken;
};
