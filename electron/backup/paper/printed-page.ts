// SPDX-License-Identifier: GPL-3.0-or-later
import { GROUPS, sizeOfGroup } from '../../../shared/typed-code.ts';
import { providerAddress, type SheetProvider } from './address.ts';
import type { Line } from './pasted.ts';
import type { SecretPart } from './secret-code.ts';

// A printed page that comes back as text, copied from a PDF or a browser: the groups with their numbers in any order, and addresses with
// their check characters somewhere among words in any language.

/** A number and a group as they stand in a box; what is written in small letters is a word that happens to follow a number. */
const NUMBERED = /(?<![0-9A-Za-z?])([1-9]|1\d|2[0-6])\s{1,20}([0-9A-Z?]{4,5})(?![0-9A-Za-z?])/g;
/** So many of the groups must be there before a text is taken for a page: what is missing counts as unreadable. */
const MIN_GROUPS = GROUPS - 2;

/** The code that stands in boxes in this text, as the parts of its groups; undefined where there are none. */
export const groupsInBoxes = (lines: readonly Line[]): readonly SecretPart[] | undefined => {
  const text = lines.map(({ raw }) => raw).join('\n');
  const found = new Map<number, SecretPart>();
  for (const { 1: number, 2: group = '', index } of text.matchAll(NUMBERED)) {
    const at = Number(number) - 1;
    if (found.has(at) || group.length !== sizeOfGroup(at)) continue;
    found.set(at, { line: lineAt(lines, index), characters: group.toLowerCase(), first: at + 1 });
  }
  if (found.size < MIN_GROUPS) return undefined;
  const line = found.get(0)?.line ?? 1;
  return Array.from(
    { length: GROUPS },
    (_, at) => found.get(at) ?? { line, characters: '?'.repeat(sizeOfGroup(at)), first: at + 1 },
  );
};

const lineAt = (lines: readonly Line[], index: number): number => {
  let end = 0;
  for (const { raw, number } of lines) {
    end += raw.length + 1;
    if (index < end) return number;
  }
  return lines.at(-1)?.number ?? 1;
};

const BEGINS = /https?:\/\/|holdfast\+[a-z]/gi;
/** No page has more, and no address is longer. */
const MAX_BEGINS = 400;
const LONGEST = 2_600;
const CHECKED = /^([^[\]]*)\[\s?([0-9a-z]{4})\s?\]/i;

/** The places of a page: every address whose check characters stand behind it and fit, however its lines are broken. */
export const checkedPlaces = (lines: readonly Line[]): readonly SheetProvider[] => {
  const text = lines.map((line) => line.text).join('\n');
  const places: SheetProvider[] = [];
  let after = 0;
  for (const { index } of [...text.matchAll(BEGINS)].slice(0, MAX_BEGINS)) {
    if (index < after) continue;
    const [whole = '', written = '', check = ''] = CHECKED.exec(text.slice(index, index + LONGEST)) ?? [];
    const address = providerAddress(written.replaceAll(/\s/g, ''), check.toLowerCase());
    if (address === undefined) continue;
    places.push({ name: '', ...address });
    after = index + whole.length;
  }
  return places;
};
