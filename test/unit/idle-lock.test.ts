// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { createIdleLock } from '../../electron/shell/idle-lock.ts';
import type { Settings } from '../../shared/settings.ts';

// A wallet that nobody used is locked, whatever happens to the clocks.

const MINUTE = 60_000;

const lab = (minutes: Settings['lockAfter']) => {
  const time = { wall: Date.UTC(2026, 11, 1), steady: 0, minutes };
  let look = (): void => undefined;
  let locked = 0;
  const { used } = createIdleLock({
    wall: () => time.wall,
    steady: () => time.steady,
    minutes: () => time.minutes,
    lock: () => (locked += 1),
    every: (_, act) => {
      look = act;
    },
  });
  const pass = (ms: number, { wall = ms, steady = ms } = {}): number => {
    time.wall += wall;
    time.steady += steady;
    look();
    return locked;
  };
  return { time, used, pass };
};

test('after so many minutes, once, and each use begins anew', () => {
  const { used, pass } = lab(5);
  expect(pass(5 * MINUTE - 1)).toBe(0);
  used();
  expect(pass(5 * MINUTE - 1)).toBe(0);
  expect(pass(1)).toBe(1);
  expect(pass(1000)).toBe(1);
});

test('never, unless that was chosen, and another choice counts at once', () => {
  const { time, pass } = lab(0);
  expect(pass(24 * 60 * MINUTE)).toBe(0);
  time.minutes = 60;
  expect(pass(1000)).toBe(1);
});

test('a clock set back a year keeps nothing open, and one set forward locks early', () => {
  const back = lab(5);
  expect(back.pass(0, { wall: -365 * 24 * 60 * MINUTE })).toBe(0);
  expect(back.pass(5 * MINUTE)).toBe(1);
  expect(lab(5).pass(0, { wall: 365 * 24 * 60 * MINUTE })).toBe(1);
});

test('the time the computer slept counts, although one clock stood still', () => {
  expect(lab(15).pass(0, { wall: 16 * MINUTE })).toBe(1);
});
