// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import { createOverdue } from '../../electron/state/overdue.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { add } from '../support/backup-rig.ts';
import { FREE, gateLab, OTHER, type Watched } from './gate-lab.ts';

// A start, or a computer that wakes, ties nobody together: what came due meanwhile goes out at times of its own.

const { base, sandbox, url, watched, begin, run } = await gateLab();
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The program is opened anew over the same store. */
const opened = ({ world, store }: Watched) => {
  const gate = (...asked: Parameters<Backup['gate']>) => backup.gate(...asked);
  const wallet = createWallet({ world, store, gate });
  const backup: Backup = createBackup({ world, store, wallet });
  return { wallet, backup };
};

/** As the window drives it for so long, or until both places have got a copy; gives when each got one, and when coins were made. */
const live = async (mine: Watched, parts: ReturnType<typeof opened>, ms: number) => {
  const { signal } = new AbortController();
  const seen: { one?: number; two?: number; melt?: number } = {};
  const known = mine.requests.length;
  const from = base.now();
  for (let passed = 0; passed < ms && !(seen.one && seen.two); passed += 10 * SECOND) {
    await base.hurry(parts.wallet.run({ signal }));
    await base.hurry(parts.backup.run({ signal }));
    for (const each of mine.requests.slice(known)) {
      if (each.startsWith(`POST ${url(FREE)}backups/`)) seen.one ??= base.now() - from;
      if (each.startsWith(`POST ${url(OTHER)}backups/`)) seen.two ??= base.now() - from;
      if (each.endsWith('/melt')) seen.melt ??= base.now() - from;
    }
    base.move(10 * SECOND);
  }
  return seen;
};

/** A wallet with a payment whose change waits, closed then. */
const paidAndClosed = async (level: 'prompt' | 'quiet'): Promise<Watched> => {
  const mine = watched();
  for (const at of [FREE, OTHER] as const) await add(mine, url(at));
  await begin(mine, 'KUDOS:5');
  expect((await run(mine)).pending).toEqual([]);
  mustOk(mine.backup.setPrivacy({ level, hours: 6 }), 'level');
  await mine.backup.cycle();
  const { signal } = new AbortController();
  await base.hurry(mine.backup.run({ signal }));
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:0.13', summary: 'tea' });
  const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await mine.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
  await base.hurry(mine.wallet.run({ signal }));
  return mine;
};

/** The same, whose change was planned before it was closed, and is in a copy. */
const plannedAndClosed = async (): Promise<Watched> => {
  const mine = await paidAndClosed('prompt');
  const { signal } = new AbortController();
  const isPlanned = (): boolean => mine.store.entries('refresh').some(({ value }) => value.status === 'planned');
  while (!isPlanned()) {
    base.move(2 * MINUTE);
    await base.hurry(mine.wallet.run({ signal }));
  }
  await mine.backup.cycle();
  base.move(HOUR * 4);
  return mine;
};

it('a quiet wallet that was closed for a day makes its copies some time after it is opened, each by itself', async () => {
  const times: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const mine = await paidAndClosed('quiet');
    base.move(DAY);
    const { one = Number.NaN, two = Number.NaN } = await live(mine, opened(mine), 13 * MINUTE);
    expect(Math.abs(one - two)).toBeGreaterThanOrEqual(30 * SECOND - 1);
    times.push(one, two);
  }
  expect(Math.max(...times)).toBeLessThan(13 * MINUTE);
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(2 * MINUTE);
  expect(times.filter((at) => at < 40 * SECOND).length).toBeLessThan(4);
}, 120_000);

it('change that came due meanwhile is made some time after the start, and at once for whoever waits', async () => {
  const waits: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const mine = await plannedAndClosed();
    const { melt } = await live(mine, opened(mine), MINUTE / 2);
    waits.push(melt ?? MINUTE / 2);
  }
  expect(Math.max(...waits)).toBeGreaterThanOrEqual(MINUTE / 2);
  const mine = await plannedAndClosed();
  const { wallet } = opened(mine);
  const known = mine.requests.length;
  expect((await base.hurry(wallet.run())).pending).toEqual([]);
  expect(mine.requests.slice(known).some((each) => each.endsWith('/melt'))).toBe(true);
}, 60_000);

it('a wallet that is only ever open for two minutes gets its copies within days, at both places', async () => {
  const mine = await paidAndClosed('quiet');
  let [one, two] = [0, 0];
  for (let day = 1; day <= 5; day += 1) {
    base.move(DAY);
    const seen = await live(mine, opened(mine), 2 * MINUTE);
    if (seen.one !== undefined) one += 1;
    if (seen.two !== undefined) two += 1;
  }
  expect([one, two].every((times) => times > 0)).toBe(true);
}, 60_000);

it('what is due is drawn once, and what is at once stays so', () => {
  let now = 100 * DAY;
  const overdue = createOverdue({ now: () => now, randomBytes: (length) => new Uint8Array(length).fill(128) });
  expect([0, now + 1, now - MINUTE].map((due) => overdue.time('a', due) - due)).toEqual([0, 0, 0]);
  expect(overdue.shown('a', now - HOUR)).toBe(now + 10 * MINUTE);
  const at = overdue.time('a', now - HOUR);
  expect(at - now).toBeGreaterThan(4 * MINUTE);
  const from = now;
  now += 5 * HOUR;
  expect(overdue.time('a', from - HOUR)).toBe(at);
  expect(overdue.time('b', now - 4 * DAY) - now).toBeLessThan(MINUTE);
  now = 50 * DAY;
  expect(overdue.time('a', from - HOUR)).toBe(from - HOUR);
});
