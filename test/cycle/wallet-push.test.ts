// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { accept, HOUR, lineOf, otherContract, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import { balanceAt, expectSumsAgree, runToRest, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

describe.each(inTurn('wallet-push', ['v17', 'v23'] as const))('payments to a person (%s)', (generation) => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  aroundExchange({ exchanges: [{ generation }] }, (...started) => void ([lab, exchange] = started));

  test('sent, taken, and both histories say so to the cent', async () => {
    const [alice, bob] = [await rich(lab), lab.openWallet()];
    const before = unitsAt(alice, exchange.baseUrl);
    const quote = mustOk(await alice.wallet.peer.quote({ amount: 'KUDOS:2.5' }), 'quote');
    expect(quote).toMatchObject({ exchange: exchange.baseUrl, amount: 'KUDOS:2.5', possible: true });
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:2.5', summary: 'for the tea' }), 'payment');
    expect(sent).toMatchObject({ state: 'waiting', amount: 'KUDOS:2.5', kind: 'push' });
    expect(sent.uri).toMatch(/^taler\+http:\/\/pay-push\/127\.0\.0\.1:\d+\/[0-9A-Z]{52}$/);
    await settle(lab, alice);
    // The change is not held up by a receiver who takes his time.
    expect(balanceAt(alice.wallet, exchange.baseUrl)).toMatchObject({ incoming: 'KUDOS:0' });
    expect(amount(balanceAt(alice.wallet, exchange.baseUrl).outgoing).units).toBeGreaterThan(0n);
    expect(lineOf(alice, 'peer-sent')).toMatchObject({ state: 'pending', summary: 'for the tea' });

    const { offer, confirmed } = await accept(lab, bob, sent.uri);
    expect(offer).toMatchObject({ kind: 'push', amount: 'KUDOS:2.5', summary: 'for the tea', possible: true });
    expect(confirmed).toEqual({ state: 'received' });
    expect(balanceAt(bob.wallet, exchange.baseUrl).available).toBe(offer.total);
    expect(lineOf(bob, 'peer-received')).toMatchObject({ state: 'done', effect: offer.total, fees: offer.fees });
    expect(bob.wallet.history()).toHaveLength(1);

    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect(stateOf(alice, sent)).toBe('taken');
    expect(lineOf(alice, 'peer-sent')).toMatchObject({ state: 'done', fees: quote.fees });
    expect(before - unitsAt(alice, exchange.baseUrl)).toBe(amount(quote.total).units);
    expect(balanceAt(alice.wallet, exchange.baseUrl)).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0' });
    // Nothing is looked at as lost by an audit, before or after.
    expect(await alice.wallet.auditCoins()).toMatchObject({ spentElsewhere: 0 });
  });

  test('the most that can be sent goes out and leaves nothing; one unit more does not', async () => {
    const alice = await rich(lab);
    await settle(lab, alice);
    const { amount: most } = mustOk(await alice.wallet.peer.most({ currency: 'KUDOS' }), 'most');
    const more = amountToText({ currency: 'KUDOS', units: amount(most).units + 1n });
    expect(mustOk(await alice.wallet.peer.quote({ amount: more }), 'more').possible).toBe(false);
    const quote = mustOk(await alice.wallet.peer.quote({ amount: most }), 'quote');
    mustOk(await alice.wallet.peer.send({ amount: most, summary: '', shown: quote.total }), 'payment');
    expect(balanceAt(alice.wallet, exchange.baseUrl)).toMatchObject({ available: 'KUDOS:0', incoming: 'KUDOS:0' });
    expect(mustOk(await alice.wallet.peer.most({ currency: 'KUDOS' }), 'nothing left').amount).toBe('KUDOS:0');
  });

  test('several at once; each is taken on its own', async () => {
    const alice = await rich(lab);
    const sent = [];
    for (const cents of ['0.5', '1', '0.7'])
      sent.push(mustOk(await alice.wallet.peer.send({ amount: `KUDOS:${cents}`, summary: cents }), 'payment'));
    const bob = lab.openWallet();
    await accept(lab, bob, sent[1]?.uri ?? '');
    await settle(lab, alice);
    lab.travel(30_000);
    await settle(lab, alice);
    expect(sent.map((each) => stateOf(alice, each))).toEqual(['waiting', 'taken', 'waiting']);
    expect(new Set(sent.map(({ uri }) => uri)).size).toBe(3);
  });

  test('not taken in time: the money comes back by itself, less the fee for renewing its coins', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const before = unitsAt(alice, exchange.baseUrl);
    const sent = mustOk(
      await alice.wallet.peer.send({ amount: 'KUDOS:1.5', summary: 'x', expiresHours: 2 }),
      'payment',
    );
    await settle(lab, alice);
    expect(await alice.wallet.auditCoins()).toMatchObject({ spentElsewhere: 0 });
    lab.travel(2 * HOUR + 1000);
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect(stateOf(alice, sent)).toBe('expired');
    const back = lineOf(alice, 'peer-sent');
    expect(back).toMatchObject({ state: 'expired' });
    expect(before - unitsAt(alice, exchange.baseUrl)).toBe(amount(back?.fees ?? '').units);
    expect(before - unitsAt(alice, exchange.baseUrl)).toBeLessThan(amount('KUDOS:0.1').units);
    const { available, total } = balanceAt(alice.wallet, exchange.baseUrl);
    expect(available).toBe(total);
    expect(alice.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
    expect(await trusting((asked) => lab.openWallet().wallet.peer.prepare(sent.uri, asked))).toMatchObject({
      ok: false,
      error: { kind: 'purse-expired' },
    });
  });

  test('taken while the sender slept through the end of it: the sender learns that it was taken', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), lab.openWallet()];
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x', expiresHours: 1 }), 'payment');
    await accept(lab, bob, sent.uri);
    lab.travel(5 * HOUR);
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect(stateOf(alice, sent)).toBe('taken');
    expect(lineOf(alice, 'peer-sent')).toMatchObject({ state: 'done' });
  });

  test('called back: the coins return at once, and the address is dead', async () => {
    const alice = await rich(lab, 'KUDOS:4.01');
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    expect(mustOk(await alice.wallet.abort(sent.id), 'abort')).toMatchObject({ state: 'aborted' });
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect(lineOf(alice, 'peer-sent')).toMatchObject({ state: 'aborted' });
    expect(amount('KUDOS:4').units - unitsAt(alice, exchange.baseUrl)).toBeLessThan(amount('KUDOS:0.1').units);
    expect((await trusting((asked) => lab.openWallet().wallet.peer.prepare(sent.uri, asked))).ok).toBe(false);
  });

  test('one address, submitted twice and by two wallets: one receives, the other is told', async () => {
    const [alice, bob, carol] = [await rich(lab), lab.openWallet(), lab.openWallet()];
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    const offers = await Promise.all([
      trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)),
      trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)),
    ]);
    const [id, other] = offers.map((each) => mustOk(each, 'offer').id);
    expect(id).toBe(other);
    const late = mustOk(await trusting((asked) => carol.wallet.peer.prepare(sent.uri, asked)), 'offer');
    await Promise.all([bob.wallet.peer.confirm(id ?? ''), bob.wallet.peer.confirm(id ?? '')]);
    await settle(lab, bob);
    expect(bob.wallet.history().filter(({ type }) => type === 'peer-received')).toHaveLength(1);
    expect(mustOk(await trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)), 'again')).toMatchObject({
      possible: false,
      id,
    });

    expect(await carol.wallet.peer.confirm(late.id)).toMatchObject({
      ok: false,
      error: { kind: 'peer-closed', why: 'taken-by-another' },
    });
    await settle(lab, carol);
    expect(lineOf(carol, 'peer-received')).toMatchObject({ state: 'aborted', effect: 'KUDOS:0' });
    expect(await trusting((asked) => lab.openWallet().wallet.peer.prepare(sent.uri, asked))).toMatchObject({
      ok: false,
      error: { kind: 'payment-taken' },
    });
  });

  test('to oneself: the books balance', async () => {
    const alice = await rich(lab);
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'me' }), 'payment');
    await accept(lab, alice, sent.uri);
    await runToRest(lab, alice.wallet);
    expectSumsAgree(alice.wallet);
    expect(lineOf(alice, 'peer-sent')?.state).toBe('done');
    expect(lineOf(alice, 'peer-received')?.state).toBe('done');
  });

  test('more than there is, zero, another currency: refused, nothing reserved', async () => {
    const alice = await rich(lab, 'KUDOS:1.01');
    for (const [text, kind] of [
      ['KUDOS:5', 'insufficient-balance'],
      ['KUDOS:0', 'amount-is-zero'],
      ['EUR:1', 'no-exchange-for-currency'],
      ['lots', 'malformed-amount'],
    ]) {
      expect(await alice.wallet.peer.send({ amount: text ?? '', summary: '' })).toMatchObject({
        ok: false,
        error: { kind },
      });
    }
    expect(mustOk(await alice.wallet.peer.quote({ amount: 'KUDOS:5' }), 'quote')).toMatchObject({ possible: false });
    expect(balanceAt(alice.wallet, exchange.baseUrl)).toMatchObject({ available: 'KUDOS:1', outgoing: 'KUDOS:0' });
    expect(alice.wallet.history()).toHaveLength(1);
  });

  test('addresses that were tampered with, are for something else, or lead nowhere', async () => {
    const [alice, bob] = [await rich(lab), lab.openWallet()];
    const { uri } = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    const last = uri.at(-2) === '0' ? '1' : '0';
    const cases: readonly (readonly [string, string])[] = [
      [`${uri.slice(0, -2)}${last}${uri.slice(-1)}`, 'contract-unknown'],
      [uri.slice(0, -1), 'malformed-taler-uri'],
      ['taler://pay/shop.example/1/', 'wrong-taler-uri'],
      [uri.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1'), 'unreachable'],
      ['rubbish', 'malformed-taler-uri'],
    ];
    for (const [text, kind] of cases)
      expect(await trusting((asked) => bob.wallet.peer.prepare(text, asked))).toMatchObject({
        ok: false,
        error: { kind },
      });
    expect(bob.wallet.history()).toEqual([]);
    // As an invoice it opens nothing, and without money there it is not even asked for.
    const invoice = uri.replace('pay-push', 'pay-pull');
    expect(await trusting((asked) => alice.wallet.peer.prepare(invoice, asked))).toMatchObject({
      ok: false,
      error: { kind: 'econtract' },
    });
    expect(await trusting((asked) => lab.openWallet().wallet.peer.prepare(invoice, asked))).toMatchObject({
      ok: false,
      error: { kind: 'no-money-at-exchange' },
    });
  });

  test('forged contracts and forged purse statements are refused', async () => {
    const [alice, bob] = [await rich(lab), lab.openWallet()];
    const { uri } = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    mustOk(await bob.wallet.addExchange(exchange.baseUrl), 'exchange');
    // one for the X25519 form of the key, one for the Ed25519 form
    exchange.faults.once({ path: '/contracts/' }, { lieAboutSignature: true });
    expect(await trusting((asked) => bob.wallet.peer.prepare(uri, asked))).toMatchObject({
      ok: false,
      error: { kind: 'bad-contract-signature' },
    });
    exchange.faults.once({ path: /purses\/.*\/deposit/ }, { lieAboutSignature: true });
    expect(await trusting((asked) => bob.wallet.peer.prepare(uri, asked))).toMatchObject({
      ok: false,
      error: { kind: 'bad-exchange-signature' },
    });
    expect(bob.wallet.history()).toEqual([]);
  });

  test('a sender whose contract says another sum or another text than the purse: refused before, or at the latest by the exchange', async () => {
    const [alice, bob] = [await rich(lab), lab.openWallet()];
    const { id, uri } = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    mustOk(await bob.wallet.addExchange(exchange.baseUrl), 'exchange');
    exchange.faults.once({ path: '/contracts/' }, { changeJson: otherContract(alice, id, 'KUDOS:5') });
    expect(await trusting((asked) => bob.wallet.peer.prepare(uri, asked))).toMatchObject({
      ok: false,
      error: { kind: 'purse-contract-mismatch', said: 'KUDOS:5', holds: 'KUDOS:1' },
    });
    exchange.faults.once({ path: '/contracts/' }, { changeJson: otherContract(alice, id, 'KUDOS:1') });
    const offer = mustOk(await trusting((asked) => bob.wallet.peer.prepare(uri, asked)), 'offer');
    expect(offer.summary).toBe('not what was agreed');
    expect(await bob.wallet.peer.confirm(offer.id)).toMatchObject({
      ok: false,
      error: { why: 'purse-contract-mismatch' },
    });
    await settle(lab, bob);
    expect(lineOf(bob, 'peer-received')).toMatchObject({ state: 'aborted', effect: 'KUDOS:0' });
  });

  test('answers that get lost change nothing: sent once, received once', async () => {
    const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), lab.openWallet()];
    const before = unitsAt(alice, exchange.baseUrl);
    exchange.faults.once({ method: 'POST', path: '/create' }, { afterHandling: true, closeConnection: true });
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    expect(sent.state).toBe('starting');
    await settle(lab, alice);
    expect(stateOf(alice, sent)).toBe('waiting');
    const offer = mustOk(await trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)), 'offer');
    exchange.faults.once({ method: 'POST', path: '/merge' }, { afterHandling: true, closeConnection: true });
    expect(mustOk(await bob.wallet.peer.confirm(offer.id), 'confirmation').state).toBe('pending');
    await settle(lab, bob);
    expect(balanceAt(bob.wallet, exchange.baseUrl).available).toBe(offer.total);
    await runToRest(lab, alice.wallet);
    expect(before - unitsAt(alice, exchange.baseUrl)).toBe(
      amount('KUDOS:1').units + amount(lineOf(alice, 'peer-sent')?.fees ?? '').units,
    );
  });
});
