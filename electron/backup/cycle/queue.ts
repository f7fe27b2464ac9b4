// SPDX-License-Identifier: GPL-3.0-or-later
import type { CycleOutcome } from './outcome.ts';

/** Cycles by provider: with different providers side by side, with one provider one after the other. */
export type Queue = {
  /** A cycle with one provider; it waits for the cycle with that provider that was asked for before it, however that ends. */
  readonly add: (id: string) => Promise<CycleOutcome>;
  /** a cycle that begins after this call; asked again before it begins, it is the same one */
  readonly soon: (id: string) => Promise<CycleOutcome>;
  readonly isRunning: (id: string) => boolean;
  readonly settled: () => Promise<void>;
};

export const createQueue = (cycle: (id: string) => Promise<CycleOutcome>): Queue => {
  /** the last cycle asked for, per provider */
  const running = new Map<string, Promise<CycleOutcome>>();
  /** the last cycle asked for, per provider, while it has not begun */
  const queued = new Map<string, Promise<CycleOutcome>>();

  const add = (id: string): Promise<CycleOutcome> => {
    const before = running.get(id) ?? Promise.resolve();
    const start = (): Promise<CycleOutcome> => {
      if (queued.get(id) === cycling) queued.delete(id);
      return cycle(id);
    };
    const cycling = before.then(start, start).finally(() => {
      if (running.get(id) === cycling) running.delete(id);
    });
    running.set(id, cycling);
    queued.set(id, cycling);
    return cycling;
  };

  return {
    add,
    soon: (id) => queued.get(id) ?? add(id),
    isRunning: (id) => running.has(id),
    settled: async () => {
      await Promise.allSettled(running.values());
    },
  };
};
