// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../electron/sandbox/sandbox.ts';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { createRunningClock } from '../support/clock.ts';
import { economyHttp, openEconomy } from '../support/economy.ts';

/** A real economy with small keys and a wallet on a real database; the clock can be moved, the network can be cut. */
export type WalletLab = {
  readonly sandbox: Sandbox;
  readonly world: World;
  readonly travel: (ms: number) => void;
  /** replaces the network; undefined puts the real one back */
  readonly interceptHttp: (http: World['http'] | undefined) => void;
  readonly openWallet: (db?: Db) => OpenWallet;
  readonly close: () => Promise<void>;
};

export type OpenWallet = { readonly db: Db; readonly store: Store; readonly wallet: Wallet };

export const memoryDatabase = (): Db => mustOk(openDatabase({ path: ':memory:' }), 'database');

export const startWalletLab = async (options: Partial<SandboxOptions> = {}): Promise<WalletLab> => {
  const { move, ...clock } = createRunningClock();
  let http: World['http'] | undefined;
  const disagreements: string[] = [];
  const world: World = {
    ...realWorld(),
    ...clock,
    http: (input, init) => (http ?? economyHttp)(input, init),
  };
  const sandbox = await openEconomy(world, { syncProviders: [], ...options });
  return {
    sandbox,
    world,
    travel: move,
    interceptHttp: (replacement) => void (http = replacement),
    openWallet: (db = memoryDatabase()) => {
      const store = openStore({ db, world });
      const wallet = createWallet({ world, store });
      // "At every instant": after each commit that changed anything.
      store.onChange(() => disagreements.push(...sumsThatDisagree(wallet)));
      return { db, store, wallet };
    },
    close: async () => {
      await sandbox.close();
      expect(disagreements).toEqual([]);
    },
  };
};

/** The money of one exchange, as texts; zeros when there is none. */
export const balanceAt = (wallet: Wallet, exchange: string) =>
  wallet.balances().find((each) => each.exchange === exchange) ?? {
    available: 'none',
    incoming: 'none',
    outgoing: 'none',
    total: 'none',
  };

/** Invariant: per exchange and currency the history's effects add up to the total. */
export const expectSumsAgree = (wallet: Wallet): void => expect(sumsThatDisagree(wallet)).toEqual([]);

export const sumsThatDisagree = (wallet: Wallet): readonly string[] => {
  const sums = new Map<string, bigint>();
  const add = (key: string, units: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + units);
  for (const { exchange, currency, total } of wallet.balances()) add(`${exchange} ${currency}`, -amount(total).units);
  for (const { exchange, currency, effect } of wallet.history()) {
    const [, text = ''] = effect.split(':');
    const size = amount(`${currency}:${text.replace('-', '')}`).units;
    add(`${exchange} ${currency}`, text.startsWith('-') ? -size : size);
  }
  return [...sums].flatMap(([key, units]) => (units === 0n ? [] : [`${key}: ${units}`]));
};

/** Runs until nothing is left to do; where the wallet would wait after a failure, the clock moves on instead. */
export const runToRest = async (lab: WalletLab, wallet: Wallet): Promise<void> => {
  for (let round = 0; round < 60; round++) {
    const { pending } = await wallet.run();
    if (pending.length === 0) return;
    const next = Math.min(...pending.map(({ nextTryAt }) => nextTryAt));
    lab.travel(Math.max(1, next - lab.world.now() + 1));
  }
  expect(wallet.pending()).toEqual([]);
};

/** Withdraws by manual transfer and waits for the coins. */
export const fund = async (lab: WalletLab, { wallet }: OpenWallet, text: string, exchange = 0): Promise<string> => {
  const { sandbox } = lab;
  const { baseUrl } = sandbox.exchanges[exchange] ?? { baseUrl: '' };
  mustOk(await wallet.addExchange(baseUrl), 'exchange');
  const { id, payto } = mustOk(await wallet.withdrawManual({ exchange: baseUrl, amount: text }), 'withdrawal');
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  await runToRest(lab, wallet);
  return id;
};
