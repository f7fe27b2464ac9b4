// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amount, amountToText, multiplyAmount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { startThreads } from '../../electron/threads.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { markProven } from '../support/proven.ts';
import { measure } from './measure.ts';
import { startRemoteSandbox } from './sandbox-process.ts';

export type RefreshFigures = {
  readonly refreshes: number;
  /** what one coin became */
  readonly newCoins: number;
  readonly wallMs: number;
  /** of all threads, and of the one that draws the window */
  readonly cpuMs: number;
  readonly mainCpuMs: number;
};

/** The sandbox's largest coin with its withdraw fee. */
const LARGEST_COIN = amount('KUDOS:16.01');
const TIMEOUT_MS = 300_000;

/** Renews that many coins, each of which becomes several; the sandbox is another process. */
export const benchRefresh = async (refreshes: number): Promise<RefreshFigures> => {
  const threads = startThreads(new URL('../../electron/worker.ts', import.meta.url));
  const world = realWorld(undefined, threads);
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  const sandbox = await startRemoteSandbox();
  const db = mustOk(
    openDatabase({ path: join(directory, 'wallet.db'), key: secret(world.randomBytes(32)) }),
    'database',
  );
  const store = openStore({ db, world });
  try {
    const wallet = createWallet({ world, store });
    mustOk(await wallet.addExchange(sandbox.exchange), 'exchange');
    markProven(store);
    const all = amountToText(multiplyAmount(LARGEST_COIN, refreshes + 1));
    const { talerUri, confirm } = await sandbox.createWithdrawal(all);
    mustOk(await wallet.withdrawFromBank(talerUri), 'withdrawal');
    await confirm();
    await wallet.run({ untilDone: true, timeoutMs: TIMEOUT_MS });
    const [first, ...rest] = store.coins({ status: 'fresh' });
    if (first === undefined || rest.length !== refreshes) throw new Error(`${rest.length} coins to renew`);
    const renew = async (coins: readonly { readonly id: string }[]): Promise<void> => {
      store.transaction((tx) => {
        for (const { id } of coins) {
          const coin = tx.entry('coin', id)?.value;
          if (coin) tx.put('coin', id, { ...coin, status: 'in-use' });
        }
      });
      await wallet.run({ untilDone: true, timeoutMs: TIMEOUT_MS });
    };
    // The first starts the threads and compiles the code.
    await renew([first]);
    const before = store.coins({ status: 'fresh' }).length - refreshes;
    const mainBefore = process.threadCpuUsage();
    const done = await measure(() => renew(rest));
    const main = process.threadCpuUsage(mainBefore);
    const made = store.coins({ status: 'fresh' }).length - before;
    return {
      refreshes,
      newCoins: made / refreshes,
      wallMs: done.wallMs / refreshes,
      cpuMs: done.cpuMs / refreshes,
      mainCpuMs: (main.user + main.system) / 1000 / refreshes,
    };
  } finally {
    store.close();
    threads.close();
    await sandbox.close();
    rmSync(directory, { recursive: true });
  }
};
