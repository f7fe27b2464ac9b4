// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { mustOk } from '../../shared/result.ts';
import { trusting } from '../support/trusting.ts';
import { aroundExchange } from './one-exchange.ts';
import { HOUR, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import { expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Payments between people at an exchange of version 35, which may refuse them by a status alone, or by codes of its own.

let lab: WalletLab;
let exchange: SandboxExchange;
const denominations = [{ value: '1' }, { value: '0.5' }, { value: '0.1' }];
aroundExchange({ exchanges: [{ generation: 'v32', denominations }] }, (...started) => void ([lab, exchange] = started));
const [CREATE, INVOICE, MERGE, DEPOSIT] = [
  { path: /\/purses\/[^/]+\/create$/ },
  { path: /\/reserves\/[^/]+\/purse$/ },
  { path: /\/purses\/[^/]+\/merge$/, method: 'POST' },
  { path: /\/purses\/[^/]+\/deposit$/, method: 'POST' },
];

const send = ({ wallet }: OpenWallet) => wallet.peer.send({ amount: 'KUDOS:1.5', summary: 'tea' });
const take = async ({ wallet }: OpenWallet, uri: string) => {
  const offer = mustOk(await trusting((asked) => wallet.peer.prepare(uri, asked)), 'offer');
  return wallet.peer.confirm(offer.id);
};
const goOn = async ({ wallet }: OpenWallet): Promise<void> => {
  lab.travel(HOUR / 2);
  await wallet.run();
};

const REFUSED = [
  [CREATE, 1853, 'purse-untimely'],
  [CREATE, 1854, 'purse-untimely'],
  [CREATE, 1860, 'purse-underfunded'],
  [INVOICE, 1775, 'purse-untimely'],
  [INVOICE, 1776, 'purse-untimely'],
  [INVOICE, 1677, 'purse-quota-exceeded'],
  [INVOICE, 1678, 'purse-fee-too-low'],
  [INVOICE, 1860, 'purse-underfunded'],
] as const;
test('payments and invoices that are refused cost nothing, and it is said why', async () => {
  const alice = await rich(lab, 'KUDOS:3');
  for (const [where, code, kind] of REFUSED) {
    exchange.faults.once(where, { status: 400, code });
    const asked = where === CREATE ? send(alice) : alice.wallet.peer.request({ amount: 'KUDOS:1', summary: 'tea' });
    expect({ code, answer: await asked }).toMatchObject({ answer: { error: { kind } } });
    await runToRest(lab, alice.wallet);
  }
  expect(unitsAt(alice, exchange.baseUrl)).toBe(300_000_000n);
  expectSumsAgree(alice.wallet);
});

test('“too early” is asked again, and the payment goes out', async () => {
  const alice = await rich(lab, 'KUDOS:3');
  exchange.faults.once(CREATE, { status: 425 });
  const sent = mustOk(await send(alice), 'payment');
  expect(alice.wallet.pending()).toMatchObject([{ why: { kind: 'server-trouble' } }]);
  await goOn(alice);
  await settle(lab, alice);
  expect(stateOf(alice, sent)).toBe('waiting');
});

test('a purse that is not full yet, is said to be over and is not, or whose taker must say who they are, is taken all the same', async () => {
  const [alice, bob] = [await rich(lab, 'KUDOS:9'), lab.openWallet()];
  for (const status of [402, 410, 451]) {
    const { uri } = mustOk(await send(alice), 'payment');
    exchange.faults.once(MERGE, { status });
    await take(bob, uri);
    const [waits] = bob.wallet.pending();
    expect([status, waits?.why?.kind]).toEqual([
      status,
      { 402: undefined, 410: 'refused', 451: 'kyc-required' }[status],
    ]);
    await goOn(bob);
    await settle(lab, bob);
  }
  expect(unitsAt(bob, exchange.baseUrl)).toBe(450_000_000n);
});

test('a purse that is over is told so by the status of both', async () => {
  const [alice, bob] = [await rich(lab, 'KUDOS:3'), lab.openWallet()];
  const { uri } = mustOk(await send(alice), 'payment');
  exchange.faults.once(MERGE, { status: 410 });
  exchange.faults.once({ path: /\/purses\/[^/]+\/merge$/, method: 'GET' }, { status: 410 });
  await take(bob, uri);
  await settle(lab, bob);
  expect(bob.wallet.history()).toMatchObject([{ type: 'peer-received', state: 'expired' }]);
  expect(unitsAt(bob, exchange.baseUrl)).toBe(0n);
});

test('an invoice that is said to be over is paid if it is not, and gives its coins back if it was paid', async () => {
  const [alice, bob] = [await rich(lab, 'KUDOS:9'), lab.openWallet()];
  mustOk(await bob.wallet.addExchange(exchange.baseUrl), 'exchange');
  const invoice = async () => mustOk(await bob.wallet.peer.request({ amount: 'KUDOS:1', summary: 'tea' }), 'invoice');
  const first = await invoice();
  exchange.faults.once(DEPOSIT, { status: 410 });
  await take(alice, first.uri);
  expect(alice.wallet.pending()).toMatchObject([{ why: { kind: 'refused' } }]);
  await goOn(alice);
  await runToRest(lab, alice.wallet);
  expect(unitsAt(alice, exchange.baseUrl)).toBe(800_000_000n);

  const [second, carol] = [await invoice(), await rich(lab, 'KUDOS:3')];
  exchange.faults.once(DEPOSIT, { status: 503 });
  await take(alice, second.uri);
  await take(carol, second.uri);
  exchange.faults.once(DEPOSIT, { status: 410 });
  await goOn(alice);
  await runToRest(lab, alice.wallet);
  expect(alice.wallet.pending()).toEqual([]);
  expect(unitsAt(alice, exchange.baseUrl)).toBe(800_000_000n);
  expectSumsAgree(alice.wallet);
});
