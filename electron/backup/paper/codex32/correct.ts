// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { LOOK_ALIKES } from '../../../../shared/typed-code.ts';
import { ALPHABET, codeFor, codex32Length, valueOf } from './code.ts';
import { errata } from './errata.ts';
import { parseCodex32 } from './text.ts';

/** What a damaged string was most likely meant to be. It is a proposal: a person compares it with the paper and says yes. */
export type Correction = {
  /** lower case, with its prefix, and valid */
  readonly text: string;
  /** places in `text` where something else stood; `was` is empty for a character that had been left out */
  readonly changes: readonly { readonly at: number; readonly was: string }[];
  /** how its characters had moved, if they had */
  readonly moved:
    | { readonly kind: 'none' }
    /** `count` characters are missing from `at` on: one, a whole group, or the end */
    | { readonly kind: 'dropped'; readonly at: number; readonly count: number }
    /** `at` is where the characters stood in the damaged string: one, or a whole group */
    | { readonly kind: 'inserted'; readonly at: number; readonly count: number }
    | { readonly kind: 'swapped'; readonly at: number };
};

/** More is wrong than the code can tell. */
export type TooDamaged = { readonly kind: 'too-damaged' };

/** Beside what was moved, two wrong characters and one that is missing are still looked for: more readings are tried than of a row in its place. */
const MOVED_STRENGTH = 5;
/** Where an end is missing it is known what: as much of it is found as of any characters that cannot be read. */
const MAX_CUT_OFF = 8;

type Try = { readonly characters: readonly string[]; readonly moved: Correction['moved'] };

/**
 * Proposes what a damaged codex32 string was: up to 4 wrong characters or 8 unreadable ones (`?`) of the long code, 3 or 6 of the short
 * one, one character or group of `groupLength`
 * too many or too few, an end that is cut off, or two neighbouring groups in each other's place. `lengths` are the secret's possible lengths in bytes. What two readings
 * would explain is too damaged, and so is what was not damaged by so little.
 */
export const correctCodex32 = (
  text: string,
  prefix: string,
  lengths: readonly number[],
  groupLength: number,
): Result<Correction, TooDamaged> => {
  const head = prefix.length + 1;
  const characters = [...text.toLowerCase()].slice(head);
  const found = lengths.flatMap((bytes) => {
    const inPlace = readings(characters, codex32Length(prefix, bytes) - head, groupLength, head);
    const asWritten = inPlace.flatMap((each) => read(each, prefix, bytes));
    if (asWritten.length > 0 || characters.length !== codex32Length(prefix, bytes) - head) return asWritten;
    return swaps(characters, groupLength, head).flatMap((each) => read(each, prefix, bytes));
  });
  const [best, ...others] = found.toSorted((a, b) => weight(a) - weight(b));
  if (best === undefined || others.some((other) => other.text !== best.text)) return err({ kind: 'too-damaged' });
  return parseCodex32(best.text, prefix, lengths).ok ? ok(best) : err({ kind: 'too-damaged' });
};

const weight = ({ changes, moved }: Correction): number => changes.length + (moved.kind === 'none' ? 0 : 2);

const readings = (characters: readonly string[], length: number, groupLength: number, head: number): readonly Try[] => {
  const over = characters.length - length;
  if (over === 0) return [{ characters, moved: { kind: 'none' } }];
  const most = Math.max(length, characters.length);
  const places = Array.from({ length: most }, (_, at) => at);
  const groups = places.filter((at) => (at + head) % groupLength === 0);
  const cutOff = over < -1 && -over <= MAX_CUT_OFF ? [dropped(characters, characters.length, -over, head)] : [];
  switch (over) {
    case 1:
      return places.map((at) => inserted(characters, at, 1, head));
    case -1:
      return places.map((at) => dropped(characters, at, 1, head));
    case groupLength:
      return groups.map((at) => inserted(characters, at, groupLength, head));
    case -groupLength:
      return [...cutOff, ...groups.map((at) => dropped(characters, at, groupLength, head))];
    default:
      return cutOff;
  }
};

const inserted = (characters: readonly string[], at: number, count: number, head: number): Try => ({
  characters: characters.toSpliced(at, count),
  moved: { kind: 'inserted', at: head + at, count },
});

const dropped = (characters: readonly string[], at: number, count: number, head: number): Try => ({
  characters: characters.toSpliced(at, 0, ...Array<string>(count).fill('')),
  moved: { kind: 'dropped', at: head + at, count },
});

/** Groups are counted with the prefix, as they stand on the page. */
const swaps = (characters: readonly string[], groupLength: number, head: number): readonly Try[] => {
  const firsts = Array.from(
    { length: Math.floor((head + characters.length) / groupLength) },
    (_, i) => i * groupLength,
  );
  return firsts
    .map((first) => first - head)
    .filter((at) => at >= 0 && at + 2 * groupLength <= characters.length)
    .map((at) => ({
      characters: [
        ...characters.slice(0, at),
        ...characters.slice(at + groupLength, at + 2 * groupLength),
        ...characters.slice(at, at + groupLength),
        ...characters.slice(at + 2 * groupLength),
      ],
      moved: { kind: 'swapped', at: head + at },
    }));
};

const read = ({ characters, moved }: Try, prefix: string, bytes: number): readonly Correction[] => {
  const alike = characters.map((character) => LOOK_ALIKES[character] ?? character);
  const isSame = alike.every((character, at) => character === characters[at]);
  for (const row of isSame ? [alike] : [alike, characters]) {
    const correction = readRow(row, characters, prefix, bytes, moved);
    if (correction) return [correction];
  }
  return [];
};

const readRow = (
  row: readonly string[],
  characters: readonly string[],
  prefix: string,
  bytes: number,
  moved: Correction['moved'],
): Correction | undefined => {
  const values = row.map((character) => (character === '' ? -1 : valueOf(character)));
  const found = errata(codeFor(bytes), prefix, values, Math.min(codeFor(bytes).strongest, strengthFor(moved)));
  if (!found) return undefined;
  const mended = values.map((value, at) => (found.find((each) => each.at === at)?.error ?? 0) ^ Math.max(value, 0));
  const text = mended.map((value) => ALPHABET[value] ?? '').join('');
  const head = prefix.length + 1;
  return {
    text: `${prefix}1${text}`,
    moved,
    changes: characters.flatMap((was, at) => (was === text[at] ? [] : [{ at: head + at, was }])),
  };
};

/** How much of the code's strength may be used: a wrong value takes two, a missing one takes one. */
const strengthFor = (moved: Correction['moved']): number => {
  switch (moved.kind) {
    case 'none':
      return Number.POSITIVE_INFINITY;
    case 'dropped':
      return Math.max(MOVED_STRENGTH, moved.count);
    case 'inserted':
    case 'swapped':
      return MOVED_STRENGTH;
  }
};
