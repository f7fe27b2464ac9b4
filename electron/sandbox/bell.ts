// SPDX-License-Identifier: GPL-3.0-or-later
import type { SandboxWorld } from './clock.ts';

/** Wakes long polls: whoever changes something rings, whoever waits looks again. */
export type Bell = {
  readonly ring: () => void;
  /** until the next ring, or until `over` is raised */
  readonly wait: (over: AbortSignal) => Promise<void>;
  readonly sleep: SandboxWorld['sleep'];
};

/** A bell with nobody waiting. */
export const createBell = ({ sleep }: Pick<SandboxWorld, 'sleep'>): Bell => {
  const waiting = new Set<() => void>();
  return {
    sleep,
    ring: () => {
      for (const wake of waiting) wake();
    },
    wait: (over) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          over.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        over.addEventListener('abort', wake);
        if (over.aborted) wake();
      }),
  };
};

/** Asks `look` until it answers, at every ring, or until `timeoutMs` are over or the client has gone; then its last word, undefined. */
export const pollUntil = async <T>(
  bell: Bell,
  timeoutMs: number,
  gone: AbortSignal,
  look: () => T | undefined,
): Promise<T | undefined> => {
  const over = new AbortController();
  const end = (): void => over.abort('over');
  if (timeoutMs <= 0 || gone.aborted) return look();
  gone.addEventListener('abort', end);
  void bell.sleep(timeoutMs, over.signal).then(end);
  try {
    for (;;) {
      const seen = look();
      if (seen !== undefined || over.signal.aborted) return seen;
      await bell.wait(over.signal);
    }
  } finally {
    gone.removeEventListener('abort', end);
    end();
  }
};
