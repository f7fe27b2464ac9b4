// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceFacts, SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { judgeSafety } from '../../electron/backup/safety/judge.ts';
import { amount } from '../../shared/amount.ts';

// The one function that says how safe the money is, state by state.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 29, 12);

const place = (id: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  id,
  name: id.toUpperCase(),
  copy: { at: NOW - DAY / 2, sources: new Set(['s1', 's2']), complete: true },
  gone: false,
  unplugged: false,
  ...more,
});
const facts = (more: Partial<SafetyFacts> = {}): SafetyFacts => ({
  now: NOW,
  money: [
    { source: 's1', sum: amount('KUDOS:19') },
    { source: 's2', sum: amount('KUDOS:6') },
  ],
  places: [place('a'), place('b')],
  paper: { testedAt: NOW - 3 * DAY, places: new Set(['a', 'b']) },
  wanted: 1,
  changedAt: NOW - DAY / 2,
  waits: false,
  ...more,
});
const copy = (more: Partial<NonNullable<PlaceFacts['copy']>> = {}): NonNullable<PlaceFacts['copy']> => ({
  at: NOW - DAY / 2,
  sources: new Set(['s1', 's2']),
  complete: true,
  ...more,
});
const only = (id: string, more: Partial<PlaceFacts>): Partial<SafetyFacts> => ({ places: [place(id, more)] });
const { paper: _paper, ...withoutPaper } = facts();
const ALL = ['KUDOS:25'];

test.each<readonly [string, SafetyFacts, string, readonly string[], readonly string[], string | undefined]>([
  ['all well', facts(), 'protected', ['protected'], [], 'test-again'],
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
    ['no-copy'],
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
    ['too-few-copies', 'not-answering'],
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
    facts({
      places: [
        place('a'),
        place('b', {
          asks: {
            kind: 'asks',
            facts: { why: { kind: 'fee-above-cap', facts: { fee: 'KUDOS:0.2', cap: 'KUDOS:0.1' } } },
          },
        }),
      ],
    }),
    'payment-due',
    ['place-asks'],
    [],
    'decide',
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

describe('whatever is known', () => {
  const time = fc.integer({ min: -2000, max: 2 }).map((days) => NOW + days * DAY);
  const someFacts: fc.Arbitrary<SafetyFacts> = fc.record(
    {
      now: fc.constant(NOW),
      money: fc.subarray([...facts().money]),
      places: fc.uniqueArray(
        fc
          .record(
            {
              id: fc.constantFrom('a', 'b', 'c'),
              copy: fc.record({
                at: time,
                sources: fc.subarray(['s1', 's2']).map((ids) => new Set(ids)),
                complete: fc.boolean(),
              }),
              gone: fc.boolean(),
              paidUntil: time,
              failingSince: time,
              unplugged: fc.boolean(),
            },
            { requiredKeys: ['id', 'gone', 'unplugged'] },
          )
          .map((each) => ({ ...each, name: each.id })),
        { selector: ({ id }) => id },
      ),
      paper: fc.record({
        testedAt: time,
        places: fc.subarray(['a', 'b', 'c']).map((ids) => new Set(ids)),
      }),
      wanted: fc.integer({ min: 1, max: 3 }),
      changedAt: time,
      waits: fc.boolean(),
    },
    { requiredKeys: ['now', 'money', 'places', 'wanted', 'waits'] },
  );

  test('protected means read back, on paper and at the places, in as many copies as wanted, and nothing to lose', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const view = judgeSafety(given);
        if (view.state !== 'protected' && view.state !== 'syncing') return;
        expect(given.paper).toBeDefined();
        expect([view.lost, view.uncopied]).toEqual([[], []]);
        const good = given.places.filter(({ copy: held, gone }) => held !== undefined && !gone);
        expect(good.length).toBeGreaterThan(0);
        if (view.state === 'protected')
          for (const { source } of given.money)
            expect(good.filter(({ copy: held }) => held?.sources.has(source)).length).toBeGreaterThanOrEqual(
              given.wanted,
            );
      }),
      { numRuns: 2000 },
    );
  });

  test('what no copy holds would be lost, and every state but the calm ones has one thing to do', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const { state, said, lost, uncopied, next } = judgeSafety(given);
        expect(said.length).toBeGreaterThan(0);
        expect(uncopied.length).toBeLessThanOrEqual(lost.length);
        expect(next === undefined).toBe(state === 'syncing');
      }),
      { numRuns: 2000 },
    );
  });
});
