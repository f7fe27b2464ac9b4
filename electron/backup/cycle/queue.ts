// SPDX-License-Identifier: GPL-3.0-or-later
/** Cycles by provider: with different providers side by side, with one provider one after the other. */
export type Queue<T> = {
  /** A cycle with one provider; it waits for the cycle with that provider that was asked for before it, however that ends. */
  readonly add: (id: string) => Promise<T>;
  /** a cycle that begins after this call; asked again before it begins, it is the same one */
  readonly soon: (id: string) => Promise<T>;
  readonly isRunning: (id: string) => boolean;
  readonly settled: () => Promise<void>;
};

export const createQueue = <T>(cycle: (id: string) => Promise<T>): Queue<T> => {
  /** the last cycle asked for, per provider */
  const running = new Map<string, Promise<T>>();
  /** the last cycle asked for, per provider, while it has not begun */
  const queued = new Map<string, Promise<T>>();

  const add = (id: string): Promise<T> => {
    const before = running.get(id) ?? Promise.resolve();
    const start = (): Promise<T> => {
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
