// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { judgeSafety } from '../../electron/backup/safety/judge.ts';
import { warnings } from '../../electron/backup/safety/removal.ts';
import { ALL, copy, DAY, facts, NOW, place, withoutPaper } from './safety-facts.ts';

// An escrow that was rehearsed counts like a sheet that was read back: alone, beside one, instead of one that leads nowhere.

const escrow = (ids: readonly string[], daysAgo = 5): Pick<SafetyFacts, 'escrow'> => ({
  escrow: { testedAt: NOW - daysAgo * DAY, places: new Set(ids) },
});
const paper = (ids: readonly string[], daysAgo = 3): Pick<SafetyFacts, 'paper'> => ({
  paper: { testedAt: NOW - daysAgo * DAY, places: new Set(ids) },
});
const unseen = { ...withoutPaper, sheetShown: false };
/** `a` has a part of the money, `b` all of it. */
const parted = [place('a', { copy: copy({ sources: new Set(['s1']) }) }), place('b')];

test.each<readonly [string, SafetyFacts, string, readonly string[], readonly string[], string | undefined]>([
  [
    'an escrow that was rehearsed, and no sheet',
    { ...unseen, ...escrow(['a', 'b']) },
    'protected',
    ['protected-by-escrow'],
    [],
    'rehearse-escrow',
  ],
  [
    'an escrow whose ways were not rehearsed, and no sheet',
    { ...unseen, escrowLacks: 2 },
    'not-protected',
    ['no-paper', 'escrow-unrehearsed'],
    ALL,
    'rehearse-escrow',
  ],
  [
    'an escrow that no place holds as it is now',
    { ...unseen, escrowLacks: 0 },
    'not-protected',
    ['no-paper', 'escrow-not-current'],
    ALL,
    'update-escrow',
  ],
  [
    'the same, and a sheet that was shown',
    { ...withoutPaper, escrowLacks: 1 },
    'not-protected',
    ['no-paper', 'escrow-unrehearsed'],
    ALL,
    'test-sheet',
  ],
  [
    'an escrow that leads nowhere',
    { ...unseen, ...escrow(['x']) },
    'at-risk',
    ['escrow-outdated'],
    ALL,
    'update-escrow',
  ],
  [
    'an escrow that leads to a part of the money',
    { ...unseen, places: parted, ...escrow(['a']) },
    'at-risk',
    ['escrow-behind'],
    ['KUDOS:6'],
    'update-escrow',
  ],
  [
    'an escrow of half a year ago',
    { ...unseen, ...escrow(['a', 'b'], 181) },
    'protected',
    ['protected-by-escrow', 'rehearse-again'],
    [],
    'rehearse-escrow',
  ],
  ['both', facts(escrow(['a', 'b'])), 'protected', ['protected'], [], 'test-again'],
  [
    'a good sheet and an escrow of half a year ago',
    facts(escrow(['a', 'b'], 200)),
    'protected',
    ['protected', 'rehearse-again'],
    [],
    'test-again',
  ],
  [
    'a good sheet and an escrow that was not rehearsed',
    facts({ escrowLacks: 1 }),
    'protected',
    ['protected', 'escrow-unrehearsed'],
    [],
    'test-again',
  ],
  [
    'a sheet that leads nowhere, and an escrow that leads everywhere',
    facts({ ...paper(['x']), ...escrow(['a', 'b']) }),
    'protected',
    ['protected-by-escrow', 'paper-alone-lacks'],
    [],
    'rehearse-escrow',
  ],
  [
    'a sheet that brings back a part, and an escrow that brings back the rest',
    facts({ places: parted, ...paper(['a']), ...escrow(['b']) }),
    'protected',
    ['protected-by-escrow', 'paper-alone-lacks'],
    [],
    'rehearse-escrow',
  ],
  [
    'neither of both leads to everything',
    facts({ places: parted, ...paper(['a']), ...escrow(['a']) }),
    'at-risk',
    ['paper-behind'],
    ['KUDOS:6'],
    'print-sheet',
  ],
  [
    'both lead nowhere',
    facts({ ...paper(['x']), ...escrow(['y']) }),
    'at-risk',
    ['paper-outdated'],
    ALL,
    'print-sheet',
  ],
  [
    'no money, copies and an escrow',
    { ...unseen, money: [], ...escrow(['a', 'b']) },
    'protected',
    ['protected-by-escrow'],
    [],
    'rehearse-escrow',
  ],
  ['no copy at all', { ...unseen, places: [], ...escrow(['a']) }, 'not-protected', ['no-place'], ALL, 'add-place'],
])('%s', (_what, given, state, kinds, lost, next) => {
  const view = judgeSafety(given);
  expect([view.state, view.said.map(({ kind }) => kind), view.lost, view.next]).toEqual([state, kinds, lost, next]);
});

test('that a sheet suffices after a removal is said of the sheet alone', () => {
  const kinds = (given: SafetyFacts): readonly string[] => warnings(given, 'a', true).map(({ kind }) => kind);
  expect(kinds(facts())).toEqual(['sheet-suffices']);
  const three = [place('a'), place('b', { copy: copy({ sources: new Set(['s1']) }) }), place('c')];
  expect(kinds(facts({ places: three, ...escrow(['c']) }))).toEqual([]);
});
