// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

// A payment that another device made is heard of late, after its coins were found spent: its refund is not lost for that.

describe.each(inTurn('refund-unheard', ['v17', 'v23'] as const))('a payment nobody has told of (%s)', (generation) => {
  let lab: WalletLab;
  aroundExchange({ exchanges: [{ generation }] }, (opened) => {
    lab = opened;
  });

  test.each([1, 8])('its refund comes back, although its coins were found spent %d days before', async (days) => {
    const base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    const [here, there] = [lab.openWallet(), lab.openWallet()];
    await fund(lab, here, 'KUDOS:8.01');
    there.store.transaction((tx) => void tx.join(here.store.snapshot()));
    const { talerPayUri, orderId } = await lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:8',
      summary: 'a lamp',
      refundWithinMs: 30 * DAY,
    });
    const offer = mustOk(await there.wallet.preparePay(talerPayUri), 'offer');
    mustOk(await there.wallet.confirmPay(offer.purchaseId), 'payment');
    await here.wallet.auditCoins();
    await runToRest(lab, here.wallet);
    for (let day = 0; day < days; day += 1) {
      lab.travel(DAY);
      await runToRest(lab, here.wallet);
    }
    const poor = amount(balanceAt(here.wallet, base).available).units;
    here.store.transaction((tx) => void tx.join(there.store.snapshot()));
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:2');
    expect(mustOk(await here.wallet.refund(talerPayUri.replace('//pay/', '//refund/')), 'refund')).toMatchObject({
      refunded: 'KUDOS:2',
      refused: 'KUDOS:0',
    });
    await runToRest(lab, here.wallet);
    expect(amount(balanceAt(here.wallet, base).available).units - poor).toBeGreaterThan(amount('KUDOS:1.9').units);
    expectSumsAgree(here.wallet);
  });

  test('of a coin that was closed long ago nothing is promised: its refund is refused, and nothing waits for it', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.01');
    const { talerPayUri, orderId } = await lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:8',
      summary: 'a lamp',
      refundWithinMs: DAY,
    });
    const offer = mustOk(await open.wallet.preparePay(talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
    lab.travel(2 * DAY);
    await runToRest(lab, open.wallet);
    expect(open.store.coins({}).map(({ value }) => value.status)).toEqual(['spent']);
    lab.travel(-2 * DAY);
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:2');
    expect(mustOk(await open.wallet.refund(talerPayUri.replace('//pay/', '//refund/')), 'refund')).toMatchObject({
      refunded: 'KUDOS:0',
      refused: 'KUDOS:2',
    });
    expect(open.wallet.pending()).toEqual([]);
    expectSumsAgree(open.wallet);
  });
});
