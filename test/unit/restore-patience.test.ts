// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { answersInTime, inPatience } from '../../electron/backup/recover/patience.ts';
import { createClock } from '../support/clock.ts';

// One place that hangs does not keep what the others have from whoever restores.

const hanging = (): Promise<string> => new Promise(() => undefined);
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const asking = (...answers: readonly Promise<string>[]) =>
  answers.map((answer, at) => ({ answer, late: `late ${at}` }));
const isCopy = (answer: string): boolean => answer === 'copy';

test('a place that hangs is late a while after another has given a copy', async () => {
  const clock = createClock();
  let done: readonly string[] | undefined;
  const all = answersInTime(clock, asking(hanging(), Promise.resolve('copy'), Promise.resolve('empty')), isCopy, false);
  void all.then((answers) => (done = answers));
  await turn();
  clock.move(5_000);
  await turn();
  expect(done).toBeUndefined();
  clock.move(6_000);
  expect(await all).toEqual(['late 0', 'copy', 'empty']);
});

test('as long as nobody has a copy everybody is waited for', async () => {
  const clock = createClock();
  const { promise, resolve } = Promise.withResolvers<string>();
  const all = answersInTime(clock, asking(promise, Promise.resolve('empty')), isCopy, false);
  await turn();
  clock.move(100_000);
  await turn();
  resolve('copy');
  expect(await all).toEqual(['copy', 'empty']);
});

test('a place asked after a copy was found is not waited for longer either, and a defect is heard', async () => {
  const clock = createClock();
  const all = answersInTime(clock, asking(hanging()), isCopy, true);
  await turn();
  clock.move(11_000);
  expect(await all).toEqual(['late 0']);
  await expect(answersInTime(clock, asking(Promise.reject(new Error('defect'))), isCopy, false)).rejects.toThrow(
    'defect',
  );
});

test('work that hangs goes on beside', async () => {
  const clock = createClock();
  const waited = inPatience(clock, hanging());
  await turn();
  clock.move(11_000);
  expect(await waited).toBeUndefined();
  expect(await inPatience(clock, Promise.resolve())).toBeUndefined();
});
