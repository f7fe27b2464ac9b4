// SPDX-License-Identifier: GPL-3.0-or-later
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/**
 * One line of a paragraph that is read from the left, cut into words and stretches in the order they stand on paper (Unicode Standard
 * Annex 9). The letters of each stay in the order they are spoken: a word that is read from the right is turned by its font; the order of
 * such words is turned here.
 */
export const inVisualOrder = (line: string): readonly string[] => {
  if (!TURNS.test(line)) return [line];
  const { levels } = bidi.getEmbeddingLevels(line, 'ltr');
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
      const text = line.slice(start, end).replace(ISOLATES, '');
      return level % 2 === 1 ? mirrored(text) : text;
    })
    .filter((text) => text !== '');
};

/** Letters that are read from the right, and signs that say what is: a line without any stands as it is written. The library knows none beyond U+FFFF. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** They say where a direction begins and ends, and show nothing. */
const ISOLATES = /[\u2066-\u2069]/gu;

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

/** Brackets of text that is read from the right open the other way (rule L4). */
const mirrored = (text: string): string =>
  [...text].map((letter) => bidi.getMirroredCharacter(letter) ?? letter).join('');
