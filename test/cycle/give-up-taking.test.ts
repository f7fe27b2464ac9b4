// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { trusting } from '../support/trusting.ts';
import { mustOk } from '../../shared/result.ts';
import { rich } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, runToRest, type WalletLab } from './wallet-lab.ts';

const DAY = 24 * 3600_000;

describe('taking a payment whose exchange does not answer', () => {
  let lab: WalletLab;
  aroundExchange({}, (opened) => {
    lab = opened;
  });

  test.each([
    ['that never reached it', false],
    ['whose answer was lost', true],
  ])('is ended by its person; money of a request %s is not lost', async (_name, afterHandling) => {
    const [sender, mine] = [await rich(lab), lab.openWallet()];
    const sent = mustOk(await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'lunch' }), 'sent');
    const offer = mustOk(await trusting((asked) => mine.wallet.peer.prepare(sent.uri, asked)), 'offer');
    const [exchange] = lab.sandbox.exchanges;
    exchange?.faults.always({ path: /\/merge$/ }, { status: 503, afterHandling });
    mustOk(await mine.wallet.peer.confirm(offer.id), 'acceptance');
    expect(mine.wallet.pending()).toMatchObject([{ id: offer.id }]);
    expect(mustOk(await mine.wallet.abort(offer.id), 'end').state).toBe('aborted');
    expect(mine.wallet.pending()).toEqual([]);
    expect(await mine.wallet.abort(offer.id)).toMatchObject({ value: { state: 'aborted' } });
    exchange?.faults.clear();
    for (let day = 0; day < 3; day++) {
      lab.travel(DAY);
      await mine.wallet.run();
      await mine.wallet.run();
    }
    await runToRest(lab, mine.wallet);
    expectSumsAgree(mine.wallet);
    const mineNow = mine.wallet.balances()[0]?.total ?? 'KUDOS:0';
    expect(mineNow.startsWith('KUDOS:1.9') || mineNow === 'KUDOS:2').toBe(afterHandling);
    mustOk(await mine.wallet.forget(`push-in ${offer.id}`), 'forgetting');
    expectSumsAgree(mine.wallet);
  });

  test('asking a shop for refunds is ended by its person, and can be begun again', async () => {
    const mine = lab.openWallet();
    await fund(lab, mine, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea', refundWithinMs: DAY });
    const { purchaseId } = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, mine.wallet);
    lab.sandbox.merchant.faults.always({ path: /\/refund$/ }, { status: 503 });
    const uri = order.talerPayUri.replace('//pay/', '//refund/');
    mustOk(await mine.wallet.refund(uri), 'asking');
    expect(mine.wallet.pending()).toMatchObject([{ type: 'refund' }]);
    mustOk(await mine.wallet.abort(purchaseId), 'end');
    expect(mine.wallet.pending()).toEqual([]);
    lab.sandbox.merchant.faults.clear();
    await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:1');
    expect(mustOk(await mine.wallet.refund(uri), 'asking again').refunded).toBe('KUDOS:1');
    await runToRest(lab, mine.wallet);
    expectSumsAgree(mine.wallet);
  });
});
