// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { HOUR, lineOf, rich, unitsAt } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// A request that was long on its way reaches its server after everything was given up and taken back into the books.

/** Holds requests back that end like this; `arrive` sends them after all. */
const holding = (end: RegExp) => {
  const held: (() => Promise<Response>)[] = [];
  const http: typeof fetch = (input, init) => {
    if (!end.test(String(input))) return fetch(input, init);
    const { signal: _, ...request } = init ?? {};
    held.push(() => fetch(input, request));
    return Promise.reject(new TypeError('fetch failed'));
  };
  return {
    http,
    arrive: async () => [...new Set(await Promise.all(held.map((send) => send())))].map(({ status }) => status),
  };
};

describe.each(['v17', 'v23', 'v14'] as const)('what arrives after it was given up (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  let mine: string;
  aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
    mine = lab.sandbox.bank.accountPayto('mine').replace(/\?.*/, '');
  });

  const kudos = (text: string): bigint => amount(`KUDOS:${text}`).units;
  const atBank = (): bigint => amount(lab.sandbox.bank.balance('mine')).units;
  const wired = async ({ wallet }: OpenWallet): Promise<void> => {
    for (let round = 0; round < 5; round++) {
      lab.travel(7 * HOUR);
      await wallet.run();
    }
  };

  test('a deposit that was taken back is done: its own line says so, and nobody else is blamed', async () => {
    const alice = await rich(lab, 'KUDOS:6.02');
    const [had, before] = [unitsAt(alice, base), atBank()];
    const late = holding(/deposit$/);
    lab.interceptHttp(late.http);
    const made = mustOk(await alice.wallet.deposit({ amount: 'KUDOS:5', payto: mine }), 'deposit');
    expect(made.state).toBe('pending');
    lab.interceptHttp(undefined);
    expect(mustOk(await alice.wallet.abort(made.id), 'abort').state).toBe('aborted');
    expect(await late.arrive()).toEqual(expect.arrayContaining([200]));
    await runToRest(lab, alice.wallet);
    await wired(alice);
    expectSumsAgree(alice.wallet);
    const line = lineOf(alice, 'deposit');
    expect(line).toMatchObject({ state: 'done' });
    expect(lineOf(alice, 'spent-elsewhere')).toBeUndefined();
    expect(atBank() - before).toBe(amount(line?.amount ?? '').units);
    expect(had - unitsAt(alice, base)).toBe(amount(line?.amount ?? '').units + amount(line?.fees ?? '').units);
    if (generation !== 'v14') expect(line?.amount).toBe('KUDOS:5');
  });

  // The sandbox's merchant speaks to no exchange of 2022.
  if (generation === 'v14') return;
  test('a payment that was taken back is paid, not confirmed, and can be refunded', async () => {
    const alice = await rich(lab, 'KUDOS:6.02');
    const had = unitsAt(alice, base);
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:5', summary: 'x', refundWithinMs: HOUR });
    const { purchaseId } = mustOk(await alice.wallet.preparePay(order.talerPayUri), 'offer');
    const late = holding(/[/]pay$/);
    lab.interceptHttp(late.http);
    expect(mustOk(await alice.wallet.confirmPay(purchaseId), 'payment').state).toBe('pending');
    lab.interceptHttp(undefined);
    expect(mustOk(await alice.wallet.abort(purchaseId), 'abort').state).toBe('aborted');
    expect(await late.arrive()).toEqual([200]);
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect(lineOf(alice, 'spent-elsewhere')).toBeUndefined();
    expect(lineOf(alice, 'payment')).toMatchObject({
      state: 'done',
      notes: [{ kind: 'paid-unconfirmed' }],
    });
    await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:5');
    // Where a part of the coins is gone it counts as not paid; what is given back of it is fetched all the same.
    const copy = lab.openWallet();
    const unpaid = alice.store
      .snapshot()
      .map((each) =>
        each.kind === 'purchase' ? { ...each, value: { ...Object(each.value), status: 'aborted' } } : each,
      );
    copy.store.transaction((tx) => tx.join(unpaid));
    expect(lineOf(copy, 'payment')?.notes).toMatchObject([{ kind: 'unpaid-kept' }]);
    const refundUri = order.talerPayUri.replace('//pay/', '//refund/');
    expect(mustOk(await copy.wallet.refund(refundUri), 'refund')).toMatchObject({ refunded: 'KUDOS:5', state: 'done' });
    expectSumsAgree(copy.wallet);
    mustOk(await alice.wallet.refund(refundUri), 'refund');
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect(had - unitsAt(alice, base)).toBeLessThan(kudos('0.3'));
  });
});
