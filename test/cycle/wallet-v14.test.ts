// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { accept, HOUR, lineOf, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

// Exchanges of 2022 keep no history that a wallet could ask for, and take deposits one by one.

describe('v14', () => {
  let lab: WalletLab;
  let exchange: string;
  aroundExchange({ exchanges: [{ generation: 'v14' }] }, (opened, { baseUrl }) => {
    lab = opened;
    exchange = baseUrl;
  });
  const NEAR = amount('KUDOS:0.1').units;

  test('withdrawn, sent, taken, asked for and paid', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:8.01'), await rich(lab, 'KUDOS:4.01')];
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    expect((await accept(lab, bob, sent.uri)).confirmed.state).toBe('received');
    const invoice = mustOk(await alice.wallet.peer.request({ amount: 'KUDOS:2', summary: 'y' }), 'invoice');
    expect((await accept(lab, bob, invoice.uri)).confirmed.state).toBe('paid');
    await runToRest(lab, alice.wallet);
    expect([stateOf(alice, sent), stateOf(alice, invoice)]).toEqual(['taken', 'paid']);
    expectSumsAgree(alice.wallet);
  });

  test('what nobody takes comes back without a history of any coin', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x', expiresHours: 1 }), 'payment');
    lab.travel(3 * HOUR);
    await runToRest(lab, alice.wallet);
    expect(stateOf(alice, sent)).toBe('expired');
    expect(amount('KUDOS:4').units - unitsAt(alice, exchange)).toBeLessThan(NEAR);
  });

  test('taken while the sender slept through the end of it: nothing comes back', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), lab.openWallet()];
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x', expiresHours: 1 }), 'payment');
    await accept(lab, bob, sent.uri);
    lab.travel(30 * HOUR);
    await runToRest(lab, alice.wallet);
    expect(stateOf(alice, sent)).toBe('taken');
  });

  test('an invoice that was over before it was paid gives the coins back a day later', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), await rich(lab, 'KUDOS:1.01')];
    const asked = await bob.wallet.peer.request({ amount: 'KUDOS:1', summary: 'x', expiresHours: 1 });
    const offer = mustOk(await alice.wallet.peer.prepare(mustOk(asked, 'invoice').uri), 'offer');
    lab.sandbox.exchanges[0]?.faults.once({ method: 'POST', path: '/deposit' }, { status: 503 });
    expect(mustOk(await alice.wallet.peer.confirm(offer.id), 'confirmation').state).toBe('pending');
    lab.travel(26 * HOUR);
    await settle(lab, alice);
    expect(lineOf(alice, 'invoice-paid')).toMatchObject({ state: 'expired' });
    expect(amount('KUDOS:4').units - unitsAt(alice, exchange)).toBeLessThan(NEAR);
  });
});

test('a deposit takes no more coins than the exchange does', async () => {
  const lab = await startWalletLab({
    exchanges: [{ generation: 'v14', denominations: [{ value: '0.03', feeDeposit: '0' }] }],
  });
  const alice = lab.openWallet();
  await fund(lab, alice, 'KUDOS:3.2');
  const account = 'payto://x-taler-bank/localhost/alice?receiver-name=Alice';
  // 70 coins would be needed: more than 64, and told before anything is reserved.
  const offer = mustOk(await alice.wallet.prepareDeposit({ amount: 'KUDOS:2.09', payto: account }), 'offer');
  expect(offer.possible).toBe(false);
  const done = mustOk(await alice.wallet.deposit({ amount: 'KUDOS:1.5', payto: account }), 'deposit');
  expect(done.state).not.toBe('pending');
  await alice.wallet.run();
  expectSumsAgree(alice.wallet);
  await lab.close();
});
