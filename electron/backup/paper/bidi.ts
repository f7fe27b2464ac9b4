// SPDX-License-Identifier: GPL-3.0-or-later
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

export type Direction = 'ltr' | 'rtl';

/** A part of a line: as it is read, as it is given to a font, and how many are read before it. */
export type Stretch = { readonly text: string; readonly drawn: string; readonly nth: number };

/** What a paragraph is read from: the right only where that is the direction of its page and it has letters that are. */
export const directionOf = (paragraph: string, page: Direction): Direction =>
  page === 'rtl' && LETTERS_FROM_RIGHT.test(paragraph) ? 'rtl' : 'ltr';

/** The parts of a line in the order they stand on paper, as they are drawn. */
export const inVisualOrder = (line: string, direction: Direction = 'ltr'): readonly string[] =>
  stretches(line, direction).map(({ drawn }) => drawn);

/**
 * One line, cut into words and stretches in the order they stand on paper (Unicode Standard Annex 9). The letters of each stay in the order
 * they are spoken: a word that is read from the right is turned by its font; the order of such words is turned here.
 */
export const stretches = (line: string, direction: Direction = 'ltr'): readonly Stretch[] => {
  if (direction === 'ltr' && !TURNS.test(line)) return [{ text: line, drawn: line, nth: 0 }];
  const { levels } = bidi.getEmbeddingLevels(line, direction);
  let from = 0;
  const order: { readonly start: number; readonly end: number; readonly level: number }[] = [];
  for (let at = 1; at <= line.length; at++) {
    const level = levels[from] ?? 0;
    const isWordsEnd = level % 2 === 1 && (isBlank(line[at]) || isBlank(line[at - 1]));
    if (at < line.length && levels[at] === level && !isWordsEnd) continue;
    order.push({ start: from, end: at, level });
    from = at;
  }
  return turned(order)
    .map(({ start, end, level }) => {
      const text = line.slice(start, end).replace(SIGNS, '');
      return { text, drawn: level % 2 === 1 ? mirrored(text) : fromLeft(text), nth: start };
    })
    .filter(({ text }) => text !== '');
};

/** Letters that are read from the right, and signs that say what is: a line without any stands as it is written. The library knows none beyond U+FFFF. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/u;

const LETTERS_FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** They say where a direction begins and ends, and show nothing. */
const SIGNS = /[\u061c\u200e\u200f\u2066-\u2069]/gu;

const isBlank = (letter: string | undefined): boolean => letter === ' ' || letter === '\u00a0';

/** From the highest level down to the lowest odd one, every run of that level or above is turned (rule L2). */
const turned = <T extends { readonly level: number }>(parts: readonly T[]): readonly T[] => {
  const all = [...parts];
  const highest = Math.max(...all.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < all.length; start++) {
      let end = start;
      while (end < all.length && (all[end]?.level ?? 0) >= level) end++;
      all.splice(start, end - start, ...all.slice(start, end).toReversed());
      start = end;
    }
  }
  return all;
};

/** Arabic digits are read from the left, and a font would turn them around for their script. */
const fromLeft = (text: string): string =>
  /[\u0660-\u0669\u06f0-\u06f9]/u.test(text) && !/\p{L}/u.test(text) ? [...text].toReversed().join('') : text;

/** Brackets of text that is read from the right open the other way (rule L4); where no letter is among them no font turns them around. */
const mirrored = (text: string): string => {
  const letters = [...text].map((letter) => bidi.getMirroredCharacter(letter) ?? letter);
  return (/\p{L}/u.test(text) ? letters : letters.toReversed()).join('');
};
