// SPDX-License-Identifier: GPL-3.0-or-later
import { noteDefect } from '../defect.ts';
import type { World } from '../world.ts';

/** The parts the loop drives; each call does what is due now and returns, however slow or broken the other side is. */
export type LoopParts = {
  readonly runMoney: (signal: AbortSignal) => Promise<unknown>;
  readonly runBackup: (signal: AbortSignal) => Promise<unknown>;
};

export type Loop = {
  /** something changed: look now instead of at the next tick */
  readonly poke: () => void;
  /** stops and resolves when no step is running any more */
  readonly stop: () => Promise<void>;
};

/** Between two looks for due work; steps keep their own back-off times, this only bounds how late one is noticed. */
const TICK_MS = 2000;

/** Drives money and backup side by side until stopped, so that a slow provider never delays a payment. */
export const startLoop = (parts: LoopParts, world: World): Loop => {
  const stopped = new AbortController();
  let poked = new AbortController();
  const poke = (): void => {
    const before = poked;
    poked = new AbortController();
    before.abort('poked');
  };
  /** A log that cannot be written must not stop the money too. */
  const note = (name: string, defect: unknown): void => {
    try {
      noteDefect(world, `loop: ${name}`, defect);
    } catch {
      // Nowhere is left to say it.
    }
  };
  const drive = async (name: string, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
    while (!stopped.signal.aborted) {
      try {
        await work(stopped.signal);
      } catch (error) {
        note(name, error);
      }
      if (stopped.signal.aborted) return;
      await world.sleep(TICK_MS, poked.signal);
    }
  };
  const running = Promise.all([drive('money', parts.runMoney), drive('backup', parts.runBackup)]);
  return {
    poke,
    stop: async () => {
      stopped.abort();
      poke();
      await running;
    },
  };
};
