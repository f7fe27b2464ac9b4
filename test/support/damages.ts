// SPDX-License-Identifier: GPL-3.0-or-later
import { ALPHABET } from '../../electron/backup/paper/codex32/code.ts';
import { correctCodex32 } from '../../electron/backup/paper/codex32/correct.ts';
import { secretToCodex32 } from '../../electron/backup/paper/codex32/text.ts';
import { diceOf, type Dice } from './dice.ts';

// What happens to a code on paper, by chance: damage that it can tell, and damage beyond that. What is proposed must be the code that
// was there; beyond the bound it may still be found, or be called too damaged, and nothing else.

const PREFIX = 'hold';
const HEAD = 5;
const GROUP = 5;
const UNREAD = '?';

/** What came of damage of one kind. */
export type Tally = { found: number; tooDamaged: number; wrong: number };
type Damage = (code: readonly string[], dice: Dice) => readonly string[];

const other = (letter: string, dice: Dice): string =>
  ALPHABET[(ALPHABET.indexOf(letter) + 1 + dice.upTo(31)) % 32] ?? '';

/** Different places behind the prefix. */
const places = (length: number, count: number, dice: Dice): readonly number[] => {
  const taken = new Set<number>();
  while (taken.size < count) taken.add(HEAD + dice.upTo(length - HEAD));
  return [...taken];
};

const wrong = (code: readonly string[], at: readonly number[], dice: Dice): string[] =>
  code.map((letter, i) => (at.includes(i) ? other(letter, dice) : letter));
const unread = (code: readonly string[], at: readonly number[]): string[] =>
  code.map((letter, i) => (at.includes(i) ? UNREAD : letter));

/** So many wrong letters and so many unreadable ones. */
const letters = (code: readonly string[], dice: Dice, bad: number, missing: number): readonly string[] => {
  const at = places(code.length, bad + missing, dice);
  return unread(wrong(code, at.slice(0, bad), dice), at.slice(bad));
};

/** Groups that a blot covers, and wrong letters elsewhere. */
const blotted = (code: readonly string[], dice: Dice, groups: number, bad: number): readonly string[] => {
  const all = Array.from({ length: Math.ceil(code.length / GROUP) - 1 }, (_, i) => i + 1);
  const covered = new Set<number>();
  while (covered.size < groups) covered.add(dice.pick(all));
  const under = code.flatMap((_, at) => (covered.has(Math.floor(at / GROUP)) ? [at] : []));
  const free = places(code.length, code.length - HEAD, dice).filter((at) => !under.includes(at));
  return unread(wrong(code, free.slice(0, bad), dice), under);
};

const anyGroup = (code: readonly string[], dice: Dice): number =>
  GROUP * (1 + dice.upTo(Math.floor(code.length / GROUP) - 2));

/** What is found of the long code, and of the short one, as wrong letters. */
const most = (code: readonly string[]): number => (code.length > 100 ? 4 : 3);

export const withinBound: Readonly<Record<string, Damage>> = {
  'one to four wrong': (code, dice) => letters(code, dice, 1 + dice.upTo(most(code)), 0),
  'one to eight unreadable': (code, dice) => letters(code, dice, 0, 1 + dice.upTo(2 * most(code))),
  'some of each': (code, dice) => {
    const bad = 1 + dice.upTo(most(code) - 1);
    return letters(code, dice, bad, 1 + dice.upTo(2 * (most(code) - bad)));
  },
  'a blotted group, and one wrong': (code, dice) => blotted(code, dice, 1, code.length > 100 ? dice.upTo(2) : 0),
  // The short code has fewer letters to judge by.
  'two blotted groups': (code, dice) => (code.length > 100 ? blotted(code, dice, 2, 0) : letters(code, dice, 0, 6)),
  'one letter left out': (code, dice) => {
    const [at = HEAD, bad = HEAD] = places(code.length, 2, dice);
    return wrong(code, dice.upTo(2) === 0 ? [] : [bad], dice).toSpliced(at, 1);
  },
  'one letter too many': (code, dice) => {
    const [at = HEAD, bad = HEAD] = places(code.length, 2, dice);
    return wrong(code, dice.upTo(2) === 0 ? [] : [bad], dice).toSpliced(at, 0, dice.pick([...ALPHABET]));
  },
  'two groups exchanged': (code, dice) => {
    const at = anyGroup(code, dice);
    return code.toSpliced(at, 2 * GROUP, ...code.slice(at + GROUP, at + 2 * GROUP), ...code.slice(at, at + GROUP));
  },
  'a group left out': (code, dice) => code.toSpliced(anyGroup(code, dice), GROUP),
  'a group twice': (code, dice) => {
    const at = anyGroup(code, dice);
    return code.toSpliced(at, 0, ...code.slice(at, at + GROUP));
  },
  'an end cut off': (code, dice) => code.slice(0, code.length - 2 - dice.upTo(2 * most(code) - 1)),
};

export const beyondBound: Readonly<Record<string, Damage>> = {
  'five to forty wrong': (code, dice) => letters(code, dice, 5 + dice.upTo(36), 0),
  'five wrong': (code, dice) => letters(code, dice, 5, 0),
  'nine to twenty unreadable': (code, dice) => letters(code, dice, 0, 9 + dice.upTo(12)),
  'too many of each': (code, dice) => {
    const missing = 1 + dice.upTo(10);
    return letters(code, dice, Math.max(1, 5 - Math.floor(missing / 2)) + dice.upTo(4), missing);
  },
  'two blotted groups, and wrong ones': (code, dice) => blotted(code, dice, 2, 1 + dice.upTo(4)),
  'three blotted groups': (code, dice) => blotted(code, dice, 3, 0),
  'a letter left out, and four wrong': (code, dice) => {
    const [at = HEAD, ...bad] = places(code.length, 5, dice);
    return wrong(code, bad, dice).toSpliced(at, 1);
  },
  'another code from the middle on': (code, dice) => {
    const at = 20 + dice.upTo(60);
    return [...code.slice(0, at), ...codeOf(dice, code.length).slice(at)];
  },
  'nothing of a code': (code, dice) => code.map((letter, at) => (at < HEAD ? letter : (ALPHABET[dice.upTo(32)] ?? ''))),
};

const codeOf = (dice: Dice, length: number): readonly string[] => [
  ...secretToCodex32(
    PREFIX,
    Array.from({ length: 4 }, () => dice.pick([...ALPHABET])).join(''),
    dice.bytes(length > 100 ? 64 : 32),
  ),
];

/** Damages so many codes by the kinds in turn, and says what came of each kind. Both lengths of a code are tried. */
export const damage = (kinds: Readonly<Record<string, Damage>>, count: number, seed: number): Map<string, Tally> => {
  const dice = diceOf(seed);
  const names = Object.keys(kinds);
  const tallies = new Map(names.map((name) => [name, { found: 0, tooDamaged: 0, wrong: 0 }]));
  for (let i = 0; i < count; i += 1) {
    const name = names[i % names.length] ?? '';
    const tally = tallies.get(name);
    const code = codeOf(dice, dice.upTo(8) === 0 ? 76 : 129);
    const damaged = kinds[name]?.(code, dice).join('') ?? '';
    const proposed = correctCodex32(damaged, PREFIX, [64, 32], GROUP);
    if (!tally) continue;
    if (!proposed.ok) tally.tooDamaged += 1;
    else if (proposed.value.text === code.join('')) tally.found += 1;
    else tally.wrong += 1;
  }
  return tallies;
};
