// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../../shared/view.ts';
import type { SharesReadView } from '../../../shared/view-restore.ts';
import {
  CODE_BEGIN,
  CODE_SIZES,
  GROUP_SIZE,
  GROUPS,
  sizeOfGroup,
  typedCode,
  UNREAD,
  whyNot,
} from '../../../shared/typed-code.ts';

// What a person has typed of a sheet: the groups of its code with the other lines, or a text that was pasted; of a sheet in shares, those
// that are in already as well.

export type Typed = {
  readonly way: 'groups' | 'text';
  /** 26 of them, in capitals; what was not typed is empty */
  readonly groups: readonly string[];
  /** the other lines, as they stand on the sheet */
  readonly lines: string;
  readonly text: string;
  /** shares that were put in; what is typed is the next one */
  readonly shares?: SharesReadView;
};

const NO_GROUPS: readonly string[] = Array<string>(GROUPS).fill('');
export const NOTHING_TYPED: Typed = { way: 'groups', groups: NO_GROUPS, lines: '', text: '' };

export const isTyped = (typed: Typed): boolean => typed.shares !== undefined || isBegun(typed);

/** Whether anything was typed beside the shares that are in. */
export const isBegun = ({ way, groups, text }: Typed): boolean =>
  way === 'text' ? text.trim() !== '' : groups.some((group) => group !== '');

/** Whether as many shares are in as are needed. */
export const isEnough = (shares: SharesReadView | undefined): boolean =>
  shares !== undefined && shares.there.length >= shares.needed;

/** With these shares in, and room for the next one. */
export const putIn = ({ way }: Pick<Typed, 'way'>, shares: SharesReadView): Typed => ({
  ...NOTHING_TYPED,
  way,
  shares,
});

/** The shares that are in, as a text. */
export const besideOf = ({ shares }: Pick<Typed, 'shares'>): { readonly beside?: string } =>
  shares === undefined ? {} : { beside: shares.texts.join('\n') };

/** A wallet of 2022 has so many groups. */
const SHORT_GROUPS = 16;
const lastTyped = (groups: readonly string[]): number => groups.findLastIndex((group) => group !== '');

/** The code as far as it was typed: a group that is empty, with others behind it, was not read. */
export const codeOf = (typed: readonly string[]): string => {
  const groups = released(typed);
  const last = lastTyped(groups);
  const all = last < SHORT_GROUPS ? last + 1 : GROUPS;
  return groups
    .slice(0, all)
    .map((group, index) => (group === '' ? UNREAD.repeat(sizeOfGroup(index)) : group))
    .join(' ');
};

/** The recovery text that the wallet is asked about, with the shares that are in. The other lines keep their numbers in it. */
export const textOf = (typed: Typed): string => {
  if (typed.shares === undefined) return paperOf(typed);
  return [...typed.shares.texts, ...(isBegun(typed) ? [shareOf(typed)] : [])].join('\n');
};

/** The one paper that is being typed. */
export const paperOf = ({ way, groups, lines, text }: Typed): string => {
  if (way === 'text') return text;
  if (lines.trim() === '') return codeOf(groups);
  return `HOLDFAST-RECOVERY-1 ${lines.split('\n').map(labelled).join('\n')}\nsecret: ${codeOf(groups)}\nEND`;
};

/** On a printed page an address stands behind the name of its place, without the label that it has in the text. */
const labelled = (line: string): string => {
  if (/^\s*(?:wallet|date|sheet|share|secret|provider)\b/i.test(line)) return line;
  const begin = line.search(/https?:\/\/|holdfast\+[a-z]/i);
  return begin < 0 ? line : `provider: ${line.slice(begin)}`;
};

/** Behind other shares a code alone needs its first line. */
const shareOf = (typed: Typed): string => {
  const paper = paperOf(typed);
  return /HOLDFAST/i.test(paper) ? paper : `HOLDFAST-SHARE-1\nsecret: ${paper}\nEND`;
};

/** As many letters may be missing while groups that are wrong can be told already. */
const MAX_MISSING = 8;

/** Whether enough was typed for the code to tell something, and whether all of it was. */
export const readiness = (typed: readonly string[]): 'early' | 'telling' | 'whole' => {
  const groups = released(typed);
  const letters = groups.join('').length;
  const size = lastTyped(groups) < SHORT_GROUPS ? Math.min(...CODE_SIZES) : Math.max(...CODE_SIZES);
  if (letters < size - MAX_MISSING) return 'early';
  const isWhole = groups.every((group, index) => group !== '' || (index >= SHORT_GROUPS && size < letters + 1));
  return isWhole && letters >= size - 1 ? 'whole' : 'telling';
};

/** More than a code with some letters too many is a text of another kind. */
const MAX_CODE = Math.max(...CODE_SIZES) + 5;
const OTHER_TEXT = /HOLDFAST|taler|provider|wallet/i;

/** Whether the whole code of a sheet was typed, and of where its copies are nothing. */
export const isCodeAlone = ({ way, groups, lines, shares }: Typed): boolean =>
  way === 'groups' && shares === undefined && lines.trim() === '' && readiness(groups) === 'whole';

/** The groups with what was pasted at one of them; undefined for what is no code or part of one. */
export const withPasted = (groups: readonly string[], index: number, pasted: string): Filled | undefined => {
  if (pasted.length > 2 * MAX_CODE + 200 || OTHER_TEXT.test(pasted)) return undefined;
  const letters = typedCode(pasted);
  if (letters === '' || letters.length > MAX_CODE || !/^[A-Z0-9?]+$/.test(letters)) return undefined;
  return spread(groups, letters.startsWith(CODE_BEGIN) ? 0 : index, letters);
};

/**
 * The groups with what was typed into one of them. While a letter stands there that the code does not have, all that follows stays in its
 * box; once it is gone, what follows goes where it belongs.
 */
export const withTyped = (groups: readonly string[], index: number, typed: string): Filled => {
  const size = sizeOfGroup(index);
  const isFreed = holdsBack(groups[index] ?? '', index) && !holdsBack(typed.slice(0, size), index);
  const isMore = typed.length > size && lastTyped(groups) <= index;
  return isFreed && isMore ? spread(groups, index, typed, true) : { groups: groups.with(index, typed), next: index };
};

/** Whether a letter is in this group that the code does not have: too much, or instead of another, which nobody but its person knows. */
export const holdsBack = (letters: string, index: number): boolean => {
  const fault = whyNot(letters, letters.length, index * GROUP_SIZE);
  return fault?.kind === 'look-alike' || fault?.kind === 'no-letter';
};

/** The groups with what a letter holds back in its box where it would stand if that letter is only a wrong one. */
const released = (groups: readonly string[]): readonly string[] => {
  const last = lastTyped(groups);
  const letters = groups[last] ?? '';
  return letters.length > sizeOfGroup(last) && holdsBack(letters, last) ? spread(groups, last, letters).groups : groups;
};

type Filled = { readonly groups: readonly string[]; readonly next: number };

const spread = (groups: readonly string[], from: number, letters: string, mayHold = false): Filled => {
  const filled = [...groups];
  let left = letters;
  let index = from;
  while (left !== '' && index < GROUPS) {
    if (mayHold && holdsBack(left.slice(0, sizeOfGroup(index)), index)) {
      filled[index] = left;
      return { groups: filled, next: index };
    }
    const isLast = index === GROUPS - 1;
    filled[index] = isLast ? left : left.slice(0, sizeOfGroup(index));
    left = isLast ? '' : left.slice(sizeOfGroup(index));
    index += 1;
  }
  // One that is not full yet is where it goes on.
  const isOpen = index > from && (filled[index - 1] ?? '').length < sizeOfGroup(index - 1);
  return { groups: filled, next: Math.min(isOpen ? index - 1 : index, GROUPS - 1) };
};

/** Groups that the wallet has read, in as many boxes as there are. */
export const inBoxes = (groups: readonly string[]): readonly string[] => NO_GROUPS.map((_, i) => groups[i] ?? '');

/** A request takes no more. */
export const MAX_PASTED = 100_000;

/** What is said of a share that does not belong to those that are in; they stay as they are, and so does what was typed. */
export const APART: readonly string[] = [
  'same-share-twice',
  'share-of-another-split',
  'share-contradicts',
  'sheet-among-shares',
  'too-many-shares',
] satisfies readonly FailureView['kind'][];
