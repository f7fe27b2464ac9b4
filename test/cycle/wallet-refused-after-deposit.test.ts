// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

const HOUR = 3600_000;
const ACCOUNT = 'payto://x-taler-bank/localhost/user1?receiver-name=user1';

// The money has moved, and only the answer says that it has not: nothing is taken out of the books that the exchange has
// given away, and nothing is put back into them.
describe.each(inTurn('wallet-refused-after-deposit', ['v17', 'v23'] as const))(
  'a refusal after the coins were deposited (%s)',
  (generation) => {
    let lab: WalletLab;
    let base: string;
    aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
      lab = opened;
      base = baseUrl;
    });

    const kudos = (text: string): bigint => amount(`KUDOS:${text}`).units;
    const total = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).total).units;
    const begin = async (price: string) => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4.01');
      const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'a lamp', refundWithinMs: HOUR });
      const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
      return { ...order, open, purchaseId, had: total(open) };
    };
    const lineOf = ({ wallet }: OpenWallet, type: string) => wallet.history().find((each) => each.type === type);
    /** The books say what the exchange says: no coin is whole that was deposited, and nobody else is blamed for it. */
    const expectTrueBooks = async (open: OpenWallet): Promise<void> => {
      await runToRest(lab, open.wallet);
      expectSumsAgree(open.wallet);
      expect(open.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(false);
      expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);
      expect(lineOf(open, 'spent-elsewhere')).toBeUndefined();
    };

    test.each([
      ['with a code', { status: 400, code: 2100 }],
      ['because the offer has expired', { status: 410, code: 2161 }],
      ['because it does not know the order', { status: 404, code: 2005 }],
    ] as const)('by a merchant, %s: paid, not confirmed, and the proof is kept', async (_, fault) => {
      const { open, purchaseId, orderId, talerPayUri, had } = await begin('KUDOS:1');
      lab.sandbox.merchant.faults.once({ path: '/pay' }, { afterHandling: true, ...fault });
      const refused = await open.wallet.confirmPay(purchaseId);
      expect(refused).toMatchObject({ ok: false, error: { kind: 'paid-unconfirmed' } });
      if (!refused.ok) expect(english('failure', explainFailure(refused.error))).toContain(orderId);
      await expectTrueBooks(open);
      const line = lineOf(open, 'payment');
      expect(line).toMatchObject({
        state: 'done',
        amount: 'KUDOS:1',
        notes: [{ kind: 'paid-unconfirmed' }],
      });
      expect(had - total(open)).toBe(kudos('1') + amount(line?.fees ?? '').units);
      // What the merchant gives back later comes in as any refund does.
      await lab.sandbox.merchant.refund(orderId, 'KUDOS:1');
      expect(mustOk(await open.wallet.refund(talerPayUri.replace('//pay/', '//refund/')), 'refund').refunded).toBe(
        'KUDOS:1',
      );
      await expectTrueBooks(open);
      expect(had - total(open)).toBeLessThan(kudos('0.1'));
    });

    test('by a merchant, while the exchange is silent: nothing is decided until it has spoken', async () => {
      const { open, purchaseId } = await begin('KUDOS:1');
      lab.sandbox.merchant.faults.times(2, { path: '/pay' }, { afterHandling: true, status: 400, code: 2100 });
      lab.sandbox.exchanges[0]?.faults.once({ path: '/history' }, { status: 503 });
      expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment').state).toBe('pending');
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'pending' });
      await expectTrueBooks(open);
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'done' });
    });

    test('by a merchant that calls a coin spent which it has deposited itself: no second coin is given', async () => {
      const { open, purchaseId, had } = await begin('KUDOS:1');
      let coinPub = '';
      lab.interceptHttp((input, init) => {
        const sent = typeof init?.body === 'string' && String(input).endsWith('/pay') ? init.body : '{}';
        const { coins } = JSON.parse(sent) as { coins?: readonly { coin_pub: string }[] };
        coinPub = coins?.[0]?.coin_pub ?? coinPub;
        return fetch(input, init);
      });
      lab.sandbox.merchant.faults.once({ path: '/pay' }, { afterHandling: true, closeConnection: true });
      expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment').state).toBe('pending');
      expect(coinPub).not.toBe('');
      lab.sandbox.merchant.faults.once(
        { path: '/pay' },
        {
          status: 409,
          replaceBody: JSON.stringify({ code: 2150, exchange_reply: { code: 1012, coin_pub: coinPub } }),
        },
      );
      await expectTrueBooks(open);
      const line = lineOf(open, 'payment');
      expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:1' });
      expect(had - total(open)).toBe(kudos('1') + amount(line?.fees ?? '').units);
      expect(Object.keys(open.store.entry('purchase', purchaseId)?.value.coins ?? {})).toHaveLength(1);
    });

    test('of the wish to abort: it turns out to be paid', async () => {
      const { open, purchaseId } = await begin('KUDOS:1');
      lab.sandbox.merchant.faults.once({ path: '/pay' }, { afterHandling: true, closeConnection: true });
      await open.wallet.confirmPay(purchaseId);
      lab.sandbox.merchant.faults.once({ path: '/abort' }, { status: 503 });
      lab.sandbox.merchant.faults.once({ path: '/abort' }, { status: 404, code: 2005 });
      expect(await open.wallet.abort(purchaseId)).toMatchObject({ ok: false, error: { kind: 'already-complete' } });
      await expectTrueBooks(open);
      expect(lineOf(open, 'payment')).toMatchObject({ state: 'done', notes: [{ kind: 'paid-unconfirmed' }] });
    });

    test('a payment that is being taken back does not say that its coins are here', async () => {
      const { open, purchaseId } = await begin('KUDOS:1');
      lab.sandbox.merchant.faults.once({ path: '/pay' }, { closeConnection: true });
      lab.sandbox.merchant.faults.once({ path: '/abort' }, { status: 503 });
      await open.wallet.confirmPay(purchaseId);
      // The shop is silent, so the exchange was asked; whoever was promised the coins can take them until they are renewed.
      expect(mustOk(await open.wallet.abort(purchaseId), 'abort').state).toBe('aborted');
      expect(lineOf(open, 'payment')).toMatchObject({
        state: 'aborted',
        notes: [{ kind: 'unpaid' }, { kind: 'being-renewed' }],
      });
      await expectTrueBooks(open);
      expect(lineOf(open, 'payment')?.notes).toMatchObject([{ kind: 'unpaid' }, { kind: 'money-back' }]);
    });

    test.each([
      ['is gone', { status: 410, code: 1009 }],
      ['is spent', { status: 409, code: 1012 }],
      ['is known with another age', { status: 409, code: 1015 }],
    ] as const)('by an exchange that says a coin %s: the deposit it holds is a deposit', async (_, fault) => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4.01');
      const had = total(open);
      const [exchange] = lab.sandbox.exchanges;
      exchange?.faults.once({ path: '/batch-deposit' }, { afterHandling: true, closeConnection: true });
      expect(mustOk(await open.wallet.deposit({ amount: 'KUDOS:2', payto: ACCOUNT }), 'deposit').state).toBe('pending');
      exchange?.faults.once({ path: '/batch-deposit' }, fault);
      lab.travel(HOUR);
      await open.wallet.run();
      await expectTrueBooks(open);
      const line = lineOf(open, 'deposit');
      expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:2' });
      expect(had - total(open)).toBe(kudos('2') + amount(line?.fees ?? '').units);
    });
  },
);
