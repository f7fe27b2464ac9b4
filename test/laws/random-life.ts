// SPDX-License-Identifier: GPL-3.0-or-later
import { diceOf } from '../support/dice.ts';
import { begin, happen, planOf, silence, type Event } from './random-actions.ts';
import { startRandomLab, type LifeAt } from './random-lab.ts';
import { expectLaws } from './random-laws.ts';
import { createRandomWorld } from './random-world.ts';

/** How much happens in a life. */
export const EVENTS = 26;

/** One life under a seed, with the events it plans or with the given ones, judged after silence: its story. A failure tells it, too. */
export const live = async (
  seed: number,
  at: LifeAt,
  events: readonly Event[] = planOf(seed, EVENTS),
): Promise<readonly string[]> => {
  const lab = await startRandomLab(diceOf(seed * 31 + 23), at);
  const world = createRandomWorld(lab, seed);
  try {
    await begin(world, seed);
    for (const event of events) await happen(world, event);
    await silence(world);
    expectLaws(world);
    return world.story;
  } catch (failure) {
    throw new Error([`HOLDFAST_SEED=${seed} HOLDFAST_SEEDS=1 repeats this life:`, ...world.story].join('\n'), {
      cause: failure,
    });
  } finally {
    await lab.close();
  }
};

/** The fewest of a failing life's events with which it still fails, found by leaving out one after the other. */
export const shrink = async (seed: number, exchange: LifeAt): Promise<readonly Event[]> => {
  let events = planOf(seed, EVENTS);
  for (let size = Math.ceil(events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < events.length;) {
      const fewer = [...events.slice(0, at), ...events.slice(at + size)];
      if (await fails(seed, exchange, fewer)) events = fewer;
      else at += size;
    }
  return events;
};

const fails = async (seed: number, exchange: LifeAt, events: readonly Event[]): Promise<boolean> => {
  try {
    await live(seed, exchange, events);
    return false;
  } catch {
    return true;
  }
};
