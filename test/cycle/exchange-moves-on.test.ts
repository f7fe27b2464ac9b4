// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { createRunningClock } from '../support/clock.ts';
import { expectSumsAgree, memoryDatabase } from './wallet-lab.ts';

// An exchange goes on to a version that knows requests as a whole, in the middle of a withdrawal.

const HOUR = 3600_000;
const directory = mkdtempSync(join(tmpdir(), 'holdfast-moves-on-'));
let sandbox: Sandbox | undefined;
afterAll(async () => {
  await sandbox?.close();
  rmSync(directory, { recursive: true, force: true });
});

test('coins that were booked one by one before it moved on are asked for as long as it takes', async () => {
  const { move, ...clock } = createRunningClock();
  const world: World = {
    ...realWorld(),
    ...clock,
    http: (input, init) => (sandbox ?? expect.fail()).http(input, init),
  };
  const start = async (generation: 'v23' | 'v32'): Promise<Sandbox> => {
    await sandbox?.close();
    sandbox = await startSandbox({
      now: world.now,
      sleep: world.sleep,
      randomBytes: world.randomBytes,
      rsaBits: 1024,
      directory,
      syncProviders: [],
      exchanges: [{ generation, denominations: [{ value: '1' }, { value: '0.1' }] }],
    });
    return sandbox;
  };
  const store = openStore({ db: memoryDatabase(), world });
  const wallet = createWallet({ world, store });
  const first = await start('v23');
  const base = first.exchanges[0]?.baseUrl ?? '';
  mustOk(await wallet.addExchange(base), 'exchange');
  const { payto } = mustOk(await wallet.withdrawManual({ exchange: base, amount: 'KUDOS:2.3' }), 'withdrawal');
  mustOk(first.bank.transferToReserve(payto), 'transfer');
  first.exchanges[0]?.faults.always({ path: '/batch-withdraw' }, { afterHandling: true, closeConnection: true });
  await wallet.run();
  expect(store.coins({})).toEqual([]);

  // More comes to the reserve meanwhile, with which the same coins could be paid for once more.
  mustOk(first.bank.transferToReserve(payto, 'KUDOS:3'), 'transfer');
  await start('v32');
  for (let go = 0; go < 3; go += 1) {
    move(2 * HOUR);
    await wallet.run();
  }
  expect(store.coins({})).toEqual([]);
  expect(wallet.pending()).toMatchObject([{ type: 'withdrawal', why: { kind: 'coins-withheld' } }]);
  const [batch, ...others] = store.entries('withdrawal').flatMap(({ value }) => Object.values(value.batches));
  expect([batch?.status, others]).toEqual(['sent', []]);
  expectSumsAgree(wallet);

  // Its operator undoes the update: what is owed comes.
  await start('v23');
  move(2 * HOUR);
  await wallet.run();
  expect(wallet.balances()).toMatchObject([{ total: 'KUDOS:5.3', available: 'KUDOS:5.3' }]);
  expectSumsAgree(wallet);
});
