// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { placesCounting } from '../../electron/backup/safety/counted.ts';
import { judgeSafety } from '../../electron/backup/safety/judge.ts';
import { amount } from '../../shared/amount.ts';
import { ALL, copy, DAY, facts, MINUTE, NOW, only, place, stick, withoutPaper } from './safety-facts.ts';

// The one function that says how safe the money is, place by place.

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
  ['three wanted, two places', facts({ wanted: 3 }), 'at-risk', ['too-few-places'], [], 'add-place'],
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

test.each([
  ['all answer', facts(), { places: 2, at: NOW - DAY / 2 }, 2],
  [
    'one of two lies in a drawer',
    facts({ places: [place('a'), place('b', stick())] }),
    { places: 1, at: NOW - DAY / 2 },
    1,
  ],
  [
    'one was just pulled out',
    facts({ places: [place('a'), place('b', stick({ failingSince: NOW }))] }),
    { places: 1, at: NOW - DAY / 2 },
    1,
  ],
  [
    'one does not answer for a moment',
    facts({ places: [place('a'), place('b', { failingSince: NOW - 1000 })] }),
    { places: 2, at: NOW - DAY / 2 },
    2,
  ],
  [
    'both lie in drawers',
    facts({ places: [place('a', stick()), place('b', stick())] }),
    { places: 2, at: NOW - 10 * DAY, away: 2 },
    0,
  ],
])('how many places are said to have it, and when it was read there: %s', (_what, given, told, counting) => {
  expect(judgeSafety(given).said[0]?.facts).toEqual({ ...told, tested: NOW - 3 * DAY });
  expect(placesCounting(given)).toBe(counting);
});
