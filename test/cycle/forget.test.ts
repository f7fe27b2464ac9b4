// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { NO_SHOP } from '../../electron/state/forgotten.ts';
import type { Store } from '../../electron/storage/store.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { accept, rich } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

const bytesOf = (store: Store, kind: 'purchase' | 'push-in' | 'push-out' | 'exchange', id: string): number =>
  JSON.stringify(store.entry(kind, id)).length;

const lineOf = ({ wallet }: OpenWallet, id: string) => wallet.history().find((line) => line.id === id);

describe('what is over can be forgotten', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{}, {}] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  const order = (more: object = {}) =>
    lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:1',
      summary: 'a secret lamp',
      refundWithinMs: HOUR,
      extra: { pad: 'x'.repeat(20_000) },
      ...more,
    });

  const bought = async (more: object = {}) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { talerPayUri, orderId } = await order(more);
    const { purchaseId } = mustOk(await open.wallet.preparePay(talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, open.wallet);
    return { ...open, purchaseId, talerPayUri, orderId };
  };

  test('a paid purchase: shop, words and proof go, the sum stays, and no older copy brings them back', async () => {
    const open = await bought();
    const { wallet, store, purchaseId } = open;
    const copy = store.snapshot();
    const before = lineOf(open, purchaseId);
    expect(before).toMatchObject({ forgettable: true, summary: 'a secret lamp' });
    const about = mustOk(wallet.aboutForgetting(purchaseId), 'question');
    expect(about.said).toMatchObject([{ kind: 'purchase-paid', facts: { until: expect.any(Number) } }]);
    expect(bytesOf(store, 'purchase', purchaseId)).toBeGreaterThan(20_000);
    expect(store.snapshot()).toEqual(copy);

    mustOk(await wallet.forget(purchaseId), 'forgetting');
    const isGone = (): void => {
      expect(bytesOf(store, 'purchase', purchaseId)).toBeLessThan(1_200);
      const text = JSON.stringify(store.entry('purchase', purchaseId));
      expect(text).not.toContain('secret lamp');
      expect(text).not.toContain(open.orderId);
      expect(store.entry('purchase', purchaseId)?.value.merchant_base_url).toBe(NO_SHOP);
      const line = lineOf(open, purchaseId);
      expect(line).toMatchObject({ summary: '', party: '', title: { kind: 'forgotten' } });
      expect(line).not.toHaveProperty('forgettable');
      expect(line?.effect).toBe(before?.effect);
      expectSumsAgree(wallet);
    };
    isGone();
    store.transaction((tx) => tx.join(copy));
    isGone();
    // Another device that has not heard of it joins, and forgets with us.
    const other = lab.openWallet();
    other.store.transaction((tx) => tx.join(copy));
    other.store.transaction((tx) => tx.join(store.snapshot()));
    expect(bytesOf(other.store, 'purchase', purchaseId)).toBeLessThan(1_200);
    expect(other.wallet.history().map(({ effect }) => effect)).toEqual(wallet.history().map(({ effect }) => effect));
    await runToRest(lab, wallet);
    expect(await wallet.forget(purchaseId)).toMatchObject({ error: { kind: 'nothing-to-forget' } });
  });

  test('an offer nobody paid leaves no line and no words', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { purchaseId } = mustOk(await open.wallet.preparePay((await order()).talerPayUri), 'offer');
    mustOk(await open.wallet.forget(purchaseId), 'forgetting');
    expect(open.store.entry('purchase', purchaseId)?.value.status).toBe('aborted');
    expect(bytesOf(open.store, 'purchase', purchaseId)).toBeLessThan(900);
    expect(lineOf(open, purchaseId)).toBeUndefined();
    expectSumsAgree(open.wallet);
  });

  test('a refund that came is over, though its change is made later: the purchase can be forgotten, and the change comes', async () => {
    const open = await bought();
    const { wallet, store, purchaseId, talerPayUri, orderId } = open;
    const before = amount(balanceAt(wallet, base).total).units;
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
    const { total } = mustOk(await wallet.refund(talerPayUri.replace('//pay/', '//refund/')), 'refund');
    expect(store.entries('refund').map(({ value }) => value.status)).toContain('announced');
    expect(wallet.history().find(({ type }) => type === 'refund')).toMatchObject({ state: 'done', amount: 'KUDOS:1' });

    mustOk(await wallet.forget(purchaseId), 'forgetting');
    expectSumsAgree(wallet);
    await runToRest(lab, wallet);
    expectSumsAgree(wallet);
    expect(store.entries('refund').map(({ value }) => value.status)).not.toContain('announced');
    const { total: here, available } = balanceAt(wallet, base);
    expect(available).toBe(here);
    expect(amount(here).units - before).toBe(amount(total).units);
  });

  test('one that is under way, or whose refund is, is kept and says so', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { talerPayUri } = await order();
    const { purchaseId } = mustOk(await open.wallet.preparePay(talerPayUri), 'offer');
    lab.sandbox.merchant.faults.always({ path: /\/pay$/ }, { status: 503 });
    mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
    const refused = { ok: false, error: { kind: 'not-forgettable', why: 'unfinished' } };
    expect(open.wallet.aboutForgetting(purchaseId)).toMatchObject(refused);
    expect(await open.wallet.forget(purchaseId)).toMatchObject(refused);
    lab.sandbox.merchant.faults.clear();
    await runToRest(lab, open.wallet);
    expect(open.store.entry('purchase', purchaseId)?.value.status).toBe('paid');

    const {
      wallet,
      store,
      purchaseId: second,
      orderId,
      talerPayUri: uri,
    } = await bought({ refundWithinMs: 20 * HOUR });
    await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
    lab.sandbox.merchant.faults.always({ path: /\/refund$/ }, { status: 503 });
    await wallet.refund(uri.replace('//pay/', '//refund/'));
    expect(await wallet.forget(second)).toMatchObject({ error: { kind: 'not-forgettable', why: 'refund' } });
    lab.sandbox.merchant.faults.clear();
    await runToRest(lab, wallet);
    mustOk(await wallet.forget(second), 'forgetting');
    expectSumsAgree(wallet);
    expect(JSON.stringify(wallet.history())).not.toContain('secret lamp');
    expect(store.entries('refund').length).toBeGreaterThan(0);
  });

  test('payments between people: both sides forget the words, each its own', async () => {
    const [sender, receiver] = [await rich(lab), lab.openWallet()];
    const sent = mustOk(
      await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'a secret loan', exchange: base }),
      'sent',
    );
    expect(await sender.wallet.forget(sent.id)).toMatchObject({ error: { why: 'unfinished' } });
    await accept(lab, receiver, sent.uri);
    await runToRest(lab, sender.wallet);
    for (const [open, type] of [
      [sender, 'peer-sent'],
      [receiver, 'peer-received'],
    ] as const) {
      const copy = open.store.snapshot();
      const line = open.wallet.history().find((each) => each.type === type);
      expect(line).toMatchObject({ summary: 'a secret loan', forgettable: true });
      mustOk(await open.wallet.forget(line?.id ?? ''), 'forgetting');
      open.store.transaction((tx) => tx.join(copy));
      const now = open.wallet.history().find((each) => each.type === type);
      expect(now).toMatchObject({ effect: line?.effect, title: { kind: 'forgotten' }, summary: '' });
      expect(JSON.stringify(open.store.snapshot())).not.toContain('a secret loan');
      expectSumsAgree(open.wallet);
    }
    expect(sender.wallet.peer.list()).toEqual([]);
  });

  test('a payment that was called back is kept until its coins are renewed: so long its receiver may take them', async () => {
    const sender = await rich(lab);
    const sent = mustOk(
      await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'a secret loan', exchange: base }),
      'sent',
    );
    const [exchange] = lab.sandbox.exchanges;
    exchange?.faults.always({ path: /\/melt$/ }, { status: 503 });
    mustOk(await sender.wallet.abort(sent.id), 'abort');
    expect(await sender.wallet.forget(sent.id)).toMatchObject({ error: { why: 'unfinished' } });
    exchange?.faults.clear();
    await runToRest(lab, sender.wallet);
    mustOk(await sender.wallet.forget(sent.id), 'forgetting');
  });

  test('an exchange without money goes with its keys; met again it is there again, and with money it is kept', async () => {
    const open = lab.openWallet();
    const second = lab.sandbox.exchanges[1]?.baseUrl ?? '';
    await fund(lab, open, 'KUDOS:4.01', 1);
    expect(await open.wallet.forget(second)).toMatchObject({ error: { kind: 'not-forgettable', why: 'money' } });
    const { balances } = open.wallet;
    const total = balances().find(({ exchange }) => exchange === second)?.total ?? '';
    // All of it leaves: to oneself at another wallet.
    const receiver = lab.openWallet();
    for (const id of mustOk(
      await open.wallet.sendAll({ summary: 'all', expiresHours: 24, note: () => undefined }),
      'sent',
    )) {
      const uri = open.wallet.peer.list().find((each) => each.id === id)?.uri ?? '';
      await accept(lab, receiver, uri);
    }
    await runToRest(lab, open.wallet);
    expect(total).not.toBe('KUDOS:0');
    const effects = open.wallet.history().map(({ effect }) => effect);
    const copy = open.store.snapshot();
    expect(mustOk(open.wallet.aboutForgetting(second), 'question').said).toMatchObject([{ kind: 'issuer' }]);
    mustOk(await open.wallet.forget(second), 'forgetting');
    const isGone = (): void => {
      expect(open.wallet.exchanges()).toEqual([]);
      expect(open.wallet.balances()).toEqual([]);
      expect(open.store.local.cachedKeys(second)).toBeUndefined();
      expect(open.wallet.history().map(({ effect }) => effect)).toEqual(effects);
      expectSumsAgree(open.wallet);
    };
    isGone();
    open.store.transaction((tx) => tx.join(copy));
    isGone();
    lab.travel(3 * DAY);
    await open.wallet.run();
    isGone();
    expect(JSON.stringify(open.store.snapshot().filter(({ kind }) => kind === 'exchange')).length).toBeLessThan(2_500);
    // Met again.
    mustOk(await open.wallet.addExchange(second), 'exchange');
    expect(open.wallet.exchanges()).toMatchObject([{ baseUrl: second, state: 'ready' }]);
    open.store.transaction((tx) => tx.join(copy));
    expect(open.wallet.exchanges()).toMatchObject([{ baseUrl: second }]);
    await fund(lab, open, 'KUDOS:4.01', 1);
    expect(open.wallet.balances().find(({ exchange }) => exchange === second)?.available).toBe('KUDOS:4');
  });

  test('where another device has money at it, it is shown all the same', async () => {
    const open = lab.openWallet();
    const second = lab.sandbox.exchanges[1]?.baseUrl ?? '';
    mustOk(await open.wallet.addExchange(second), 'exchange');
    const other = lab.openWallet();
    await fund(lab, other, 'KUDOS:4.01', 1);
    lab.travel(1_000);
    mustOk(await open.wallet.forget(second), 'forgetting');
    const forgotten = open.store.snapshot();
    other.store.transaction((tx) => tx.join(forgotten));
    expect(other.wallet.exchanges()).toMatchObject([{ baseUrl: second }]);
    const { talerPayUri } = await order();
    const offer = mustOk(await other.wallet.preparePay(talerPayUri), 'offer');
    expect(offer.payable).toBe(true);
    mustOk(await other.wallet.confirmPay(offer.purchaseId), 'payment');
  });

  test('what was never there is named', async () => {
    const open = lab.openWallet();
    expect(await open.wallet.forget('nothing')).toMatchObject({ error: { kind: 'nothing-to-forget', id: 'nothing' } });
  });
});
