// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { parseBase32, totpCode } from '../../electron/taler/anastasis/totp.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, withdraw, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, ESCROW_PLACES, setUp } from '../support/escrow.ts';

// The escrow is the only way back, and its places go away, or keep the document and let the ways lapse: what nobody shows any more counts
// for nothing. And who sets it up anew while a year is being paid does not pay it twice.

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
  mustOk(await setUp(one, sandbox), 'set up');
});
afterEach(async () => {
  await one.backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const place = (at: number) => sandbox.anastasisProviders[at] ?? expect.fail('no such place');
const view = () => one.backup.escrow() ?? expect.fail('no escrow');
const safety = (): string => one.backup.status().safety.state;
const rehearse = async (): Promise<void> => {
  const code = (): string => totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now());
  const [pet, app] = view().methods;
  mustOk(await one.backup.escrowRecovery.rehearse(pet?.uuid ?? '', 'Grauer Esel'), 'pet');
  mustOk(await one.backup.escrowRecovery.rehearse(app?.uuid ?? '', code()), 'app');
};
const days = async (count: number): Promise<void> => {
  for (let day = 0; day < count; day += 3) {
    world.move(3 * DAY_MS);
    await one.backup.run();
  }
};

test('places that are away for longer than a month count for nothing until they are back', async () => {
  await rehearse();
  await one.backup.run();
  expect([safety(), view().step]).toEqual(['protected', 'current']);
  for (const at of [0, 1, 2]) place(at).faults.always({ path: '/' }, { closeConnection: true });
  await days(27);
  expect([safety(), view().step]).toEqual(['protected', 'current']);
  await days(6);
  expect([safety(), view().step]).toEqual(['not-protected', 'behind']);
  for (const at of [0, 1, 2]) place(at).faults.clear();
  await days(3);
  expect([safety(), view().step]).toEqual(['protected', 'current']);
});

test('one that answers alone is not enough where two ways are needed', async () => {
  await rehearse();
  for (const at of [0, 2]) place(at).faults.always({ path: '/' }, { closeConnection: true });
  await days(33);
  expect([safety(), view().step]).toEqual(['not-protected', 'behind']);
});

test('places that have lost the document, and take none, count for nothing', async () => {
  await rehearse();
  await one.backup.run();
  expect(safety()).toBe('protected');
  for (const at of [0, 1, 2]) {
    place(at).faults.always({ method: 'GET', path: '/policy/' }, { status: 404, code: 6100 });
    place(at).faults.always({ method: 'POST', path: '/policy/' }, { status: 503 });
  }
  await days(3);
  expect([safety(), view().step]).toEqual(['not-protected', 'behind']);
  for (const at of [0, 1, 2]) place(at).faults.clear();
  await days(3);
  expect([safety(), view().step]).toEqual(['protected', 'current']);
});

test('ways whose time is over count for nothing, whatever becomes of the document', async () => {
  await rehearse();
  for (const at of [0, 2]) place(at).faults.always({ method: 'POST', path: '/truth/' }, { status: 503 });
  world.move(340 * DAY_MS);
  await days(21);
  expect(safety()).toBe('protected');
  await days(9);
  expect([safety(), view().step]).toEqual(['not-protected', 'behind']);
});

test('set up anew while its year is being paid, that year is paid once', async () => {
  world.move(352 * DAY_MS);
  sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { afterHandling: true, status: 500 });
  await one.backup.run();
  mustOk(await setUp(one, sandbox), 'anew');
  sandbox.merchant.faults.clear();
  for (let day = 0; day < 2; day += 1) {
    world.move(DAY_MS);
    await one.wallet.run();
    await one.backup.run();
  }
  const fees = one.wallet
    .history()
    .flatMap(({ type, amount, state }) => (type === 'provider-fee' ? [`${amount} ${state}`] : []));
  // Two years of the document, and the way of then and of now.
  expect(fees.sort()).toEqual(['KUDOS:0.04 done', 'KUDOS:0.04 done', 'KUDOS:0.1 done', 'KUDOS:0.1 done']);
  expect(view().step).toBe('current');
});
