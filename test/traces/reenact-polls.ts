// SPDX-License-Identifier: GPL-3.0-or-later
import { JOB_INTERVAL_MS } from '../../electron/sandbox/exchange/exchange.ts';
import { realWorld, type World } from '../../electron/world.ts';

/** One wait of the sandbox. */
type Wait = {
  readonly ms: number;
  /** Its time is over at once. */
  readonly end: () => void;
  /** It ended because its time was over, not because what it waited for happened. */
  readonly isVain: () => boolean;
};

/** The sandbox's waits, which a re-enactment sees begin and can end. */
export type Waits = {
  readonly sleep: World['sleep'];
  /** The wait of the next poll, once it has begun. */
  readonly nextPoll: () => Promise<Wait>;
  /** The exchange's jobs run now. */
  readonly runJobs: () => void;
};

/** Waits that end by themselves in real time, if nobody ends them before. */
export const createWaits = (): Waits => {
  const { sleep } = realWorld();
  const waits = new Set<Wait>();
  let watchers: readonly ((wait: Wait) => void)[] = [];
  return {
    sleep: async (ms, signal) => {
      const ended = new AbortController();
      let isVain = false;
      const wait: Wait = { ms, end: () => ended.abort('ended'), isVain: () => isVain };
      waits.add(wait);
      if (ms !== JOB_INTERVAL_MS) {
        for (const seen of watchers) seen(wait);
        watchers = [];
      }
      await sleep(ms, signal ? AbortSignal.any([signal, ended.signal]) : ended.signal);
      isVain = signal?.aborted !== true;
      waits.delete(wait);
    },
    nextPoll: () => new Promise((seen) => void (watchers = [...watchers, seen])),
    runJobs: () => {
      for (const { ms, end } of waits) if (ms === JOB_INTERVAL_MS) end();
    },
  };
};
