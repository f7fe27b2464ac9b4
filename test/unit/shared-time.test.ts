// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationToMs, isPast, msToTimestamp, NEVER, timestampToMs } from '../../shared/time.ts';

/** Milliseconds up to the year 9999. */
const moment = fc.nat({ max: 253_402_300_799_999 });

describe('time', () => {
  test('a timestamp is its moment without the part of a second', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        const back = timestampToMs(msToTimestamp(ms));
        expect(back).toBeLessThanOrEqual(ms);
        expect(ms - back).toBeLessThan(1000);
        expect(msToTimestamp(back)).toEqual(msToTimestamp(ms));
      }),
    );
  });

  test('a moment is past from itself on, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        const at = msToTimestamp(ms);
        expect(isPast(at, timestampToMs(at))).toBe(true);
        expect(isPast(at, timestampToMs(at) - 1)).toBe(false);
      }),
    );
  });

  test('never is after every moment', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        expect(isPast(NEVER, ms)).toBe(false);
      }),
    );
    expect(isPast(NEVER, Number.MAX_VALUE)).toBe(false);
  });

  test('durations are microseconds, and forever is longer than any', () => {
    expect(durationToMs({ d_us: 1_500_000 })).toBe(1500);
    expect(durationToMs({ d_us: 'forever' })).toBe(Number.POSITIVE_INFINITY);
  });
});
