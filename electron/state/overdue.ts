// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../world.ts';

// What came due while nobody ran, because the program was closed or the computer asleep, would all go out in the second in which it goes
// on: whoever sees two of them, two places or a place and an exchange, knows that they are one person's. So each gets a time of its own anew.

/** What is no later than this came due while it was waited for. */
const LATE_MS = 5 * 60_000;
/** What is later goes out within so long from when it is seen. A wallet that is open for less may have luck, or wait for its next start. */
const SPREAD_MS = 10 * 60_000;
/** It waits for that no longer than this: one that is only ever opened for a minute or two still gets its copies and its change. */
const LONG_MS = 3 * 24 * 60 * 60_000;
/** Then it goes out within so long. */
const SOON_MS = 60_000;

export type Overdue = {
  /** When that goes out which was due then: at that time, or, when nobody ran, at one that is drawn once. 0 stays 0, which is at once. */
  readonly time: (what: string, due: number) => number;
  /** the same, for whoever only looks */
  readonly shown: (what: string, due: number) => number;
};

export const createOverdue = (world: Pick<World, 'now' | 'randomBytes'>): Overdue => {
  const drawn = new Map<string, { readonly due: number; readonly at: number }>();
  const known = (what: string, due: number, now: number): number | undefined => {
    const before = drawn.get(what);
    // A clock that was set back would keep it waiting for as long.
    return before?.due === due && before.at <= now + SPREAD_MS ? before.at : undefined;
  };
  const isLate = (due: number, now: number): boolean => due > 0 && now - due >= LATE_MS;
  return {
    time: (what, due) => {
      const now = world.now();
      if (!isLate(due, now)) return due;
      const before = known(what, due, now);
      if (before !== undefined) return before;
      const at = now + Math.floor(part(world) * (now - due > LONG_MS ? SOON_MS : SPREAD_MS));
      drawn.set(what, { due, at });
      return at;
    },
    shown: (what, due) => {
      const now = world.now();
      return isLate(due, now) ? (known(what, due, now) ?? now + SPREAD_MS) : due;
    },
  };
};

/** A number from 0 up to 1. */
const part = (world: Pick<World, 'randomBytes'>): number => {
  const bytes = world.randomBytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
};
