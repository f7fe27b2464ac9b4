// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { progressOf } from '../../electron/backup/escrowed/progress.ts';
import { escrowRecord } from '../../electron/backup/escrowed/record.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, withdraw, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { ESCROW_PLACES, placeUrls, recovered, setUp } from '../support/escrow.ts';

// Places that take money and deny it, ask again and again, or never answer: nobody is paid twice, and the others go on.

const DAY_MS = 24 * 3600_000;
let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES,
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:4');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
});
afterEach(async () => {
  await one.backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const place = (at: number) => sandbox.anastasisProviders[at] ?? expect.fail('no such place');
const view = () => one.backup.escrow() ?? expect.fail('no escrow');
const saidAt = (at: number): readonly string[] => view().places[at]?.said.map(({ kind }) => kind) ?? [];
const current = (): readonly boolean[] => view().places.map(({ isCurrent }) => isCurrent);
const fees = (): readonly string[] =>
  one.wallet
    .history()
    .flatMap(({ type, amount, state }) => (type === 'provider-fee' ? [`${amount} ${state}`] : []))
    .sort();
const tryOften = async (times = 5): Promise<void> => {
  for (let round = 0; round < times; round += 1) {
    world.move(7 * 3600_000);
    await one.backup.run();
  }
};
const ONCE = ['KUDOS:0.04 done', 'KUDOS:0.1 done'];

describe('a place that was paid and', () => {
  test('asks again for its documents gets nothing more until its person agrees, and then once', async () => {
    place(2).faults.always({ method: 'POST', path: '/policy/' }, { payAgain: true });
    mustOk(await setUp(one, sandbox), 'set up');
    await tryOften();
    expect(fees()).toEqual(ONCE);
    expect(current()).toEqual([true, true, false]);
    expect(saidAt(2)[0]).toMatch(/^(asks|misbehaves)$/);
    mustOk(await one.backup.updateEscrow({ agreedFees: ['KUDOS:1'] }), 'agreed');
    await tryOften();
    expect(fees()).toEqual([...ONCE, 'KUDOS:0.1 done']);
    place(2).faults.clear();
    await tryOften();
    expect([view().step, fees()]).toEqual(['current', [...ONCE, 'KUDOS:0.1 done']]);
  });

  test('forgets the payment of a method is paid no second time', async () => {
    const uri = (await sandbox.merchant.createOrder({ amount: 'KUDOS:0.04', summary: 'x' })).talerPayUri;
    mustOk(await setUp(one, sandbox), 'set up');
    place(2).faults.always({ method: 'POST', path: '/truth/' }, { status: 402, replaceHeaders: { taler: uri } });
    world.move(8 * DAY_MS);
    await tryOften();
    expect(fees()).toEqual(ONCE);
    expect(saidAt(2)).toContain('methods-missing');
    place(2).faults.clear();
    await tryOften();
    expect([view().step, fees()]).toEqual(['current', ONCE]);
  });

  test('says that it keeps the document for less than was paid is named; that it keeps it for longer is not believed', async () => {
    const saying = (at: number) => ({
      replaceHeaders: { 'anastasis-policy-expiration': String(Math.floor(at / 1000)) },
    });
    const upload = { method: 'POST', path: '/policy/' };
    const early = world.now() + 90 * DAY_MS;
    place(2).faults.always(upload, saying(early));
    const paid = mustOk(await setUp(one, sandbox), 'set up').places[2]?.paidUntil ?? 0;
    const { facts } = view().places[2]?.said.find(({ kind }) => kind === 'ends-early') ?? expect.fail('not named');
    expect(facts).toMatchObject({ until: Math.floor(early / 1000) * 1000 });
    expect(current()).toEqual([true, true, true]);
    world.move(91 * DAY_MS);
    await one.backup.run();
    expect([saidAt(2), fees()]).toEqual([['ends-early'], ONCE]);
    place(2).faults.clear();
    place(2).faults.always(upload, saying(world.now() + 3000 * DAY_MS));
    mustOk(one.backup.rename({ wallet: 'Other' }), 'name');
    mustOk(await one.backup.updateEscrow({}), 'update');
    expect([saidAt(2), current(), view().places[2]?.paidUntil]).toEqual([[], [true, true, true], paid]);
    place(2).faults.clear();
  });

  test('wants another currency for the next year, or ends in between, is paid nothing', async () => {
    mustOk(await setUp(one, sandbox), 'set up');
    place(2).faults.always(
      { path: '/config' },
      {
        changeJson: (body) => JSON.parse(JSON.stringify(body).replaceAll('KUDOS', 'GELD')) as Record<string, unknown>,
      },
    );
    world.move(352 * DAY_MS);
    await tryOften(3);
    expect(saidAt(2)[0]).toBe('asks');
    expect(fees()).toEqual(ONCE);
    place(2).faults.clear();
    await tryOften();
    expect(fees()).toEqual([...ONCE, 'KUDOS:0.1 done']);
  });
});

test('with too few coins it is said what all that is due at a place takes, and money that comes pays it within minutes', async () => {
  const poor = install(world);
  await withdraw(poor, sandbox, 'KUDOS:0.03');
  await add(poor, sandbox.syncProviders[0]?.baseUrl ?? '');
  const set = mustOk(await setUp(poor, sandbox), 'set up');
  // A year of its method, 0.04, and one of its document.
  expect(set.places[2]?.said[0]).toEqual({ kind: 'lacks-coins', facts: { lacking: 'KUDOS:0.14' } });
  const waits = () => progressOf(poor.store.local, escrowRecord(poor.store))?.places[2];
  const minute = async (): Promise<number> => {
    world.move(60_000);
    await poor.backup.run();
    return waits()?.attempts ?? 0;
  };
  // Its tries grow rare; while nothing comes it is left alone.
  while ((waits()?.nextAt ?? 0) < world.now() + 10 * 60_000) {
    world.move(Math.max(0, (waits()?.nextAt ?? 0) - world.now()));
    await minute();
  }
  const attempts = await minute();
  await withdraw(poor, sandbox, 'KUDOS:2');
  expect(waits()).toMatchObject({ attempts });
  for (let at = 0; at < 3; at += 1) await minute();
  expect(poor.backup.escrow()?.step).toBe('current');
  await poor.backup.close();
});

test('without coins what is free goes out, and what is paid follows when there are some', async () => {
  const poor = install(world);
  await add(poor, sandbox.syncProviders[0]?.baseUrl ?? '');
  const set = mustOk(await setUp(poor, sandbox), 'set up');
  expect(set.places.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false]);
  expect(set.places[2]?.said[0]?.kind).toMatch(/^(lacks-coins|unpaid)$/);
  await withdraw(poor, sandbox, 'KUDOS:2');
  for (let round = 0; round < 3; round += 1) {
    world.move(7 * 3600_000);
    await poor.backup.run();
  }
  expect(poor.backup.escrow()?.step).toBe('current');
  await poor.backup.close();
});

test('a place that never answers keeps no other waiting, nor a change from going out', async () => {
  place(1).faults.always({ method: 'POST' }, { hang: true });
  mustOk(await world.hurry(setUp(one, sandbox)), 'set up');
  expect(current()).toEqual([true, false, true]);
  expect(saidAt(1)[0]).toBe('silent');
  mustOk(one.backup.rename({ wallet: 'Reisekasse' }), 'name');
  mustOk(await world.hurry(one.backup.updateEscrow({})), 'update');
  expect(current()).toEqual([true, false, true]);
  expect((await recovered(world, placeUrls(sandbox)[0] ?? '', [0, 2])).wallet.walletName).toBe('Reisekasse');
  place(1).faults.clear();
});

test('a place that is away is asked later and later, and nobody else because of it', async () => {
  mustOk(await setUp(one, sandbox), 'set up');
  place(1).faults.always({ path: '/' }, { closeConnection: true });
  mustOk(one.backup.rename({ wallet: 'Other' }), 'name');
  mustOk(await one.backup.updateEscrow({}), 'update');
  let asked = 0;
  const was = world.http;
  const counting: typeof was = (input, init) => {
    if (String(input).startsWith(place(1).baseUrl)) asked += 1;
    return was(input, init);
  };
  Object.assign(world, { http: counting });
  for (let minute = 0; minute < 12 * 60; minute += 5) {
    world.move(5 * 60_000);
    await one.backup.run();
  }
  expect(asked).toBeGreaterThan(2);
  // 144 looks in half a day; with back-off to six hours a dozen or two.
  expect(asked).toBeLessThan(40);
  place(1).faults.clear();
  await tryOften();
  expect(view().step).toBe('current');
});
