// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { joinEntries } from '../../electron/state/merge.ts';
import { withField } from '../../electron/state/register.ts';
import { decidingClocks } from '../../electron/state/rules.ts';

// What each rule decides where the order of texts would decide otherwise.

const CLOCK = '1700000000000-00000-A';
const LATER = '1700000000001-00000-A';
const entry = (kind: string, value: unknown, clock = CLOCK): CarriedEntry => ({ kind, id: 'x', clock, value });

/** The joined member, the same from both sides. */
const member = (kind: string, name: string, a: unknown, b: unknown): unknown => {
  const joins = [
    [a, b],
    [b, a],
  ].map(([one, two]) => joinEntries(entry(kind, { [name]: one }), entry(kind, { [name]: two })).value);
  expect(joins[0]).toEqual(joins[1]);
  return (joins[0] as Record<string, unknown>)[name];
};

test.each([
  ['an epoch counts, it is not spelled', 'device', 'epoch', 9, 10],
  ['an epoch that is no number', 'device', 'epoch', 'ZZZ', 1],
  ['calls back', 'push-out', 'called_back', 9, 10],
  ['a clock that is no text', 'device', 'last_clock', 9, CLOCK],
  ['a later clock', 'device', 'last_clock', CLOCK, LATER],
  ['a time counts in seconds', 'tombstone', 'until', { t_s: 9 }, { t_s: 10 }],
  ['never is latest', 'tombstone', 'until', { t_s: 10 ** 12 }, { t_s: 'never' }],
  ['a time beats what is none', 'tombstone', 'until', { t_s: 'zzz' }, { t_s: 0 }],
  ['a time beats what is no object', 'tombstone', 'until', 'zzz', { t_s: 0 }],
])('%s', (_name, kind, name, loser, winner) => {
  expect(member(kind, name, loser, winner)).toEqual(winner);
});

describe('a register', () => {
  const first = { clock: CLOCK, value: 'z' };
  const later = { clock: LATER, value: 'a' };

  test('the later clock wins, whatever the values', () => {
    expect(member('exchange', 'fields', { tos: first }, { tos: later })).toEqual({ tos: later });
    expect(member('exchange', 'fields', { tos: 'zzz' }, { tos: first })).toEqual({ tos: first });
    expect(member('exchange', 'fields', { tos: { clock: 9 } }, { tos: first })).toEqual({ tos: first });
  });

  test('is set with its clock, and keeps the former one for the same value', () => {
    expect(withField({}, 'tos', 'a', LATER)).toEqual({ tos: later });
    const fields = { tos: first };
    expect(withField(fields, 'tos', 'z', LATER)).toBe(fields);
    expect(withField(fields, 'tos', 'a', LATER)).toEqual({ tos: later });
    expect(withField(fields, 'name', 'a', LATER)).toEqual({ tos: first, name: later });
    expect(withField({}, '__proto__', 'a', LATER)).toEqual(JSON.parse(`{"__proto__":${JSON.stringify(later)}}`));
  });
});

test('which clocks decide: none where money is, its own for a whole value, each field’s for an exchange', () => {
  expect(decidingClocks(entry('coin', { fields: { a: { clock: LATER } } }))).toEqual([]);
  expect(decidingClocks(entry('provider', {}))).toEqual([CLOCK]);
  expect(decidingClocks(entry('kind-of-a-newer-wallet', {}))).toEqual([CLOCK]);
  const fields = { a: { clock: LATER }, b: { clock: 7 }, c: 'no register' };
  expect(decidingClocks(entry('exchange', { fields }))).toEqual([LATER]);
  expect(decidingClocks(entry('exchange', { fields: 'none' }))).toEqual([]);
  expect(decidingClocks(entry('exchange', 'no object'))).toEqual([]);
});
