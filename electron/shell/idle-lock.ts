// SPDX-License-Identifier: GPL-3.0-or-later

/** How often is looked whether the time is over. */
const LOOK_MS = 5000;
const MINUTE_MS = 60_000;

export type IdleLockParts = {
  /** the clock on the wall: it goes on while the computer sleeps, and anybody may set it */
  readonly wall: () => number;
  /** milliseconds that only go forward; they may stand still while the computer sleeps */
  readonly steady: () => number;
  /** after so many minutes; 0 is never */
  readonly minutes: () => number;
  readonly lock: () => void;
  readonly every: (ms: number, act: () => void) => void;
};

/** Locks once after so many minutes in which nobody used the window. `used` is told of each use. By whichever clock has gone further: one that is set back keeps nothing open. */
export const createIdleLock = ({
  wall,
  steady,
  minutes,
  lock,
  every,
}: IdleLockParts): { readonly used: () => void } => {
  let since = { wall: wall(), steady: steady() };
  const used = (): void => {
    since = { wall: wall(), steady: steady() };
  };
  every(LOOK_MS, () => {
    const idleMs = Math.max(wall() - since.wall, steady() - since.steady);
    const after = minutes();
    if (after === 0 || idleMs < after * MINUTE_MS) return;
    used();
    lock();
  });
  return { used };
};
