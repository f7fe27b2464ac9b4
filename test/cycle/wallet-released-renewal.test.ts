// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, expect, test } from 'vitest';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

// A coin that a payment gives back, and the rest of one that it takes, are renewed before they are used again. An exchange that
// takes more for that than when the coin was chosen is not given it before the person has said yes.

let lab: WalletLab;
afterEach(() => lab.close());

/** One large coin to pay with; cheap coins for what is left of it, and dear ones that remain once the cheap are revoked. */
const COINS: readonly DenominationSpec[] = [
  { value: '8', feeRefresh: '0.01' },
  { value: '1', feeWithdraw: '0.01' },
  { value: '0.5', feeWithdraw: '0.3' },
];

const begin = async (price: string) => {
  lab = await startWalletLab({ exchanges: [{ denominations: COINS }] });
  const [exchange] = lab.sandbox.exchanges;
  const base = exchange?.baseUrl ?? '';
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.2');
  const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'a lamp' });
  const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  const revoke = (): void => {
    for (const { hash, value } of exchange?.denominations.all() ?? [])
      if (value.units !== 50_000_000n && value.units !== 800_000_000n) exchange?.revokeDenomination(hash);
  };
  return { base, open, order, offer, revoke };
};

const units = (text: string): number => Number(text.replace(/^KUDOS:/, ''));

/** It waits for its person with one question, and goes on for exactly what was answered. */
const expectAsked = async ({ base, open }: Pick<Awaited<ReturnType<typeof begin>>, 'base' | 'open'>): Promise<void> => {
  const report = await open.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(report.needsPerson).toBe(true);
  const [asks, ...others] = open.wallet.pending();
  expect([asks?.waitingFor, asks?.why?.kind, others]).toEqual(['user', 'refund-renewal', []]);
  if (asks?.why?.kind !== 'refund-renewal') throw new Error('does not ask');
  const { sum, fees, total } = asks.why.facts;
  expect(units(fees) + units(total)).toBeCloseTo(units(sum), 6);
  // Of the sum, what was quoted when the coins were chosen is taken off at once.
  const balance = balanceAt(open.wallet, base);
  expect(balance.available).toBe('KUDOS:0');
  expect(units(balance.total)).toBeCloseTo(units(sum) - 0.5, 6);
  expect(await open.wallet.agreeToFees(asks.id, 'KUDOS:7.99')).toMatchObject({
    error: { kind: 'refund-renewal', total },
  });
  mustOk(await open.wallet.agreeToFees(asks.id, total), 'agreed');
  await runToRest(lab, open.wallet);
  expect(balanceAt(open.wallet, base).available).toBe(total);
  expectSumsAgree(open.wallet);
};

test('a coin of a payment that was taken back', async () => {
  const begun = await begin('KUDOS:2');
  lab.sandbox.merchant.faults.always({ path: '/pay' }, { status: 503 });
  mustOk(await begun.open.wallet.confirmPay(begun.offer.purchaseId), 'payment');
  begun.revoke();
  mustOk(await begun.open.wallet.abort(begun.offer.purchaseId), 'abort');
  await expectAsked(begun);
});

test('a coin of an order that was refused', async () => {
  const begun = await begin('KUDOS:2');
  lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 503 });
  lab.sandbox.merchant.faults.always({ path: '/pay' }, { status: 404, code: 2005 });
  mustOk(await begun.open.wallet.confirmPay(begun.offer.purchaseId), 'payment');
  begun.revoke();
  await expectAsked(begun);
});

test('the change of a payment', async () => {
  const begun = await begin('KUDOS:2');
  lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 503 });
  mustOk(await begun.open.wallet.confirmPay(begun.offer.purchaseId), 'payment');
  begun.revoke();
  await expectAsked(begun);
});

test('a payment to a person that was called back', async () => {
  const begun = await begin('KUDOS:2');
  const sent = mustOk(await begun.open.wallet.peer.send({ amount: 'KUDOS:2', summary: 'mine' }), 'send');
  begun.revoke();
  await begun.open.wallet.abort(sent.id);
  await expectAsked(begun);
});

test('what costs as much as when it was chosen goes on by itself', async () => {
  const { base, open, offer } = await begin('KUDOS:2');
  lab.sandbox.merchant.faults.always({ path: '/pay' }, { status: 503 });
  mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
  mustOk(await open.wallet.abort(offer.purchaseId), 'abort');
  await runToRest(lab, open.wallet);
  expect(units(balanceAt(open.wallet, base).available)).toBeGreaterThan(6.9);
});
