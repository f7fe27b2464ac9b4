// SPDX-License-Identifier: GPL-3.0-or-later
import { realWorld, type World } from '../../electron/world.ts';

/** A clock that tests move. */
export type Clock = Pick<World, 'now' | 'sleep'> & {
  /** Lets time pass at once: whoever sleeps no longer than that wakes. */
  readonly move: (ms: number) => void;
};

const START_MS = Date.UTC(2026, 10, 23, 12);

/** Everybody who sleeps, and until when. */
const createSleepers = () => {
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    /** Ends when it is woken, or when the signal is raised. */
    add: (until: number, signal: AbortSignal | undefined): Promise<void> =>
      new Promise((resolve) => {
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { until, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      }),
    wakeUntil: (ms: number): void => {
      for (const each of [...sleepers].sort((a, b) => a.until - b.until)) if (each.until <= ms) each.wake();
    },
  };
};

/** Stands still, but that every look takes a millisecond, so that no two events share one: it repeats itself from run to run. */
export const createClock = (): Clock & { /** what it shows, without a look at it */ shows: number } => {
  const sleepers = createSleepers();
  const clock = {
    shows: START_MS,
    now: () => {
      clock.shows += 1;
      return clock.shows;
    },
    sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
      signal?.aborted === true || ms <= 0
        ? new Promise((resolve) => void setImmediate(resolve))
        : sleepers.add(clock.shows + ms, signal),
    move: (ms: number) => {
      clock.shows += ms;
      sleepers.wakeUntil(clock.shows);
    },
  };
  return clock;
};

/** The real clock, which a test can move forward and hold: for what other processes or the disk have a part in. */
type RunningClock = Clock & {
  /** Real time counts for nothing until the answer is called: only `move` lets time pass. Holds may overlap. */
  readonly hold: () => () => void;
};

/** A clock that goes on by itself. */
export const createRunningClock = (): RunningClock => {
  const { now: realNow, sleep } = realWorld();
  const sleepers = createSleepers();
  let ahead = 0;
  let holds = 0;
  let heldAt = 0;
  let held = 0;
  const heldFor = (): number => held + (holds > 0 ? realNow() - heldAt : 0);
  const now = (): number => (holds > 0 ? heldAt : realNow()) + ahead;
  return {
    now,
    sleep: async (ms, signal) => {
      const awake = new AbortController();
      const stop = signal ? AbortSignal.any([signal, awake.signal]) : awake.signal;
      const until = now() + ms;
      const itself = async (): Promise<void> => {
        // What passed while the clock was held is still to be slept.
        for (let left = ms; left > 0 && !stop.aborted;) {
          const before = heldFor();
          await sleep(left, stop);
          left = heldFor() - before;
        }
      };
      await Promise.race([sleepers.add(until, stop), itself()]);
      awake.abort('awake');
    },
    move: (ms) => {
      ahead += ms;
      sleepers.wakeUntil(now());
    },
    hold: () => {
      if (holds === 0) heldAt = realNow();
      holds += 1;
      return () => {
        holds -= 1;
        if (holds > 0) return;
        held += realNow() - heldAt;
        ahead -= realNow() - heldAt;
      };
    },
  };
};
