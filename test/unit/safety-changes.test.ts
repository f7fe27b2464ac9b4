// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { judgeSafety } from '../../electron/backup/safety/judge.ts';
import { ALL, copy, DAY, dearer, facts, MINUTE, NOW, only, place } from './safety-facts.ts';

// The one function that says how safe the money is: while something is newer than the copies, or a place asks for its fee.

test.each<readonly [string, SafetyFacts, string, readonly string[], readonly string[], string | undefined]>([
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
    'a change a minute ago, all money in copies, and none with all of it',
    facts({
      changedAt: NOW - MINUTE,
      places: [place('a', { copy: copy({ complete: false }) }), place('b', { copy: copy({ complete: false }) })],
    }),
    'syncing',
    ['saving'],
    [],
    undefined,
  ],
  [
    'a change a minute ago, whole in the wanted copy: the other place gets it within the hour',
    facts({ changedAt: NOW - MINUTE, places: [place('a', { copy: copy({ complete: false }) }), place('b')] }),
    'protected',
    ['protected'],
    [],
    'test-again',
  ],
  [
    'a change a minute ago, whole in both wanted copies of three',
    facts({
      wanted: 2,
      changedAt: NOW - MINUTE,
      paper: { testedAt: NOW, places: new Set(['a', 'b', 'c']) },
      places: [place('a'), place('b'), place('c', { copy: copy({ complete: false }) })],
    }),
    'protected',
    ['protected'],
    [],
    'test-again',
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
])('%s', (_what, given, state, kinds, lost, next) => {
  const view = judgeSafety(given);
  expect([view.state, view.said.map(({ kind }) => kind), view.lost, view.next]).toEqual([state, kinds, lost, next]);
});
