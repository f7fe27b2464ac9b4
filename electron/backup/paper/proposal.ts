// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { Correction } from './codex32/correct.ts';

/** What a correction changes in the groups of a code, as they stand on the page; `typed` is what it was found for. */
export const changedGroups = (
  typed: string,
  { text, moved }: Correction,
  groupLength: number,
): readonly Said<'correction'>[] => {
  const { cells, extra } = alignedWith(typed, moved, groupLength);
  const shown = text.toUpperCase();
  const all = Array.from({ length: Math.ceil(text.length / groupLength) }, (_, i) => ({
    group: i + 1,
    typed: cells
      .slice(i * groupLength, (i + 1) * groupLength)
      .join('')
      .toUpperCase(),
    proposed: shown.slice(i * groupLength, (i + 1) * groupLength),
  }));
  const swapped = moved.kind === 'swapped' ? [swap(moved.at, groupLength)] : [];
  return [
    ...swapped,
    ...extra.map((each): Said<'correction'> => ({ kind: 'extra', facts: { typed: each.toUpperCase() } })),
    ...all.filter((each) => each.typed !== each.proposed).map(change),
  ];
};

type Change = { readonly group: number; readonly typed: string; readonly proposed: string };

const change = ({ group, typed, proposed }: Change): Said<'correction'> =>
  /^\?*$/.test(typed)
    ? { kind: 'unread', facts: { group, proposed } }
    : { kind: 'differs', facts: { group, typed, proposed } };

const swap = (at: number, groupLength: number): Said<'correction'> => {
  const group = Math.floor(at / groupLength) + 1;
  return { kind: 'swapped', facts: { group, other: group + 1 } };
};

/** What was typed, one cell for each character of the proposal, and groups that belong to none. */
const alignedWith = (
  typed: string,
  moved: Correction['moved'],
  groupLength: number,
): { readonly cells: readonly string[]; readonly extra: readonly string[] } => {
  const cells = [...typed];
  switch (moved.kind) {
    case 'none':
      return { cells, extra: [] };
    case 'dropped':
      return { cells: cells.toSpliced(moved.at, 0, ...Array<string>(moved.count).fill('')), extra: [] };
    case 'inserted': {
      const left = cells.toSpliced(moved.at, moved.count);
      const over = typed.slice(moved.at, moved.at + moved.count);
      if (moved.count >= groupLength) return { cells: left, extra: [over] };
      // One letter too many is seen in the group it was typed in.
      const isInLast = moved.at % groupLength === 0 && moved.at > 0;
      const at = Math.min(isInLast ? moved.at - 1 : moved.at, left.length - 1);
      const cell = left[at] ?? '';
      return { cells: left.with(at, at < moved.at ? `${cell}${over}` : `${over}${cell}`), extra: [] };
    }
    case 'swapped': {
      const [first, second] = [moved.at, moved.at + groupLength];
      const swapped = [...cells.slice(second, second + groupLength), ...cells.slice(first, second)];
      return { cells: cells.toSpliced(first, 2 * groupLength, ...swapped), extra: [] };
    }
  }
};
