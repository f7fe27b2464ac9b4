// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from './world.ts';

/**
 * Notes an error that nobody expected in the log, with its trace and a reference number; gives the number, by which the person can
 * report it without a word of what is inside. `where` names what was going on.
 */
export const noteDefect = (world: Pick<World, 'randomBytes' | 'log'>, where: string, thrown: unknown): string => {
  const reference = [...world.randomBytes(4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  world.log({ event: 'defect', reference, where, error: traceOf(thrown) });
  return reference;
};

/** For work that nobody waits for: what it throws is a defect in the log, and nothing else. */
export const inBackground = (
  world: Pick<World, 'randomBytes' | 'log'>,
  where: string,
  work: Promise<unknown>,
): void => {
  work.catch((thrown: unknown) => void noteDefect(world, where, thrown));
};

const traceOf = (thrown: unknown): string => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : 'unknown');
