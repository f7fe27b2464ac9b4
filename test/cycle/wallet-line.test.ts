// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

describe.each(inTurn('wallet-line', ['v17', 'v23'] as const))('the money line against a %s exchange', (generation) => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  test('manual withdrawal, payment, change', async () => {
    const open = lab.openWallet();
    const { wallet } = open;
    await fund(lab, open, 'KUDOS:20');
    expectSumsAgree(wallet);
    const before = balanceAt(wallet, base);
    expect(before).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0', total: before.available });
    expect(wallet.history()).toMatchObject([
      { type: 'withdrawal', state: 'done', amount: 'KUDOS:20', effect: before.total },
    ]);

    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:2.5', summary: 'a book' });
    const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
    expect(offer).toMatchObject({ amount: 'KUDOS:2.5', summary: 'a book', payable: true });
    expectSumsAgree(wallet);
    expect(mustOk(await wallet.confirmPay(offer.purchaseId), 'payment')).toEqual({ state: 'paid' });
    expect(order.status()).toBe('paid');
    expectSumsAgree(wallet);
    const report = await wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(report.pending).toEqual([]);
    expectSumsAgree(wallet);
    const after = balanceAt(wallet, base);
    expect(after).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0', total: after.available });
    const [line] = wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:2.5', summary: 'a book' });
    expect(open.store.coins({ status: 'in-use' }).filter(({ value }) => value.remaining !== 'KUDOS:0')).toEqual([]);
  });

  test('bank-integrated withdrawal waits for the confirmation', async () => {
    const { wallet } = lab.openWallet();
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:5');
    const begun = mustOk(await trusting((asked) => wallet.withdrawFromBank(operation.talerUri, asked)), 'withdrawal');
    expect(begun).toMatchObject({ amount: 'KUDOS:5', exchange: base });
    expect((await wallet.run()).pending).toMatchObject([{ type: 'withdrawal', waitingFor: 'confirmation' }]);
    expect(mustOk(await trusting((asked) => wallet.withdrawFromBank(operation.talerUri, asked)), 'again').id).toBe(
      begun.id,
    );
    await operation.confirm();
    expect((await wallet.run({ untilDone: true, timeoutMs: 20_000 })).pending).toEqual([]);
    expectSumsAgree(wallet);
    expect(wallet.history()).toMatchObject([{ type: 'withdrawal', state: 'done', amount: 'KUDOS:5' }]);
  });
});
