// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { HOUR, lineOf, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import { fund, runToRest, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// Payments between people that an exchange refuses for good: other coins are chosen, or everything comes back.

describe.each(inTurn('wallet-refused', ['v14', 'v17', 'v23'] as const))('refused between people (%s)', (generation) => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  beforeAll(async () => {
    // Every value twice: when a denomination is revoked another one of the same value is left.
    const denominations = ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2', '4'].flatMap((value) => [
      { value },
      { value },
    ]);
    lab = await startWalletLab({ exchanges: [{ generation, denominations }] });
    const [first] = lab.sandbox.exchanges;
    if (!first) throw new Error('no exchange');
    exchange = first;
  });
  afterEach(() => {
    exchange.faults.clear();
    lab.interceptHttp(undefined);
  });
  afterAll(() => lab.close());

  const NEAR = amount('KUDOS:0.2').units;
  const poor = async (): Promise<OpenWallet> => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
    return open;
  };
  const offerTo = async ({ wallet }: OpenWallet, expiresHours = 24) => {
    const asked = await (await poor()).wallet.peer.request({ amount: 'KUDOS:1', summary: 'x', expiresHours });
    return mustOk(await wallet.peer.prepare(mustOk(asked, 'invoice').uri), 'offer');
  };
  const denominationOf = (
    { store }: OpenWallet,
    coins: Readonly<Record<string, { readonly s: string }>> = {},
  ): string => {
    const [id = ''] = Object.entries(coins).flatMap(([coin, { s }]) => (s === 'reserved' ? [coin] : []));
    return store.entry('coin', id)?.value.h ?? '';
  };

  test('an invoice payment that is refused for good gives its coins back', async () => {
    const alice = await rich(lab, 'KUDOS:4.1');
    const before = unitsAt(alice, exchange.baseUrl);
    const offer = await offerTo(alice);
    exchange.faults.always({ path: /purses\/.*\/deposit/, method: 'POST' }, { status: 403, code: 1975 });
    expect(await alice.wallet.peer.confirm(offer.id)).toMatchObject({
      ok: false,
      error: { kind: 'peer-closed', why: 'signature-refused' },
    });
    await settle(lab, alice);
    expect(before - unitsAt(alice, exchange.baseUrl)).toBeLessThan(NEAR);
    expect(lineOf(alice, 'invoice-paid')).toMatchObject({ state: 'aborted' });
  });

  test('an invoice nobody could pay in time is over by our own clock', async () => {
    const alice = await rich(lab, 'KUDOS:4.1');
    const before = unitsAt(alice, exchange.baseUrl);
    const offer = await offerTo(alice, 2);
    exchange.faults.always({ path: /purses\/.*\/deposit/, method: 'POST' }, { status: 503 });
    expect(mustOk(await alice.wallet.peer.confirm(offer.id), 'confirmation').state).toBe('pending');
    // Where no coin has a history (v14) the exchange is given a day to give back.
    lab.travel((generation === 'v14' ? 27 : 3) * HOUR);
    await settle(lab, alice);
    expect(lineOf(alice, 'invoice-paid')).toMatchObject({ state: 'expired' });
    expect(before - unitsAt(alice, exchange.baseUrl)).toBeLessThan(NEAR);
  });

  test('a coin whose denomination is revoked before it could be sent is replaced by another', async () => {
    const alice = await rich(lab, 'KUDOS:4.1');
    for (const more of ['KUDOS:3.1', 'KUDOS:3.1']) await fund(lab, alice, more);
    exchange.faults.once({ path: '/create' }, { status: 503 });
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    exchange.revokeDenomination(denominationOf(alice, alice.store.entry('push-out', sent.id)?.value.coins));
    lab.travel(60_000);
    await settle(lab, alice);
    expect(stateOf(alice, sent)).toBe('waiting');

    const offer = await offerTo(alice);
    exchange.faults.once({ path: /purses\/.*\/deposit/, method: 'POST' }, { status: 503 });
    expect(mustOk(await alice.wallet.peer.confirm(offer.id), 'confirmation').state).toBe('pending');
    exchange.revokeDenomination(denominationOf(alice, alice.store.entry('pull-in', offer.id)?.value.coins));
    lab.travel(60_000);
    await settle(lab, alice);
    expect(lineOf(alice, 'invoice-paid')).toMatchObject({ state: 'done' });
    // What was revoked has been given back and drawn again.
    expect(amount('KUDOS:8.3').units - unitsAt(alice, exchange.baseUrl)).toBeLessThan(2n * NEAR);
  });

  test('revoked after it was paid in and the answer was lost: it stays sent and paid', async () => {
    const alice = await rich(lab, 'KUDOS:4.1');
    for (const more of ['KUDOS:3.1', 'KUDOS:3.1']) await fund(lab, alice, more);
    const lost = { afterHandling: true, closeConnection: true } as const;
    exchange.faults.once({ path: '/create' }, lost);
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    exchange.revokeDenomination(denominationOf(alice, alice.store.entry('push-out', sent.id)?.value.coins));
    const offer = await offerTo(alice);
    exchange.faults.once({ path: /purses\/.*\/deposit/, method: 'POST' }, lost);
    expect(mustOk(await alice.wallet.peer.confirm(offer.id), 'confirmation').state).toBe('pending');
    exchange.revokeDenomination(denominationOf(alice, alice.store.entry('pull-in', offer.id)?.value.coins));
    lab.travel(60_000);
    await settle(lab, alice);
    expect(stateOf(alice, sent)).toBe('waiting');
    expect(lineOf(alice, 'invoice-paid')).toMatchObject({ state: 'done' });
  });

  test('without a purse, a persistent refusal of the denomination ends the payment', async () => {
    const alice = await rich(lab, 'KUDOS:4.1');
    const before = unitsAt(alice, exchange.baseUrl);
    exchange.faults.always({ path: '/create' }, { status: 410, code: 1010 });
    expect(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x', expiresHours: 720 })).toMatchObject({
      ok: false,
      error: { kind: 'peer-closed', why: 'denomination-gone' },
    });
    await runToRest(lab, alice.wallet);
    expect(before - unitsAt(alice, exchange.baseUrl)).toBeLessThan(NEAR);
  });

  test('an invoice is not paid because its reserve exists', async () => {
    const bob = await poor();
    const invoice = mustOk(
      await bob.wallet.peer.request({ amount: 'KUDOS:1', summary: 'x', expiresHours: 1 }),
      'invoice',
    );
    const reserve = bob.store.entry('pull-out', invoice.id)?.value.reserve ?? '';
    const body = (history: boolean) => ({ balance: 'KUDOS:0', ...(history ? { history: [] } : {}) });
    lab.interceptHttp(async (input, init) => {
      const url = String(input);
      return url.includes(`/reserves/${reserve}`) ? Response.json(body(url.endsWith('/history'))) : fetch(input, init);
    });
    lab.travel(2 * HOUR);
    await settle(lab, bob);
    expect(stateOf(bob, invoice)).toBe('expired');
    expect(lineOf(bob, 'invoice-received')).toMatchObject({ state: 'expired', effect: 'KUDOS:0' });
  });
});
