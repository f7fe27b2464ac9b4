// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect, test } from 'vitest';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { rich } from './peer-lab.ts';
import { balanceAt, memoryDatabase, startWalletLab } from './wallet-lab.ts';

test('a step that breaks is put aside with a reference that the log explains; everything else goes on', async () => {
  const lab = await startWalletLab();
  const exchange = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  const logged: unknown[] = [];
  const world = { ...lab.world, log: (event: unknown) => void logged.push(event) };
  const db = memoryDatabase();
  const store = openStore({ db, world });
  const wallet = createWallet({ world, store });
  const alice = await rich(lab);
  const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
  const { id } = mustOk(await trusting((asked) => wallet.peer.prepare(sent.uri, asked)), 'offer');
  const { payto } = mustOk(await wallet.withdrawManual({ exchange, amount: 'KUDOS:4' }), 'withdrawal');
  // Accepted without the time that goes with it: no wallet writes that, and the step says so by throwing.
  store.transaction((tx) => {
    const payment = tx.entry('push-in', id)?.value;
    const [reserve] = tx.entries('reserve');
    if (payment && reserve) tx.put('push-in', id, { ...payment, reserve: reserve.id, status: 'accepted' });
  });
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  for (let round = 0; round < 3; round++) {
    await wallet.run();
    lab.travel(60_000);
  }
  expect(balanceAt(wallet, exchange)).toMatchObject({ incoming: 'KUDOS:0', available: 'KUDOS:3.98' });
  const [broken, ...others] = wallet.pending();
  expect(others).toEqual([]);
  const reference = broken?.why?.kind === 'step-broke' ? broken.why.facts.reference : undefined;
  expect(reference).toMatch(/^[0-9a-f]{8}$/);
  expect(logged).toContainEqual({
    event: 'defect',
    reference,
    where: 'push-in',
    error: expect.stringContaining('without its keys'),
  });
  expect(broken?.nextTryAt).toBeGreaterThan(0);
  await lab.close();
});
