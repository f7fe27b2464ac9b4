// SPDX-License-Identifier: GPL-3.0-or-later

// How hard a passphrase is to guess for whoever has stolen the file it locks. An estimate that rather says too little: nobody
// who reads it knows how it was thought of.

export type Strength = 'weak' | 'fair' | 'good' | 'strong';

/** Bits that a word of a language adds when it was thought of and not drawn. */
const WORD_BITS = 11;
/** Behind Argon2id at half a second a guess: days, years, and longer than anybody tries. */
const FAIR = 36;
const GOOD = 56;
const STRONG = 70;

/** About how many bits of guessing a passphrase stands for; repetitions and runs of neighbours count once. */
export const bitsOf = (passphrase: string): number => {
  const words = passphrase
    .trim()
    .split(/[\s\-_.,]+/u)
    .filter((word) => /^\p{L}{3,}$/u.test(word));
  const byWords = new Set(words.map((word) => word.toLowerCase())).size * WORD_BITS;
  const letters = [...passphrase];
  const fresh = letters.filter((letter, at) => at === 0 || !follows(letters[at - 1] ?? '', letter)).length;
  const distinct = new Set(letters).size;
  const byLetters = Math.min(fresh, 2 * distinct) * Math.log2(Math.max(alphabetOf(passphrase), 2));
  // A passphrase of words is as hard as its words; its letters follow from them.
  return words.length >= 2 && words.join('').length > passphrase.length / 2
    ? Math.min(byWords + 4, byLetters)
    : byLetters;
};

export const strengthOf = (bits: number): Strength =>
  bits < FAIR ? 'weak' : bits < GOOD ? 'fair' : bits < STRONG ? 'good' : 'strong';

/** The same letter, or its neighbour in the alphabet or in the row of figures. */
const follows = (before: string, letter: string): boolean =>
  Math.abs((before.codePointAt(0) ?? 0) - (letter.codePointAt(0) ?? 0)) <= 1;

const alphabetOf = (text: string): number =>
  [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^A-Za-z\d]/, 20],
  ].reduce((size, [kind, more]) => size + ((kind as RegExp).test(text) ? (more as number) : 0), 0);
