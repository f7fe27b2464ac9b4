// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, expect, test } from 'vitest';
import { namesIn } from '../../electron/backup/providers/webdav/listing.ts';
import { openStore } from '../../electron/storage/store.ts';
import { startThreads, type Task } from '../../electron/threads.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { multistatus } from '../support/dav-server.ts';
import { turnsDuring } from '../support/turns.ts';
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

test('a long listing of a WebDAV folder is read in a thread, with the same names and refusals as a short one', async () => {
  const folder = 'https://cloud.example/dav/box/';
  const list = (names: readonly string[]): Uint8Array =>
    new TextEncoder().encode(multistatus(['/dav/box/', ...names.map((name) => `/dav/box/${name}`)]));
  const many = Array.from({ length: 300 }, (_, n) => `${n}.blob`);
  const asked: string[] = [];
  const world = {
    threads: {
      run: <I, O>(task: Task<I, O>, input: I) => {
        asked.push(task.name);
        return threads.run(task, input);
      },
    },
  };
  // The thread loads its program and the parser first.
  await namesIn(world, folder, list(many));
  const { value, turns } = await turnsDuring(() => namesIn(world, folder, list(many)));
  expect(value).toEqual({ ok: true, value: many });
  expect(asked).toEqual(['webdav-listing', 'webdav-listing']);
  expect(turns).toBeGreaterThan(20);
  expect(await namesIn(world, folder, list(many).subarray(0, 20_000))).toMatchObject({
    ok: false,
    error: { kind: 'misbehaved', why: { kind: 'listing-unreadable' } },
  });
  asked.length = 0;
  expect(await namesIn(world, folder, list(['one.blob']))).toEqual({ ok: true, value: ['one.blob'] });
  expect(asked).toEqual([]);
});
