// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { joinEntries, merge } from '../../electron/state/merge.ts';

const EARLY = '1764000000000-00000-A';
const LATE = '1764000000001-00000-A';
const device = (clock: string, change: Partial<CarriedEntry> = {}): CarriedEntry => ({
  kind: 'device',
  id: 'A',
  clock,
  value: { epoch: 1, status: 'active' },
  ...change,
});

test('a joined entry has the later clock, whoever hears whom', () => {
  expect(joinEntries(device(EARLY), device(LATE)).clock).toBe(LATE);
  expect(joinEntries(device(LATE), device(EARLY)).clock).toBe(LATE);
});

test('only two quarantined copies stay in quarantine', () => {
  const doubted = device(LATE, { quarantined: true });
  expect(joinEntries(doubted, doubted)).toHaveProperty('quarantined', true);
  expect(joinEntries(doubted, device(EARLY))).not.toHaveProperty('quarantined');
  expect(joinEntries(device(EARLY), doubted)).not.toHaveProperty('quarantined');
});

test('two different entries are never joined', () => {
  expect(() => joinEntries(device(EARLY), device(EARLY, { id: 'B' }))).toThrow('two different entries');
  expect(() => joinEntries(device(EARLY), device(EARLY, { kind: 'setting' }))).toThrow('two different entries');
});

test('a merge is sorted by kind and id, the accepted copy before the quarantined one', () => {
  const doubted = device(LATE, { quarantined: true });
  const setting: CarriedEntry = { kind: 'setting', id: 'a', clock: EARLY, value: { value: 1 } };
  const merged = merge([setting, doubted], [device(LATE, { id: 'B' }), device(EARLY)]);
  expect(merged).toEqual([device(EARLY), doubted, device(LATE, { id: 'B' }), setting]);
});
