// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { realWorld } from '../../electron/world.ts';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { economyHttp } from '../support/economy.ts';
import { fund, memoryDatabase, startWalletLab } from './wallet-lab.ts';

test('what a place will cost in a year is told although an issuer takes the request and never answers', async () => {
  const lab = await startWalletLab({ exchanges: [{}, {}] });
  const db = memoryDatabase();
  const open = lab.openWallet(db);
  await fund(lab, open, 'KUDOS:4', 0);
  await fund(lab, open, 'KUDOS:4', 1);
  const silent = lab.sandbox.exchanges[1]?.baseUrl ?? '';
  const slept: number[] = [];
  // The keys of an hour ago are too old, so that each is asked again; time passes at once for whoever waits for it.
  lab.travel(3_600_000 * 3);
  const world = {
    ...realWorld(),
    now: lab.world.now,
    sleep: async (ms: number): Promise<void> => void slept.push(ms),
    http: (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
      String(input instanceof Request ? input.url : input).startsWith(silent)
        ? new Promise<Response>(() => undefined)
        : economyHttp(input, init),
  };
  const wallet = createWallet({ world, store: openStore({ db, world }) });
  const total = await wallet.feeTotal(amount('KUDOS:1'));
  expect(total.units).toBeGreaterThanOrEqual(amount('KUDOS:1').units);
  expect(slept).toContain(20_000);
  await lab.close();
});
