// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { codeRows, GROUP_SIZE, sizeOfGroup, whyNot } from '../../../shared/typed-code.ts';
import type { Checked } from './check.ts';

/** How a row of the page stands: nothing or some of it typed, all of it, something to look at, or right as the code says. */
export type RowState = 'open' | 'full' | 'bad' | 'good';

export type Row = {
  readonly first: number;
  readonly last: number;
  readonly state: RowState;
  /** what is wrong with its first group that can be told to be wrong, counted from 1; no fault where only the code says so */
  readonly faulty?: { readonly group: number; readonly fault?: Said<'typing'> };
};

/** Why a group cannot be right. One that is being typed is not too short yet. */
export const faultIn = (typed: string, index: number, isTyping: boolean): Said<'typing'> | undefined => {
  if (typed === '') return undefined;
  const fault = whyNot(typed, sizeOfGroup(index), index * GROUP_SIZE);
  return fault?.kind === 'short' && isTyping ? undefined : fault;
};

export const rowsOf = (groups: readonly string[], typing: number | undefined, checked: Checked): readonly Row[] =>
  codeRows.map(({ first, last }) => {
    const indexes = Array.from({ length: last - first + 1 }, (_, i) => first - 1 + i);
    if (checked.kind === 'right') return { first, last, state: 'good' };
    const faulty = indexes.flatMap((index) => {
      const fault = faultIn(groups[index] ?? '', index, index === typing);
      if (fault !== undefined) return [{ group: index + 1, fault }];
      return checked.wrong.includes(index + 1) ? [{ group: index + 1 }] : [];
    })[0];
    if (faulty !== undefined) return { first, last, state: 'bad', faulty };
    const isFull = indexes.every((index) => groups[index]?.length === sizeOfGroup(index));
    return { first, last, state: isFull ? 'full' : 'open' };
  });
