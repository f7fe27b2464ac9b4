// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { wishAbort } from '../../electron/wallet/flows/pay/abort.ts';
import { openStore } from '../../electron/storage/store.ts';
import type { Gate, Step } from '../../electron/wallet/context.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { err, mustOk, ok } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { HOUR, rich } from './peer-lab.ts';
import { memoryDatabase, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// What is due is not held back: by a step that has an answer, by a clock that was wrong, by a go that began before a wish.

describe('when a step is due', () => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  aroundExchange({}, (...started) => void ([lab, exchange] = started));

  const ACCOUNT = 'payto://x-taler-bank/localhost/alice?receiver-name=Alice';
  const taskOf = ({ store }: OpenWallet, kind: string, id: string) => store.local.task(kind, id);

  test('an exchange that answers again is not left alone because the step that found it silent now waits for hours', async () => {
    const alice = await rich(lab, 'KUDOS:6');
    const inAYear = Math.floor(lab.world.now() / 1000) + 365 * 24 * 3600;
    const notWired: typeof fetch = (input, init) =>
      /[/]deposits[/]/.test(String(input))
        ? Promise.resolve(Response.json({ kyc_ok: true, execution_time: { t_s: inAYear } }, { status: 202 }))
        : fetch(input, init);
    lab.interceptHttp(notWired);
    const made = mustOk(await alice.wallet.deposit({ amount: 'KUDOS:1', payto: ACCOUNT }), 'deposit');
    await runToRest(lab, alice.wallet);
    const tracked = taskOf(alice, 'deposit', made.id)?.nextAt ?? 0;
    lab.travel(tracked - lab.world.now() + 1);
    lab.interceptHttp(() => Promise.reject(new TypeError('fetch failed')));
    await alice.wallet.run();
    expect(taskOf(alice, 'deposit', made.id)?.lastFailure).toMatchObject({ kind: 'unreachable' });
    lab.interceptHttp(notWired);
    lab.travel(6 * 60_000);
    await alice.wallet.run();
    expect((taskOf(alice, 'deposit', made.id)?.nextAt ?? 0) - lab.world.now()).toBeGreaterThan(HOUR);

    // The bank's transfer of a new withdrawal arrives: its coins are drawn now, and not when the deposit is looked at again.
    await fundNow(alice);
  });

  const fundNow = async ({ wallet, store }: OpenWallet): Promise<void> => {
    const asked = { exchange: exchange.baseUrl, amount: 'KUDOS:2' };
    const { id, payto } = mustOk(await wallet.withdrawManual(asked), 'withdrawal');
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    await wallet.run();
    expect(store.entry('withdrawal', id)?.value.status).toBe('done');
  };

  test('what was put off while the clock was wrong is due once it is right', async () => {
    const alice = lab.openWallet();
    mustOk(await alice.wallet.addExchange(exchange.baseUrl), 'exchange');
    const asked = { exchange: exchange.baseUrl, amount: 'KUDOS:2' };
    const { id, payto } = mustOk(await alice.wallet.withdrawManual(asked), 'withdrawal');
    lab.travel(400 * 24 * HOUR);
    await alice.wallet.run();
    expect(taskOf(alice, 'withdrawal', id)?.nextAt).toBeGreaterThan(lab.world.now());
    lab.travel(-400 * 24 * HOUR);
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    await alice.wallet.run();
    expect(alice.store.entry('withdrawal', id)?.value.status).toBe('done');
  });

  test('a wish made while its step is under way is not put off by what that go comes to', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'a lamp' });
    const offer = mustOk(await alice.wallet.preparePay(order.talerPayUri), 'offer');
    lab.sandbox.merchant.faults.times(6, { path: '/pay' }, { status: 503 });
    expect(mustOk(await alice.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    const again = async (): Promise<void> => {
      lab.travel(10 * 60_000);
      await alice.wallet.run();
    };
    for (let go = 0; go < 4; go++) await again();
    // Noted by a process that dies before it can drive the step itself.
    lab.interceptHttp((input, init) => {
      if (/[/]pay$/.test(String(input))) mustOk(wishAbort(alice, offer.purchaseId), 'wish');
      return fetch(input, init);
    });
    await again();
    lab.sandbox.merchant.faults.clear();
    expect(alice.store.entry('purchase', offer.purchaseId)?.value.status).toBe('aborted');
  });

  /** A wallet whose gate is closed for what nobody wants without a backup. */
  const gated = async (closed: (step: Step) => boolean): Promise<OpenWallet> => {
    const db = memoryDatabase();
    const store = openStore({ db, world: lab.world });
    const gate: Gate = (step) => {
      const entry = step.kind === 'push-in' || step.kind === 'withdrawal' ? store.entry(step.kind, step.id) : undefined;
      const isOpen = !closed(step) || entry?.value.without_backup === true;
      return Promise.resolve(isOpen ? ok(undefined) : err({ kind: 'not-backed-up-yet' }));
    };
    const wallet = createWallet({ world: lab.world, store, gate });
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    return { db, store, wallet };
  };
  const offered = async (bob: OpenWallet): Promise<string> => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    return mustOk(await trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)), 'offer').id;
  };

  test('a payment that waits for a backup is due at once when it is wanted without, also for the process after this one', async () => {
    const bob = await gated(({ kind }) => kind === 'push-in');
    const id = await offered(bob);
    expect(mustOk(await bob.wallet.peer.confirm(id), 'confirmation').state).toBe('pending');
    expect(taskOf(bob, 'push-in', id)?.lastFailure).toMatchObject({ kind: 'not-backed-up-yet' });
    // This process never hears of the merge.
    await new Promise<void>((asked) => {
      lab.interceptHttp(() => {
        asked();
        return new Promise(() => undefined);
      });
      void bob.wallet.peer.confirm(id, { withoutBackup: true });
    });
    lab.interceptHttp(undefined);
    const next = createWallet({ world: lab.world, store: openStore({ db: bob.db, world: lab.world }) });
    await next.run();
    expect(bob.store.entry('push-in', id)?.value.status).not.toBe('accepted');
  });

  test('without a backup also counts for a payment whose money is in the reserve already', async () => {
    const bob = await gated(({ kind }) => kind === 'withdrawal');
    const id = await offered(bob);
    expect(mustOk(await bob.wallet.peer.confirm(id), 'confirmation').state).toBe('pending');
    expect(bob.store.entry('push-in', id)?.value.status).toBe('merged');
    expect(mustOk(await bob.wallet.peer.confirm(id, { withoutBackup: true }), 'confirmation').state).toBe('received');
  });

  test('whose time is over waits for nobody but the exchange', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const wish = { amount: 'KUDOS:1', summary: 'x', expiresHours: 1 };
    mustOk(await alice.wallet.peer.send(wish), 'payment');
    mustOk(await alice.wallet.peer.request(wish), 'invoice');
    const whom = (): readonly string[] =>
      alice.wallet
        .pending()
        .filter(({ type }) => type === 'peer-send' || type === 'invoice')
        .map(({ waitingFor }) => waitingFor);
    expect(whom()).toEqual(['receiver', 'payer']);
    lab.travel(HOUR + 1_000);
    expect(whom()).toEqual(['exchange', 'exchange']);
  });
});
