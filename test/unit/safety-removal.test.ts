// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { PlaceFacts, SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { warnings } from '../../electron/backup/safety/removal.ts';
import { amount } from '../../shared/amount.ts';

// What is said before a place is removed: everything that would be worse afterwards, and nothing that would not.

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 29, 12);

const place = (id: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  id,
  name: id.toUpperCase(),
  copy: { at: NOW - DAY / 2, sources: new Set(['s1']), complete: true },
  gone: false,
  unplugged: false,
  ...more,
});
const facts = (places: readonly PlaceFacts[], more: Partial<SafetyFacts> = {}): SafetyFacts => ({
  now: NOW,
  money: [{ source: 's1', sum: amount('KUDOS:25') }],
  places,
  paper: { testedAt: NOW - 3 * DAY, places: new Set(['a', 'b']) },
  sheetShown: true,
  wanted: 1,
  changedAt: NOW - DAY / 2,
  waits: false,
  ...more,
});
const { paper: _paper, ...withoutPaper } = facts([place('a')]);
const old = { at: NOW - 1100 * DAY, sources: new Set(['s1']), complete: false };

test.each<readonly [string, SafetyFacts, readonly string[]]>([
  ['one of two good ones', facts([place('a'), place('b')]), ['sheet-suffices']],
  ['the only one', facts([place('a')]), ['would-lose']],
  ['the only one, and no money', facts([place('a')], { money: [] }), ['last-place']],
  [
    'one of two, and two copies are wanted',
    facts([place('a'), place('b')], { wanted: 2 }),
    ['too-few', 'sheet-suffices'],
  ],
  [
    'the one that answers, beside one that has been down for years',
    facts([place('a'), place('b', { copy: old, failingSince: NOW - 1100 * DAY })]),
    ['leaves', 'sheet-suffices'],
  ],
  [
    'the one that answers, beside one whose copy is gone',
    facts([place('a'), place('b', { gone: true })]),
    ['would-lose', 'sheet-leads-nowhere'],
  ],
  [
    'the one that answers, beside one that is not paid',
    facts([place('a'), place('b', { paidUntil: NOW - 30 * DAY, copy: old })]),
    ['would-lose', 'sheet-leads-nowhere'],
  ],
  ['the only one that the sheet names', facts([place('a'), place('c')]), ['would-lose', 'sheet-leads-nowhere']],
  [
    'one that has been down for years',
    facts([place('b'), place('a', { copy: old, failingSince: NOW - 1100 * DAY })]),
    ['sheet-suffices'],
  ],
  [
    'the one that alone has some of the money',
    facts([place('a', { copy: { at: NOW, sources: new Set(['s1', 's2']), complete: true } }), place('b')], {
      money: ['s1', 's2'].map((source) => ({ source, sum: amount('KUDOS:5') })),
    }),
    ['would-lose'],
  ],
  [
    'the one that can be reached, beside a stick in a drawer',
    facts([place('a'), place('b', { unplugged: true, failingSince: NOW - 9 * DAY })]),
    ['leaves', 'sheet-suffices'],
  ],
  [
    'one of two sticks in drawers',
    facts([place('a', { unplugged: true, failingSince: NOW }), place('b', { unplugged: true, failingSince: NOW })]),
    ['sheet-suffices'],
  ],
  ['one without a sheet, and another one is left', { ...withoutPaper, places: [place('a'), place('b')] }, []],
  [
    'the one that asks, beside a good one',
    facts([place('b'), place('a', { asks: { kind: 'needs-newer', facts: {} } })]),
    ['sheet-suffices'],
  ],
])('%s', (_what, given, kinds) => {
  expect(warnings(given, 'a', true).map(({ kind }) => kind)).toEqual(kinds);
});
