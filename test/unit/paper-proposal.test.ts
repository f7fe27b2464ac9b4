// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../electron/backup/paper/codex32/correct.ts';
import { changedGroups } from '../../electron/backup/paper/proposal.ts';

// What a correction changes is told in the groups that a person sees on the page, each with what was typed in it.

const right = 'hold1qpzry9x8gf2tvdw0s3jn5';
const propose = (typed: string, moved: Correction['moved'] = { kind: 'none' }) =>
  changedGroups(typed, { text: right, changes: [], moved }, 5);
const differs = (group: number, typed: string, proposed: string) => ({
  kind: 'differs',
  facts: { group, typed, proposed },
});
const dropped = (at: number, count: number): Correction['moved'] => ({ kind: 'dropped', at, count });
const inserted = (at: number, count: number): Correction['moved'] => ({ kind: 'inserted', at, count });

describe('in its place', () => {
  it('is nothing where nothing differs, and each group that does, in capitals', () => {
    expect(propose(right)).toEqual([]);
    expect(propose('hold1qpzzz9x8gf2tvdw0s3jnn')).toEqual([differs(2, 'QPZZZ', 'QPZRY'), differs(6, 'N', '5')]);
  });

  it('is a group that was not read where all of it is marked so, and one with a letter in it is not', () => {
    expect(propose('hold1?????9x8gf2tv??0s3jn?')).toEqual([
      { kind: 'unread', facts: { group: 2, proposed: 'QPZRY' } },
      differs(4, '2TV??', '2TVDW'),
      { kind: 'unread', facts: { group: 6, proposed: '5' } },
    ]);
  });
});

describe('with letters missing', () => {
  it.each([
    ['one in a group', 'hold1qpry9x8gf2tvdw0s3jn5', dropped(7, 1), [differs(2, 'QPRY', 'QPZRY')]],
    ['a group', 'hold1qpzry2tvdw0s3jn5', dropped(10, 5), [{ kind: 'unread', facts: { group: 3, proposed: '9X8GF' } }]],
    [
      'the end',
      'hold1qpzry9x8gf2tvdw0s3',
      dropped(23, 3),
      [differs(5, '0S3', '0S3JN'), { kind: 'unread', facts: { group: 6, proposed: '5' } }],
    ],
  ])('%s', (_, typed, moved, changes) => {
    expect(propose(typed, moved)).toEqual(changes);
  });
});

describe('with letters too many', () => {
  it.each([
    ['inside a group', 'hold1qpqzry9x8gf2tvdw0s3jn5', inserted(7, 1), [differs(2, 'QPQZRY', 'QPZRY')]],
    ['as the first of all', 'qhold1qpzry9x8gf2tvdw0s3jn5', inserted(0, 1), [differs(1, 'QHOLD1', 'HOLD1')]],
    // A letter between two groups is shown with the one it was typed behind.
    ['between two groups', 'hold1qpzryq9x8gf2tvdw0s3jn5', inserted(10, 1), [differs(2, 'QPZRYQ', 'QPZRY')]],
    ['as the last of all', 'hold1qpzry9x8gf2tvdw0s3jn5q', inserted(26, 1), [differs(6, '5Q', '5')]],
    ['in the last group', 'hold1qpzry9x8gf2tvdw0s3jnq5', inserted(25, 1), [differs(5, '0S3JNQ', '0S3JN')]],
    [
      'a whole group',
      'hold1qpzryqqqqq9x8gf2tvdw0s3jn5',
      inserted(10, 5),
      [{ kind: 'extra', facts: { typed: 'QQQQQ' } }],
    ],
    [
      'a whole group, and a wrong letter beside it',
      'hold1qpzzyqqqqq9x8gf2tvdw0s3jn5',
      inserted(10, 5),
      [{ kind: 'extra', facts: { typed: 'QQQQQ' } }, differs(2, 'QPZZY', 'QPZRY')],
    ],
  ])('%s', (_, typed, moved, changes) => {
    expect(propose(typed, moved)).toEqual(changes);
  });
});

it('two groups in each other’s place are told as such, and a wrong letter in one where it belongs', () => {
  const moved = { kind: 'swapped', at: 10 } as const;
  const swapped = { kind: 'swapped', facts: { group: 3, other: 4 } };
  expect(propose('hold1qpzry2tvdw9x8gf0s3jn5', moved)).toEqual([swapped]);
  expect(propose('hold1qpzry2tvdw9x8gg0s3jn5', moved)).toEqual([swapped, differs(3, '9X8GG', '9X8GF')]);
});
