// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(
  world,
  [
    { name: 'free', annualFee: 'KUDOS:0' },
    { name: 'paid', annualFee: 'KUDOS:0.1' },
  ],
  (opened) => {
    sandbox = opened;
  },
);

describe('the whole line', () => {
  it('withdraw, add a free and a paid provider, lose everything, restore from the text alone, spend', async () => {
    const first = install(world);
    await withdraw(first, sandbox, 'KUDOS:20');
    for (const provider of sandbox.syncProviders) expect(await add(first, provider.baseUrl)).toBe('stored');
    await first.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(await outcomes(first)).toEqual(['stored', 'stored']);
    expect(first.backup.status()).toMatchObject({ safety: { uncopied: [] }, providersUpToDate: 2 });
    const before = total(first);

    const second = install(world);
    const restored = await second.backup.restore(recoveryText(first));
    expect(restored).toMatchObject({
      ok: true,
      value: { sources: [{ answer: 'found' }, { answer: 'found' }], coinsSpentElsewhere: 0, exchangesSilent: [] },
    });
    expect(total(second)).toBe(before);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:3', summary: 'coffee' });
    const offer = await second.wallet.preparePay(order.talerPayUri);
    if (!offer.ok) throw new Error(offer.error.kind);
    expect(await second.wallet.confirmPay(offer.value.purchaseId)).toEqual({ ok: true, value: { state: 'paid' } });
  });
});
