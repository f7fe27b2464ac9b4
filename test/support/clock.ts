// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../../electron/world.ts';

/** A clock that tests move. Nothing that waits on it takes any real time. */
export type Clock = Pick<World, 'now' | 'sleep'> & {
  /** Lets time pass at once: whoever sleeps that long wakes. */
  readonly move: (ms: number) => void;
  /** what it shows, without a look at it */
  shows: number;
};

type Sleeper = { readonly until: number; readonly wake: () => void };

export const CLOCK_START_MS = Date.UTC(2026, 10, 23, 12);

/** Every look takes a millisecond, so that no two events share one. */
export const createClock = (startMs = CLOCK_START_MS): Clock => {
  const sleepers = new Set<Sleeper>();
  const wakeUntil = (ms: number): void => {
    for (const each of [...sleepers].sort((a, b) => a.until - b.until)) if (each.until <= ms) each.wake();
  };
  const clock: Clock = {
    shows: startMs,
    now: () => {
      clock.shows += 1;
      return clock.shows;
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper: Sleeper = {
          until: clock.shows + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        if (signal?.aborted === true || ms <= 0) {
          setImmediate(resolve);
          return;
        }
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake);
      }),
    move: (ms) => {
      clock.shows += ms;
      wakeUntil(clock.shows);
    },
  };
  return clock;
};
