// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { wishAbort } from '../../electron/wallet/abort.ts';
import { mustOk } from '../../shared/result.ts';
import { HOUR, rich } from './peer-lab.ts';
import { runToRest, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// What is due is not held back: by a step that has an answer, by a clock that was wrong, by a go that began before a wish.

describe('when a step is due', () => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  beforeAll(async () => {
    lab = await startWalletLab();
    const [first] = lab.sandbox.exchanges;
    if (!first) throw new Error('no exchange');
    exchange = first;
  });
  afterEach(() => {
    lab.sandbox.assertAllFaultsHappened();
    exchange.faults.clear();
    lab.interceptHttp(undefined);
  });
  afterAll(() => lab.close());

  const ACCOUNT = 'payto://x-taler-bank/localhost/alice?receiver-name=Alice';
  const taskOf = ({ store }: OpenWallet, kind: string, id: string) => store.local.task(kind, id);

  test('an exchange that answers again is not left alone because the step that found it silent now waits for hours', async () => {
    const alice = await rich(lab, 'KUDOS:6');
    const notWired: typeof fetch = (input, init) =>
      /[/]deposits[/]/.test(String(input))
        ? Promise.resolve(Response.json({ kyc_ok: true, execution_time: { t_s: 'never' } }, { status: 202 }))
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
});
