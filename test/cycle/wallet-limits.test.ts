// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { trusting } from '../support/trusting.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { accept, lineOf, rich, settle, unitsAt } from './peer-lab.ts';
import { expectSumsAgree, fund, runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

// `hard_limits` of /keys (v23): what nobody may exceed is refused before anything is reserved or sent, naming the limit.

let lab: WalletLab;
let exchange: SandboxExchange;
const WRITES = /^(POST|PUT|DELETE)$/;
/** Requests that could have moved money. */
const sent: string[] = [];

beforeAll(async () => {
  lab = await startWalletLab({
    exchanges: [
      {
        limits: [
          { operation: 'WITHDRAW', threshold: 'KUDOS:20', hard: true },
          { operation: 'MERGE', threshold: 'KUDOS:3', hard: true },
          { operation: 'AGGREGATE', threshold: 'KUDOS:4', hard: true, timeframeMs: 48 * 3600_000 },
          { operation: 'BALANCE', threshold: 'KUDOS:40', hard: true },
        ],
      },
    ],
  });
  const [first] = lab.sandbox.exchanges;
  if (!first) throw new Error('no exchange');
  exchange = first;
});
afterEach(() => {
  lab.interceptHttp(undefined);
  // The exchange counts by the day, and all wallets here withdraw from one account.
  lab.travel(25 * 3600_000);
});
afterAll(() => lab.close());

const watch = (): void => {
  sent.length = 0;
  lab.interceptHttp((input, init) => {
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    const url = input instanceof Request ? input.url : String(input);
    if (WRITES.test(method)) sent.push(`${method} ${new URL(url).pathname}`);
    return fetch(input, init);
  });
};

describe('limits that nobody may exceed', () => {
  test('withdrawals: too much at once, and more than may be held', async () => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
    watch();
    const asked = await open.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:20.01' });
    expect(asked).toMatchObject({
      ok: false,
      error: { kind: 'beyond-limit', what: 'withdraw', limit: 'KUDOS:20', withinMs: 24 * 3600_000 },
    });
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:25');
    expect(await trusting((asked) => open.wallet.withdrawFromBank(operation.talerUri, asked))).toMatchObject({
      ok: false,
      error: { kind: 'beyond-limit' },
    });
    expect(open.store.entries('reserve')).toEqual([]);
    expect(sent).toEqual([]);
    await fund(lab, open, 'KUDOS:19');
    lab.travel(25 * 3600_000);
    await fund(lab, open, 'KUDOS:19');
    expect(await open.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:3' })).toMatchObject({
      ok: false,
      error: { kind: 'beyond-limit', what: 'hold', limit: 'KUDOS:40' },
    });
  });

  test('between people: neither sent, asked for nor taken, and the sentence says what to do', async () => {
    const alice = await rich(lab);
    watch();
    const quote = mustOk(await alice.wallet.peer.quote({ amount: 'KUDOS:3.5' }), 'quote');
    expect(quote.possible).toBe(false);
    expect(english('failure', ...(quote.why ? [quote.why] : []))).toMatch(
      /more than 3\.00 KUDOS.*use several smaller payments.* 1 day/,
    );
    for (const answer of [
      await alice.wallet.peer.send({ amount: 'KUDOS:3.5', summary: 'x' }),
      await alice.wallet.peer.request({ amount: 'KUDOS:3.5', summary: 'x' }),
    ])
      expect(answer).toMatchObject({ ok: false, error: { kind: 'beyond-limit', what: 'purse', limit: 'KUDOS:3' } });
    expect(sent).toEqual([]);
    expect([...alice.store.entries('push-out'), ...alice.store.entries('pull-out')]).toEqual([]);
    // Up to the limit it goes through, and that is the most that is offered.
    expect(mustOk(await alice.wallet.peer.most({ currency: 'KUDOS' }), 'most').amount).toBe('KUDOS:3');
    const payment = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:3', summary: 'x' }), 'payment');
    const bob = lab.openWallet();
    expect((await accept(lab, bob, payment.uri)).confirmed).toEqual({ state: 'received' });
  });

  test('a payment made before the limit came: offered as impossible, its sender gets it back', async () => {
    const alice = await rich(lab);
    const payment = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:2', summary: 'x' }), 'payment');
    exchange.faults.always(
      { path: '/keys' },
      {
        changeJson: (body) => ({
          ...(body as object),
          hard_limits: [
            { operation_type: 'MERGE', timeframe: { d_us: 3600_000_000 }, threshold: 'KUDOS:1', soft_limit: false },
            { operation_type: 'LATER-WORD', timeframe: { d_us: 1 }, threshold: 'KUDOS:0' },
            { operation_type: 'MERGE', timeframe: { d_us: 1 }, threshold: 'EUR:0' },
            { operation_type: 'MERGE', timeframe: { d_us: 1 }, threshold: 'KUDOS:0', soft_limit: true },
            'nonsense',
          ],
        }),
      },
    );
    const bob = lab.openWallet();
    const offer = mustOk(await trusting((asked) => bob.wallet.peer.prepare(payment.uri, asked)), 'offer');
    expect(offer.possible).toBe(false);
    expect(offer.why).toMatchObject({ kind: 'beyond-limit', facts: { limit: 'KUDOS:1', withinMs: 3600_000 } });
    expect(await bob.wallet.peer.confirm(offer.id)).toMatchObject({ ok: false, error: { kind: 'beyond-limit' } });
    exchange.faults.clear();
    await settle(lab, alice);
    expect(mustOk(await alice.wallet.abort(payment.id), 'abort').state).toBe('aborted');
    await runToRest(lab, alice.wallet);
  });

  test('to the own account: with what went there within the time', async () => {
    const alice = await rich(lab);
    const payto = lab.sandbox.bank.accountPayto('alice');
    mustOk(await alice.wallet.deposit({ amount: 'KUDOS:2', payto }), 'deposit');
    watch();
    const offer = mustOk(await alice.wallet.prepareDeposit({ amount: 'KUDOS:3', payto }), 'offer');
    expect(offer.possible).toBe(false);
    expect(offer.why).toMatchObject({ facts: { what: 'deposit', limit: 'KUDOS:4', withinMs: 48 * 3600_000 } });
    expect(await alice.wallet.deposit({ amount: 'KUDOS:3', payto })).toMatchObject({
      ok: false,
      error: { kind: 'beyond-limit', what: 'deposit' },
    });
    expect(sent).toEqual([]);
    const most = mustOk(await alice.wallet.mostToDeposit({ currency: 'KUDOS', payto }), 'most').amount;
    const more = amountToText({ currency: 'KUDOS', units: amount(most).units + 1n });
    expect(mustOk(await alice.wallet.prepareDeposit({ amount: most, payto }), 'most').possible).toBe(true);
    expect(mustOk(await alice.wallet.prepareDeposit({ amount: more, payto }), 'more').possible).toBe(false);
    lab.interceptHttp(undefined);
    await runToRest(lab, alice.wallet);
    const other = lab.sandbox.bank.accountPayto('other');
    mustOk(await alice.wallet.deposit({ amount: 'KUDOS:3', payto: other }), 'deposit');
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
  });

  test('emptying makes as many payments as the limit demands; each can be taken', async () => {
    const alice = await rich(lab, 'KUDOS:10');
    const before = unitsAt(alice, exchange.baseUrl);
    const sendAll = async () =>
      mustOk(await alice.wallet.sendAll({ expiresHours: 24, summary: 'all', note: () => undefined }), 'emptying');
    const bob = lab.openWallet();
    // A coin larger than the limit gives a part, and its change goes with the next round.
    for (let round = 0; round < 5 && (await sendAll()).length > 0; round++) await settle(lab, alice);
    const sums = alice.store.entries('push-out').map(({ value }) => amount(value.amount).units);
    expect(sums.length).toBeGreaterThan(3);
    for (const units of sums) expect(units).toBeLessThanOrEqual(amount('KUDOS:3').units);
    for (const { uri } of alice.wallet.peer.list()) await accept(lab, bob, uri);
    await runToRest(lab, alice.wallet);
    expect(alice.wallet.whatIsLeft()).toMatchObject({ sendable: [], unsettled: [] });
    expect(unitsAt(alice, exchange.baseUrl)).toBeLessThan(amount('KUDOS:0.05').units);
    expect(lineOf(bob, 'peer-received')?.state).toBe('done');
    const fees = before - sums.reduce((all, units) => all + units, 0n);
    expect(fees).toBeLessThan(amount('KUDOS:0.3').units);
  });
});
