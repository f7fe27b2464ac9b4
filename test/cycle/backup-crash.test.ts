// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';
import { stride } from '../support/seed.ts';
import { DEATHS, dies, doomed, restarted } from '../support/doomed.ts';

// The n-th step of a flow is the last one the process takes, n = 1, 2, 3, … until the flow passes untouched (see `stride`). A step is a
// transaction or a request, and the process dies just before it or just after it.

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0.1' }], (opened) => {
  sandbox = opened;
});

const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';

/** No flow here has as many steps; the loop must end because the flow passed. */
const MANY = 80;
const STEPS = stride(5);

describe('killed at every step of adding a paid provider and backing up', () => {
  it.each(DEATHS)(
    '%s, %s: paid once, stored, verified, at rest',
    async (step, place) => {
      let n = STEPS.first;
      for (; n < MANY; n += STEPS.by) {
        const data = install(world);
        await withdraw(data, sandbox, 'KUDOS:2');
        const before = total(data);
        const dying = doomed(data, step, place, n);
        const died = await dies(dying, async () => {
          await add(dying, url(1));
          dying.store.transaction((tx) => tx.put('setting', 'note', { value: 'changed' }));
          await dying.backup.cycle();
        });

        world.move(3600_000);
        const again = restarted(data);
        await again.wallet.run({ untilDone: true, timeoutMs: 20_000 });
        if (again.backup.providers().length === 0) await add(again, url(1));
        await again.backup.cycle();
        await again.wallet.run({ untilDone: true, timeoutMs: 20_000 });
        await again.backup.cycle();
        const fees = again.wallet.history().filter((line) => line.type === 'provider-fee' && line.state === 'done');
        expect(fees.map((line) => line.amount)).toEqual(['KUDOS:0.1']);
        const spent = Number(before.slice(6)) - Number(total(again).slice(6));
        const feesOnTop = again.wallet
          .history()
          .filter((line) => line.type !== 'withdrawal')
          .reduce((sum, line) => sum + Number(line.fees.slice(6)), 0);
        expect(spent).toBeCloseTo(0.1 + feesOnTop, 6);
        const root = data.store.local.rootSecret();
        const account = root && sandbox.syncProviders[1]?.account(bytesToCrock(accountKeys(root, url(1)).publicKey));
        expect(account?.hash).toBe(data.store.local.providerProgress(url(1))?.lastHash);
        expect(again.backup.status()).toMatchObject({ safety: { uncopied: [] } });
        expect(await again.backup.cycle()).toMatchObject([{ outcome: 'unchanged' }]);
        if (!died) break;
      }
      expect(n).toBeGreaterThan(3);
      expect(n).toBeLessThan(MANY);
    },
    120_000,
  );
});

/** A wallet that has spent something since its only copy was made: an audit must find that, a restart must not skip the audit. */
const spentSinceItsCopy = async (): Promise<{ readonly text: string; readonly left: number }> => {
  const source = install(world);
  await withdraw(source, sandbox, 'KUDOS:3');
  await add(source, url(0));
  await source.backup.cycle();
  const text = recoveryText(source);
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'since then' });
  const offer = await source.wallet.preparePay(order.talerPayUri);
  if (!offer.ok) throw new Error(offer.error.kind);
  expect(await source.wallet.confirmPay(offer.value.purchaseId)).toMatchObject({ ok: true });
  await source.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  return { text, left: Number(total(source).slice(6)) };
};

describe('killed at every step of a restore', () => {
  it.each(DEATHS)(
    '%s, %s: either nothing happened and it can be done again, or everything is there and checked',
    async (step, place) => {
      let n = STEPS.first;
      for (; n < MANY; n += STEPS.by) {
        const { text, left } = await spentSinceItsCopy();
        const data = install(world);
        const dying = doomed(data, step, place, n);
        const died = await dies(dying, () => dying.backup.restore(text));
        const again = restarted(data);
        if (again.backup.state() === 'uninitialized') {
          expect(again.store.snapshot()).toEqual([]);
          expect(await again.backup.restore(text)).toMatchObject({ ok: true });
        }
        world.move(3600_000);
        await again.backup.run();
        const sum = Number(total(again).slice(6));
        expect(sum).toBeGreaterThan(0.5);
        expect(sum).toBeLessThanOrEqual(left);
        expect(again.wallet.history().some((line) => line.type === 'spent-elsewhere')).toBe(true);
        expect(again.store.local.mark('audit-due')).toBeUndefined();
        await again.backup.cycle();
        expect(again.backup.status()).toMatchObject({ safety: { uncopied: [] } });
        if (!died) break;
      }
      expect(n).toBeGreaterThan(2);
      expect(n).toBeLessThan(MANY);
    },
    120_000,
  );
});
