// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { judgeSafety } from '../../electron/backup/safety/judge.ts';
import { ALL, copy, DAY, facts, NOW, place, withoutPaper } from './safety-facts.ts';

// The one function that says how safe the money is: by what the sheet leads to, and when it was last tried.

test.each<readonly [string, SafetyFacts, string, readonly string[], readonly string[], string | undefined]>([
  [
    'a sheet that nobody has seen yet',
    { ...withoutPaper, sheetShown: false },
    'not-protected',
    ['no-paper'],
    ALL,
    'show-sheet',
  ],
  ['no sheet read back', withoutPaper, 'not-protected', ['no-paper'], ALL, 'test-sheet'],
  [
    'some money only where the sheet does not lead',
    facts({
      places: [place('a', { copy: copy({ sources: new Set(['s1']) }) }), place('b')],
      paper: { testedAt: NOW - DAY, places: new Set(['a']) },
    }),
    'at-risk',
    ['paper-behind'],
    ['KUDOS:6'],
    'print-sheet',
  ],
  [
    'a sheet of other places',
    facts({ paper: { testedAt: NOW - DAY, places: new Set(['x']) } }),
    'at-risk',
    ['paper-outdated'],
    ALL,
    'print-sheet',
  ],
  [
    'a place that came after the sheet',
    facts({ paper: { testedAt: NOW - DAY, places: new Set(['a']) } }),
    'protected',
    ['protected', 'paper-lacks'],
    [],
    'test-again',
  ],
  [
    'a sheet of half a year ago',
    facts({ paper: { testedAt: NOW - 190 * DAY, places: new Set(['a', 'b']) } }),
    'protected',
    ['protected', 'test-again'],
    [],
    'test-again',
  ],
])('%s', (_what, given, state, kinds, lost, next) => {
  const view = judgeSafety(given);
  expect([view.state, view.said.map(({ kind }) => kind), view.lost, view.next]).toEqual([state, kinds, lost, next]);
});

test('a drill is asked for again after half a year, unless the sheet is', () => {
  const kinds = (more: Parameters<typeof facts>[0]): readonly string[] =>
    judgeSafety(facts(more)).said.map(({ kind }) => kind);
  expect(kinds({ drilledAt: NOW - 180 * DAY })).toEqual(['protected']);
  expect(kinds({ drilledAt: NOW - 180 * DAY - 1 })).toEqual(['protected', 'drill-again']);
  const paper = { testedAt: NOW - 181 * DAY, places: new Set(['a', 'b']) };
  expect(kinds({ drilledAt: NOW - 181 * DAY, paper })).toContain('test-again');
  expect(kinds({ drilledAt: NOW - 181 * DAY, paper })).not.toContain('drill-again');
});
