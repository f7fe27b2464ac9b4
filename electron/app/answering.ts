// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../world.ts';

/** The requests that an open wallet is answering. */
export type Answering = {
  readonly during: <T>(answer: Promise<T>) => Promise<T>;
  /** resolves once all that are answered now are, or that much time is over */
  readonly ended: (longestMs: number) => Promise<void>;
};

export const createAnswering = ({ sleep }: Pick<World, 'sleep'>): Answering => {
  const now = new Set<Promise<unknown>>();
  return {
    during: async (answer) => {
      now.add(answer);
      try {
        return await answer;
      } finally {
        now.delete(answer);
      }
    },
    ended: async (longestMs) => {
      if (now.size === 0) return;
      const over = new AbortController();
      await Promise.race([Promise.allSettled(now), sleep(longestMs, over.signal)]);
      over.abort();
    },
  };
};
