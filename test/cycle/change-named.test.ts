// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount, amountToText } from '../../shared/amount.ts';
import { partsOf } from '../../shared/balance.ts';
import { mustOk } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { aroundExchange } from './one-exchange.ts';
import { lineOf, rich, settle } from './peer-lab.ts';
import { balanceAt, expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// A person who pays 3.01 with a piece of 16 sees at every moment what is ready, what is change under way, and what it cost; and
// before anything is ended, what that costs.

let lab: WalletLab;
let base: string;
aroundExchange({}, (opened, { baseUrl }) => {
  lab = opened;
  base = baseUrl;
});

const units = (text: string | undefined): bigint => amount(text ?? 'KUDOS:0').units;
const text = (sum: bigint): string => amountToText({ currency: 'KUDOS', units: sum });
const shown = ({ wallet }: OpenWallet) => {
  const balance = balanceAt(wallet, base);
  const parts = partsOf(balance);
  expect(units(parts.ready) + units(parts.change) + units(parts.arriving)).toBe(units(balance.total));
  expectSumsAgree(wallet);
  return { ...parts, total: balance.total };
};
/** Nobody answers there from now on. */
const silent = (path: RegExp): void =>
  lab.interceptHttp((input, init) =>
    path.test(new URL(String(input)).pathname) ? Promise.reject(new TypeError('no answer')) : economyHttp(input, init),
  );
const pay = async ({ wallet }: OpenWallet, price: string) => {
  const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
  const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
  const state = await wallet.confirmPay(offer.purchaseId, { shown: offer.total });
  return { ...offer, state };
};

describe('change is named as change until it can be spent', () => {
  test('right after paying only what is there is ready, the rest is change, and its price is in every sum', async () => {
    const open = await rich(lab, 'KUDOS:20');
    const before = shown(open);
    const { total, fees } = await pay(open, 'KUDOS:1.51');
    const after = shown(open);
    expect(after).toEqual({
      total: text(units(before.total) - units(total)),
      ready: balanceAt(open.wallet, base).available,
      change: text(units(before.total) - units(total) - units(balanceAt(open.wallet, base).available)),
      arriving: 'KUDOS:0',
    });
    expect(units(after.change)).toBeGreaterThan(0n);
    expect(lineOf(open, 'payment')).toMatchObject({ fees, effect: `KUDOS:-${total.slice('KUDOS:'.length)}` });
    await runToRest(lab, open.wallet);
    expect(shown(open)).toEqual({ total: after.total, ready: after.total, change: 'KUDOS:0', arriving: 'KUDOS:0' });
  });

  test('while a shop is silent the rest of its coin is change, and nothing is called arriving', async () => {
    const open = await rich(lab, 'KUDOS:20');
    silent(/\/pay$/);
    const { state } = await pay(open, 'KUDOS:5.55');
    expect(state).toEqual({ ok: true, value: { state: 'pending' } });
    const { change, arriving } = shown(open);
    expect([units(change) > 0n, arriving]).toEqual([true, 'KUDOS:0']);
    lab.interceptHttp(undefined);
    await runToRest(lab, open.wallet);
  });

  test('what cannot be paid says how much of what can be used is change', async () => {
    const open = await rich(lab, 'KUDOS:20');
    await pay(open, 'KUDOS:5.55');
    const { ready, change } = shown(open);
    const { why } = mustOk(await open.wallet.peer.quote({ amount: 'KUDOS:80' }), 'quote');
    expect(why).toMatchObject({
      kind: 'insufficient-balance',
      facts: { available: text(units(ready) + units(change)), change },
    });
  });
});

describe('what ending something costs is said before it is ended', () => {
  test('a payment to a person: fees, and what comes back, as the line and the balance say afterwards', async () => {
    const open = await rich(lab, 'KUDOS:20');
    const { total: before } = shown(open);
    const sent = mustOk(await open.wallet.peer.send({ amount: 'KUDOS:3', summary: 'lunch' }), 'sent');
    const about = mustOk(open.wallet.aboutEnding(sent.id), 'about');
    const { total: between } = shown(open);
    expect(units(about.fees)).toBeGreaterThan(0n);
    expect(about.left).toBe(sent.total);
    mustOk(await open.wallet.abort(sent.id), 'ended');
    const line = lineOf(open, 'peer-sent');
    expect([line?.fees, shown(open).total]).toEqual([about.fees, text(units(between) + units(about.comesBack))]);
    expect(shown(open).total).toBe(text(units(before) - units(about.fees)));
    // The sum of the whole coin is none of what was sent.
    expect(line?.notes).toEqual([
      { kind: 'not-sent', facts: { detail: 'called-back' } },
      { kind: 'being-renewed', facts: {} },
    ]);
    expect(open.wallet.peer.list()).toMatchObject([{ id: sent.id, state: 'aborted', fees: about.fees }]);
    await settle(lab, open);
    expect(units(lineOf(open, 'peer-sent')?.fees)).toBeLessThanOrEqual(units(about.fees));
  });

  test('also when the change of it was made meanwhile: no more is gone than was said', async () => {
    const open = await rich(lab, 'KUDOS:20');
    const { total: before } = shown(open);
    const sent = mustOk(await open.wallet.peer.send({ amount: 'KUDOS:3', summary: 'lunch' }), 'sent');
    await settle(lab, open);
    const about = mustOk(open.wallet.aboutEnding(sent.id), 'about');
    mustOk(await open.wallet.abort(sent.id), 'ended');
    await settle(lab, open);
    const lost = units(before) - units(shown(open).total);
    expect(lost).toBeGreaterThan(0n);
    expect(lost).toBeLessThanOrEqual(units(about.fees));
  });

  test('a payment that a shop does not answer', async () => {
    const open = await rich(lab, 'KUDOS:20');
    const { total: before } = shown(open);
    silent(/\/pay$/);
    const { purchaseId, total } = await pay(open, 'KUDOS:5.55');
    const about = mustOk(open.wallet.aboutEnding(purchaseId), 'about');
    expect([about.left, units(about.fees) > 0n]).toEqual([total, true]);
    lab.interceptHttp(undefined);
    mustOk(await open.wallet.abort(purchaseId), 'ended');
    await settle(lab, open);
    expect(units(before) - units(shown(open).total)).toBeLessThanOrEqual(units(about.fees));
  });

  test('where no money of ours went into it there is no sum, and what is not there is refused', async () => {
    const open = await rich(lab, 'KUDOS:20');
    const { id } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:3' }), 'withdrawal');
    expect(open.wallet.aboutEnding(id)).toEqual({ ok: true, value: { id } });
    expect(open.wallet.aboutEnding('nothing')).toMatchObject({ ok: false, error: { kind: 'nothing-to-abort' } });
  });
});

test('money that is arriving says its fee from the moment that it is known', async () => {
  const open = lab.openWallet();
  mustOk(await open.wallet.addExchange(base), 'exchange');
  const { id, payto, fees, total } = mustOk(
    await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:20' }),
    'w',
  );
  expect(id).not.toBe('');
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  silent(/withdraw/);
  await open.wallet.run();
  expect(lineOf(open, 'withdrawal')).toMatchObject({ state: 'pending', fees, effect: total });
  lab.interceptHttp(undefined);
  await runToRest(lab, open.wallet);
  expect(lineOf(open, 'withdrawal')).toMatchObject({ state: 'done', fees, effect: total });
});
