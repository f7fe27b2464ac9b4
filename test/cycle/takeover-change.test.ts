// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { amount } from '../../shared/amount.ts';
import { add, install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { expectSumsAgree, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';

// A wallet that is taken over while the change of its last payment is put off: whoever kept its sheet reaches that change until it has
// been paid over, so nothing of it may wait.

const { world, sandbox, url, funded } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
const MINUTE = 60_000;
const { signal } = new AbortController();

const takenWithChange = async () => {
  const stranger = await funded('KUDOS:16.2', [url(0)]);
  // Paid with the only coin that is large: the rest of it is to become change.
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:9.5', summary: 'tea' });
  const offer = mustOk(await stranger.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await stranger.wallet.confirmPay(offer.purchaseId), 'payment');
  await outcomes(stranger);
  const sheet = recoveryText(stranger);
  const one = install(world);
  await one.wallet.addExchange(exchange);
  await add(one, url(1));
  mustOk(await takeOver(one, { recoveryText: sheet, evenIfNotAbandoned: true }), 'takeover');
  return { one, sheet };
};

const reachable = ({ wallet }: Installation): bigint =>
  wallet
    .balances()
    .flatMap(({ notes = [] }) => notes)
    .reduce((sum, { kind, facts }) => (kind === 'reachable' ? sum + amount(String(facts.sum)).units : sum), 0n);

/** As the window does: with a signal, so nobody is in haste. */
const look = async ({ wallet, backup }: Installation): Promise<void> => {
  await world.hurry(wallet.run({ signal }));
  await world.hurry(backup.run({ signal }));
};

it('what is left of its used coins is out of reach within minutes', async () => {
  const { one } = await takenWithChange();
  for (let minutes = 0; minutes < 5 && reachable(one) > 0n; minutes += 1) {
    await look(one);
    world.move(MINUTE);
  }
  expect(reachable(one)).toBe(0n);
  expectSumsAgree(one);
}, 60_000);

it('whoever has the sheet finds nothing of it a quarter of an hour later', async () => {
  const { one, sheet } = await takenWithChange();
  await look(one);
  const had = unitsOf(one);
  for (let minutes = 0; minutes < 14; minutes += 1) {
    await look(one);
    world.move(MINUTE);
  }
  const thief = install(world);
  await thief.backup.restore(sheet);
  await world.hurry(thief.wallet.run({ untilDone: true, timeoutMs: 20_000 }));
  const sent = await thief.wallet.peer.send({ amount: 'KUDOS:5', summary: 'mine', expiresHours: 24, exchange });
  expect(sent.ok).toBe(false);
  expect(unitsOf(one)).toBe(had);
}, 60_000);
