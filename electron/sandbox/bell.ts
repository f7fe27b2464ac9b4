// SPDX-License-Identifier: GPL-3.0-or-later

/** Wakes long polls: whoever changes something rings, whoever waits looks again. */
export type Bell = { readonly ring: () => void; readonly wait: (ms: number, gone: AbortSignal) => Promise<void> };

/** A bell with nobody waiting. */
export const createBell = (): Bell => {
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of waiting) wake();
    },
    wait: (ms, gone) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          gone.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
        gone.addEventListener('abort', wake);
        if (gone.aborted) wake();
      }),
  };
};

/** Asks `look` until it answers, at every ring, or until `timeoutMs` of real time have passed; then its last word, undefined. */
export const pollUntil = async <T>(
  bell: Bell,
  timeoutMs: number,
  gone: AbortSignal,
  look: () => T | undefined,
): Promise<T | undefined> => {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = look();
    const left = end - performance.now();
    if (seen !== undefined || left <= 0 || gone.aborted) return seen;
    await bell.wait(Math.min(left, LONGEST_TIMER_MS), gone);
  }
};

/** setTimeout fires at once above 2³¹−1 ms; a client may ask for more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
