// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';
import type { Installation } from '../support/backup-rig.ts';
import { settle } from '../laws/random-money.ts';
import { expectSumsAgree } from './wallet-lab.ts';

// Found by random histories (seeds 16 and 20): a payment to a person stood open that only a lost machine knew. The restored
// wallet wrote its coins down to what was left of them, for ever, and never saw the money that came back unclaimed.

const HOUR_MS = 3_600_000;
const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{}], (opened) => {
  sandbox = opened;
});

const units = (each: Installation): bigint => amount(total(each)).units;
const fees = ({ wallet }: Installation): bigint =>
  wallet.history().reduce((sum, line) => sum + amount(line.fees).units, 0n);

/** A machine sends something and dies before any copy says so; another one restores the wallet. */
const restoredWithOpenPayment = async () => {
  const lost = install(world);
  await withdraw(lost, sandbox, 'KUDOS:8');
  await add(lost, sandbox.syncProviders[0]?.baseUrl ?? '');
  await outcomes(lost);
  const sent = mustOk(await lost.wallet.peer.send({ amount: 'KUDOS:3', summary: 'tea', expiresHours: 5 }), 'payment');
  const restored = install(world);
  mustOk(await restored.backup.restore(recoveryText(lost)), 'restore');
  await settle(restored);
  expectSumsAgree(restored.wallet);
  return { restored, uri: sent.uri };
};

test('what nobody takes is back in the restored wallet, whole, and its line of loss is gone', async () => {
  const { restored } = await restoredWithOpenPayment();
  expect(units(restored)).toBeLessThanOrEqual(amount('KUDOS:5').units);
  expect(restored.wallet.history().map(({ type }) => type)).toContain('spent-elsewhere');
  world.move(6 * HOUR_MS);
  await settle(restored);
  expect(restored.wallet.pending()).toEqual([]);
  expectSumsAgree(restored.wallet);
  expect(restored.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
  expect(units(restored) + fees(restored)).toBe(amount('KUDOS:8').units);
});

test('what somebody takes is gone, before and after', async () => {
  const { restored, uri } = await restoredWithOpenPayment();
  const taker = install(world);
  mustOk(await taker.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? ''), 'exchange');
  const offer = mustOk(await trusting((asked) => taker.wallet.peer.prepare(uri, asked)), 'offer');
  mustOk(await taker.wallet.peer.confirm(offer.id), 'taken');
  const before = units(restored) + fees(restored);
  world.move(6 * HOUR_MS);
  await settle(restored);
  expect(restored.wallet.pending()).toEqual([]);
  expectSumsAgree(restored.wallet);
  // Its other coins were renewed meanwhile: the lost machine knew them too.
  expect(units(restored) + fees(restored)).toBe(before);
  expect(restored.wallet.history().map(({ type }) => type)).toContain('spent-elsewhere');
});
