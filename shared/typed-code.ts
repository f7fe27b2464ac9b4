// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';
import { plain } from './pasted.ts';

// The code of a recovery sheet as a person types it: how it stands on the page, and which letters it has. Whether it is right is the
// wallet's to say.

/** The letters of the code in the order of their values, 0 to 31 (BIP-93). */
export const CODE_LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** Letters that the code leaves out because they look like others. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = { b: '8', o: '0', i: 'l', 1: 'l' };
/** What stands for a letter that cannot be read. */
export const UNREAD = '?';
/** Every code begins so. */
export const CODE_BEGIN = 'HOLD1';
export const GROUP_SIZE = 5;
const GROUPS_IN_ROW = 5;

/** How many letters a code has: that of a wallet of ours, and that of a wallet of 2022. */
export const CODE_SIZES: readonly number[] = [129, 76];
const WHOLE = 129;
export const GROUPS = 26;

/** How many letters the group has, counted from 0. */
export const sizeOfGroup = (index: number): number => Math.min(GROUP_SIZE, WHOLE - index * GROUP_SIZE);

/** The rows of the page: their groups, counted from 1, and their letters. */
export const codeRows: readonly { readonly first: number; readonly last: number; readonly size: number }[] = Array.from(
  { length: Math.ceil(GROUPS / GROUPS_IN_ROW) },
  (_, row) => {
    const first = row * GROUPS_IN_ROW;
    const last = Math.min(GROUPS, first + GROUPS_IN_ROW);
    const size = Array.from({ length: last - first }, (__, i) => sizeOfGroup(first + i)).reduce((a, b) => a + b, 0);
    return { first: first + 1, last, size };
  },
);

/** The label of a row, when it is typed or pasted along. */
const LABEL = /\bsecret( ?\d{1,2}( ?- ?\d{1,2})?)? ?[:;]/gi;
const BETWEEN = /[\s.,_|:;'"`*-]+/g;

/** What was typed or pasted, as capitals without what people put between them. */
export const typedCode = (text: string): string => plain(text).replace(LABEL, ' ').replace(BETWEEN, '').toUpperCase();

/**
 * Why these letters, of which the first is number `at` of the code (from 0), cannot be what stands there, or be all of it; undefined when
 * they may be right. The first thing that is wrong is said.
 */
export const whyNot = (typed: string, size: number, at = 0): Said<'typing'> | undefined => {
  for (const [i, letter] of [...typed].entries()) {
    const fault = whyNotLetter(letter, at + i);
    if (fault !== undefined) return fault;
  }
  if (typed.length === size) return undefined;
  return { kind: typed.length < size ? 'short' : 'long', facts: { got: typed.length, expected: size } };
};

const whyNotLetter = (letter: string, at: number): Said<'typing'> | undefined => {
  if (letter === UNREAD) return undefined;
  if (at < CODE_BEGIN.length)
    return letter === CODE_BEGIN[at] ? undefined : { kind: 'beginning', facts: { begin: CODE_BEGIN } };
  const lower = letter.toLowerCase();
  if (lower.length === 1 && CODE_LETTERS.includes(lower)) return undefined;
  const group = Math.floor(at / GROUP_SIZE) + 1;
  const meant = LOOK_ALIKES[lower]?.toUpperCase();
  return meant === undefined
    ? { kind: 'no-letter', facts: { group, typed: letter } }
    : { kind: 'look-alike', facts: { group, typed: letter, meant } };
};
