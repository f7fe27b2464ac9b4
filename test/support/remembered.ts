// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../../electron/world.ts';
import { planchetsTask, unblindTask } from '../../electron/taler/coin/batches.ts';
import { sessionTask } from '../../electron/taler/coin/session.ts';
import { sessionTaskV32 } from '../../electron/taler/coin/session-v32.ts';

/** What depends on nothing but what goes in: seeds, keys and signatures. */
const REMEMBERED: ReadonlySet<string> = new Set([
  planchetsTask.name,
  sessionTask.name,
  sessionTaskV32.name,
  unblindTask.name,
]);
/** More than the lives of one flow ask for. */
const MOST = 4096;

/**
 * Does the arithmetic of coins once. A flow that is struck at every step lives thousands of lives that are the same up to the
 * stroke, and each would derive, blind and unblind the same coins; a third of such a life was that.
 */
export const rememberingThreads = (): NonNullable<World['threads']> => {
  const known = new Map<string, unknown>();
  return {
    run: async (task, input) => {
      if (!REMEMBERED.has(task.name)) return task.perform(input);
      const name = `${task.name} ${JSON.stringify(input, asText)}`;
      if (known.size >= MOST) known.clear();
      const done = known.get(name) ?? (await task.perform(input));
      known.set(name, done);
      // Under a task's name and input stands what this very task has made of it.
      return done as Awaited<ReturnType<typeof task.perform>>;
    },
  };
};

/** Bytes by what is in them, a number by its digits. */
const asText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : typeof value === 'bigint' ? `${value}n` : value;
