// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// A device that has not heard that another one leads pays with coins that are long spent: it must not try one after the
// other at the shop.

let lab: WalletLab;
aroundExchange({ exchanges: [{ generation: 'v23', denominations: [{ value: '0.05' }] }] }, (opened) => {
  lab = opened;
});

const order = (amount: string) => lab.sandbox.merchant.createOrder({ amount, summary: amount });
const copyOf = ({ store }: OpenWallet): OpenWallet => {
  const copy = lab.openWallet();
  copy.store.transaction((tx) => tx.join(store.snapshot()));
  return copy;
};
const pay = async ({ wallet }: OpenWallet, amount: string) => {
  const offer = mustOk(await wallet.preparePay((await order(amount)).talerPayUri), 'offer');
  return { ...offer, answer: await wallet.confirmPay(offer.purchaseId) };
};
/** How often the shop was asked to take a payment meanwhile. */
const paymentsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let asked = 0;
  lab.interceptHttp((input, init) => {
    if (/\/orders\/[^/]+\/pay$/.test(new URL(input instanceof Request ? input.url : input).pathname)) asked += 1;
    return fetch(input, init);
  });
  await work();
  lab.interceptHttp(undefined);
  return asked;
};

test('coins that another copy has spent are asked about all at once, and the shop three times at most', async () => {
  const first = lab.openWallet();
  await fund(lab, first, 'KUDOS:3');
  const old = copyOf(first);
  const spent = await pay(first, 'KUDOS:1.2');
  expect(spent.answer).toMatchObject({ ok: true, value: { state: 'paid' } });
  await runToRest(lab, first.wallet);

  let bought: Awaited<ReturnType<typeof pay>> | undefined;
  const asked = await paymentsDuring(async () => {
    bought = await pay(old, 'KUDOS:0.3');
    await runToRest(lab, old.wallet);
  });
  expect(asked).toBeLessThanOrEqual(3);
  expect(old.wallet.history().find(({ type }) => type === 'payment')).toMatchObject({ state: 'done' });
  expect(bought?.answer.ok).toBe(true);
  expectSumsAgree(old.wallet);
});

test('when none of them is left, it says so after three requests', async () => {
  const first = lab.openWallet();
  await fund(lab, first, 'KUDOS:3');
  const old = copyOf(first);
  expect((await pay(first, 'KUDOS:2.2')).answer).toMatchObject({ ok: true, value: { state: 'paid' } });
  await runToRest(lab, first.wallet);
  const asked = await paymentsDuring(async () => {
    await pay(old, 'KUDOS:1');
    await runToRest(lab, old.wallet);
  });
  expect(asked).toBeLessThanOrEqual(3);
  expectSumsAgree(old.wallet);
});
