// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
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
    | { readonly kind: 'dropped'; readonly at: number }
    /** `at` is where the character stood in the damaged string */
    | { readonly kind: 'inserted'; readonly at: number }
    | { readonly kind: 'swapped'; readonly at: number };
};

/** More is wrong than the code can tell. */
export type TooDamaged = { readonly kind: 'too-damaged' };

/** Characters that the alphabet leaves out because they look like others. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { b: '8', o: '0', i: 'l', 1: 'l' };

/** Beside what was moved, two wrong characters and one that is missing are still looked for: more readings are tried than of a row in its place. */
const MOVED_STRENGTH = 5;

type Try = { readonly characters: readonly string[]; readonly moved: Correction['moved'] };

/**
 * Proposes what a damaged codex32 string was: up to 4 wrong characters or 8 unreadable ones (`?`), one character too many or too few, or
 * two neighbouring groups of `groupLength` in each other's place. `lengths` are the secret's possible lengths in bytes. What two readings
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
    const inPlace = readings(characters, codex32Length(prefix, bytes) - head, head);
    const asWritten = inPlace.flatMap((each) => read(each, prefix, bytes));
    if (asWritten.length > 0 || characters.length !== codex32Length(prefix, bytes) - head) return asWritten;
    return swaps(characters, groupLength, head).flatMap((each) => read(each, prefix, bytes));
  });
  const [best, ...others] = found.toSorted((a, b) => weight(a) - weight(b));
  if (best === undefined || others.some((other) => other.text !== best.text)) return err({ kind: 'too-damaged' });
  return parseCodex32(best.text, prefix, lengths).ok ? ok(best) : err({ kind: 'too-damaged' });
};

const weight = ({ changes, moved }: Correction): number => changes.length + (moved.kind === 'none' ? 0 : 2);

const readings = (characters: readonly string[], length: number, head: number): readonly Try[] => {
  const places = Array.from({ length: Math.max(length, characters.length) }, (_, at) => at);
  switch (characters.length - length) {
    case 0:
      return [{ characters, moved: { kind: 'none' } }];
    case 1:
      return places.map((at) => ({
        characters: characters.toSpliced(at, 1),
        moved: { kind: 'inserted', at: head + at },
      }));
    case -1:
      return places.map((at) => ({
        characters: characters.toSpliced(at, 0, ''),
        moved: { kind: 'dropped', at: head + at },
      }));
    default:
      return [];
  }
};

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
  const found = errata(codeFor(bytes), prefix, values);
  if (!found || (moved.kind !== 'none' && strength(values, found) > MOVED_STRENGTH)) return undefined;
  const mended = values.map((value, at) => (found.find((each) => each.at === at)?.error ?? 0) ^ Math.max(value, 0));
  const text = mended.map((value) => ALPHABET[value] ?? '').join('');
  const head = prefix.length + 1;
  return {
    text: `${prefix}1${text}`,
    moved,
    changes: characters.flatMap((was, at) => (was === text[at] ? [] : [{ at: head + at, was }])),
  };
};

/** How much of the code's strength was used: a wrong value takes two, a missing one takes one. */
const strength = (values: readonly number[], found: readonly { readonly at: number }[]): number =>
  found.reduce((all, { at }) => all + ((values[at] ?? -1) < 0 ? 1 : 2), 0);
