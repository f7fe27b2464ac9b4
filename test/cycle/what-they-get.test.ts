// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { rich, settle } from './peer-lab.ts';
import { balanceAt, runToRest, startWalletLab } from './wallet-lab.ts';

// An issuer takes its fee from whoever makes coins of a payment. It is on its list, so the sender is told what arrives.

const COINS = [
  { value: '8' },
  { value: '1', feeWithdraw: '0.01' },
  { value: '0.5' },
  { value: '0.1' },
  { value: '0.01' },
];

test('what a payment brings its receiver is said to the sender, and is what the receiver is told and gets', async () => {
  const lab = await startWalletLab({ exchanges: [{ denominations: COINS }] });
  const base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  const alice = await rich(lab, 'KUDOS:16');
  const bob = lab.openWallet();
  mustOk(await bob.wallet.addExchange(base), 'exchange');
  const quote = mustOk(await alice.wallet.peer.quote({ amount: 'KUDOS:3' }), 'quote');
  expect(quote).toMatchObject({ amount: 'KUDOS:3', arrives: 'KUDOS:2.98' });
  const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:3', summary: 'tea', shown: quote.total }), 'sent');
  const offer = mustOk(await bob.wallet.peer.prepare(sent.uri), 'offer');
  expect([offer.total, offer.arrives]).toEqual([quote.arrives, undefined]);
  mustOk(await bob.wallet.peer.confirm(offer.id, { shown: offer.total }), 'taken');
  await settle(lab, bob);
  expect(balanceAt(bob.wallet, base).available).toBe(quote.arrives);
  await lab.close();
});

test('what paying a request brings whoever made it is said before it is paid', async () => {
  const lab = await startWalletLab({ exchanges: [{ denominations: COINS }] });
  const base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  const alice = await rich(lab, 'KUDOS:16');
  const bob = lab.openWallet();
  mustOk(await bob.wallet.addExchange(base), 'exchange');
  const price = mustOk(await bob.wallet.peer.quoteRequest({ amount: 'KUDOS:3' }), 'price');
  expect(price).toMatchObject({ fees: 'KUDOS:0.02', total: 'KUDOS:2.98' });
  expect(price.opening).toBeUndefined();
  const invoice = mustOk(
    await bob.wallet.peer.request({ amount: 'KUDOS:3', summary: 'tea', maxFee: price.fees }),
    'request',
  );
  const offer = mustOk(await alice.wallet.peer.prepare(invoice.uri), 'offer');
  expect(offer).toMatchObject({ amount: 'KUDOS:3', arrives: 'KUDOS:2.98' });
  mustOk(await alice.wallet.peer.confirm(offer.id, { shown: offer.total }), 'paid');
  await runToRest(lab, bob.wallet);
  expect(balanceAt(bob.wallet, base).available).toBe(offer.arrives);
  await lab.close();
});

test('what a request costs to open is said apart from what is taken of the money', async () => {
  const lab = await startWalletLab({ exchanges: [{ denominations: COINS, fees: { purseFee: amount('KUDOS:0.05') } }] });
  const bob = await rich(lab, 'KUDOS:9');
  const price = mustOk(await bob.wallet.peer.quoteRequest({ amount: 'KUDOS:3' }), 'price');
  const [fees, opening] = [amount(price.fees).units, amount(price.opening ?? 'KUDOS:0').units];
  expect(opening).toBeGreaterThanOrEqual(amount('KUDOS:0.05').units);
  expect(fees - opening).toBe(amount('KUDOS:0.02').units);
  await lab.close();
});
