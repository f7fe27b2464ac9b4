// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { err, mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { accept, HOUR, lineOf, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import { expectSumsAgree, memoryDatabase, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// Called back before it is certain that it was ever made, and after.

describe.each(inTurn('wallet-call-back', ['v14', 'v17', 'v23'] as const))('calling back (%s)', (generation) => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  aroundExchange({ exchanges: [{ generation }] }, (...started) => void ([lab, exchange] = started));

  const NEAR = amount('KUDOS:0.1').units;
  const poor = async (): Promise<OpenWallet> => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
    return open;
  };
  const send = async ({ wallet }: OpenWallet) =>
    mustOk(await wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
  const ask = async ({ wallet }: OpenWallet) =>
    mustOk(await wallet.peer.request({ amount: 'KUDOS:1', summary: 'x' }), 'invoice');

  test('a payment the exchange never heard of is never sent', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    exchange.faults.once({ path: '/create' }, { status: 503 });
    const sent = await send(alice);
    expect(sent.state).toBe('starting');
    expect(mustOk(await alice.wallet.abort(sent.id), 'abort')).toEqual({
      id: sent.id,
      amount: 'KUDOS:1',
      state: 'aborted',
    });
    await runToRest(lab, alice.wallet);
    expect(stateOf(alice, sent)).toBe('aborted');
    expect(await lab.openWallet().wallet.peer.prepare(sent.uri)).toMatchObject({ ok: false });
    expect(amount('KUDOS:4').units - unitsAt(alice, exchange.baseUrl)).toBeLessThan(NEAR);
  });

  test.each(['payment', 'invoice'] as const)(
    'an exchange that calls nothing back: the %s goes on, and says so',
    async (what) => {
      const alice = await rich(lab, 'KUDOS:4.01');
      const made = what === 'payment' ? await send(alice) : await ask(alice);
      exchange.faults.once({ method: 'DELETE' }, { status: 403, code: 1680 });
      expect(await alice.wallet.abort(made.id)).toMatchObject({ ok: false, error: { kind: 'signature-refused' } });
      expect(stateOf(alice, made)).toBe('waiting');
      expect(alice.wallet.history().find(({ id }) => id === made.id)?.notes).toMatchObject([
        { kind: what === 'payment' ? 'waiting-for-receiver' : 'invoice-open' },
      ]);
      const { waitingFor } = alice.wallet.pending().find(({ id }) => id === made.id) ?? {};
      expect(waitingFor).toBe(what === 'payment' ? 'receiver' : 'payer');
      // It can be asked again.
      expect(mustOk(await alice.wallet.abort(made.id), 'abort').state).toBe('aborted');
      await runToRest(lab, alice.wallet);
    },
  );

  test.each(['payment', 'invoice'] as const)(
    'however often it was refused, a refusal is written down: the %s',
    async (what) => {
      const alice = await rich(lab, 'KUDOS:4.01');
      const made = what === 'payment' ? await send(alice) : await ask(alice);
      for (let time = 1; time <= 12; time++) {
        exchange.faults.once({ method: 'DELETE' }, { status: 403, code: 1680 });
        expect(await alice.wallet.abort(made.id)).toMatchObject({ ok: false, error: { kind: 'signature-refused' } });
        expect(stateOf(alice, made), `time ${time}`).toBe('waiting');
      }
      expect(mustOk(await alice.wallet.abort(made.id), 'abort').state).toBe('aborted');
      await runToRest(lab, alice.wallet);
      expect(
        alice.wallet
          .history()
          .find(({ id }) => id === made.id)
          ?.notes?.map(({ kind }) => kind) ?? [],
      ).not.toContain(what === 'payment' ? 'calling-back' : 'withdrawing-invoice');
    },
  );

  // As it stood in the entry until it got a member of its own: counted words, odd ones are wishes.
  test.each([
    ['calling-back', true],
    ['calling-back-2', false],
    ['calling-back-9', true],
  ] as const)('an older wallet wrote "%s" into its payment', async (why, isWished) => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const sent = await send(alice);
    alice.store.transaction((tx) => {
      const value = tx.entry('push-out', sent.id)?.value;
      if (value) tx.put('push-out', sent.id, { ...value, why });
    });
    expect(stateOf(alice, sent)).toBe(isWished ? 'stopping' : 'waiting');
    exchange.faults.once({ method: 'DELETE' }, { status: 403, code: 1680 });
    expect(await alice.wallet.abort(sent.id)).toMatchObject({ ok: false, error: { kind: 'signature-refused' } });
    expect(stateOf(alice, sent)).toBe('waiting');
    // A copy with the older word in it takes nothing of that back.
    const older = alice.store
      .snapshot()
      .map((entry) => (entry.id === sent.id ? { ...entry, value: { ...Object(entry.value), why } as unknown } : entry));
    alice.store.transaction((tx) => tx.join(older));
    expect(stateOf(alice, sent)).toBe('waiting');
    expect(mustOk(await alice.wallet.abort(sent.id), 'abort').state).toBe('aborted');
    await runToRest(lab, alice.wallet);
    expect(stateOf(alice, sent)).toBe('aborted');
  });

  test('a payment whose answer was lost is called back; where it was taken meanwhile, it stays sent', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:8.01'), lab.openWallet()];
    const lost = { afterHandling: true, closeConnection: true } as const;
    exchange.faults.once({ path: '/create' }, lost);
    const called = await send(alice);
    expect(called.state).toBe('starting');
    expect(mustOk(await alice.wallet.abort(called.id), 'abort').state).toBe('aborted');
    expect((await bob.wallet.peer.prepare(called.uri)).ok).toBe(false);
    await runToRest(lab, alice.wallet);

    exchange.faults.once({ path: '/create' }, lost);
    const taken = await send(alice);
    await accept(lab, bob, taken.uri);
    expect(await alice.wallet.abort(taken.id)).toMatchObject({
      ok: false,
      error: { kind: 'peer-closed', status: 'taken' },
    });
    await runToRest(lab, alice.wallet);
    expect(alice.wallet.history().find(({ id }) => id === taken.id)).toMatchObject({ state: 'done' });
    expect(amount('KUDOS:7').units - unitsAt(alice, exchange.baseUrl)).toBeLessThan(2n * NEAR);
  });

  test('the wish is kept: over an exchange that does not answer, and over a restart', async () => {
    const db = memoryDatabase();
    const alice = lab.openWallet(db);
    mustOk(await alice.wallet.addExchange(exchange.baseUrl), 'exchange');
    const { payto } = mustOk(
      await alice.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:4.01' }),
      'w',
    );
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    await runToRest(lab, alice.wallet);
    const sent = await send(alice);
    exchange.faults.always({ method: 'DELETE' }, { status: 503 });
    expect(mustOk(await alice.wallet.abort(sent.id), 'abort').state).toBe('pending');
    expect(lineOf(alice, 'peer-sent')).toMatchObject({ state: 'pending', notes: [{ kind: 'calling-back' }] });
    exchange.faults.clear();
    const store = openStore({ db, world: lab.world });
    const again = { db, store, wallet: createWallet({ world: lab.world, store }) };
    await runToRest(lab, again.wallet);
    expect(stateOf(again, sent)).toBe('aborted');
    expectSumsAgree(again.wallet);
  });

  test('nobody is said to be waited for, and nothing waits, once something is called back', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), await poor()];
    const open = [
      [alice, await send(alice), 'receiver'],
      [bob, await ask(bob), 'payer'],
    ] as const;
    for (const [{ wallet, db }, { id }, waitingFor] of open) {
      // Nobody took it for a while: it is looked at more and more seldom.
      for (let looks = 0; looks < 12; looks++) {
        lab.travel(30_000);
        await wallet.run();
      }
      expect(wallet.pending()).toMatchObject([
        { id, waitingFor, nextTryAt: expect.toSatisfy((at) => at > lab.world.now()) },
      ]);
      // What a process finds that takes over here: the exchange may have given everything back, and nobody has heard of it.
      const found: unknown[] = [];
      lab.interceptHttp((input, init) => {
        const next = createWallet({ world: lab.world, store: openStore({ db, world: lab.world }) });
        found.push(
          next.pending().map((step) => ({ ...step, due: step.nextTryAt <= lab.world.now() })),
          next.peer.list(),
        );
        return fetch(input, init);
      });
      expect(mustOk(await wallet.abort(id), 'abort').state).toBe('aborted');
      lab.interceptHttp(undefined);
      expect(found.slice(0, 2)).toMatchObject([
        [{ id, waitingFor: 'exchange', due: true }],
        [{ id, state: 'stopping' }],
      ]);
    }
  });

  test('a request that arrives after it was called back costs nothing: the coins come back when the purse is over', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    let late: (() => Promise<Response>) | undefined;
    lab.interceptHttp(async (input, init) => {
      if (!String(input).includes('/create')) return fetch(input, init);
      late = () => fetch(input, { ...init, signal: null });
      throw new TypeError('cut');
    });
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x', expiresHours: 2 }), 'payment');
    expect(mustOk(await alice.wallet.abort(sent.id), 'abort').state).toBe('aborted');
    expect((await late?.())?.status).toBe(200);
    await alice.wallet.run();
    lab.travel(HOUR);
    await alice.wallet.run();
    lab.travel(2 * HOUR);
    await runToRest(lab, alice.wallet);
    expect(alice.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
    expect(amount('KUDOS:4').units - unitsAt(alice, exchange.baseUrl)).toBeLessThan(NEAR);
  });

  test('an invoice that waits for its backup, or whose answer was lost, is withdrawn', async () => {
    const store = openStore({ db: memoryDatabase(), world: lab.world });
    const gate = async () => err({ kind: 'not-backed-up-yet' as const, why: 'no-provider' as const });
    const careful = { store, wallet: createWallet({ world: lab.world, store, gate }) };
    mustOk(await careful.wallet.addExchange(exchange.baseUrl), 'exchange');
    const gated = mustOk(await careful.wallet.peer.request({ amount: 'KUDOS:1', summary: 'x' }), 'invoice');
    expect(gated.state).toBe('starting');
    expect(mustOk(await careful.wallet.abort(gated.id), 'abort').state).toBe('aborted');
    expect(careful.wallet.pending()).toEqual([]);

    const bob = await poor();
    exchange.faults.once({ path: /reserves\/.*\/purse/ }, { afterHandling: true, closeConnection: true });
    const invoice = await ask(bob);
    expect(invoice.state).toBe('starting');
    expect(mustOk(await bob.wallet.abort(invoice.id), 'abort').state).toBe('aborted');
    expect((await (await rich(lab)).wallet.peer.prepare(invoice.uri)).ok).toBe(false);
  });

  test('paying an invoice is stopped when nothing was paid, and not when it was', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:8.01'), await poor()];
    const first = mustOk(await alice.wallet.peer.prepare((await ask(bob)).uri), 'offer');
    expect(await alice.wallet.abort(first.id)).toMatchObject({ ok: false, error: { kind: 'nothing-to-abort' } });
    exchange.faults.once({ method: 'POST', path: '/deposit' }, { status: 503 });
    expect(mustOk(await alice.wallet.peer.confirm(first.id), 'confirmation').state).toBe('pending');
    expect(mustOk(await alice.wallet.abort(first.id), 'abort').state).toBe('aborted');
    await settle(lab, alice);
    expect(amount('KUDOS:8').units - unitsAt(alice, exchange.baseUrl)).toBeLessThan(NEAR);

    const invoice = await ask(bob);
    const second = mustOk(await alice.wallet.peer.prepare(invoice.uri), 'offer');
    exchange.faults.once({ method: 'POST', path: '/deposit' }, { afterHandling: true, closeConnection: true });
    expect(mustOk(await alice.wallet.peer.confirm(second.id), 'confirmation').state).toBe('pending');
    expect(await alice.wallet.abort(second.id)).toMatchObject({
      ok: false,
      error: { kind: 'peer-closed', status: 'paid' },
    });
    lab.travel(60_000);
    await settle(lab, bob);
    expect(stateOf(bob, invoice)).toBe('paid');
    await settle(lab, alice);
    expect(amount('KUDOS:7').units - unitsAt(alice, exchange.baseUrl)).toBeLessThan(2n * NEAR);
  });
});
