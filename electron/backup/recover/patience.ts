// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { World } from '../../world.ts';

/**
 * What is there once one place has given a copy is not kept waiting for a place that hangs: it has this long, and what it holds is
 * joined by the cycles that follow.
 */
export const PATIENCE_MS = 10_000;

/** What is said of a place that was not waited for. */
export const LATE: Said<'source'> = {
  kind: 'trouble',
  facts: { why: { kind: 'timeout', facts: { afterMs: PATIENCE_MS } } },
};

/** Every answer, or that it is late; as long as none is enough, everybody has all the time there is. */
export const answersInTime = async <T>(
  { sleep }: Pick<World, 'sleep'>,
  asking: readonly { readonly answer: Promise<T>; readonly late: T; readonly heard?: (answer: T) => void }[],
  isEnough: (answer: T) => boolean,
  hadEnough: boolean,
): Promise<readonly T[]> => {
  const allThere = new AbortController();
  const enough = new Promise<void>((resolve) => {
    if (hadEnough) resolve();
    for (const { answer } of asking) void whenEnough(answer, isEnough, resolve);
  });
  const waitedFor = async <L>(late: L): Promise<L> => {
    await enough;
    await sleep(PATIENCE_MS, allThere.signal);
    return late;
  };
  try {
    return await Promise.all(
      asking.map(async ({ answer, late, heard }) => {
        const said = await Promise.race([answer, waitedFor(late)]);
        heard?.(said);
        return said;
      }),
    );
  } finally {
    allThere.abort('all there');
  }
};

const whenEnough = async <T>(answer: Promise<T>, isEnough: (answer: T) => boolean, say: () => void): Promise<void> => {
  try {
    if (isEnough(await answer)) say();
  } catch {
    // Whoever waits for all answers hears of it.
  }
};

/** Waits for the work, but not for ever; what hangs goes on beside. */
export const inPatience = async ({ sleep }: Pick<World, 'sleep'>, work: Promise<unknown>): Promise<void> => {
  const done = new AbortController();
  try {
    await Promise.race([work, sleep(PATIENCE_MS, done.signal)]);
  } finally {
    done.abort('done');
  }
};
