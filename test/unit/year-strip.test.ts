// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { stripAt, WEEKS, withVerified } from '../../electron/backup/cycle/year-strip.ts';

const WEEK = 7 * 24 * 3600 * 1000;
const NOW = 3000 * WEEK + 5;
const filled = (at: readonly number[]) =>
  at.reduce<ReturnType<typeof withVerified> | undefined>((strip, ms) => withVerified(strip, ms), undefined);

describe('the year strip of a place', () => {
  it('has one number a week, the last of them for the week that runs', () => {
    const strip = filled([NOW - 52 * WEEK, NOW - WEEK, NOW - WEEK, NOW]);
    const shown = stripAt(strip, NOW);
    expect([shown.length, shown[0], shown.at(-2), shown.at(-1)]).toEqual([WEEKS, 1, 2, 1]);
  });

  it('moves on with time, and keeps nothing older than a year', () => {
    const strip = filled([NOW]);
    expect(stripAt(strip, NOW + 3 * WEEK).at(-4)).toBe(1);
    expect(stripAt(strip, NOW + 52 * WEEK)[0]).toBe(1);
    expect(stripAt(strip, NOW + 53 * WEEK).every((each) => each === 0)).toBe(true);
    expect(withVerified(strip, NOW + 500 * WEEK).counts).toHaveLength(WEEKS);
  });

  it('forgets what a clock that ran ahead has noted, and keeps what was before', () => {
    const strip = filled([NOW - 2 * WEEK, NOW + 8 * WEEK]);
    const shown = stripAt(withVerified(strip, NOW), NOW);
    expect([shown.at(-3), shown.at(-1), shown.reduce((a, b) => a + b, 0)]).toEqual([1, 1, 2]);
  });

  it('counts no further than anybody could tell apart', () => {
    const strip = { week: 3000, counts: [999] };
    expect(withVerified(strip, NOW).counts.at(-1)).toBe(999);
  });
});
