// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import {
  add,
  install,
  recoveryText,
  testWorld,
  withdraw,
  type HastyWorld,
  type Installation,
} from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { ESCROW_PLACES, escrowMethods, placeUrls, recovered, setUp, versions } from '../support/escrow.ts';

// One escrow, several devices: whoever leads follows it, nothing is uploaded twice for one state, and what a copy says of it is not believed.

const WEEK_MS = 7 * 24 * 3600_000;
let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;
const opened: Installation[] = [];

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES,
  });
  one = open();
  await withdraw(one, sandbox, 'KUDOS:4');
  await add(one, sync(0));
  mustOk(await setUp(one, sandbox), 'set up');
  await one.backup.cycle();
});
afterEach(async () => {
  for (const { backup } of opened.splice(0)) await backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const open = (): Installation => {
  const device = install(world);
  opened.push(device);
  return device;
};
const restored = async (): Promise<Installation> => {
  const device = open();
  mustOk(await device.backup.restore(recoveryText(one)), 'restored');
  return device;
};
const sync = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const place = (at: number) => sandbox.anastasisProviders[at] ?? expect.fail('no such place');
const view = ({ backup }: Installation) => backup.escrow() ?? expect.fail('no escrow');
/** Until what is due has gone out, and what failed was tried again. */
const settle = async (device: Installation): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await device.backup.run();
    world.move(11 * 60_000);
  }
};
const NEWER = [
  [2, 1],
  [2, 1],
  [2, 1],
];

test('a device that leads again finds what another one has uploaded meanwhile, and uploads nothing for that state', async () => {
  const two = await restored();
  await add(two, sync(1));
  await settle(two);
  expect(view(two).step).toBe('current');
  expect(await versions(world, sandbox)).toEqual(NEWER);
  await two.backup.cycle();
  await one.backup.cycle();
  mustOk(await one.backup.keepDevice(), 'leads again');
  await settle(one);
  expect([view(one).step, view(one).places.map(({ version }) => version)]).toEqual(['current', [2, 2, 2]]);
  expect(await versions(world, sandbox)).toEqual(NEWER);
  // The next change is its own business again.
  mustOk(one.backup.rename({ wallet: 'Reisekasse' }), 'name');
  await settle(one);
  expect(await versions(world, sandbox)).toEqual([
    [3, 2, 1],
    [3, 2, 1],
    [3, 2, 1],
  ]);
  expect((await recovered(world, placeUrls(sandbox)[0] ?? '')).wallet.walletName).toBe('Reisekasse');
});

test('a device that leads again asks places that are silent later and later', async () => {
  const two = await restored();
  await add(two, sync(1));
  await settle(two);
  await two.backup.cycle();
  await one.backup.cycle();
  mustOk(await one.backup.keepDevice(), 'leads again');
  for (const at of [0, 1, 2]) place(at).faults.always({ path: '/' }, { closeConnection: true });
  let asked = 0;
  const was = world.http;
  Object.assign(world, {
    http: (...request: Parameters<typeof was>) => {
      if (placeUrls(sandbox).some((url) => String(request[0]).startsWith(`${url}policy`))) asked += 1;
      return was(...request);
    },
  });
  for (let minute = 0; minute < 60; minute += 1) {
    world.move(60_000);
    await one.backup.run();
  }
  expect(asked).toBeGreaterThan(2);
  expect(asked).toBeLessThan(60);
  for (const at of [0, 1, 2]) place(at).faults.clear();
  world.move(6 * 3600_000);
  await settle(one);
  expect([view(one).step, await versions(world, sandbox)]).toEqual(['current', NEWER]);
});

test('ended by the device that leads, nothing of what was filled in stays on the others', async () => {
  const filled = () => one.store.local.request('escrow-filled');
  expect(filled()).toBeDefined();
  const two = await restored();
  mustOk(two.backup.forgetEscrow(), 'forgotten');
  await two.backup.cycle();
  await one.backup.cycle();
  await settle(one);
  expect(one.backup.escrow()).toBeUndefined();
  expect(filled()).toBeUndefined();
});

test('a device that does not lead uploads nothing', async () => {
  const two = await restored();
  await one.backup.cycle();
  mustOk(one.backup.rename({ wallet: 'Of the other' }), 'name');
  await settle(one);
  expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
  expect(await one.backup.updateEscrow({})).toMatchObject({ error: { kind: 'wrong-device-state' } });
  expect(view(two).step).not.toBe('wants-data');
  // Nor does it end what the leading one follows.
  expect(one.backup.forgetEscrow()).toMatchObject({ error: { kind: 'wrong-device-state' } });
  expect(one.backup.escrow()).toBeDefined();
});

test('after a restore a place that is silent keeps nobody waiting, and is asked before anything is sent there', async () => {
  place(1).faults.always({ path: '/' }, { closeConnection: true });
  const two = await restored();
  expect(view(two).step).toBe('behind');
  await settle(two);
  expect(view(two).step).toBe('behind');
  expect(view(two).places.map(({ isCurrent }) => isCurrent)).toEqual([true, false, true]);
  place(1).faults.clear();
  await settle(two);
  expect(view(two).step).toBe('current');
  expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
  place(1).faults.always({ path: '/' }, { closeConnection: true });
  await add(two, sync(1));
  await settle(two);
  expect(view(two).places.map(({ isCurrent }) => isCurrent)).toEqual([true, false, true]);
  place(1).faults.clear();
  world.move(6 * 3600_000);
  await settle(two);
  expect(view(two).step).toBe('current');
  expect(await versions(world, sandbox)).toEqual(NEWER);
});

test('while every place is silent after a restore nothing is made, and it goes on when they answer', async () => {
  for (const at of [0, 1, 2]) place(at).faults.always({ path: '/' }, { closeConnection: true });
  const two = await restored();
  await settle(two);
  expect(view(two).places.map(({ isCurrent }) => isCurrent)).toEqual([false, false, false]);
  for (const at of [0, 1, 2]) place(at).faults.clear();
  world.move(6 * 3600_000);
  await settle(two);
  expect(view(two).step).toBe('current');
  expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
});

test('whoever had the old sheet and changes the record in a copy gets nothing of the new secret', async () => {
  const evil = place(2).baseUrl;
  const change = (value: { places: { user: string; url: string }[]; needed: number }) => ({
    ...value,
    needed: 1,
    places: value.places.map((each) => ({ ...each, user: '0'.repeat(103) })),
  });
  one.store.transaction((tx) => {
    const record = tx.entry('setting', 'escrow')?.value.value;
    tx.put('setting', 'escrow', { value: change(record as never) as never });
  });
  expect(evil).not.toBe('');
  mustOk(await one.backup.rekey(mustOk(await one.backup.rekeyQuote(), 'quote').total), 'rekey');
  await settle(one);
  expect(view(one)).toMatchObject({
    step: 'wants-data',
    said: [{ kind: 'secret-changed' }, { kind: 'methods-wanted' }],
  });
  expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
  // What is there opens the old secret alone.
  expect(mustOk(one.backup.recoverySheet(), 'sheet').hasEscrow).toBeUndefined();
  // Set up again by its person it follows again.
  mustOk(await setUp(one, sandbox, { agreedFees: ['KUDOS:2'] }), 'set up');
  const root = openSecret(one.store.local.rootSecret() ?? expect.fail('no secret'));
  world.move(60_000);
  expect(openSecret((await recovered(world, placeUrls(sandbox)[0] ?? '')).wallet.root)).toEqual(root);
});

test('a method that its place has lost is there again within a week, and is paid for no second time', async () => {
  const methods = view(one).methods.map(({ uuid }) => uuid);
  place(0).loseTruth(methods[0] ?? '');
  place(2).loseTruth(methods[2] ?? '');
  world.move(WEEK_MS + 1000);
  await settle(one);
  world.move(60_000);
  await recovered(world, placeUrls(sandbox)[1] ?? '', [0, 2]);
  expect(view(one).step).toBe('current');
  const fees = one.wallet.history().filter(({ type }) => type === 'provider-fee');
  expect(fees).toHaveLength(2);
});

test('methods are made anew when they are chosen anew, and the ones of before open nothing of the new document', async () => {
  const before = await recovered(world, placeUrls(sandbox)[0] ?? '');
  const [question, totp] = escrowMethods(sandbox);
  if (!question || !totp) throw new Error('no methods');
  mustOk(await setUp(one, sandbox, { methods: [question, totp] }), 'set up');
  world.move(60_000);
  const after = await recovered(world, placeUrls(sandbox)[0] ?? '');
  expect(after.document.secretName).toBe(before.document.secretName);
  expect(after.document.methods.filter(({ uuid }) => before.shares.has(uuid))).toEqual([]);
});
