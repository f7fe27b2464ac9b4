// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Whose word ends something: a bank that has forgotten and a merchant that claims decide nothing the exchange knows better.

let lab: WalletLab;
let base: string;
aroundExchange({}, (opened, { baseUrl }) => {
  lab = opened;
  base = baseUrl;
});

const DAY_MS = 24 * 3_600_000;
const urlOf = (input: Parameters<typeof fetch>[0]): string => (input instanceof Request ? input.url : String(input));

describe('a bank that has forgotten the operation', () => {
  const registered = async () => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(base), 'exchange');
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:5');
    const { id } = mustOk(
      await trusting((asked) => open.wallet.withdrawFromBank(operation.talerUri, asked)),
      'withdrawal',
    );
    expect(statusOf(open, id)).toBe('awaiting-confirmation');
    return { open, id, operation };
  };
  const statusOf = ({ store }: OpenWallet, id: string) => store.entry('withdrawal', id)?.value.status;
  const forget = (): void =>
    lab.interceptHttp(async (input, init) =>
      urlOf(input).includes('/withdrawal-operation/')
        ? Response.json({ code: 5107, hint: 'unknown operation' }, { status: 404 })
        : fetch(input, init),
    );
  const later = async ({ wallet }: OpenWallet, ms: number): Promise<void> => {
    lab.travel(ms);
    await wallet.run();
  };

  test('after the transfer was made: the money in the reserve is drawn', async () => {
    const { open, id, operation } = await registered();
    await operation.confirm();
    forget();
    await runToRest(lab, open.wallet);
    expect(statusOf(open, id)).toBe('done');
    expect(Number(balanceAt(open.wallet, base).available.replace('KUDOS:', ''))).toBeGreaterThan(4.8);
    expectSumsAgree(open.wallet);
  });

  test('before the transfer arrives: waited for, and given up after a week', async () => {
    const first = await registered();
    const second = await registered();
    forget();
    await later(first.open, 30_000);
    await later(second.open, DAY_MS);
    expect([statusOf(first.open, first.id), statusOf(second.open, second.id)]).toEqual([
      'awaiting-confirmation',
      'awaiting-confirmation',
    ]);
    await first.operation.confirm();
    await later(first.open, DAY_MS);
    await runToRest(lab, first.open.wallet);
    expect(statusOf(first.open, first.id)).toBe('done');
    await later(second.open, 7 * DAY_MS);
    expect(second.open.store.entry('withdrawal', second.id)?.value).toMatchObject({
      status: 'aborted',
      why: 'operation-unknown',
    });
  });
});

describe('a merchant that says "paid and refunded"', () => {
  const offered = async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    return { open, order, purchaseId };
  };

  test('of coins it has not deposited: nothing is settled, and the payment goes on', async () => {
    const { open, purchaseId } = await offered();
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 402, code: 2167 });
    expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment').state).toBe('pending');
    expect(open.wallet.pending()).toMatchObject([{ type: 'payment', why: { kind: 'paid-and-refunded' } }]);
    await runToRest(lab, open.wallet);
    expect(open.store.entry('purchase', purchaseId)?.value).toMatchObject({ status: 'paid' });
    expectSumsAgree(open.wallet);
  });

  test('of coins the exchange has from it: it is paid', async () => {
    const { open, order, purchaseId } = await offered();
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { afterHandling: true, closeConnection: true });
    expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment').state).toBe('pending');
    await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:0.5');
    await runToRest(lab, open.wallet);
    const purchase = open.store.entry('purchase', purchaseId)?.value;
    expect(purchase).toMatchObject({ status: 'paid' });
    expect(purchase?.pay_sig).toBeUndefined();
    expectSumsAgree(open.wallet);
  });
});
