// SPDX-License-Identifier: GPL-3.0-or-later
import { inTurn } from '../support/seed.ts';
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { accept, HOUR, lineOf, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// An exchange with a purse fee, as the recorded ones have (PROTOCOL.md#invoices, traces v17/v23-push and -pull): an invoice
// takes the fee out of its own reserve; a payment to a person is only refused below it and pays nothing.

const FEE = 'KUDOS:0.03';

describe.each(inTurn('wallet-purse-fee', ['v17', 'v23', 'v32'] as const))(
  'an exchange with a purse fee (%s)',
  (generation) => {
    let lab: WalletLab;
    let exchange: SandboxExchange;
    aroundExchange({ exchanges: [{ generation, fees: { purseFee: amount(FEE) } }, {}] }, (opened, first) => {
      lab = opened;
      exchange = first;
    });

    /** Asks for money at the exchange with the fee, agreed to as quoted. */
    const ask = async ({ wallet }: OpenWallet, text: string, expiresHours = 24) => {
      const wish = { amount: text, exchange: exchange.baseUrl, expiresHours };
      const quote = mustOk(await wallet.peer.quoteRequest(wish), 'quote');
      expect(quote.possible).toBe(true);
      const invoice = await wallet.peer.request({ ...wish, summary: 'rent', maxFee: quote.fees });
      return { quote, invoice: mustOk(invoice, 'invoice') };
    };

    test('an invoice is opened for the fee, paid, and both sides are right to the cent', async () => {
      const [alice, bob] = [await rich(lab), await rich(lab, 'KUDOS:1.01')];
      const before = unitsAt(bob, exchange.baseUrl);
      const { quote, invoice } = await ask(bob, 'KUDOS:1.5');
      expect(amount(quote.fees).units).toBeGreaterThanOrEqual(amount(FEE).units);
      expect(quote.total).toBe(
        amountToText({ ...amount('KUDOS:1.5'), units: amount('KUDOS:1.5').units - amount(quote.fees).units }),
      );
      expect(invoice).toMatchObject({ state: 'waiting', exchange: exchange.baseUrl });
      await settle(lab, bob);
      // The fee and what moving it took, and nothing else; it is one line of the history. Drawing takes a cent once it is paid.
      const opening = { ...amount(quote.fees), units: amount(quote.fees).units - amount('KUDOS:0.01').units };
      expect(before - unitsAt(bob, exchange.baseUrl)).toBe(opening.units);
      expect(
        bob.wallet
          .history()
          // At an issuer of today one coin is made new first, which proves that it can be.
          .flatMap(({ type, title }) => (title?.kind === 'proof' ? [] : [type]))
          .sort(),
      ).toEqual(['invoice-received', 'withdrawal']);
      expect(lineOf(bob, 'invoice-received')).toMatchObject({
        state: 'pending',
        effect: `KUDOS:-${amountToText(opening).split(':')[1]}`,
      });
      expect(bob.wallet.peer.list()).toMatchObject([{ fees: quote.fees, total: quote.total }]);

      const paid = await accept(lab, alice, invoice.uri);
      expect(paid.confirmed).toEqual({ state: 'paid' });
      await runToRest(lab, bob.wallet);
      expectSumsAgree(bob.wallet);
      expect(stateOf(bob, invoice)).toBe('paid');
      const line = lineOf(bob, 'invoice-received');
      expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:1.5', fees: quote.fees, effect: quote.total });
      expect(bob.wallet.peer.list()).toMatchObject([{ fees: quote.fees, total: quote.total }]);
      expect(amount(line?.effect ?? '').units + amount(line?.fees ?? '').units).toBe(amount('KUDOS:1.5').units);
      expect(unitsAt(bob, exchange.baseUrl)).toBe(before + amount(line?.effect ?? '').units);
      const [reserve] = bob.store.entries('pull-out');
      expect(exchange.reserveBalance(reserve?.value.reserve ?? '')).toBe('KUDOS:0');
      expect(await bob.wallet.auditCoins()).toMatchObject({ spentElsewhere: 0 });
    });

    test('not agreed to: nothing moves; without money there the sentence says so; elsewhere it is free', async () => {
      const bob = await rich(lab, 'KUDOS:1.01');
      const wish = { amount: 'KUDOS:1', summary: 'x', exchange: exchange.baseUrl };
      expect(await bob.wallet.peer.request(wish)).toMatchObject({
        ok: false,
        error: { kind: 'invoice-fee', why: 'ask' },
      });
      expect(await bob.wallet.peer.request({ ...wish, maxFee: FEE.replace('0.03', '0.01') })).toMatchObject({
        ok: false,
      });
      expect(bob.store.entries('push-out')).toEqual([]);
      expect(bob.store.entries('pull-out')).toEqual([]);

      const poor = lab.openWallet();
      mustOk(await poor.wallet.addExchange(exchange.baseUrl), 'exchange');
      const quote = mustOk(await poor.wallet.peer.quoteRequest(wish), 'quote');
      expect(quote.possible).toBe(false);
      expect(quote.why).toMatchObject({ kind: 'invoice-fee', facts: { fee: FEE, why: 'no-coins' } });
      // Another exchange of the currency asks nothing: it is chosen by itself.
      const free = lab.sandbox.exchanges[1]?.baseUrl ?? '';
      mustOk(await poor.wallet.addExchange(free), 'exchange');
      const invoice = mustOk(await poor.wallet.peer.request({ amount: 'KUDOS:1', summary: 'x' }), 'invoice');
      expect(invoice).toMatchObject({ exchange: free, state: 'waiting', fees: 'KUDOS:0' });
    });

    test('nobody pays: only the fee is gone, also when the author slept', async () => {
      const bob = await rich(lab, 'KUDOS:1.01');
      const before = unitsAt(bob, exchange.baseUrl);
      const { quote, invoice } = await ask(bob, 'KUDOS:1', 1);
      lab.travel(3 * HOUR);
      await runToRest(lab, bob.wallet);
      expect(stateOf(bob, invoice)).toBe('expired');
      expect(before - unitsAt(bob, exchange.baseUrl)).toBe(amount(quote.fees).units);
      expect(lineOf(bob, 'invoice-received')).toMatchObject({ state: 'expired', fees: quote.fees });
      expect(lineOf(bob, 'invoice-received')?.notes).toEqual([{ kind: 'nobody-paid', facts: { fee: 'gone' } }]);
    });

    test('paid while its author slept through the end of it: the money is found', async () => {
      const [alice, bob] = [await rich(lab), await rich(lab, 'KUDOS:1.01')];
      const { invoice } = await ask(bob, 'KUDOS:1', 1);
      await accept(lab, alice, invoice.uri);
      lab.travel(3 * HOUR);
      await runToRest(lab, bob.wallet);
      expect(stateOf(bob, invoice)).toBe('paid');
      expect(unitsAt(bob, exchange.baseUrl)).toBeGreaterThan(amount('KUDOS:1.8').units);
    });

    test.each([
      ['a fee that rose', 1678, 'purse-fee-too-low'],
      ['no more invoices for this account', 1677, 'purse-quota-exceeded'],
      ['an end before now', 1775, 'purse-untimely'],
    ])('%s, told after the fee was paid: the invoice is given up and the fee drawn back', async (_, code, why) => {
      const bob = await rich(lab, 'KUDOS:1.01');
      const before = unitsAt(bob, exchange.baseUrl);
      exchange.faults.once({ method: 'POST', path: /reserves\/.*\/purse/ }, { status: 400, code });
      const wish = { amount: 'KUDOS:1', summary: 'x', exchange: exchange.baseUrl };
      // Not the reason alone, whose sentence says that nothing was changed: what was put into it comes back.
      expect(await bob.wallet.peer.request({ ...wish, maxFee: 'KUDOS:0.2' })).toMatchObject({
        ok: false,
        error: { kind: 'peer-closed', status: 'aborted', why },
      });
      await runToRest(lab, bob.wallet);
      expect(bob.wallet.pending()).toEqual([]);
      const line = lineOf(bob, 'invoice-received');
      expect(line?.state).toBe('aborted');
      expect(before - unitsAt(bob, exchange.baseUrl)).toBe(amount(line?.fees ?? '').units);
      const [kept] = bob.store.entries('pull-out');
      expect(bob.store.entry('push-out', kept?.value.funding ?? '')?.value.status).toBe('taken');
      // Two of the three cents fit a coin and its fee; less than one coin is left where it cannot be drawn.
      expect(amount(exchange.reserveBalance(kept?.value.reserve ?? '') ?? '').units).toBeLessThan(amount(FEE).units);
      expectSumsAgree(bob.wallet);
    });

    test.each([['never sent', 503] as const, ['made', undefined] as const])(
      'an invoice that is taken back takes the payment of its fee back with it (%s)',
      async (_, status) => {
        const bob = await rich(lab, 'KUDOS:1.01');
        const before = unitsAt(bob, exchange.baseUrl);
        // What is not made goes on no further than that; what was made is not yet in the invoice's reserve.
        const at = status === undefined ? { path: /purses[/].*[/]merge/ } : { path: '/create' };
        exchange.faults.once(at, { status: 503 });
        const wish = { amount: 'KUDOS:1', summary: 'x', exchange: exchange.baseUrl, expiresHours: 24 };
        const asked = mustOk(await bob.wallet.peer.request({ ...wish, maxFee: 'KUDOS:0.2' }), 'invoice');
        expect(asked.state).toBe('starting');
        expect(mustOk(await bob.wallet.abort(asked.id), 'abort').state).toBe('aborted');
        // Nobody will ever take it: it is neither sent now nor waited for.
        expect(bob.wallet.pending().map(({ waitingFor }) => waitingFor)).not.toContain('receiver');
        await bob.wallet.run();
        expect(bob.store.entries('push-out').map(({ value }) => value.status)).toEqual(['aborted']);
        await runToRest(lab, bob.wallet);
        const line = lineOf(bob, 'invoice-received');
        expect(before - unitsAt(bob, exchange.baseUrl)).toBe(amount(line?.fees ?? '').units);
        expect(before - unitsAt(bob, exchange.baseUrl)).toBeLessThan(amount(FEE).units);
      },
    );

    test('answers that get lost change nothing: one payment of the fee, one invoice', async () => {
      const bob = await rich(lab, 'KUDOS:1.01');
      const before = unitsAt(bob, exchange.baseUrl);
      const lost = { afterHandling: true, closeConnection: true } as const;
      exchange.faults.once({ method: 'POST', path: /purses\/.*\/create/ }, lost);
      exchange.faults.once({ method: 'POST', path: /purses\/.*\/merge/ }, lost);
      exchange.faults.once({ method: 'POST', path: /reserves\/.*\/purse/ }, lost);
      const { quote, invoice } = await ask(bob, 'KUDOS:1');
      expect(invoice.state).toBe('starting');
      await settle(lab, bob);
      expect(stateOf(bob, invoice)).toBe('waiting');
      expect(before - unitsAt(bob, exchange.baseUrl)).toBe(amount(quote.fees).units);
    });

    test('a payment to a person costs no purse fee: what is shown is what is taken and what arrives', async () => {
      const [alice, bob] = [await rich(lab), lab.openWallet()];
      const before = unitsAt(alice, exchange.baseUrl);
      const quote = mustOk(await alice.wallet.peer.quote({ amount: 'KUDOS:2.5' }), 'quote');
      const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:2.5', summary: 'tea' }), 'payment');
      const [entry] = alice.store.entries('push-out');
      const coins = Object.values(entry?.value.coins ?? {});
      const sum = (of: (each: (typeof coins)[number]) => string): bigint =>
        coins.reduce((all, each) => all + amount(of(each)).units, 0n);
      // What is deposited less its fees is the purse's amount, to the last unit.
      expect(sum(({ c }) => c) - sum(({ fee }) => fee)).toBe(amount('KUDOS:2.5').units);
      const { offer } = await accept(lab, bob, sent.uri);
      await runToRest(lab, alice.wallet);
      expect(before - unitsAt(alice, exchange.baseUrl)).toBe(amount(quote.total).units);
      expect(unitsAt(bob, exchange.baseUrl)).toBe(amount(offer.total).units);
    });

    test('less than the fee cannot be sent there, and that is said before anything is reserved', async () => {
      const alice = await rich(lab, 'KUDOS:1.01');
      const quote = mustOk(
        await alice.wallet.peer.quote({ amount: 'KUDOS:0.02', exchange: exchange.baseUrl }),
        'quote',
      );
      expect(quote).toMatchObject({ possible: false });
      expect(quote.why).toMatchObject({ kind: 'below-purse-fee', facts: { least: FEE } });
      expect(await alice.wallet.peer.send({ amount: 'KUDOS:0.02', summary: 'x' })).toMatchObject({
        ok: false,
        error: { kind: 'below-purse-fee', least: FEE },
      });
      expect(alice.store.entries('push-out')).toEqual([]);
    });
  },
);
