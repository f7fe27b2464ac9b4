// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { HOUR, lineOf } from './peer-lab.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

const DAY = 24 * HOUR;

// A shop that does not answer holds no coins: the exchange says which it has deposited, and the melt of the others makes the
// shop's permission to take them worthless.

describe.each(inTurn('wallet-silent-shop', ['v17', 'v23', 'v14'] as const))(
  'a shop that never answers (%s)',
  (generation) => {
    let lab: WalletLab;
    let base: string;
    beforeAll(async () => {
      lab = await startWalletLab({ exchanges: [{ generation }] });
      base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    });
    afterEach(() => {
      lab.interceptHttp(undefined);
      const lists = [lab.sandbox.merchant.faults, ...lab.sandbox.exchanges.map(({ faults }) => faults)];
      const unused = lists.flatMap((list) => list.unused());
      for (const list of lists) list.clear();
      expect(unused).toEqual([]);
    });
    afterAll(() => lab.close());

    const kudos = (text: string): bigint => amount(`KUDOS:${text}`).units;
    const total = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).total).units;
    const tellsOfCoins = generation !== 'v14';
    const begin = async (price = 'KUDOS:3', payWithinMs = DAY) => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:7.2');
      const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'a lamp', payWithinMs });
      const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
      return { ...order, open, purchaseId, had: total(open) };
    };
    /** Lives on, and counts what is sent to whom. */
    const live = async ({ wallet }: OpenWallet, ms: number, step = 10 * 60_000) => {
      const counts = { shop: 0, exchange: 0 };
      lab.interceptHttp((input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        if (url.startsWith(base)) counts.exchange += 1;
        if (url.startsWith(lab.sandbox.merchant.baseUrl)) counts.shop += 1;
        return economyHttp(input, init);
      });
      for (let passed = 0; passed < ms; passed += step) {
        await wallet.run();
        lab.travel(step);
      }
      lab.interceptHttp(undefined);
      return counts;
    };
    /** The shop after all: with the very request that the wallet sent it. */
    const keepingPayRequests = () => {
      const sent: [string, RequestInit][] = [];
      lab.interceptHttp((input, init) => {
        const url = String(input);
        if (url.endsWith('/pay')) sent.push([url, { ...init, signal: null }]);
        return economyHttp(input, init);
      });
      return async (): Promise<number> => {
        const [url = '', init] = sent[0] ?? [];
        return (await economyHttp(url, init)).status;
      };
    };

    test('the pay deadline passes: its coins are renewed and worth nothing to it', async () => {
      const { open, purchaseId, had } = await begin();
      lab.sandbox.merchant.faults.always({ path: '/pay' }, { status: 503 });
      expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment').state).toBe('pending');
      const before = await live(open, DAY - HOUR, 30 * 60_000);
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'pending' });
      expect(before.shop).toBeLessThan(400);
      const after = await live(open, 2 * DAY, HOUR);
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'aborted' });
      expect(lineOf(open, 'payment')?.notes).toMatchObject([
        { kind: 'unpaid', facts: { detail: 'no-answer' } },
        { kind: 'money-back' },
      ]);
      expect(balanceAt(open.wallet, base)).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0' });
      expect(had - total(open)).toBeLessThan(kudos('0.1'));
      expectSumsAgree(open.wallet);
      // One look at each coin, one melt of each, and then nothing more.
      expect(after.shop).toBeLessThan(20);
      expect(after.exchange).toBeLessThan(60);
    });

    test('it has every coin: paid and not confirmed', async () => {
      const { open, purchaseId, had } = await begin();
      lab.sandbox.merchant.faults.always({ path: '/pay' }, { afterHandling: true, status: 500 });
      expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment').state).toBe('pending');
      await live(open, 3 * DAY, HOUR);
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'done', notes: [{ kind: 'paid-unconfirmed' }] });
      expect(lineOf(open, 'spent-elsewhere')).toBeUndefined();
      expect(had - total(open) - kudos('3')).toBeLessThan(kudos('0.1'));
      expectSumsAgree(open.wallet);
    });

    test('it does not answer the wish to take it back: at once, the exchange is asked and the coins are renewed', async () => {
      const { open, purchaseId, had } = await begin('KUDOS:3', 300 * DAY);
      const late = keepingPayRequests();
      lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 503 });
      await open.wallet.confirmPay(purchaseId);
      lab.interceptHttp(undefined);
      lab.sandbox.merchant.faults.always({ path: '/abort' }, { status: 503 });
      expect(mustOk(await open.wallet.abort(purchaseId), 'abort').state).toBe('aborted');
      expect(lineOf(open, 'payment')?.notes).toMatchObject([{ kind: 'unpaid' }, { kind: 'being-renewed' }]);
      await runToRest(lab, open.wallet);
      expect(lineOf(open, 'payment')?.notes).toMatchObject([{ kind: 'unpaid' }, { kind: 'money-back' }]);
      expect(await late()).toBeGreaterThanOrEqual(400);
      expect(had - total(open)).toBeLessThan(kudos('0.1'));
      expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);
      expectSumsAgree(open.wallet);
    });

    test('it has some coins and answers nothing: the others come back at once, and it is asked for its own until its time is over', async () => {
      const { open, purchaseId, had } = await begin('KUDOS:3');
      lab.sandbox.merchant.faults.once({ path: '/pay' }, { takeOnly: 1 });
      await open.wallet.confirmPay(purchaseId);
      expect(Object.keys(open.store.entry('purchase', purchaseId)?.value.coins ?? {}).length).toBeGreaterThan(1);
      lab.sandbox.merchant.faults.always({ path: '/abort' }, { status: 503 });
      await open.wallet.abort(purchaseId);
      await live(open, HOUR);
      if (tellsOfCoins)
        expect(lineOf(open, 'payment')).toMatchObject({ state: 'pending', notes: [{ kind: 'taking-back' }] });
      expect(balanceAt(open.wallet, base)).toMatchObject({ incoming: 'KUDOS:0' });
      expect(had - total(open)).toBeLessThan(kudos('2.6'));
      await live(open, 2 * DAY, HOUR);
      const line = lineOf(open, 'payment');
      expect(line).toMatchObject({ state: 'aborted' });
      expect(line?.notes).toMatchObject([{ kind: 'unpaid-kept' }, { kind: 'rest-back' }]);
      expect(lineOf(open, 'spent-elsewhere')).toBeUndefined();
      expectSumsAgree(open.wallet);
    });

    test('its deadline is years away: a week of silence is enough', async () => {
      const { open, purchaseId, had } = await begin('KUDOS:3', 2000 * DAY);
      lab.sandbox.merchant.faults.always({ path: '/pay' }, { status: 503 });
      await open.wallet.confirmPay(purchaseId);
      await live(open, 9 * DAY, 6 * HOUR);
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'aborted' });
      expect(had - total(open)).toBeLessThan(kudos('0.1'));
    });

    test('it answers that the coins were never deposited, and deposits them: nothing is called back that is not', async () => {
      const { open, purchaseId, had } = await begin();
      const late = keepingPayRequests();
      lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 503 });
      await open.wallet.confirmPay(purchaseId);
      lab.interceptHttp(undefined);
      expect(mustOk(await open.wallet.abort(purchaseId), 'abort').state).toBe('aborted');
      // Between the exchange's word and the melt.
      expect(await late()).toBe(200);
      expect(lineOf(open, 'payment')?.notes).toMatchObject([{ kind: 'unpaid' }, { kind: 'being-renewed' }]);
      await runToRest(lab, open.wallet);
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'done', notes: [{ kind: 'paid-unconfirmed' }] });
      expect(had - total(open) - kudos('3')).toBeLessThan(kudos('0.1'));
      expectSumsAgree(open.wallet);
    });
  },
);
