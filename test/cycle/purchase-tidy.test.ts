// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { tidyPurchases } from '../../electron/wallet/flows/pay/tidy.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

describe('contracts that are past every deadline', () => {
  let lab: WalletLab;
  aroundExchange({}, (opened) => {
    lab = opened;
  });

  const order = () =>
    lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:1',
      summary: 'a lamp',
      refundWithinMs: HOUR,
      extra: { pad: 'x'.repeat(20_000) },
    });
  const bytesOf = ({ store }: OpenWallet, id: string): number => JSON.stringify(store.entry('purchase', id)).length;
  const tidy = ({ store }: OpenWallet): void => tidyPurchases({ store, world: lab.world });

  test('a paid one is dropped after a year, once its coins are closed; history and sums stay, and no old copy brings it back', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { talerPayUri } = await order();
    const { purchaseId } = mustOk(await open.wallet.preparePay(talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, open.wallet);
    const copy = open.store.snapshot();
    const before = open.wallet.history();
    lab.travel(364 * DAY);
    tidy(open);
    expect(bytesOf(open, purchaseId)).toBeGreaterThan(20_000);
    lab.travel(2 * DAY);
    tidy(open);
    expect(bytesOf(open, purchaseId)).toBeLessThan(2_500);
    expect(open.wallet.history().find(({ id }) => id === purchaseId)).toEqual(
      before.find(({ id }) => id === purchaseId),
    );
    expectSumsAgree(open.wallet);
    open.store.transaction((tx) => tx.join(copy));
    expect(bytesOf(open, purchaseId)).toBeLessThan(2_500);
    // The same address still leads to the payment that was made.
    expect(await open.wallet.preparePay(talerPayUri)).toMatchObject({
      error: { kind: 'purchase-closed', status: 'paid' },
    });
    lab.travel(-366 * DAY);
  });

  test('an offer nobody took is dropped two months later, at the daily look', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { talerPayUri } = await order();
    const { purchaseId } = mustOk(await open.wallet.preparePay(talerPayUri), 'offer');
    lab.travel(50 * DAY);
    await open.wallet.run();
    expect(bytesOf(open, purchaseId)).toBeGreaterThan(20_000);
    lab.travel(12 * DAY);
    await open.wallet.run();
    expect(open.store.entry('purchase', purchaseId)?.value).toMatchObject({
      status: 'aborted',
      closed: true,
      terms: {},
    });
    expect(bytesOf(open, purchaseId)).toBeLessThan(2_500);
    expectSumsAgree(open.wallet);
  });
});
