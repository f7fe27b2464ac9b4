// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { PayOfferView } from '../../shared/view-shops.ts';
import { openEconomy } from '../support/economy.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';

// A shop that takes money of three issuers and two currencies: the right one is taken, and it is said before which.

const pricesOf = (feeDeposit: string) => [
  { value: '0.01' },
  ...['0.1', '0.5', '1', '2'].map((value) => ({ value, feeDeposit, feeRefresh: '0.01', feeRefund: '0.01' })),
];

let euros: Sandbox;
let lab: WalletLab;
beforeAll(async () => {
  const exchanges = [{ denominations: pricesOf('0.02') }];
  euros = await openEconomy(realWorld(), { currency: 'EUR', exchanges, syncProviders: [] });
  lab = await startWalletLab({
    exchanges: [{ denominations: pricesOf('0.05') }, { denominations: pricesOf('0.01') }],
    shopTakesToo: euros.exchanges,
  });
});
afterAll(async () => {
  await lab.close();
  await euros.close();
});

const [DEAR, CHEAP, EUROS] = [0, 1, 2];
const issuer = (which: number): string => [...lab.sandbox.exchanges, ...euros.exchanges][which]?.baseUrl ?? '';
const host = (which: number): string => new URL(issuer(which)).host;

let open: OpenWallet;
beforeEach(async () => {
  open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4', DEAR);
  await fund(lab, open, 'KUDOS:2.5', CHEAP);
  const exchange = issuer(EUROS);
  mustOk(await open.wallet.addExchange(exchange), 'exchange of euros');
  const { payto } = mustOk(await open.wallet.withdrawManual({ exchange, amount: 'EUR:3' }), 'withdrawal');
  mustOk(euros.bank.transferToReserve(payto), 'transfer');
  await runToRest(lab, open.wallet);
});

const order = (price: string, more: object = {}) =>
  lab.sandbox.merchant.createOrder({ amount: price, summary: 'tea', maxFee: `${price.split(':')[0]}:0`, ...more });
const offered = async (uri: string): Promise<PayOfferView> => mustOk(await open.wallet.preparePay(uri), 'offer');
const totals = (): readonly string[] => [DEAR, CHEAP, EUROS].map((each) => balanceAt(open.wallet, issuer(each)).total);
const unitsOf = (text = 'EUR:0'): number => Number(amount(text).units);
const payFor = async ({ purchaseId, total }: PayOfferView, chosen: object = {}): Promise<void> => {
  const paid = mustOk(await open.wallet.confirmPay(purchaseId, { shown: total, ...chosen }), 'payment');
  expect(paid.state).toBe('paid');
  await runToRest(lab, open.wallet);
  expectSumsAgree(open.wallet);
};

test('of two issuers of one currency the cheaper one pays, the dearer one where the cheaper has not enough, and only one that the shop takes', async () => {
  const first = await offered((await order('KUDOS:1.5')).talerPayUri);
  expect(first).toMatchObject({ from: host(CHEAP), payable: true });
  await payFor(first);
  const [dear, cheap, euro] = totals();
  expect([dear, euro]).toEqual(['KUDOS:4', 'EUR:3']);
  const second = await offered((await order('KUDOS:1.5')).talerPayUri);
  expect(second).toMatchObject({ from: host(DEAR), payable: true });
  expect(unitsOf(second.fees)).toBeGreaterThan(unitsOf(first.fees));
  await payFor(second);
  expect(totals().slice(1)).toEqual([cheap, euro]);

  const { baseUrl: url, masterPub } = lab.sandbox.exchanges[DEAR] ?? expect.fail('no exchange');
  const exchanges = [{ url, priority: 1, master_pub: masterPub }];
  const offer = await offered((await order('KUDOS:0.5', { extra: { exchanges } })).talerPayUri);
  expect(offer).toMatchObject({ from: host(DEAR), payable: true });
  await payFor(offer);
  expect(totals().slice(1)).toEqual([cheap, euro]);
});

test('of two currencies that of the choice which is made pays, a refund comes back in it, and one price takes nothing else', async () => {
  const rich = await offered((await order('EUR:4')).talerPayUri);
  expect(rich).toMatchObject({ payable: false, why: { kind: 'insufficient-balance' } });
  expect(await open.wallet.confirmPay(rich.purchaseId)).toMatchObject({ ok: false });

  const choices = [
    { amount: 'KUDOS:2', max_fee: 'KUDOS:0' },
    { amount: 'EUR:1.5', max_fee: 'EUR:0' },
    { amount: 'USD:1' },
  ];
  const bought = await order('', { choices, refundWithinMs: 3_600_000 });
  const offer = await offered(bought.talerPayUri);
  expect(offer.choices).toMatchObject([
    { amount: 'KUDOS:2', payable: true, from: host(CHEAP) },
    { amount: 'EUR:1.5', payable: true, from: host(EUROS) },
    { amount: 'USD:1', payable: false, why: { kind: 'no-accepted-exchange', facts: { currency: 'USD' } } },
  ]);
  const total = offer.choices?.[1]?.total ?? '';
  expect(total).toMatch(/^EUR:1\.5\d/);
  await payFor({ ...offer, total }, { choice: 1 });
  expect(bought.status()).toBe('paid');
  const left = unitsOf(totals()[EUROS]);
  expect(left).toBeLessThan(unitsOf('EUR:1.5'));
  await lab.sandbox.merchant.refund(bought.orderId, 'EUR:0.7');
  const refund = mustOk(await open.wallet.refund(bought.talerPayUri.replace('//pay/', '//refund/')), 'refund');
  expect(refund).toMatchObject({ refunded: 'EUR:0.7', state: 'done' });
  await runToRest(lab, open.wallet);
  expect(unitsOf(totals()[EUROS])).toBeGreaterThan(left + unitsOf('EUR:0.6'));
  await payFor(await offered((await order('EUR:1')).talerPayUri));
  expect(totals().slice(0, 2)).toEqual(['KUDOS:4', 'KUDOS:2.5']);
  expectSumsAgree(open.wallet);
});
