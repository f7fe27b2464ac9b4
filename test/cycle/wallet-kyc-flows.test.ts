// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { accept, settle, stateOf } from './peer-lab.ts';
import {
  balanceAt,
  expectSumsAgree,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// Every flow in which an exchange may ask who somebody is (451, or a payout held up), in both shapes of the question: a state
// with a link, asked slowly, over a restart, and gone on with by itself once it is answered.

const NOTHING_UNASKED = (['WITHDRAW', 'MERGE', 'DEPOSIT', 'AGGREGATE'] as const).map((operation) => ({
  operation,
  threshold: 'KUDOS:0',
}));

describe.each(inTurn('wallet-kyc-flows', ['v17', 'v23', 'v32'] as const))(
  'an exchange that asks everybody (%s)',
  (generation) => {
    let lab: WalletLab;
    let exchange: SandboxExchange;
    beforeAll(async () => {
      lab = await startWalletLab({ exchanges: [{ generation, limits: NOTHING_UNASKED }] });
      const [first] = lab.sandbox.exchanges;
      if (!first) throw new Error('no exchange');
      exchange = first;
    });
    afterEach(() => lab.interceptHttp(undefined));
    afterAll(() => lab.close());

    /** A wallet with money, whose owner has answered for the account it came from. */
    const funded = async (): Promise<OpenWallet> => {
      const open = lab.openWallet();
      mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
      const wish = { exchange: exchange.baseUrl, amount: 'KUDOS:5' };
      const { payto } = mustOk(await open.wallet.withdrawManual(wish), 'withdrawal');
      mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
      await open.wallet.run();
      exchange.kyc.answer();
      await runToRest(lab, open.wallet);
      return open;
    };

    /** Counts requests to this path from now on. */
    const count = (path: RegExp): { times: number } => {
      const seen = { times: 0 };
      lab.interceptHttp((input, init) => {
        if (path.test(input instanceof Request ? input.url : String(input))) seen.times += 1;
        return fetch(input, init);
      });
      return seen;
    };

    /** The step waits for its owner with a page that is there; run again and again it asks nothing, also after a restart. */
    const waitsForItsOwner = async (open: OpenWallet, type: string, path: RegExp): Promise<OpenWallet> => {
      const page = (): string | undefined => open.wallet.pending().find((each) => each.type === type)?.link;
      expect(open.wallet.pending().find((each) => each.type === type)).toMatchObject({
        waitingFor: 'user',
        why: { kind: 'kyc-required' },
        link: expect.stringMatching(/\/kyc-spa\/[0-9A-Z]{52}$/),
      });
      expect((await fetch(page() ?? '')).status).toBe(200);
      const asked = count(path);
      const store = openStore({ db: open.db, world: lab.world });
      const again = { db: open.db, store, wallet: createWallet({ world: lab.world, store }) };
      for (let round = 0; round < 5; round++) await again.wallet.run();
      expect(asked.times).toBe(0);
      expect(again.wallet.pending().find((each) => each.type === type)?.link).toBe(page());
      lab.travel(6 * 60_000);
      await again.wallet.run();
      expect(asked.times).toBe(1);
      expectSumsAgree(again.wallet);
      lab.interceptHttp(undefined);
      return again;
    };

    test('a withdrawal', async () => {
      const open = lab.openWallet();
      mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
      const wish = { exchange: exchange.baseUrl, amount: 'KUDOS:2.01' };
      const { payto } = mustOk(await open.wallet.withdrawManual(wish), 'withdrawal');
      mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
      await open.wallet.run();
      const again = await waitsForItsOwner(open, 'withdrawal', /\/(?:batch-)?withdraw$/);
      // The person answers on the page itself.
      await fetch(`${again.wallet.pending()[0]?.link}?answer=yes`);
      lab.travel(6 * 60_000);
      await again.wallet.run();
      // An issuer of today is proven at once, by change of a first coin.
      if (generation !== 'v32') expect(balanceAt(again.wallet, exchange.baseUrl).available).toBe('KUDOS:2');
      expect(again.wallet.history().find(({ type }) => type === 'withdrawal')).toMatchObject({ state: 'done' });
      expect(again.wallet.pending().filter(({ type }) => type !== 'refresh')).toEqual([]);
    });

    test('a payment from a person', async () => {
      const [alice, bob] = [await funded(), lab.openWallet()];
      const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
      const offer = mustOk(await trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)), 'offer');
      expect(mustOk(await bob.wallet.peer.confirm(offer.id), 'confirmation')).toEqual({ state: 'pending' });
      const again = await waitsForItsOwner(bob, 'peer-receive', /\/merge$/);
      await settle(lab, alice);
      expect(stateOf(alice, sent)).toBe('waiting');
      exchange.kyc.answer();
      await runToRest(lab, again.wallet);
      expect(stateIn(again, 'peer-received')).toEqual(['done']);
      await runToRest(lab, alice.wallet);
      expect(stateOf(alice, sent)).toBe('taken');
    });

    test('an invoice: asked before it is opened, paid after the answer', async () => {
      const [alice, bob] = [await funded(), lab.openWallet()];
      mustOk(await bob.wallet.addExchange(exchange.baseUrl), 'exchange');
      const invoice = mustOk(await bob.wallet.peer.request({ amount: 'KUDOS:1', summary: 'x' }), 'invoice');
      expect(invoice.state).toBe('starting');
      const again = await waitsForItsOwner(bob, 'invoice', /\/reserves\/[0-9A-Z]+\/purse$/);
      exchange.kyc.answer();
      await settle(lab, again);
      expect(stateOf(again, invoice)).toBe('waiting');
      await accept(lab, alice, invoice.uri);
      await runToRest(lab, again.wallet);
      expect(stateIn(again, 'invoice-received')).toEqual(['done']);
    });

    test('a deposit to an account the money came from', async () => {
      const alice = await funded();
      const payto = lab.sandbox.bank.accountPayto('customer');
      exchange.kyc.forget();
      const made = mustOk(await alice.wallet.deposit({ amount: 'KUDOS:1', payto }), 'deposit');
      // v17 takes it and asks when it is to pay out.
      expect(made.state).toBe(generation === 'v17' ? 'deposited' : 'pending');
      lab.travel(60_000);
      await alice.wallet.run();
      const again = await waitsForItsOwner(
        alice,
        'deposit',
        generation === 'v17' ? /\/deposits\// : /\/batch-deposit$/,
      );
      exchange.kyc.answer();
      await runToRest(lab, again.wallet);
      lab.travel(6 * 3600_000);
      await again.wallet.run();
      expect(again.wallet.history().find(({ type }) => type === 'deposit')).toMatchObject({ state: 'done' });
    });

    test('keys tell which operations are asked about at once (v23)', async () => {
      const keys = (await (await fetch(`${exchange.baseUrl}keys`)).json()) as { zero_limits?: unknown };
      expect(keys.zero_limits).toEqual(
        generation === 'v17' ? undefined : NOTHING_UNASKED.map(({ operation }) => ({ operation_type: operation })),
      );
    });
  },
);

const stateIn = ({ wallet }: OpenWallet, wanted: string) =>
  wallet.history().flatMap(({ type, state }) => (type === wanted ? [state] : []));
