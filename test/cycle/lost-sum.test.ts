// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { install, testWorld, total, withdraw, type Installation } from '../support/backup-rig.ts';

// What would be lost with this computer is the balance that stands above it on the same page: a person who sees two sums believes neither.

const world = testWorld();
let sandbox: Sandbox;
let mine: Installation;
aroundEconomy(world, [], (opened) => {
  sandbox = opened;
});
beforeEach(async () => {
  mine = install(world);
  await withdraw(mine, sandbox, 'KUDOS:20');
});
const lost = (): readonly string[] => mine.backup.status().safety.lost;

/** Pays the shop; change is still to be made of what is left of the coin. */
const buy = async (): Promise<{ readonly orderId: string; readonly refundUri: string }> => {
  const { orderId, talerPayUri } = await sandbox.merchant.createOrder({ amount: 'KUDOS:1.5', summary: 'tea' });
  const { purchaseId, total: shown } = mustOk(await mine.wallet.preparePay(talerPayUri), 'offer');
  mustOk(await mine.wallet.confirmPay(purchaseId, { shown }), 'payment');
  return { orderId, refundUri: talerPayUri.replace('//pay/', '//refund/') };
};

it('after a payment, change that is to be made counts as in the balance', async () => {
  await buy();
  expect(lost()).toEqual([total(mine)]);
});

it('after a refund, what came back counts before new coins are made of it', async () => {
  const { orderId, refundUri } = await buy();
  const before = total(mine);
  await sandbox.merchant.refund(orderId, 'KUDOS:1.5');
  mustOk(await mine.wallet.refund(refundUri), 'refund');
  expect(total(mine)).not.toBe(before);
  expect(lost()).toEqual([total(mine)]);
});

it('money that is arriving counts as what arrives', async () => {
  const { talerUri, confirm } = await sandbox.bank.createWithdrawal('KUDOS:20');
  mustOk(await mine.wallet.withdrawFromBank(talerUri), 'withdrawal');
  await confirm();
  sandbox.exchanges[0]?.faults.always({ path: /batch-withdraw|withdraw/ }, { status: 503 });
  await mine.wallet.run({ untilDone: false, timeoutMs: 5_000 });
  sandbox.exchanges[0]?.faults.clear();
  expect(mine.wallet.pending().map(({ type }) => type)).toContain('withdrawal');
  expect(lost()).toEqual([total(mine)]);
});
