// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { accept, HOUR, lineOf, otherContract, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import {
  balanceAt,
  expectSumsAgree,
  memoryDatabase,
  runToRest,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

describe.each(inTurn('wallet-pull', ['v17', 'v23'] as const))('invoices between people (%s)', (generation) => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  aroundExchange({ exchanges: [{ generation }] }, (...started) => void ([lab, exchange] = started));

  /** A wallet without money that knows the exchange. */
  const poor = async (): Promise<OpenWallet> => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
    return open;
  };
  const ask = async ({ wallet }: OpenWallet, text = 'KUDOS:1.5', expiresHours?: number) =>
    mustOk(
      await wallet.peer.request({
        amount: text,
        summary: 'rent',
        ...(expiresHours === undefined ? {} : { expiresHours }),
      }),
      'invoice',
    );

  test('asked for, paid, and both histories say so to the cent', async () => {
    const [alice, bob] = [await rich(lab), await poor()];
    const before = unitsAt(alice, exchange.baseUrl);
    const invoice = await ask(bob);
    expect(invoice).toMatchObject({ kind: 'pull', state: 'waiting', amount: 'KUDOS:1.5', summary: 'rent' });
    expect(invoice.uri).toContain('://pay-pull/');
    expect(lineOf(bob, 'invoice-received')).toMatchObject({ state: 'pending', effect: 'KUDOS:0' });
    expect(bob.wallet.pending()).toMatchObject([{ type: 'invoice', waitingFor: 'payer' }]);

    const { offer, confirmed } = await accept(lab, alice, invoice.uri);
    expect(offer).toMatchObject({ kind: 'pull', amount: 'KUDOS:1.5', summary: 'rent', possible: true });
    expect(confirmed).toEqual({ state: 'paid' });
    expect(before - unitsAt(alice, exchange.baseUrl)).toBe(amount(offer.total).units);
    expect(lineOf(alice, 'invoice-paid')).toMatchObject({ state: 'done', fees: offer.fees });
    expect(balanceAt(alice.wallet, exchange.baseUrl)).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0' });

    await runToRest(lab, bob.wallet);
    expectSumsAgree(bob.wallet);
    expect(stateOf(bob, invoice)).toBe('paid');
    const [line, ...others] = bob.wallet.history();
    expect(others).toEqual([]);
    expect(line).toMatchObject({ type: 'invoice-received', state: 'done', amount: 'KUDOS:1.5' });
    expect(line?.effect).toBe(balanceAt(bob.wallet, exchange.baseUrl).available);
    const got = amount(line?.effect ?? '').units + amount(line?.fees ?? '').units;
    expect(got).toBe(amount('KUDOS:1.5').units);
  });

  test('nobody pays: expired, nothing moved', async () => {
    const bob = await poor();
    const invoice = await ask(bob, 'KUDOS:1', 1);
    lab.travel(HOUR + 1000);
    await runToRest(lab, bob.wallet);
    expect(stateOf(bob, invoice)).toBe('expired');
    expect(lineOf(bob, 'invoice-received')).toMatchObject({ state: 'expired', effect: 'KUDOS:0' });
    expect(await (await rich(lab)).wallet.peer.prepare(invoice.uri)).toMatchObject({
      ok: false,
      error: { kind: 'purse-expired' },
    });
  });

  test('paid while its author slept through the end of it: the money is found', async () => {
    const [alice, bob] = [await rich(lab), await poor()];
    const invoice = await ask(bob, 'KUDOS:1', 1);
    await accept(lab, alice, invoice.uri);
    lab.travel(3 * HOUR);
    await runToRest(lab, bob.wallet);
    expect(stateOf(bob, invoice)).toBe('paid');
    expect(unitsAt(bob, exchange.baseUrl)).toBeGreaterThan(amount('KUDOS:0.97').units);
  });

  test('two wallets pay, one of them twice: paid once, and the loser keeps his money', async () => {
    const [alice, carol, bob] = [await rich(lab), await rich(lab), await poor()];
    const invoice = await ask(bob);
    const [first, again] = await Promise.all([
      alice.wallet.peer.prepare(invoice.uri),
      alice.wallet.peer.prepare(invoice.uri),
    ]);
    const late = mustOk(await carol.wallet.peer.prepare(invoice.uri), 'offer');
    const id = mustOk(first, 'offer').id;
    expect(mustOk(again, 'offer').id).toBe(id);
    await Promise.all([alice.wallet.peer.confirm(id), alice.wallet.peer.confirm(id)]);
    await settle(lab, alice);
    expect(alice.wallet.history().filter(({ type }) => type === 'invoice-paid')).toHaveLength(1);
    expect(mustOk(await alice.wallet.peer.prepare(invoice.uri), 'again')).toMatchObject({ possible: false });

    const before = unitsAt(carol, exchange.baseUrl);
    expect(await carol.wallet.peer.confirm(late.id)).toMatchObject({
      ok: false,
      error: { kind: 'peer-closed', why: 'paid-by-another' },
    });
    await settle(lab, carol);
    expect(lineOf(carol, 'invoice-paid')).toMatchObject({ state: 'aborted' });
    expect(before - unitsAt(carol, exchange.baseUrl)).toBe(amount(lineOf(carol, 'invoice-paid')?.fees ?? '').units);
    expect(carol.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
    const dave = await rich(lab);
    expect(await dave.wallet.peer.prepare(invoice.uri)).toMatchObject({
      ok: false,
      error: { kind: 'invoice-settled' },
    });
  });

  test('an invoice whose purse asks for more than it says: what was paid into it comes back', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), await poor()];
    const before = unitsAt(alice, exchange.baseUrl);
    const invoice = await ask(bob, 'KUDOS:3', 1);
    exchange.faults.once({ path: '/contracts/' }, { changeJson: otherContract(bob, invoice.id, 'KUDOS:1') });
    const offer = mustOk(await alice.wallet.peer.prepare(invoice.uri), 'offer');
    expect(offer).toMatchObject({ amount: 'KUDOS:1', summary: 'not what was agreed' });
    expect(mustOk(await alice.wallet.peer.confirm(offer.id), 'confirmation')).toEqual({ state: 'pending' });
    const [pending] = alice.wallet.pending().filter(({ type }) => type === 'invoice-payment');
    expect(pending?.why?.kind).toBe('purse-contract-mismatch');
    expectSumsAgree(alice.wallet);
    lab.travel(HOUR + 1000);
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    const line = lineOf(alice, 'invoice-paid');
    expect(line).toMatchObject({ state: 'expired' });
    expect(before - unitsAt(alice, exchange.baseUrl)).toBe(amount(line?.fees ?? '').units);
    await runToRest(lab, bob.wallet);
    expect(unitsAt(bob, exchange.baseUrl)).toBe(0n);
  });

  test('more than there is: said before anything is reserved', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:1.01'), await poor()];
    const invoice = await ask(bob, 'KUDOS:3');
    const offer = mustOk(await alice.wallet.peer.prepare(invoice.uri), 'offer');
    expect(offer.possible).toBe(false);
    expect(offer.why).toMatchObject({ kind: 'insufficient-balance', facts: { available: 'KUDOS:1' } });
    expect(await alice.wallet.peer.confirm(offer.id)).toMatchObject({
      ok: false,
      error: { kind: 'insufficient-balance' },
    });
    expect(balanceAt(alice.wallet, exchange.baseUrl)).toMatchObject({ available: 'KUDOS:1', outgoing: 'KUDOS:0' });
    expect(await bob.wallet.peer.request({ amount: 'EUR:1', summary: '' })).toMatchObject({
      ok: false,
      error: { kind: 'no-exchange-for-currency' },
    });
    expect(await bob.wallet.peer.confirm('no such id')).toMatchObject({
      ok: false,
      error: { kind: 'unknown-peer-payment' },
    });
  });

  test('one own invoice, paid by oneself; another, called back', async () => {
    const alice = await rich(lab);
    const invoice = await ask(alice);
    await accept(lab, alice, invoice.uri);
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect([lineOf(alice, 'invoice-paid')?.state, lineOf(alice, 'invoice-received')?.state]).toEqual(['done', 'done']);
    const other = await ask(alice);
    expect(mustOk(await alice.wallet.abort(other.id), 'abort').state).toBe('aborted');
    expect((await (await rich(lab)).wallet.peer.prepare(other.uri)).ok).toBe(false);
    expect(await alice.wallet.abort(invoice.id)).toMatchObject({ ok: false, error: { kind: 'peer-closed' } });
  });

  test('answers that get lost change nothing: one invoice, paid once, drawn once', async () => {
    const [alice, bob] = [await rich(lab), await poor()];
    const lost = { afterHandling: true, closeConnection: true } as const;
    exchange.faults.once({ method: 'POST', path: /reserves\/.*\/purse/ }, lost);
    const invoice = await ask(bob);
    expect(invoice.state).toBe('starting');
    await settle(lab, bob);
    expect(stateOf(bob, invoice)).toBe('waiting');
    const before = unitsAt(alice, exchange.baseUrl);
    const offer = mustOk(await alice.wallet.peer.prepare(invoice.uri), 'offer');
    exchange.faults.once({ method: 'POST', path: /purses\/.*\/deposit/ }, lost);
    expect(mustOk(await alice.wallet.peer.confirm(offer.id), 'confirmation').state).toBe('pending');
    await settle(lab, alice);
    expect(before - unitsAt(alice, exchange.baseUrl)).toBe(amount(offer.total).units);
    await runToRest(lab, bob.wallet);
    expect(bob.wallet.history()).toMatchObject([{ type: 'invoice-received', state: 'done', amount: 'KUDOS:1.5' }]);
  });

  test('coins another copy has spent are replaced, in payments and in invoices', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:30'), await poor()];
    const twin = lab.openWallet();
    twin.store.transaction((tx) => void tx.join(alice.store.snapshot()));
    const spent = mustOk(await twin.wallet.peer.send({ amount: 'KUDOS:1', summary: 'twin' }), 'payment');
    const invoice = await ask(bob, 'KUDOS:1');
    const { confirmed } = await accept(lab, alice, invoice.uri);
    expect(confirmed).toEqual({ state: 'paid' });
    // In place of the coin that is gone another one costs more, and for that its person is asked.
    const dearer = await twin.wallet.peer.send({ amount: 'KUDOS:1', summary: 'twin' });
    expect(dearer).toMatchObject({
      ok: false,
      error: { kind: 'fees-changed', shown: 'KUDOS:1.03', total: 'KUDOS:1.04' },
    });
    const again = mustOk(await twin.wallet.peer.send({ amount: 'KUDOS:1', summary: 'twin' }), 'payment');
    expect([spent.state, again.state]).toEqual(['waiting', 'waiting']);
    await settle(lab, twin);
    expect(lineOf(alice, 'spent-elsewhere')).toBeDefined();
  });

  test('no payment is taken and no invoice opened while the gate is closed', async () => {
    const [alice, store] = [await rich(lab), openStore({ db: memoryDatabase(), world: lab.world })];
    const asked: string[] = [];
    const gate = async ({ kind }: { readonly kind: string }) => {
      asked.push(kind);
      return { ok: false, error: { kind: 'not-backed-up-yet', why: 'no-provider' } } as const;
    };
    const wallet = createWallet({ world: lab.world, store, gate });
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    const offer = mustOk(await wallet.peer.prepare(sent.uri), 'offer');
    expect(mustOk(await wallet.peer.confirm(offer.id), 'confirmation').state).toBe('pending');
    expect(mustOk(await wallet.peer.request({ amount: 'KUDOS:1', summary: 'x' }), 'invoice').state).toBe('starting');
    expect(asked).toEqual(['push-in', 'pull-out']);
    expect(wallet.pending().map(({ waitingFor }) => waitingFor)).toEqual(['provider', 'provider']);
    await settle(lab, alice);
    expect(stateOf(alice, sent)).toBe('waiting');
  });
});
