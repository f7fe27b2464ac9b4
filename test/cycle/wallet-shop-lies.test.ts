// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { aroundExchange } from './one-exchange.ts';
import { HOUR, lineOf } from './peer-lab.ts';
import { balanceAt, expectSumsAgree, fund, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

const DAY = 24 * HOUR;

// Whatever a shop says after it has taken coins or not: nothing is believed that the exchange does not say, it is not asked without
// end, and after its deadline nothing is on its way for ever.

describe.each(inTurn('wallet-shop-lies', ['v17', 'v23', 'v14'] as const))('a shop that lies (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });
  const kudos = (text: string): bigint => amount(`KUDOS:${text}`).units;
  const total = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).total).units;
  const begin = async (price = 'KUDOS:3', payWithinMs = DAY) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:7.2');
    const order = await lab.sandbox.merchant.createOrder({
      amount: price,
      summary: 'a lamp',
      payWithinMs,
      refundWithinMs: 30 * DAY,
    });
    const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    return { ...order, open, purchaseId, had: total(open) };
  };
  let shopAsked = 0;
  const live = async ({ wallet }: OpenWallet, ms: number, step = HOUR) => {
    shopAsked = 0;
    lab.interceptHttp((input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.startsWith(lab.sandbox.merchant.baseUrl)) shopAsked += 1;
      return economyHttp(input, init);
    });
    for (let passed = 0; passed < ms; passed += step) {
      await wallet.run();
      lab.travel(step);
    }
    lab.interceptHttp(undefined);
  };
  const faults = () => lab.sandbox.merchant.faults;
  const atRest = (open: OpenWallet): void => {
    expectSumsAgree(open.wallet);
    expect(balanceAt(open.wallet, base)).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0' });
    expect(open.wallet.pending()).toEqual([]);
    expect(lineOf(open, 'spent-elsewhere')).toBeUndefined();
  };

  test('half the coins, 500, and the wallet is off until the deadline has passed', async () => {
    const { open, purchaseId, had } = await begin();
    faults().once({ path: '/pay' }, { takeOnly: 1 });
    await open.wallet.confirmPay(purchaseId);
    const n = Object.keys(open.store.entry('purchase', purchaseId)?.value.coins ?? {}).length;
    expect(n).toBeGreaterThan(1);
    lab.travel(3 * DAY);
    const again = { ...open, wallet: createWallet({ world: lab.world, store: open.store }) };
    await live(again, DAY);
    atRest(again);
    expect(lineOf(again, 'payment')).toMatchObject({ state: 'expired' });
    expect(lineOf(again, 'payment')?.notes).toMatchObject([{ kind: 'unpaid-kept' }, { kind: 'rest-back' }]);
    expect(had - total(again)).toBeLessThan(kudos('2.6'));
  });

  test('half the coins, then it answers with the confirmation of another order', async () => {
    const first = await begin('KUDOS:1');
    let body = '';
    lab.interceptHttp(async (input, init) => {
      const answer = await economyHttp(input, init);
      if (String(input).endsWith('/pay')) body = await answer.clone().text();
      return answer;
    });
    mustOk(await first.open.wallet.confirmPay(first.purchaseId), 'first');
    lab.interceptHttp(undefined);
    const { open, purchaseId, had } = await begin();
    faults().once({ path: '/pay' }, { takeOnly: 1 });
    await open.wallet.confirmPay(purchaseId);
    faults().always({ path: '/pay' }, { status: 200, replaceBody: body });
    await live(open, 20 * HOUR);
    expect(lineOf(open, 'payment')).toMatchObject({ state: 'pending' });
    expect(shopAsked).toBeLessThan(100);
    await live(open, 2 * DAY);
    atRest(open);
    expect(lineOf(open, 'payment')).toMatchObject({ state: 'aborted' });
    expect(had - total(open)).toBeLessThan(kudos('2.6'));
  });

  test('an abort that claims all was given back, with forged signatures, while it has all', async () => {
    const { open, purchaseId, had } = await begin();
    faults().always({ path: '/pay' }, { afterHandling: true, status: 500 });
    await open.wallet.confirmPay(purchaseId);
    faults().always(
      { path: '/abort' },
      {
        status: 200,
        replaceBody: JSON.stringify({
          refunds: Object.keys(open.store.entry('purchase', purchaseId)?.value.coins ?? {}).map(() => ({
            type: 'success',
            exchange_status: 200,
            exchange_sig: '0'.repeat(103),
            exchange_pub: '0'.repeat(52),
          })),
        }),
      },
    );
    await open.wallet.abort(purchaseId);
    await live(open, 3 * DAY);
    atRest(open);
    if (generation !== 'v14')
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'done', notes: [{ kind: 'paid-unconfirmed' }] });
    expect(had - total(open) - kudos('3')).toBeLessThan(kudos('0.1'));
    expect(had - total(open)).toBeGreaterThanOrEqual(kudos('3'));
  });

  test('an abort that says no coin was ever deposited, while it has one', async () => {
    const { open, purchaseId, had } = await begin();
    faults().once({ path: '/pay' }, { takeOnly: 1 });
    await open.wallet.confirmPay(purchaseId);
    const n = Object.keys(open.store.entry('purchase', purchaseId)?.value.coins ?? {}).length;
    faults().always(
      { path: '/abort' },
      {
        status: 200,
        replaceBody: JSON.stringify({
          refunds: Array.from({ length: n }, () => ({ type: 'failure', exchange_status: 404, exchange_code: 1600 })),
        }),
      },
    );
    await open.wallet.abort(purchaseId);
    await live(open, 3 * DAY);
    atRest(open);
    expect(lineOf(open, 'payment')).toMatchObject({ state: 'aborted' });
    expect(lineOf(open, 'payment')?.notes).toMatchObject([{ kind: 'unpaid-kept' }, { kind: 'rest-back' }]);
    expect(had - total(open)).toBeLessThan(kudos('2.6'));
  });

  test.each([
    ['no lines', { refunds: [] }],
    ['too many lines', { refunds: Array.from({ length: 400 }, () => ({ type: 'failure', exchange_status: 404 })) }],
    ['failure 200', { refunds: Array.from({ length: 2 }, () => ({ type: 'failure', exchange_status: 200 })) }],
    ['pending for ever', { refunds: Array.from({ length: 2 }, () => ({ type: 'failure', exchange_status: 503 })) }],
    ['nothing', {}],
  ])('an abort answered with %s, and then silence', async (_, body) => {
    const { open, purchaseId, had } = await begin();
    faults().once({ path: '/pay' }, { takeOnly: 1 });
    await open.wallet.confirmPay(purchaseId);
    faults().always({ path: '/abort' }, { status: 200, replaceBody: JSON.stringify(body) });
    await open.wallet.abort(purchaseId);
    await live(open, 20 * HOUR);
    expect(shopAsked).toBeLessThan(100);
    await live(open, 3 * DAY);
    atRest(open);
    expect(lineOf(open, 'payment')).toMatchObject({ state: 'aborted' });
    expect(had - total(open)).toBeLessThan(kudos('2.6'));
  });

  test('the deadline passed while the wallet was off, and the exchange is silent when it wakes', async () => {
    const { open, purchaseId, had } = await begin();
    faults().always({ path: '/pay' }, { afterHandling: true, status: 500 });
    await open.wallet.confirmPay(purchaseId);
    lab.travel(5 * DAY);
    lab.sandbox.exchanges[0]?.faults.times(20, {}, { status: 503 });
    await live(open, 4 * DAY);
    atRest(open);
    if (generation !== 'v14')
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'done', notes: [{ kind: 'paid-unconfirmed' }] });
    expect(had - total(open) - kudos('3')).toBeLessThan(kudos('0.1'));
  });

  test('it calls an unspent coin spent, again and again', async () => {
    const { open, purchaseId, had } = await begin();
    lab.interceptHttp((input, init) => {
      if (!String(input).endsWith('/pay')) return economyHttp(input, init);
      const { coins } = JSON.parse(String(init?.body)) as { coins: readonly { coin_pub: string }[] };
      return Promise.resolve(
        Response.json({ code: 2150, exchange_reply: { code: 1012, coin_pub: coins[0]?.coin_pub } }, { status: 409 }),
      );
    });
    await open.wallet.confirmPay(purchaseId);
    let rounds = 0;
    for (; rounds < 72; rounds += 1) {
      await open.wallet.run();
      lab.travel(HOUR);
    }
    lab.interceptHttp(undefined);
    await live(open, DAY);
    atRest(open);
    expect(lineOf(open, 'payment')).toMatchObject({ state: 'aborted' });
    expect(had - total(open)).toBeLessThan(kudos('0.1'));
  });

  test('a refund link whose shop names refunds the exchange never signed, or signed for another coin', async () => {
    const { open, purchaseId, had, talerPayUri, orderId } = await begin('KUDOS:1');
    mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
    await live(open, 2 * HOUR);
    const uri = talerPayUri.replace('//pay/', '//refund/');
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:0.5');
    faults().times(3, { path: '/refund' }, { lieAboutSignature: true });
    const first = await open.wallet.refund(uri);
    const before = total(open);
    expect(first.ok && first.value.refunded !== 'KUDOS:0').toBe(false);
    expectSumsAgree(open.wallet);
    await live(open, DAY);
    await open.wallet.refund(uri);
    await live(open, DAY);
    atRest(open);
    expect(total(open)).toBeGreaterThan(before);
    expect(had - total(open)).toBeGreaterThanOrEqual(kudos('0.5'));
    expect(had - total(open)).toBeLessThan(kudos('0.6'));
  });
});
