// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { lineOf, rich, settle, unitsAt } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// An exchange of 2022 tells of a coin only as it refuses it, with what the coin has signed before (PROTOCOL.md#spending-conflicts).

describe('coins that another copy has spent, at v14', () => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  let mine: string;
  aroundExchange({ exchanges: [{ generation: 'v14' }] }, (opened, first) => {
    lab = opened;
    exchange = first;
    mine = lab.sandbox.bank.accountPayto('mine').replace(/\?.*/, '');
  });

  const kudos = (text: string): bigint => amount(`KUDOS:${text}`).units;
  const copyOf = ({ store }: OpenWallet): OpenWallet => {
    const copy = lab.openWallet();
    copy.store.transaction((tx) => tx.join(store.snapshot()));
    return copy;
  };
  /** The other copy sends so much to somebody who takes it. */
  const spend = async (open: OpenWallet, text: string): Promise<void> => {
    const bob = lab.openWallet();
    const sent = mustOk(await open.wallet.peer.send({ amount: `KUDOS:${text}`, summary: 'x' }), 'payment');
    mustOk(
      await bob.wallet.peer.confirm(
        mustOk(await trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)), 'offer').id,
      ),
      'taken',
    );
    await runToRest(lab, open.wallet);
  };

  test('a renewal ends, by what the coins have signed, and is not tried for ever', async () => {
    const first = await rich(lab, 'KUDOS:7.03');
    const second = copyOf(first);
    await spend(first, '3');
    expect(second.wallet.renewCoins()).toBeGreaterThan(0);
    await runToRest(lab, second.wallet);
    expectSumsAgree(second.wallet);
    // The change is the first copy's, which lives.
    const whole = unitsAt(first, exchange.baseUrl);
    expect(unitsAt(second, exchange.baseUrl)).toBeLessThanOrEqual(whole);
    expect(lineOf(second, 'spent-elsewhere')).toBeDefined();
    second.store.transaction((tx) => tx.join(first.store.snapshot()));
    await settle(lab, second);
    expect(whole - unitsAt(second, exchange.baseUrl)).toBeLessThan(kudos('0.3'));
  });

  test('a history with a line the coin has not signed is not believed', async () => {
    const first = await rich(lab, 'KUDOS:4.01');
    const second = copyOf(first);
    await spend(first, '3');
    const total = unitsAt(second, exchange.baseUrl);
    exchange.faults.always({ path: '/melt' }, { lieAboutSignature: true });
    second.wallet.renewCoins();
    await second.wallet.run();
    // What the plan takes counts; nothing is written off.
    expect(unitsAt(second, exchange.baseUrl)).toBe(total - kudos('0.03'));
    expect(second.wallet.pending()[0]?.why?.kind).toBe('bad-history');
    exchange.faults.clear();
    await runToRest(lab, second.wallet);
    expect(lineOf(second, 'spent-elsewhere')).toBeDefined();
  });

  test('an audit does not say that the exchange was silent', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    expect(await alice.wallet.auditCoins()).toMatchObject({
      checked: 0,
      unchecked: 1,
      exchangesSilent: [],
      exchangesUntelling: [exchange.baseUrl],
    });
  });

  test('a payment or deposit that needs such a coin takes another or ends', async () => {
    const first = await rich(lab, 'KUDOS:8.01');
    const second = copyOf(first);
    await spend(first, '7.5');
    const made = await second.wallet.deposit({ amount: 'KUDOS:7', payto: mine });
    expect(made).toMatchObject({ ok: false, error: { kind: 'deposit-refused' } });
    await runToRest(lab, second.wallet);
    expectSumsAgree(second.wallet);
    expect(lineOf(second, 'deposit')).toMatchObject({ state: 'aborted' });
  });

  test('a deposit that is refused midway says what arrives, and that arrives', async () => {
    const second = await rich(lab, 'KUDOS:7.03');
    const before = amount(lab.sandbox.bank.balance('mine')).units;
    const had = unitsAt(second, exchange.baseUrl);
    let asked = 0;
    lab.interceptHttp((input, init) =>
      /[/]deposit$/.test(String(input)) && ++asked > 1
        ? Promise.resolve(Response.json({ code: 1205 }, { status: 403 }))
        : fetch(input, init),
    );
    expect(mustOk(await second.wallet.deposit({ amount: 'KUDOS:6.9', payto: mine }), 'deposit').state).toBe(
      'deposited',
    );
    expect(asked).toBe(2);
    lab.interceptHttp(undefined);
    await runToRest(lab, second.wallet);
    for (let round = 0; round < 5; round++) {
      lab.travel(7 * 3600_000);
      await second.wallet.run();
    }
    expectSumsAgree(second.wallet);
    const line = lineOf(second, 'deposit');
    expect(line).toMatchObject({
      state: 'done',
      notes: [{ kind: 'deposited-part', facts: { wanted: 'KUDOS:6.9' } }, { kind: 'rest-back' }],
    });
    const arrived = amount(lab.sandbox.bank.balance('mine')).units - before;
    expect(arrived).toBe(amount(line?.amount ?? '').units);
    expect(arrived).toBeGreaterThan(0n);
    expect(had - unitsAt(second, exchange.baseUrl)).toBe(arrived + amount(line?.fees ?? '').units);
  });

  test('a merchant that says so ends the payment; what the coins are worth shows as they are renewed', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    const offer = mustOk(await alice.wallet.preparePay(order.talerPayUri), 'offer');
    lab.interceptHttp(async (input, init) => {
      if (!String(input).endsWith('/pay')) return fetch(input, init);
      const { coins } = JSON.parse(String(init?.body)) as { readonly coins: readonly { readonly coin_pub: string }[] };
      const reply = { code: 1012, coin_pub: coins[0]?.coin_pub };
      return Response.json({ code: 2150, exchange_reply: reply }, { status: 409 });
    });
    expect(await alice.wallet.confirmPay(offer.purchaseId)).toMatchObject({
      ok: false,
      error: { kind: 'purchase-closed', status: 'aborted', why: 'coin-spent' },
    });
    await runToRest(lab, alice.wallet);
    expect(kudos('4') - unitsAt(alice, exchange.baseUrl)).toBeLessThan(kudos('0.1'));
  });
});
