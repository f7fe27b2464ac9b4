// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';
import { takeOver } from './takeover-lab.ts';

// A computer that believes in another year for an hour, and is put right. What it wrote down to do later is done all the same.

const world = testWorld();
const HOUR = 3600_000;
const YEARS = 10 * 365 * 24 * HOUR;
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});
afterEach(() => {
  for (const { faults } of sandbox.syncProviders) faults.clear();
});

const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const change = ({ store }: Installation): void =>
  store.transaction((tx) => tx.put('setting', 'note', { value: store.revision() }));
/** The wallet's clock alone goes astray; the servers' stays right. */
const withClock = () => {
  let ahead = 0;
  return { clock: { ...world, now: () => world.now() + ahead }, set: (ms: number) => void (ahead = ms) };
};

it('a provider that failed in the wrong year is tried again in the right one, and one verified there is looked at again', async () => {
  const { clock, set } = withClock();
  const one = install(clock);
  await add(one, url(0));
  set(YEARS);
  sandbox.syncProviders[0]?.faults.once({ method: 'POST' }, { status: 503 });
  change(one);
  expect(await outcomes(one)).toEqual(['unreachable']);
  set(0);
  world.move(HOUR);
  expect(one.backup.providers()[0]?.nextRoundAt).toBeLessThan(world.now() + HOUR);
  expect(await one.backup.run()).toMatchObject([{ outcome: 'stored' }]);
  set(YEARS);
  // In that year the free one has to be paid again, with nothing.
  expect(await outcomes(one)).toEqual(['stored']);
  set(0);
  world.move(HOUR);
  expect(await one.backup.run()).toMatchObject([{ outcome: 'unchanged' }]);
  expect(await one.backup.run()).toEqual([]);
});

it('a change that was planned for the wrong year goes out in the right one', async () => {
  const { clock, set } = withClock();
  const one = install(clock);
  await add(one, url(0));
  const signal = new AbortController().signal;
  set(23 * HOUR);
  change(one);
  expect(await one.backup.run({ signal })).toEqual([]);
  set(0);
  expect(await one.backup.run({ signal })).toEqual([]);
  world.move(60_000);
  await one.backup.run({ signal });
  await expect.poll(() => one.backup.providers()[0]?.upToDate).toBe(true);
});

it('the audit and the renewal after a restore do not wait for the wrong year', async () => {
  const lost = install(world);
  await withdraw(lost, sandbox, 'KUDOS:3');
  await add(lost, url(0));
  await outcomes(lost);
  const { clock, set } = withClock();
  const back = install(clock);
  mustOk(await back.backup.restore(recoveryText(lost)), 'restored');
  back.store.transaction((tx) => {
    for (const name of ['audit-due', 'renewal-due'] as const) tx.local.setMark(name, world.now() + YEARS);
  });
  set(0);
  for (let round = 0; round < 3; round += 1) {
    await back.backup.run();
    await back.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  }
  expect([back.store.local.mark('audit-due'), back.store.local.mark('renewal-due')]).toEqual([undefined, undefined]);
  // About what costs something the person is asked.
  expect(back.store.local.mark('renewal-open')?.asking).toHaveLength(1);
});

it('the mark at the providers of a wallet that was taken over is not put off until the wrong year', async () => {
  const [theirs, ours] = [install(world), install(world)];
  await withdraw(theirs, sandbox, 'KUDOS:2');
  await add(theirs, url(0));
  await add(ours, url(1));
  await outcomes(theirs);
  const text = recoveryText(theirs);
  sandbox.syncProviders[0]?.faults.always({ method: 'POST' }, { status: 503 });
  const taken = mustOk(await takeOver(ours, { recoveryText: text, evenIfNotAbandoned: true }), 'takeover');
  expect(taken.marked).toMatchObject([{ done: false }]);
  sandbox.syncProviders[0]?.faults.clear();
  const [name = ''] = ours.store.local.mark('taken-over-wallets') ?? [];
  ours.store.transaction((tx) => {
    const noted = JSON.parse(new TextDecoder().decode(tx.local.request(name))) as object;
    tx.local.putRequest(name, new TextEncoder().encode(JSON.stringify({ ...noted, nextAt: world.now() + YEARS })));
  });
  await ours.backup.run();
  await outcomes(theirs);
  expect(theirs.backup.devices().standing).toBe('taken-over');
});
