// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, expect, test } from 'vitest';
import { escrowRecord } from '../../electron/backup/escrowed/record.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, withdraw, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { ESCROW_PLACES, escrowMethods, setUp } from '../support/escrow.ts';

// An escrow is forgotten and set up again at the same places: what was paid there, or is being paid, is paid no second time.

let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;
/** whether the answer of a shop is lost on the way now */
let isLost: (url: string) => boolean = () => false;

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES,
  });
  const was = world.http;
  const losing: typeof was = async (input, init) => {
    const answer = await was(input, init);
    if (!isLost(String(input))) return answer;
    await answer.arrayBuffer();
    throw new TypeError('fetch failed');
  };
  Object.assign(world, { http: losing });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:4');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
});
afterEach(async () => {
  isLost = () => false;
  await one.backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const dear = (): string => sandbox.anastasisProviders[2]?.baseUrl ?? '';
const isPay = (url: string): boolean => url.endsWith('/pay');
const fees = (): readonly string[] =>
  one.wallet.history().flatMap(({ type, amount }) => (type === 'provider-fee' ? [amount] : []));
const inTime = async (): Promise<void> => {
  for (let round = 0; round < 5; round += 1) {
    world.move(7 * 3600_000);
    await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    await one.backup.run();
  }
};
const forgetAndSetUp = async (): Promise<void> => {
  mustOk(one.backup.forgetEscrow(), 'forgotten');
  mustOk(await setUp(one, sandbox), 'again');
};
const step = (): string | undefined => one.backup.escrow()?.step;

test('while the first fee is on its way nothing else is paid there', async () => {
  isLost = isPay;
  mustOk(await setUp(one, sandbox), 'set up');
  expect(fees()).toEqual(['KUDOS:0.04']);
  await forgetAndSetUp();
  expect(fees()).toEqual(['KUDOS:0.04']);
  isLost = () => false;
  await inTime();
  // A new method has a fee of its own.
  expect([step(), fees().toSorted()]).toEqual(['current', ['KUDOS:0.04', 'KUDOS:0.04', 'KUDOS:0.1']]);
});

test('the year of the document that is being paid is the year of the next set-up, too', async () => {
  let documents = 0;
  isLost = (url) => {
    if (url.startsWith(`${dear()}policy/`)) documents += 1;
    return documents > 0 && isPay(url);
  };
  mustOk(await setUp(one, sandbox), 'set up');
  expect(fees().toSorted()).toEqual(['KUDOS:0.04', 'KUDOS:0.1']);
  await forgetAndSetUp();
  isLost = () => false;
  await inTime();
  expect([step(), fees().toSorted()]).toEqual(['current', ['KUDOS:0.04', 'KUDOS:0.04', 'KUDOS:0.1']]);
});

test('a year that is paid goes on, also after a set-up at other places', async () => {
  mustOk(await setUp(one, sandbox), 'set up');
  const until = escrowRecord(one.store)?.places[2]?.paidUntil;
  mustOk(one.backup.forgetEscrow(), 'forgotten');
  const free = escrowMethods(sandbox).slice(0, 2);
  mustOk(await setUp(one, sandbox, { methods: free }), 'elsewhere');
  world.move(3600_000);
  await forgetAndSetUp();
  expect([step(), fees().toSorted()]).toEqual(['current', ['KUDOS:0.04', 'KUDOS:0.04', 'KUDOS:0.1']]);
  expect(until).toBeGreaterThan(world.now());
  expect(escrowRecord(one.store)?.places[2]?.paidUntil).toBe(until);
});
