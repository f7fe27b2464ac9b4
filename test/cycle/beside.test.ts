// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../electron/storage/store.ts';
import { startThreads, type Task } from '../../electron/threads.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { memoryDatabase, runToRest } from './wallet-lab.ts';
import { fund } from './wallet-lab.ts';
import { oneExchange } from './one-exchange.ts';

// What takes long is computed beside the thread that draws the window, and once.

const { lab } = await oneExchange();
const threads = startThreads(new URL('../../electron/worker.ts', import.meta.url));
afterAll(() => threads.close());

test('a withdrawal and its renewal blind, derive and unblind in a thread, each session once', async () => {
  const asked: string[] = [];
  const counted = {
    run: <I, O>(task: Task<I, O>, input: I) => {
      asked.push(task.name);
      return threads.run(task, input);
    },
  };
  const world = { ...lab.world, threads: counted };
  const db = memoryDatabase();
  const store = openStore({ db, world });
  const wallet = createWallet({ world, store });
  await fund(lab, { db, store, wallet }, 'KUDOS:6');
  expect(new Set(asked)).toEqual(new Set(['keys', 'planchets', 'unblind']));
  asked.length = 0;
  const before = wallet.balances()[0]?.available;
  const renewed = wallet.renewCoins();
  await runToRest(lab, wallet);
  const sessions = store.entries('refresh').filter(({ value }) => value.status === 'done');
  expect(sessions).toHaveLength(renewed);
  expect(asked.filter((task) => task === 'refresh-session')).toHaveLength(renewed);
  expect(asked.filter((task) => task === 'unblind')).toHaveLength(renewed);
  expect(before).not.toBe(wallet.balances()[0]?.available);
});
