// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

const HOUR = 3600_000;

describe.each(inTurn('wallet-refund', ['v17', 'v23'] as const))('refunds (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  const buy = async (
    { wallet }: OpenWallet,
    price: string,
    terms: { readonly autoRefundMs?: number; readonly refundWithinMs?: number } = {},
  ) => {
    const order = await lab.sandbox.merchant.createOrder({
      amount: price,
      summary: 'a lamp',
      refundWithinMs: HOUR,
      ...terms,
    });
    const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await wallet.confirmPay(offer.purchaseId), 'payment');
    await runToRest(lab, wallet);
    return { ...order, purchaseId: offer.purchaseId, refundUri: order.talerPayUri.replace('//pay/', '//refund/') };
  };
  const available = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).available).units;
  const kudos = (text: string): bigint => amount(`KUDOS:${text}`).units;

  test('by link: the coins come back less their fees, in a line of their own', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.01');
    const { refundUri, orderId, purchaseId } = await buy(open, 'KUDOS:3');
    const before = available(open);
    expect(mustOk(await open.wallet.refund(refundUri), 'asked too early')).toMatchObject({
      state: 'none',
      refunded: 'KUDOS:0',
    });
    expect(open.wallet.pending()).toEqual([]);

    await lab.sandbox.merchant.refund(orderId, 'KUDOS:2');
    const view = mustOk(await open.wallet.refund(refundUri), 'refund');
    expect(view).toEqual({
      purchaseId,
      merchant: 'Play shop',
      merchantHost: new URL(lab.sandbox.merchant.baseUrl).host,
      refunded: 'KUDOS:2',
      fees: expect.any(String),
      total: expect.any(String),
      pending: 'KUDOS:0',
      refused: 'KUDOS:0',
      state: 'done',
    });
    expectSumsAgree(open.wallet);
    await runToRest(lab, open.wallet);
    const [line] = open.wallet.history().filter(({ type }) => type === 'refund');
    expect(line).toMatchObject({
      state: 'done',
      amount: 'KUDOS:2',
      party: 'Play shop',
      summary: 'a lamp',
      exchange: base,
    });
    expect(line?.fees).toBe(view.fees);
    expect(available(open) - before).toBe(amount(view.total).units);
    expect(available(open) - before).toBe(kudos('2') - amount(line?.fees ?? '').units);
    expect(amount(line?.fees ?? '').units).toBeLessThanOrEqual(kudos('0.04'));
    expect(balanceAt(open.wallet, base).total).toBe(balanceAt(open.wallet, base).available);
    // The exchange agrees with every coin we now hold.
    expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);

    await lab.sandbox.merchant.refund(orderId, 'KUDOS:0.5');
    expect(mustOk(await open.wallet.refund(refundUri), 'second refund')).toMatchObject({ refunded: 'KUDOS:2.5' });
    await runToRest(lab, open.wallet);
    expect(open.wallet.history().filter(({ type }) => type === 'refund')).toMatchObject([
      { amount: 'KUDOS:2.5', state: 'done' },
    ]);
    expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);
  });

  test('auto-refund is found without being asked, until its deadline; nobody waits for it', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { orderId } = await buy(open, 'KUDOS:1', { autoRefundMs: HOUR / 2 });
    expect(open.wallet.pending()).toEqual([]);
    expect((await open.wallet.run({ untilDone: true, timeoutMs: 5_000 })).timedOut).toBe(false);
    const before = available(open);
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
    lab.travel(60_000);
    await open.wallet.run();
    await runToRest(lab, open.wallet);
    expect(available(open) - before).toBeGreaterThan(kudos('0.95'));

    const late = await buy(open, 'KUDOS:0.5', { autoRefundMs: HOUR / 4 });
    lab.travel(HOUR / 2);
    await lab.sandbox.merchant.refund(late.orderId, 'KUDOS:0.5');
    const after = available(open);
    await open.wallet.run();
    expect(available(open)).toBe(after);
    expect(mustOk(await open.wallet.refund(late.refundUri), 'by link').refunded).toBe('KUDOS:0.5');
    await runToRest(lab, open.wallet);
  });

  test('what the exchange did not sign is not credited; a merchant in trouble is asked again', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { orderId, refundUri } = await buy(open, 'KUDOS:1');
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
    const before = balanceAt(open.wallet, base).total;
    lab.sandbox.merchant.faults.once({ path: '/refund' }, { lieAboutSignature: true });
    expect(mustOk(await open.wallet.refund(refundUri), 'a lie')).toMatchObject({
      refunded: 'KUDOS:0',
      state: 'pending',
    });
    expect(balanceAt(open.wallet, base).total).toBe(before);
    expect(open.wallet.pending()).toMatchObject([{ type: 'refund', waitingFor: 'merchant' }]);
    lab.sandbox.merchant.faults.once({ path: '/refund' }, { status: 503 });
    await runToRest(lab, open.wallet);
    expect(open.wallet.history().filter(({ type }) => type === 'refund')).toMatchObject([
      { state: 'done', amount: 'KUDOS:1' },
    ]);
  });

  /** Says that the exchange has not answered for any of the refunds. */
  const unanswered = (body: unknown) => {
    const { refunds, ...rest } = body as { refunds: Readonly<Record<string, unknown>>[] };
    return {
      ...rest,
      refunds: refunds.map(({ exchange_pub: _pub, exchange_sig: _sig, ...each }) => ({
        ...each,
        exchange_status: 502,
      })),
    };
  };
  /** A refund that the merchant granted and the exchange has not signed. */
  const noted = async (open: OpenWallet) => {
    await fund(lab, open, 'KUDOS:4.01');
    const bought = await buy(open, 'KUDOS:1');
    await lab.sandbox.merchant.refund(bought.orderId, 'KUDOS:1');
    lab.sandbox.merchant.faults.once({ path: '/refund' }, { changeJson: unanswered });
    expect(mustOk(await open.wallet.refund(bought.refundUri), 'refund')).toMatchObject({
      state: 'pending',
      pending: 'KUDOS:1',
    });
    return bought;
  };
  /** How often merchants were asked for refunds meanwhile. */
  const asked = async (work: () => Promise<unknown>): Promise<number> => {
    let requests = 0;
    lab.interceptHttp((input, init) => {
      if (/\/orders\/[^/?]+(\/refund)?(\?|$)/.test(String(input))) requests += 1;
      return fetch(input, init);
    });
    await work();
    lab.interceptHttp(undefined);
    return requests;
  };

  test('a merchant that forgets the order ends what it had granted; nothing runs hot', async () => {
    const open = lab.openWallet();
    const { refundUri } = await noted(open);
    const before = balanceAt(open.wallet, base).total;
    lab.sandbox.merchant.faults.always({ path: '/refund' }, { status: 404, code: 2005 });
    lab.travel(HOUR);
    expect(await asked(() => open.wallet.run())).toBe(1);
    expect(open.wallet.pending()).toEqual([]);
    expect(open.wallet.history().filter(({ type }) => type === 'refund')).toMatchObject([{ state: 'failed' }]);
    expect(balanceAt(open.wallet, base).total).toBe(before);
    expectSumsAgree(open.wallet);
    expect(mustOk(await open.wallet.refund(refundUri), 'again')).toMatchObject({ state: 'done', refused: 'KUDOS:1' });
  });

  test('a merchant that leaves out what it granted, or refuses, is asked again with pauses, and the refund comes', async () => {
    const open = lab.openWallet();
    await noted(open);
    lab.sandbox.merchant.faults.once(
      { path: '/refund' },
      { changeJson: (body) => ({ ...(body as object), refunds: [] }) },
    );
    lab.sandbox.merchant.faults.once({ path: '/refund' }, { status: 409, code: 2009 });
    lab.sandbox.merchant.faults.once({ path: '/refund' }, { status: 403 });
    for (let go = 0; go < 3; go++) {
      lab.travel(HOUR);
      expect(await asked(() => open.wallet.run())).toBe(1);
      expect(open.wallet.pending()).toMatchObject([{ type: 'refund' }]);
    }
    await runToRest(lab, open.wallet);
    expect(open.wallet.history().filter(({ type }) => type === 'refund')).toMatchObject([{ state: 'done' }]);
  });

  test('a refusal that is not the merchant speaking keeps the wish, and says so', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { orderId, refundUri } = await buy(open, 'KUDOS:1');
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
    lab.sandbox.merchant.faults.once({ path: '/refund' }, { status: 403 });
    expect(mustOk(await open.wallet.refund(refundUri), 'refused')).toMatchObject({
      state: 'pending',
      why: { kind: 'refused', facts: { status: 403 } },
    });
    await runToRest(lab, open.wallet);
    expect(open.wallet.history().filter(({ type }) => type === 'refund')).toMatchObject([{ state: 'done' }]);
  });

  test('a merchant that may refund by itself for a month is asked less and less, and once more at the end', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const days = 30 * 24 * HOUR;
    const { orderId } = await buy(open, 'KUDOS:1', { autoRefundMs: days, refundWithinMs: days });
    const until = lab.world.now() + days;
    const inADay = await asked(async () => {
      for (let minute = 0; minute < 24 * 60; minute += 4) {
        lab.travel(4 * 60_000);
        await open.wallet.run();
      }
    });
    expect(inADay).toBeGreaterThan(20);
    expect(inADay).toBeLessThan(80);
    lab.travel(until - 20 * 60_000 - lab.world.now());
    await open.wallet.run();
    const before = available(open);
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
    lab.travel(until - 30_000 - lab.world.now());
    await open.wallet.run();
    await runToRest(lab, open.wallet);
    expect(available(open) - before).toBeGreaterThan(kudos('0.95'));
  });

  test('a note to ask survives a restart; a second copy that takes the refund up too gains nothing', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { orderId, refundUri } = await buy(open, 'KUDOS:1');
    const copy = lab.openWallet();
    copy.store.transaction((tx) => tx.join(open.store.snapshot()));
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
    lab.sandbox.merchant.faults.once({ path: '/refund' }, { status: 503 });
    expect(mustOk(await open.wallet.refund(refundUri), 'refund').state).toBe('pending');
    const again = { ...open, wallet: createWallet({ world: lab.world, store: open.store }) };
    await runToRest(lab, again.wallet);
    const total = balanceAt(again.wallet, base).total;

    expect(mustOk(await copy.wallet.refund(refundUri), 'refund').refunded).toBe('KUDOS:1');
    await runToRest(lab, copy.wallet);
    expectSumsAgree(copy.wallet);
    expect(amount(balanceAt(copy.wallet, base).total).units).toBeLessThan(amount(total).units);
    again.store.transaction((tx) => tx.join(copy.store.snapshot()));
    copy.store.transaction((tx) => tx.join(again.store.snapshot()));
    for (const each of [again, copy]) {
      await runToRest(lab, each.wallet);
      expectSumsAgree(each.wallet);
      expect(balanceAt(each.wallet, base).total).toBe(total);
    }
  });

  test('addresses that mean nothing here', async () => {
    const { wallet, store } = lab.openWallet();
    const before = store.revision();
    for (const [uri, kind] of [
      ['taler://refund/shop.example/17/', 'nothing-to-refund'],
      ['taler://pay/shop.example/17/', 'wrong-taler-uri'],
      ['refund please', 'malformed-taler-uri'],
    ] as const) {
      const refused = await wallet.refund(uri);
      if (refused.ok) throw new Error('accepted');
      expect(refused.error.kind).toBe(kind);
      expect(english('failure', explainFailure(refused.error))).toMatch(/^[^\n]{10,}[.!]$/);
    }
    expect(store.revision()).toBe(before);
  });
});
