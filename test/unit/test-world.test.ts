// SPDX-License-Identifier: GPL-3.0-or-later
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { expect, test } from 'vitest';
import { createRunningClock } from '../support/clock.ts';
import { testWorld } from '../support/backup-rig.ts';

// The clock of the tests: how long a busy machine takes for a piece of work decides nothing.

/** Keeps the thread busy, as another process would that has the core. */
const busy = (ms: number): void => {
  const until = Date.now() + ms;
  while (Date.now() < until);
};

test('a wait that is hurried lasts as long as it says, however slow the machine is', async () => {
  const world = testWorld();
  const looks = await world.hurry(
    (async () => {
      await world.sleep(0);
      let looks = 0;
      for (const deadline = world.now() + 200; world.now() < deadline; looks += 1) {
        busy(60);
        await world.sleep(40);
      }
      return looks;
    })(),
  );
  expect(looks).toBe(4);
});

/** Nobody else has a turn in the pool of threads until these are over. */
const occupied = (): Promise<unknown> =>
  Promise.all(Array.from({ length: 4 }, () => promisify(pbkdf2)('a', 'b', 200_000, 64, 'sha512')));

test('what is compressed beside this thread takes no time, however long it waits for its turn', async () => {
  const world = testWorld();
  const others = occupied();
  const took = await world.hurry(
    (async () => {
      await world.sleep(0);
      const began = world.now();
      await promisify(deflateRaw)(Buffer.alloc(1000), {});
      return world.now() - began;
    })(),
  );
  expect(took).toBe(0);
  await others;
});

test('a clock that was held goes on where it stood, and a sleep that began meanwhile is slept to its end', async () => {
  const clock = createRunningClock();
  const goOn = [clock.hold(), clock.hold()];
  const began = clock.now();
  let awake = false;
  const sleep = clock.sleep(20).then(() => void (awake = true));
  busy(30);
  await new Promise((resolve) => void setImmediate(resolve));
  expect([clock.now(), awake]).toEqual([began, false]);
  goOn[0]?.();
  clock.move(5);
  expect(clock.now()).toBe(began + 5);
  goOn[1]?.();
  await sleep;
  expect(clock.now()).toBeGreaterThanOrEqual(began + 20);
});
