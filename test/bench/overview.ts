// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import { readSafety } from '../../electron/backup/safety/read.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { putPayment, spendOften } from './payments.ts';

export type OverviewFigures = {
  readonly lines: number;
  readonly coins: number;
  /** CPU of the thread of the window, in milliseconds: after one payment, for balances, what is pending and how safe the money is */
  readonly changedMs: number;
  /** the same for a wallet with a tenth of the history */
  readonly changedTenthMs: number;
  readonly unchangedMs: number;
  /** for the lines of the history, after one payment */
  readonly historyMs: number;
  readonly historyTenthMs: number;
  /** everything, the first time */
  readonly firstMs: number;
};

const ROUNDS = 100;

/** What the window asks for, after a change and without one, in a wallet of so many payments. */
export const benchOverview = async (payments: number): Promise<OverviewFigures> => {
  const whole = measured(payments);
  const tenth = measured(Math.ceil(payments / 10));
  return { ...whole, changedTenthMs: tenth.changedMs, historyTenthMs: tenth.historyMs };
};

const measured = (payments: number): Omit<OverviewFigures, 'changedTenthMs' | 'historyTenthMs'> => {
  const world = realWorld();
  const store = openStore({ db: mustOk(openDatabase({ path: ':memory:' }), 'database'), world });
  try {
    spendOften(world, store, payments);
    const wallet = createWallet({ world, store });
    const overview = (): number =>
      cpuMs(() => {
        wallet.balances();
        wallet.pending();
        readSafety({ world, store });
      });
    const history = (): number => cpuMs(wallet.history);
    const firstMs = overview() + history();
    const sums = { changed: 0, unchanged: 0, history: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      store.transaction((tx) => putPayment(tx, world, payments + round, world.now()));
      sums.changed += overview();
      sums.unchanged += overview();
      sums.history += history();
    }
    return {
      lines: wallet.history().length,
      coins: store.coins({}).length,
      changedMs: sums.changed / ROUNDS,
      unchangedMs: sums.unchanged / ROUNDS,
      historyMs: sums.history / ROUNDS,
      firstMs,
    };
  } finally {
    store.close();
  }
};

const cpuMs = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};
