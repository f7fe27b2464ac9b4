// SPDX-License-Identifier: GPL-3.0-or-later
import { createStrangeLooks } from '../../electron/wallet/strange-looks.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { createOverdue } from '../../electron/state/overdue.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { createExchangeBook } from '../../electron/wallet/exchanges.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { err } from '../../shared/result.ts';
import { oneGo } from '../../electron/wallet/runner/flows.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// Two copies of a wallet work on the same coin. The one that closes it drops its signature, and so does every copy that
// hears of it; what only needs the coin's key goes on without, and what can never go on is ended.

describe.each(inTurn('renewal-spent-elsewhere', ['v14', 'v17', 'v23'] as const))(
  'a coin that another copy has closed (%s)',
  (generation) => {
    let lab: WalletLab;
    let exchange: SandboxExchange;
    beforeAll(async () => {
      lab = await startWalletLab({ exchanges: [{ generation }] });
      const [first] = lab.sandbox.exchanges;
      if (!first) throw new Error('no exchange');
      exchange = first;
    });
    afterEach(() => exchange.faults.clear());
    afterAll(() => lab.close());

    const copyOf = (...sources: readonly OpenWallet[]): OpenWallet => {
      const copy = lab.openWallet();
      for (const { store } of sources) copy.store.transaction((tx) => tx.join(store.snapshot()));
      return copy;
    };
    const hear = (to: OpenWallet, from: OpenWallet): void =>
      void to.store.transaction((tx) => tx.join(from.store.snapshot()));
    /** As a copy does that has learnt that nothing is left of its coins. */
    const closeAll = ({ store }: OpenWallet): void =>
      store.transaction((tx) => {
        for (const { id, value } of tx.coins({})) {
          const { sig: _, ...rest } = value;
          tx.put('coin', id, { ...rest, status: 'spent', remaining: 'KUDOS:0' });
        }
      });
    const total = ({ wallet }: OpenWallet): string => balanceAt(wallet, exchange.baseUrl).total;

    test('a reveal that needs only the key is completed, also after a fresh restore', async () => {
      const first = lab.openWallet();
      await fund(lab, first, 'KUDOS:4');
      const second = copyOf(first);
      exchange.faults.always({ path: '/reveal' }, { status: 503 });
      first.wallet.renewCoins();
      await first.wallet.run();
      expect(new Set(first.store.entries('refresh').map(({ value }) => value.status))).toEqual(new Set(['melted']));
      closeAll(second);
      hear(first, second);
      const third = copyOf(second, first);
      exchange.faults.clear();
      expect(third.store.coins({}).flatMap(({ value }) => value.sig ?? [])).toEqual([]);
      for (const each of [first, third]) {
        await runToRest(lab, each.wallet);
        const { available, incoming } = balanceAt(each.wallet, exchange.baseUrl);
        expect(incoming).toBe('KUDOS:0');
        expect(amount(available).units).toBeGreaterThan(amount('KUDOS:3.9').units);
        expectSumsAgree(each.wallet);
      }
    });

    test('a renewal that was only planned is ended, and a run until all is done ends', async () => {
      const first = lab.openWallet();
      await fund(lab, first, 'KUDOS:4');
      const second = copyOf(first);
      const waiting = {
        world: lab.world,
        store: first.store,
        exchanges: createExchangeBook(lab.world, first.store),
        coinKeys: createCoinKeyRing(first.store),
        // As for somebody who waits.
        haste: { isOn: () => true, during: <T>(work: () => Promise<T>) => work() },
        overdue: createOverdue(lab.world),
        strangeLooks: createStrangeLooks(),
        gate: async () => err({ kind: 'not-backed-up-yet' } as const),
      };
      first.wallet.renewCoins();
      await oneGo(waiting, { kind: 'renewal', id: exchange.baseUrl });
      expect(new Set(first.store.entries('refresh').map(({ value }) => value.status))).toEqual(new Set(['planned']));
      // The other copy spends the coin, and closes it.
      second.wallet.renewCoins();
      await runToRest(lab, second.wallet);
      const closed = copyOf(second);
      closed.store.transaction((tx) => {
        for (const { id, value } of tx.coins({})) {
          if (value.source !== 'withdrawal') continue;
          const { sig: _, ...rest } = value;
          tx.put('coin', id, { ...rest, status: 'spent', remaining: 'KUDOS:0' });
        }
      });
      hear(first, closed);
      const report = await createWallet({ world: lab.world, store: first.store }).run({
        untilDone: true,
        timeoutMs: 20_000,
      });
      expect(report).toMatchObject({ timedOut: false, pending: [] });
      expect(total(first)).toBe(total(second));
      expectSumsAgree(first.wallet);
    });

    test('what was to be given back and was closed meanwhile is ended', async () => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:0.01');
      for (const { value } of open.store.coins({})) exchange.revokeDenomination(value.h);
      exchange.faults.always({ path: '/recoup' }, { status: 503 });
      lab.travel(2 * 24 * 3600_000);
      await open.wallet.run();
      expect(open.store.entries('refresh').map(({ value }) => [value.reason, value.status])).toEqual([
        ['recoup', 'planned'],
      ]);
      closeAll(open);
      lab.travel(10 * 60_000);
      expect(await open.wallet.run({ untilDone: true, timeoutMs: 20_000 })).toMatchObject({ pending: [] });
      expectSumsAgree(open.wallet);
    });

    test('what nobody can go on with does not keep a run from ending', async () => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4');
      open.wallet.renewCoins();
      exchange.faults.always({ path: '/reveal' }, { status: 503 });
      await open.wallet.run();
      // Of the coin nothing is known any more.
      const bare = lab.openWallet();
      bare.store.transaction((tx) =>
        tx.join(open.store.snapshot().filter(({ kind }) => kind !== 'coin' && kind !== 'withdrawal')),
      );
      const report = await bare.wallet.run({ untilDone: true, timeoutMs: 20_000 });
      expect(report).toMatchObject({ timedOut: false, needsPerson: true });
      expect(new Set(report.pending.map(({ why }) => why?.kind))).toEqual(new Set(['coin-not-derivable']));
    });
  },
);
