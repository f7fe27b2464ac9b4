// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, recoveryText, withdraw } from '../support/backup-rig.ts';
import { english } from '../support/english.ts';
import { expectSumsAgree, settle, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';

// A wallet that is taken over hears of it with its next round. What it does before that is refused, and truly said to be.

const { world, sandbox, url, funded } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';

it('what it pays before it hears is refused, loses nothing, and says that the money was spent elsewhere', async () => {
  const one = await funded('KUDOS:8', [url(0)]);
  const two = install(world);
  mustOk(await two.wallet.addExchange(exchange), 'exchange');
  await add(two, url(1));
  mustOk(await takeOver(two, { recoveryText: recoveryText(one), evenIfNotAbandoned: true }), 'takeover');
  await settle(two);
  const had = unitsOf(two);

  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:3', summary: 'a lamp' });
  const offer = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  const paid = await one.wallet.confirmPay(offer.purchaseId);
  if (paid.ok) throw new Error('two wallets paid with the same money');
  expect(english('failure', explainFailure(paid.error))).toMatch(/spent elsewhere .* another device/s);
  expect(await one.wallet.peer.send({ amount: 'KUDOS:2', summary: 'mine' })).toMatchObject({
    error: { kind: 'insufficient-balance' },
  });
  await one.wallet.run();
  expect([unitsOf(one), order.status()]).toEqual([0n, 'claimed']);
  expectSumsAgree(one);
  // It hears, stops, and does not reach what became of its money.
  await one.backup.cycle();
  expect(one.backup.devices().standing).toBe('taken-over');
  await one.wallet.auditCoins();
  expect([unitsOf(one), unitsOf(two)]).toEqual([0n, had]);
});

it('a payment that it takes before it hears stays with its sender', async () => {
  const one = install(world, { gated: true });
  await add(one, url(0));
  await withdraw(one, sandbox, 'KUDOS:4');
  const two = install(world);
  mustOk(await two.wallet.addExchange(exchange), 'exchange');
  await add(two, url(1));
  const friend = await funded('KUDOS:2', [url(1)]);
  const sent = mustOk(await friend.wallet.peer.send({ amount: 'KUDOS:1', summary: 'rent' }), 'sent');
  const [payment] = friend.wallet.peer.list();
  const offer = mustOk(await one.wallet.peer.prepare(payment?.uri ?? ''), 'offer');
  mustOk(await takeOver(two, { recoveryText: recoveryText(one), evenIfNotAbandoned: true }), 'takeover');
  await one.wallet.peer.confirm(offer.id);
  await one.wallet.run();
  expect(one.backup.devices().standing).toBe('taken-over');
  expect(one.store.entry('push-in', offer.id)?.value.status).toBe('accepted');
  await friend.wallet.run();
  expect(friend.wallet.peer.list().map(({ id, state }) => [id === sent.id, state])).toEqual([[true, 'waiting']]);
});
