// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { judgeSafety } from '../../electron/backup/safety/judge.ts';
import { amount } from '../../shared/amount.ts';
import { ALL, copy, DAY, dearer, facts, MINUTE, NOW, only, place, stick, withoutPaper } from './safety-facts.ts';

// The one function that says how safe the money is, state by state.

test.each<readonly [string, SafetyFacts, string, readonly string[], readonly string[], string | undefined]>([
  ['all well', facts(), 'protected', ['protected'], [], 'test-again'],
  [
    'a place that was not read since the restore',
    facts({ places: [place('a'), { id: 'b', name: 'B', gone: false, unplugged: false, unread: true }] }),
    'at-risk',
    ['unread'],
    [],
    'copy-now',
  ],
  ['nothing at all', facts({ money: [], places: [] }), 'nothing', ['nothing'], [], 'add-money'],
  ['places and no money', { ...withoutPaper, money: [] }, 'nothing', ['no-money'], [], 'test-sheet'],
  [
    'a sheet that nobody has seen yet',
    { ...withoutPaper, sheetShown: false },
    'not-protected',
    ['no-paper'],
    ALL,
    'show-sheet',
  ],
  ['no place', facts({ places: [] }), 'not-protected', ['no-place'], ALL, 'add-place'],
  [
    'no place, money waits',
    facts({ places: [], waits: true }),
    'not-protected',
    ['no-place', 'waits-for-place'],
    ALL,
    'add-place',
  ],
  [
    'no place, and some of the money is still arriving',
    facts({
      places: [],
      waits: true,
      money: [
        { source: 's1', sum: amount('KUDOS:19') },
        { source: 's2', sum: amount('KUDOS:6'), arriving: true },
      ],
    }),
    'not-protected',
    ['no-place', 'lost-arriving', 'waits-for-place'],
    ALL,
    'add-place',
  ],
  ['no sheet read back', withoutPaper, 'not-protected', ['no-paper'], ALL, 'test-sheet'],
  ['the only copy is gone', facts(only('a', { gone: true })), 'not-protected', ['no-copy'], ALL, 'copy-now'],
  [
    'one of two copies is gone',
    facts({ places: [place('a'), place('b', { gone: true })] }),
    'at-risk',
    ['copy-gone'],
    [],
    'copy-now',
  ],
  [
    'the paid year of the only place is over',
    facts(only('a', { paidUntil: NOW - DAY / 4 })),
    'not-protected',
    ['no-copy', 'year-over'],
    ALL,
    'copy-now',
  ],
  [
    'the paid year of one of two is over',
    facts({ places: [place('a'), place('b', { paidUntil: NOW - DAY })] }),
    'payment-due',
    ['year-over'],
    [],
    'decide',
  ],
  [
    'read back after its year was over, yesterday',
    facts(only('a', { paidUntil: NOW - 10 * DAY })),
    'payment-due',
    ['year-over'],
    [],
    'decide',
  ],
  [
    'down for 1,100 days, free',
    facts({ places: [place('a', { copy: copy({ at: NOW - 1100 * DAY }), failingSince: NOW - 1100 * DAY })] }),
    'at-risk',
    ['all-silent'],
    [],
    'copy-now',
  ],
  [
    'one of two down for a week: enough copies, and it says so',
    facts({ places: [place('a'), place('b', { copy: copy({ at: NOW - 7 * DAY }), failingSince: NOW - 7 * DAY })] }),
    'protected',
    ['protected', 'not-answering'],
    [],
    'test-again',
  ],
  [
    'two wanted, one of two down for two months',
    facts({
      wanted: 2,
      places: [place('a'), place('b', { copy: copy({ at: NOW - 60 * DAY }), failingSince: NOW - 60 * DAY })],
    }),
    'at-risk',
    ['long-unread', 'not-answering'],
    [],
    'copy-now',
  ],
  [
    'two wanted, only one of two has it all',
    facts({
      wanted: 2,
      places: [place('a'), place('b', { copy: copy({ sources: new Set(['s1']), complete: false }) })],
    }),
    'at-risk',
    ['too-few-copies'],
    [],
    'copy-now',
  ],
  [
    'the computer was off for forty days',
    facts({ places: ['a', 'b'].map((id) => place(id, { copy: copy({ at: NOW - 40 * DAY }) })) }),
    'at-risk',
    ['long-unread'],
    [],
    'copy-now',
  ],
  [
    'the computer was off for forty days, and something was changed a minute ago',
    facts({
      changedAt: NOW - MINUTE,
      places: ['a', 'b'].map((id) => place(id, { copy: copy({ at: NOW - 40 * DAY, complete: false }) })),
    }),
    'at-risk',
    ['long-unread'],
    [],
    'copy-now',
  ],
  [
    'no money, and copies that were read back forty days ago',
    facts({ money: [], places: [place('a', { copy: copy({ at: NOW - 40 * DAY }) })] }),
    'nothing',
    ['no-money'],
    [],
    'copy-now',
  ],
  [
    'some money only where nobody has answered for years',
    facts({
      places: [
        place('a', { copy: copy({ sources: new Set(['s1']) }) }),
        place('b', { copy: copy({ at: NOW - 1100 * DAY }), failingSince: NOW - 1100 * DAY }),
      ],
    }),
    'at-risk',
    ['long-unread', 'not-answering'],
    [],
    'copy-now',
  ],
  [
    'a folder in a drawer, and a place that does not answer',
    facts({
      places: [place('a', stick()), place('b', { failingSince: NOW - 9 * DAY, copy: copy({ at: NOW - 9 * DAY }) })],
    }),
    'protected',
    ['protected', 'not-connected', 'not-answering'],
    [],
    'test-again',
  ],
  [
    'a folder that was in a drawer for too long, and a place that does not answer',
    facts({
      places: [
        place('a', stick({ copy: copy({ at: NOW - 200 * DAY }), failingSince: NOW - 199 * DAY })),
        place('b', { failingSince: NOW - 9 * DAY, copy: copy({ at: NOW - 9 * DAY }) }),
      ],
    }),
    'at-risk',
    ['all-silent'],
    [],
    'copy-now',
  ],
  [
    'the only place is a folder in a drawer',
    facts(only('a', { unplugged: true, failingSince: NOW - 9 * DAY, copy: copy({ at: NOW - 10 * DAY }) })),
    'protected',
    ['protected', 'not-connected'],
    [],
    'test-again',
  ],
  [
    'a first failure of a minute ago',
    facts({ places: [place('a', { failingSince: NOW - MINUTE }), place('b', { failingSince: NOW - MINUTE })] }),
    'protected',
    ['protected'],
    [],
    'test-again',
  ],
  [
    'all silent for three minutes',
    facts({ places: ['a', 'b'].map((id) => place(id, { failingSince: NOW - 3 * MINUTE })) }),
    'at-risk',
    ['all-silent'],
    [],
    'copy-now',
  ],
  [
    'some money is in no copy',
    facts({ places: [place('a', { copy: copy({ sources: new Set(['s1']), complete: false }) })] }),
    'at-risk',
    ['only-here'],
    ['KUDOS:6'],
    'copy-now',
  ],
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
  ['three wanted, two places', facts({ wanted: 3 }), 'at-risk', ['too-few-places'], [], 'add-place'],
  [
    'a change a minute ago, all money in copies',
    facts({ changedAt: NOW - MINUTE, places: [place('a', { copy: copy({ complete: false }) }), place('b')] }),
    'syncing',
    ['saving'],
    [],
    undefined,
  ],
  [
    'a change a minute ago, in one of two wanted copies',
    facts({
      wanted: 2,
      changedAt: NOW - MINUTE,
      places: [place('a', { copy: copy({ sources: new Set(['s1']), complete: false }) }), place('b')],
    }),
    'syncing',
    ['saving'],
    [],
    undefined,
  ],
  [
    'a change an hour ago that no copy has: money is in copies, history is not',
    facts({ changedAt: NOW - 60 * MINUTE, places: [place('a', { copy: copy({ complete: false }) })] }),
    'protected',
    ['protected', 'not-saved'],
    [],
    'test-again',
  ],
  [
    'a place asks for more than was agreed',
    facts({ places: [place('a'), place('b', { asks: dearer })] }),
    'payment-due',
    ['place-asks'],
    [],
    'decide',
  ],
  [
    'two places ask, and the year of a third is over',
    facts({
      places: [
        place('a'),
        place('b', { asks: dearer }),
        place('c', { asks: dearer }),
        place('d', { paidUntil: NOW - DAY, copy: copy({ at: NOW - 2 * DAY }) }),
      ],
      paper: { testedAt: NOW - DAY, places: new Set(['a', 'b', 'c', 'd']) },
    }),
    'payment-due',
    ['place-asks', 'place-asks', 'year-over'],
    [],
    'decide',
  ],
  [
    'new money is only here because the place asks for more',
    facts(only('a', { asks: dearer, copy: copy({ sources: new Set(['s1']), complete: false }) })),
    'at-risk',
    ['only-here', 'place-asks'],
    ['KUDOS:6'],
    'decide',
  ],
  [
    'a first place that asks for more than was agreed',
    facts({ places: [{ id: 'a', name: 'A', gone: false, unplugged: false, asks: dearer }] }),
    'not-protected',
    ['no-copy', 'place-asks'],
    ALL,
    'decide',
  ],
  [
    'new money is only here, one place asks and another one is behind',
    facts({
      places: [
        place('a', { asks: dearer, copy: copy({ sources: new Set(['s1']), complete: false }) }),
        place('b', { copy: copy({ sources: new Set(['s1']), complete: false }) }),
      ],
    }),
    'at-risk',
    ['only-here', 'place-asks'],
    ['KUDOS:6'],
    'copy-now',
  ],
  [
    'another device is the active one',
    facts({ standstill: { kind: 'superseded', facts: {} } as never, places: [] }),
    'stopped',
    ['stands-still'],
    [],
    'continue-here',
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
