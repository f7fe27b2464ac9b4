// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { createOverdue } from '../../electron/state/overdue.ts';

// What came due while nobody ran gets a time of its own, once.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = 1_800_000_000_000;

/** A clock that stands until it is moved, and dice that always show the same share of what there is. */
const begin = (share: number) => {
  let now = NOW;
  let drawn = 0;
  const overdue = createOverdue({
    now: () => now,
    randomBytes: (length) => {
      drawn += 1;
      // Others' bytes before and behind: what is drawn is not always a buffer of its own.
      const all = new Uint8Array(length + 8).fill(0xff);
      new DataView(all.buffer).setUint32(4, Math.floor(share * 2 ** 32));
      return all.subarray(4, 4 + length);
    },
  });
  return { overdue, travel: (ms: number) => (now += ms), draws: () => drawn };
};

test('what is due now, later, or for less than five minutes stays as it is', () => {
  const { overdue, draws } = begin(0.5);
  for (const due of [NOW + DAY, NOW, NOW - 5 * MINUTE + 1]) {
    expect(overdue.time('a', due)).toBe(due);
    expect(overdue.shown('a', due)).toBe(due);
  }
  expect(draws()).toBe(0);
});

test('what has no time goes out at once, however late it is', () => {
  const { overdue } = begin(0.5);
  expect([overdue.time('a', 0), overdue.shown('a', 0)]).toEqual([0, 0]);
});

test('what is five minutes late goes out within the next ten, at a time that is drawn once', () => {
  const due = NOW - 5 * MINUTE;
  const { overdue, travel, draws } = begin(0.25);
  // Who only looks draws nothing, and is told the latest.
  expect([overdue.shown('a', due), draws()]).toEqual([NOW + 10 * MINUTE, 0]);
  const at = NOW + 2.5 * MINUTE;
  expect(overdue.time('a', due)).toBe(at);
  travel(MINUTE);
  expect([overdue.time('a', due), overdue.shown('a', due), draws()]).toEqual([at, at, 1]);
});

test('something else, or the same for another time, is drawn anew', () => {
  const due = NOW - 5 * MINUTE;
  const { overdue, travel, draws } = begin(0.25);
  overdue.time('a', due);
  travel(MINUTE);
  expect(overdue.time('b', due)).toBe(NOW + 3.5 * MINUTE);
  expect(overdue.time('a', due - 1)).toBe(NOW + 3.5 * MINUTE);
  expect(draws()).toBe(3);
});

test('what waited for more than three days goes out within a minute', () => {
  const [three, more] = [begin(0.5), begin(0.5)];
  expect(three.overdue.time('a', NOW - 3 * DAY)).toBe(NOW + 5 * MINUTE);
  expect(more.overdue.time('a', NOW - 3 * DAY - 1)).toBe(NOW + MINUTE / 2);
});

test('a clock that was set back keeps nothing waiting for as long', () => {
  const due = NOW - 20 * DAY;
  const { overdue, travel } = begin(0);
  expect(overdue.time('a', due)).toBe(NOW);
  travel(-10 * MINUTE);
  expect(overdue.time('a', due)).toBe(NOW);
  travel(-1);
  expect(overdue.time('a', due)).toBe(NOW - 10 * MINUTE - 1);
});
