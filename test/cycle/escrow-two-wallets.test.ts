// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { parseBase32, totpCode } from '../../electron/taler/anastasis/totp.ts';
import { mustOk } from '../../shared/result.ts';
import type { RecoverySecretView } from '../../shared/view-escrow-recovery.ts';
import {
  add,
  install,
  recoveryText,
  testWorld,
  total,
  withdraw,
  type HastyWorld,
  type Installation,
} from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, ESCROW_PLACES, PERSON, placeUrls, setUp } from '../support/escrow.ts';

// One person gives two wallets into escrow at the same places, where they share an account: each follows for itself, and both come back.

const DAY_MS = 24 * 3600_000;
let world: HastyWorld;
let sandbox: Sandbox;
const opened: Installation[] = [];

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES,
  });
});
afterEach(async () => {
  for (const { backup } of opened.splice(0)) await backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const fresh = (): Installation => {
  const device = install(world);
  opened.push(device);
  return device;
};
const escrowed = async (money: string, provider: number, name: string, remember = true): Promise<Installation> => {
  const one = fresh();
  await withdraw(one, sandbox, money);
  mustOk(one.backup.rename({ wallet: name }), 'name');
  await add(one, sandbox.syncProviders[provider]?.baseUrl ?? '');
  mustOk(await setUp(one, sandbox, { remember }), 'set up');
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await one.backup.cycle();
  return one;
};
const idOf = ({ backup }: Installation): string => backup.escrow()?.walletId ?? '';

const find = async (device: Installation): Promise<readonly RecoverySecretView[]> =>
  mustOk(
    await device.backup.escrowRecovery.find({ country: 'xx', attributes: PERSON, places: placeUrls(sandbox) }),
    'found',
  ).secrets;

const bringBack = async (id: string): Promise<Installation> => {
  const device = fresh();
  const secret = (await find(device)).find(({ walletId, isNewest }) => walletId === id && isNewest);
  const { choose, answer, run } = device.backup.escrowRecovery;
  const session = mustOk(await choose(secret?.documentHash ?? expect.fail('not found')), 'chosen');
  world.move(60_000);
  const way = (type: string) => session.methods.find((each) => each.type === type)?.uuid ?? '';
  mustOk(await answer(way('question'), 'Grauer Esel'), 'question');
  const code = totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now());
  expect(mustOk(await answer(way('totp'), code), 'code').isOpen).toBe(true);
  mustOk(await run(), 'restored');
  return device;
};

test('both are found, told apart by id and date, and each brings its own money and name', async () => {
  const one = await escrowed('KUDOS:3', 0, 'Haushalt');
  world.move(DAY_MS);
  const two = await escrowed('KUDOS:1.5', 1, 'Reisekasse');
  expect(idOf(one)).not.toBe(idOf(two));
  // What the other one stores over it is no harm, and is not stored over again.
  for (let day = 0; day < 3; day += 1) {
    world.move(DAY_MS);
    for (const each of [one, two]) await each.backup.run();
  }
  for (const { backup } of [one, two])
    expect(backup.escrow()).toMatchObject({ step: 'current', places: [{ said: [] }, { said: [] }, { said: [] }] });
  mustOk(one.backup.rename({ wallet: 'Haushalt neu' }), 'name');
  mustOk(await one.backup.updateEscrow({}), 'update');
  const seen = await find(fresh());
  const newest = seen.filter(({ isNewest }) => isNewest);
  expect(new Set(newest.map(({ walletId }) => walletId))).toEqual(new Set([idOf(one), idOf(two)]));
  expect(seen).toHaveLength(3);
  // Each is at all three places; that of 2021 tells no time.
  for (const { at } of newest) {
    expect(at.map(({ url }) => url)).toEqual(placeUrls(sandbox));
    expect(at.map(({ uploadedAt }) => uploadedAt !== undefined)).toEqual([false, true, true]);
  }
  for (const [wallet, name] of [
    [one, 'Haushalt neu'],
    [two, 'Reisekasse'],
  ] as const) {
    await wallet.backup.cycle();
    const back = await bringBack(idOf(wallet));
    expect([total(back), back.backup.names().wallet]).toEqual([total(wallet), name]);
    // And goes on where that one stood, without anything stored for it.
    await back.backup.run();
    expect(back.backup.escrow()).toMatchObject({ step: 'current', walletId: idOf(wallet) });
  }
  expect(await find(fresh())).toHaveLength(3);
});

test('where there is no list, a wallet that changed twenty times hides no other', async () => {
  const quiet = await escrowed('KUDOS:1', 0, 'Haushalt');
  const busy = await escrowed('KUDOS:1', 1, 'Reisekasse');
  for (let change = 0; change < 20; change += 1) {
    mustOk(busy.backup.rename({ wallet: `Reisekasse ${change}` }), 'name');
    mustOk(await busy.backup.updateEscrow({}), 'update');
  }
  const device = fresh();
  const { secrets } = mustOk(
    await device.backup.escrowRecovery.find({
      country: 'xx',
      attributes: PERSON,
      places: placeUrls(sandbox).slice(0, 1),
    }),
    'found',
  );
  expect(new Set(secrets.map(({ walletId }) => walletId))).toEqual(new Set([idOf(quiet), idOf(busy)]));
});

test('not remembered and restored, a wallet knows its person by its own document below the other one’s', async () => {
  const one = await escrowed('KUDOS:1', 0, 'Haushalt', false);
  await escrowed('KUDOS:1', 1, 'Reisekasse', false);
  const back = fresh();
  mustOk(await back.backup.restore(recoveryText(one)), 'restored');
  const other = { ...PERSON, birthplace: 'Biel' };
  expect(await back.backup.updateEscrow({ attributes: other })).toMatchObject({
    error: { kind: 'escrow-other-person' },
  });
  expect(mustOk(await back.backup.updateEscrow({ attributes: PERSON }), 'update').step).toBe('current');
  expect(await find(fresh())).toHaveLength(2);
});

test('not remembered, something newer in the same account is told, and lies below again when its person gives their data', async () => {
  const one = await escrowed('KUDOS:1', 0, 'Haushalt', false);
  await escrowed('KUDOS:1', 1, 'Reisekasse', false);
  world.move(DAY_MS);
  await one.backup.run();
  const newer = { isCurrent: true, said: [{ kind: 'newer-there' }] };
  expect(one.backup.escrow()).toMatchObject({ step: 'current', places: [newer, newer, newer] });
  const update = mustOk(await one.backup.updateEscrow({ attributes: PERSON }), 'update');
  expect(update).toMatchObject({ step: 'current', places: [{ said: [] }, { said: [] }, { said: [] }] });
  world.move(DAY_MS);
  await one.backup.run();
  expect(one.backup.escrow()?.places.map(({ said }) => said)).toEqual([[], [], []]);
});
