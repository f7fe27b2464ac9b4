// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import { RECORDED_DENOMINATIONS } from '../../electron/sandbox/exchange/denomination-specs.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';

// What it costs to make coins of money that arrives: shown before it is sent, kept, and never exceeded without asking.

let lab: WalletLab;
afterEach(() => lab.close());

const start = async (denominations: readonly DenominationSpec[] = RECORDED_DENOMINATIONS): Promise<string> => {
  lab = await startWalletLab({ exchanges: [{ denominations }] });
  return lab.sandbox.exchanges[0]?.baseUrl ?? '';
};
const open = async (base: string): Promise<OpenWallet> => {
  const made = lab.openWallet();
  mustOk(await made.wallet.addExchange(base), 'exchange');
  return made;
};
const line = ({ wallet }: OpenWallet, type: string) => wallet.history().find((each) => each.type === type);
const waiting = ({ wallet }: OpenWallet) => wallet.pending().filter(({ waitingFor }) => waitingFor === 'user');
/** Runs while a machine can do something. */
const run = async ({ wallet }: OpenWallet): Promise<void> => {
  await wallet.run({ untilDone: true, timeoutMs: 20_000 });
};

/** Nearly all of a hundred goes into the fee of its only coin. */
const GREEDY: readonly DenominationSpec[] = [{ value: '0.1', feeWithdraw: '99.9' }];
/** Cheap coins, and dear ones that are left once the cheap are revoked. */
const CHEAP_THEN_DEAR: readonly DenominationSpec[] = [{ value: '1' }, { value: '0.5', feeWithdraw: '0.3' }];

/** Takes the coins of one out of circulation, so that only the dear ones are left. */
const revokeCheap = (): void => {
  const [exchange] = lab.sandbox.exchanges;
  for (const { hash, value } of exchange?.denominations.all() ?? [])
    if (value.units === 100_000_000n) exchange?.revokeDenomination(hash);
};

describe('a transfer of one’s own', () => {
  test('the quote, the answer, what arrives and the history say the same', async () => {
    const base = await start();
    const one = await open(base);
    const quote = mustOk(await one.wallet.quoteWithdrawal({ exchange: base, amount: 'KUDOS:8.66' }), 'quote');
    expect(quote).toMatchObject({ amount: 'KUDOS:8.66', fees: 'KUDOS:0.05', total: 'KUDOS:8.61' });
    const made = mustOk(
      await one.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:8.66', shown: quote.total }),
      'withdrawal',
    );
    expect(made).toMatchObject({ fees: quote.fees, total: quote.total });
    // What the transfer must say can be looked up until it came.
    expect(one.wallet.transferOf(made.id)).toEqual({ ok: true, value: { ...made, state: 'awaited' } });
    mustOk(lab.sandbox.bank.transferToReserve(made.payto), 'transfer');
    await runToRest(lab, one.wallet);
    expect(mustOk(one.wallet.transferOf(made.id), 'transfer')).toMatchObject({ payto: made.payto, state: 'done' });
    expect(one.wallet.transferOf('none')).toMatchObject({ ok: false, error: { kind: 'unknown-transfer' } });
    expect(balanceAt(one.wallet, base)).toMatchObject({ available: quote.total });
    expect(line(one, 'withdrawal')).toMatchObject({ amount: quote.amount, fees: quote.fees, effect: quote.total });
  });

  test('99.90 of 100 is asked about before the reserve is even named, and taken only after a yes', async () => {
    const base = await start(GREEDY);
    const one = await open(base);
    const wanted = { exchange: base, amount: 'KUDOS:100' };
    expect(await one.wallet.withdrawManual(wanted)).toMatchObject({
      ok: false,
      error: { kind: 'withdrawal-fees', why: 'ask', sum: 'KUDOS:100', fees: 'KUDOS:99.9', total: 'KUDOS:0.1' },
    });
    expect(await one.wallet.withdrawManual({ ...wanted, shown: 'KUDOS:99' })).toMatchObject({
      ok: false,
      error: { kind: 'withdrawal-fees' },
    });
    expect([one.store.entries('withdrawal'), one.store.entries('reserve')]).toEqual([[], []]);
    const { payto } = mustOk(await one.wallet.withdrawManual({ ...wanted, shown: 'KUDOS:0.1' }), 'agreed');
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    await runToRest(lab, one.wallet);
    expect(balanceAt(one.wallet, base)).toMatchObject({ available: 'KUDOS:0.1' });
  });

  test('keys that make it dearer than was shown: nothing is drawn, the sum is asked about, and a yes goes on', async () => {
    const base = await start(CHEAP_THEN_DEAR);
    const one = await open(base);
    const made = mustOk(await one.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:8' }), 'withdrawal');
    expect(made).toMatchObject({ fees: 'KUDOS:0', total: 'KUDOS:8' });
    revokeCheap();
    mustOk(lab.sandbox.bank.transferToReserve(made.payto), 'transfer');
    lab.travel(2 * 3600_000);
    await run(one);
    const question = { sum: 'KUDOS:8', fees: 'KUDOS:3', total: 'KUDOS:5', agreed: 'KUDOS:0' };
    expect(waiting(one)).toMatchObject([{ id: made.id, why: { kind: 'withdrawal-fees', facts: question } }]);
    expect(one.store.coins({})).toEqual([]);
    expect(lab.sandbox.exchanges[0]?.reserveBalance(made.reservePub)).toBe('KUDOS:8');
    expect((await one.wallet.run()).needsPerson).toBe(true);
    expectSumsAgree(one.wallet);
    // A total that nobody was asked about agrees to nothing.
    expect(await one.wallet.agreeToFees(made.id, 'KUDOS:6')).toMatchObject({
      ok: false,
      error: { kind: 'withdrawal-fees', total: 'KUDOS:5' },
    });
    expect(one.store.coins({})).toEqual([]);
    expect(mustOk(await one.wallet.agreeToFees(made.id, 'KUDOS:5'), 'yes')).toMatchObject({ id: made.id });
    await runToRest(lab, one.wallet);
    expect(balanceAt(one.wallet, base)).toMatchObject({ available: 'KUDOS:5' });
    expect(line(one, 'withdrawal')).toMatchObject({ fees: 'KUDOS:3', state: 'done' });
    expect(await one.wallet.agreeToFees(made.id, 'KUDOS:5')).toMatchObject({
      ok: false,
      error: { kind: 'not-asked-about-fees' },
    });
  });

  test('money that comes late costs no more than was agreed for the first, or is asked about', async () => {
    const base = await start(CHEAP_THEN_DEAR);
    const one = await open(base);
    const made = mustOk(await one.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:8' }), 'withdrawal');
    mustOk(await one.wallet.abort(made.id), 'given up');
    revokeCheap();
    mustOk(lab.sandbox.bank.transferToReserve(made.payto), 'transfer');
    lab.travel(2 * 24 * 3600_000);
    await run(one);
    expect(waiting(one)).toMatchObject([{ why: { kind: 'withdrawal-fees', facts: { total: 'KUDOS:5' } } }]);
    expect(one.store.coins({})).toEqual([]);
  });

  test('the rest of a transfer that comes later, too', async () => {
    const base = await start(CHEAP_THEN_DEAR);
    const one = await open(base);
    const made = mustOk(await one.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:8' }), 'withdrawal');
    mustOk(lab.sandbox.bank.transferToReserve(made.payto), 'transfer');
    await runToRest(lab, one.wallet);
    expect(balanceAt(one.wallet, base)).toMatchObject({ available: 'KUDOS:8' });
    const [exchange] = lab.sandbox.exchanges;
    mustOk(lab.sandbox.bank.transferToReserve(made.payto), 'again');
    for (const { hash, value } of exchange?.denominations.all() ?? [])
      if (value.units === 100_000_000n) exchange?.denominations.markLost(hash);
    lab.travel(2 * 24 * 3600_000);
    await run(one);
    expect(waiting(one)).toMatchObject([
      { why: { kind: 'withdrawal-fees', facts: { sum: 'KUDOS:8', total: 'KUDOS:5' } } },
    ]);
  });
});

test('an offer of a bank: steep fees are asked about before the bank hears of a reserve', async () => {
  const base = await start(GREEDY);
  const one = await open(base);
  const { talerUri, confirm } = await lab.sandbox.bank.createWithdrawal('KUDOS:100');
  const offer = mustOk(await one.wallet.lookAtBank(talerUri), 'offer');
  expect(offer).toMatchObject({ exchange: base, amount: 'KUDOS:100', fees: 'KUDOS:99.9', total: 'KUDOS:0.1' });
  expect(await one.wallet.withdrawFromBank(talerUri)).toMatchObject({
    ok: false,
    error: { kind: 'withdrawal-fees', fees: 'KUDOS:99.9', total: 'KUDOS:0.1' },
  });
  expect(one.store.entries('withdrawal')).toEqual([]);
  const begun = mustOk(await one.wallet.withdrawFromBank(talerUri, { shown: 'KUDOS:0.1' }), 'agreed');
  expect(begun).toMatchObject({ amount: 'KUDOS:100', fees: 'KUDOS:99.9', total: 'KUDOS:0.1' });
  expect(mustOk(await one.wallet.lookAtBank(talerUri), 'again')).toEqual({ ...offer, begun: true });
  await confirm();
  await runToRest(lab, one.wallet);
  expect(balanceAt(one.wallet, base)).toMatchObject({ available: 'KUDOS:0.1' });
});

describe('between people', () => {
  test('a payment: what was shown as arriving arrives, or nothing is taken', async () => {
    const base = await start();
    const [one, other] = [await open(base), await open(base)];
    await fund(lab, one, 'KUDOS:20');
    const sent = mustOk(await one.wallet.peer.send({ amount: 'KUDOS:3', summary: 'tea' }), 'sent');
    const offer = mustOk(await other.wallet.peer.prepare(sent.uri), 'offer');
    expect(offer).toMatchObject({ amount: 'KUDOS:3', fees: 'KUDOS:0.05', total: 'KUDOS:2.95' });
    expect(await other.wallet.peer.confirm(offer.id, { shown: 'KUDOS:2.96' })).toMatchObject({
      ok: false,
      error: { kind: 'withdrawal-fees', total: 'KUDOS:2.95' },
    });
    expect(other.store.entry('push-in', offer.id)?.value.status).toBe('offered');
    mustOk(await other.wallet.peer.confirm(offer.id, { shown: offer.total }), 'taken');
    await runToRest(lab, other.wallet);
    expect(balanceAt(other.wallet, base)).toMatchObject({ available: 'KUDOS:2.95' });
    expect(line(other, 'peer-received')).toMatchObject({ fees: offer.fees, effect: offer.total });
  });

  test('a payment whose coins got dearer after it was taken waits for its receiver', async () => {
    const base = await start(CHEAP_THEN_DEAR);
    const [one, other] = [await open(base), await open(base)];
    await fund(lab, one, 'KUDOS:8');
    const sent = mustOk(await one.wallet.peer.send({ amount: 'KUDOS:2', summary: 'tea' }), 'sent');
    const offer = mustOk(await other.wallet.peer.prepare(sent.uri), 'offer');
    expect(offer).toMatchObject({ fees: 'KUDOS:0', total: 'KUDOS:2' });
    revokeCheap();
    const fresh = lab.openWallet(other.db);
    lab.travel(2 * 3600_000);
    await fresh.wallet.peer.confirm(offer.id, { shown: offer.total });
    await run(fresh);
    expect(waiting(fresh)).toMatchObject([
      { type: 'peer-receive', why: { kind: 'withdrawal-fees', facts: { sum: 'KUDOS:2', total: 'KUDOS:1' } } },
    ]);
    expect(fresh.store.coins({})).toEqual([]);
  });

  test('an invoice: what it brings is told with its own fees, and only so much is taken', async () => {
    const base = await start();
    const [one, other] = [await open(base), await open(base)];
    await fund(lab, other, 'KUDOS:20');
    const wish = { amount: 'KUDOS:3', summary: 'tea' };
    const quote = mustOk(await one.wallet.peer.quoteRequest(wish), 'quote');
    expect(quote).toMatchObject({ amount: 'KUDOS:3', fees: 'KUDOS:0.05', total: 'KUDOS:2.95' });
    const asked = mustOk(await one.wallet.peer.request({ ...wish, maxFee: quote.fees }), 'invoice');
    expect(asked).toMatchObject({ amount: 'KUDOS:3', fees: quote.fees, total: quote.total });
    const offer = mustOk(await other.wallet.peer.prepare(asked.uri), 'offer');
    mustOk(await other.wallet.peer.confirm(offer.id, { shown: offer.total }), 'paid');
    await runToRest(lab, one.wallet);
    expect(balanceAt(one.wallet, base)).toMatchObject({ available: quote.total });
    expect(line(one, 'invoice-received')).toMatchObject({ fees: quote.fees, effect: quote.total });
    expect(one.wallet.peer.list()).toMatchObject([{ fees: quote.fees, total: quote.total }]);
  });

  test('an invoice whose coins would be nearly all fee is asked about first', async () => {
    const base = await start(GREEDY);
    const one = await open(base);
    const wish = { amount: 'KUDOS:100', summary: 'tea' };
    expect(await one.wallet.peer.request(wish)).toMatchObject({
      ok: false,
      error: { kind: 'invoice-fee', fee: 'KUDOS:99.9', why: 'ask' },
    });
    mustOk(await one.wallet.peer.request({ ...wish, maxFee: 'KUDOS:99.9' }), 'agreed');
  });

  test.each(['1.5', '0.37', '2.99', '5.55'])('sending %s: quote, code page and history say one sum', async (sum) => {
    const base = await start();
    const [one, other] = [await open(base), await open(base)];
    await fund(lab, one, 'KUDOS:20');
    const wish = { amount: `KUDOS:${sum}`, summary: 'tea' };
    const quote = mustOk(await one.wallet.peer.quote(wish), 'quote');
    const sent = mustOk(await one.wallet.peer.send({ ...wish, shown: quote.total }), 'sent');
    expect(sent).toMatchObject({ fees: quote.fees, total: quote.total });
    expect(one.wallet.peer.list()).toMatchObject([{ fees: quote.fees, total: quote.total }]);
    const offer = mustOk(await other.wallet.peer.prepare(sent.uri), 'offer');
    mustOk(await other.wallet.peer.confirm(offer.id), 'taken');
    lab.travel(3600_000);
    await runToRest(lab, one.wallet);
    expect(one.wallet.peer.list()).toMatchObject([{ state: 'taken', fees: quote.fees, total: quote.total }]);
    expect(line(one, 'peer-sent')).toMatchObject({ fees: quote.fees });
  });
});
