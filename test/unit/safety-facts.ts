// SPDX-License-Identifier: GPL-3.0-or-later
import type { PlaceFacts, SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { amount } from '../../shared/amount.ts';

// What is known of a wallet whose money is safe, and of one place; each test changes what it is about.

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const NOW = Date.UTC(2026, 10, 29, 12);

export const place = (id: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  id,
  name: id.toUpperCase(),
  copy: { at: NOW - DAY / 2, sources: new Set(['s1', 's2']), complete: true },
  gone: false,
  unplugged: false,
  ...more,
});
export const facts = (more: Partial<SafetyFacts> = {}): SafetyFacts => ({
  now: NOW,
  money: [
    { source: 's1', sum: amount('KUDOS:19') },
    { source: 's2', sum: amount('KUDOS:6') },
  ],
  places: [place('a'), place('b')],
  paper: { testedAt: NOW - 3 * DAY, places: new Set(['a', 'b']) },
  sheetShown: true,
  wanted: 1,
  changedAt: NOW - DAY / 2,
  waits: false,
  ...more,
});
export const copy = (more: Partial<NonNullable<PlaceFacts['copy']>> = {}): NonNullable<PlaceFacts['copy']> => ({
  at: NOW - DAY / 2,
  sources: new Set(['s1', 's2']),
  complete: true,
  ...more,
});
export const only = (id: string, more: Partial<PlaceFacts>): Partial<SafetyFacts> => ({ places: [place(id, more)] });
const { paper: _paper, ...unread } = facts();
export const withoutPaper = unread;
export const ALL = ['KUDOS:25'];
export const dearer = {
  kind: 'asks',
  facts: { why: { kind: 'fee-above-cap', facts: { fee: 'KUDOS:0.2', cap: 'KUDOS:0.1' } } },
} as const satisfies PlaceFacts['asks'];
export const stick = (more: Partial<PlaceFacts> = {}): Partial<PlaceFacts> => ({
  unplugged: true,
  failingSince: NOW - 9 * DAY,
  copy: copy({ at: NOW - 10 * DAY }),
  ...more,
});
