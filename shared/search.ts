// SPDX-License-Identifier: GPL-3.0-or-later

// How words that a person typed are looked for in what is shown: whatever the case, the accents and the width of the letters.

/** A text as it is compared. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** More words than this nobody looks for. */
const MOST_WORDS = 12;

/** The words of what was typed, as they are compared; a sum without its sign and without marks between thousands. */
export const wordsOf = (typed: string): readonly string[] =>
  folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => (SUM.test(word) ? sumWord(word) : word));

const SUM = /^[+\-−]?\d[\d.,'’]*$/;

const sumWord = (word: string): string => {
  const digits = word.replace(/[+\-−'’]/g, '');
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (point < 0 || comma < 0) return digits;
  return digits.replaceAll(point > comma ? ',' : '.', '');
};

/** A sum as people may type it: with a point or a comma, and with the noughts it is shown with. `text` is canonical ("KUDOS:12.5"). */
export const sumTexts = (text: string): string => {
  const number = text.slice(text.indexOf(':') + 1).replace('-', '');
  const [whole = '', fraction = ''] = number.split('.');
  const shown = `${whole}.${fraction.padEnd(2, '0')}`;
  return [number, shown, number.replace('.', ','), shown.replace('.', ',')].join(' ');
};
