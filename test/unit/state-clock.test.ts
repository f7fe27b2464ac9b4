// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clock, clockToText, MAX_AHEAD_MS, parseClock, receive, tick } from '../../electron/state/clock.ts';

const NOW = 1_764_000_000_000;

test('text has a fixed width, reads back, and sorts as the clock does', () => {
  const clocks = fc.record({
    ms: fc.integer({ min: 0, max: 9_999_999_999_999 }),
    counter: fc.nat(99_999),
    device: fc.constantFrom('A', 'B'),
  });
  fc.assert(
    fc.property(clocks, clocks, (a, b) => {
      const [left, right] = [clockToText(a), clockToText(b)];
      expect(parseClock(left)).toEqual({ ok: true, value: a });
      expect(
        Math.sign(a.ms - b.ms || a.counter - b.counter || Number(a.device > b.device) - Number(a.device < b.device)),
      ).toBe(left < right ? -1 : left > right ? 1 : 0);
    }),
  );
});

test('every tick is past the last, also when the system clock jumps back, stands still, or is no number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer(), fc.constantFrom(NOW, NOW + 1, Number.NaN, Number.POSITIVE_INFINITY, -1)), {
        minLength: 2,
      }),
      (times) => {
        let last: Clock | undefined;
        for (const ms of times) {
          const next = tick(last, ms, 'DEVICE');
          expect(parseClock(clockToText(next)).ok).toBe(true);
          if (last) expect(clockToText(next) > clockToText(last)).toBe(true);
          last = next;
        }
      },
    ),
  );
});

test('a full counter moves to the next millisecond', () => {
  expect(tick({ ms: NOW, counter: 99_999, device: 'A' }, NOW, 'A')).toEqual({ ms: NOW + 1, counter: 0, device: 'A' });
});

test('hearing a remote clock puts the next tick past it', () => {
  const remote = clockToText({ ms: NOW + 5000, counter: 3, device: 'B' });
  const heard = receive({ ms: NOW, counter: 0, device: 'A' }, remote, NOW);
  expect(heard.ok && clockToText(tick(heard.value, NOW, 'A')) > remote).toBe(true);
});

test('a remote clock of yesterday does not move ours', () => {
  const ours = { ms: NOW, counter: 0, device: 'A' };
  expect(receive(ours, clockToText({ ms: NOW - 1, counter: 9, device: 'B' }), NOW)).toEqual({ ok: true, value: ours });
});

test('exactly 24 h ahead is heard, a millisecond more is refused', () => {
  const at = (ms: number): string => clockToText({ ms, counter: 0, device: 'B' });
  expect(MAX_AHEAD_MS).toBe(86_400_000);
  expect(receive(undefined, at(NOW + MAX_AHEAD_MS), NOW).ok).toBe(true);
  expect(receive(undefined, at(NOW + MAX_AHEAD_MS + 1), NOW)).toEqual({
    ok: false,
    error: { kind: 'clock-ahead', byMs: MAX_AHEAD_MS + 1 },
  });
});

test.each([
  '',
  '1764000000000',
  'x1764000000000-00000-A',
  '1764000000000-0-A',
  '1764000000000-00000-',
  '1764000000000-00000-A B',
  '-764000000000-00000-A',
  '１764000000000-00000-A',
])('not a clock: %j', (text) => {
  expect(parseClock(text)).toEqual({ ok: false, error: { kind: 'malformed-clock' } });
});

test('a tick takes the time when it is later, else counts on; at the end of the year 2286 there is none', () => {
  const last = { ms: NOW, counter: 3, device: 'A' };
  expect(tick(last, NOW + 1, 'A')).toEqual({ ms: NOW + 1, counter: 0, device: 'A' });
  expect(tick(last, NOW, 'A')).toEqual({ ms: NOW, counter: 4, device: 'A' });
  expect(() => tick({ ms: 9_999_999_999_999, counter: 99_999, device: 'A' }, NOW, 'A')).toThrow('2286');
  const lastButOne = { ms: 9_999_999_999_998, counter: 99_999, device: 'A' };
  expect(tick(lastButOne, NOW, 'A').ms).toBe(9_999_999_999_999);
});

test('a system clock of the far future leaves two days for others, and what is no clock is not heard', () => {
  expect(tick(undefined, 1e15, 'A').ms).toBe(9_999_999_999_999 - 2 * MAX_AHEAD_MS);
  expect(receive(undefined, 'noon', NOW)).toEqual({ ok: false, error: { kind: 'malformed-clock' } });
});
