// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amount, amountToText, multiplyAmount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { markProven } from '../support/proven.ts';
import { measure, peakMemoryMib } from './measure.ts';
import { startRemoteSandbox } from './sandbox-process.ts';

export type WithdrawalFigures = {
  readonly coins: number;
  readonly wallMs: number;
  readonly cpuMsPerCoin: number;
  readonly peakMib: number;
};

/** The sandbox's largest coin with its withdraw fee: that many of them are that many coins, and nothing smaller is left over. */
const LARGEST_COIN = amount('KUDOS:16.01');
const TIMEOUT_MS = 300_000;

/** A whole withdrawal by the real wallet, from the bank's link to coins in an encrypted database on disk; the sandbox is another process. */
export const benchWithdrawal = async (coins: number): Promise<WithdrawalFigures> => {
  const world = realWorld();
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
    const { talerUri, confirm } = await sandbox.createWithdrawal(amountToText(multiplyAmount(LARGEST_COIN, coins)));
    const done = await measure(async () => {
      mustOk(await wallet.withdrawFromBank(talerUri), 'withdrawal');
      await confirm();
      await wallet.run({ untilDone: true, timeoutMs: TIMEOUT_MS });
    });
    const got = store.coins({ status: 'fresh' }).length;
    if (got !== coins) throw new Error(`${got} coins came of ${coins}: ${JSON.stringify(wallet.pending())}`);
    return { coins, wallMs: done.wallMs, cpuMsPerCoin: done.cpuMs / coins, peakMib: peakMemoryMib() };
  } finally {
    store.close();
    await sandbox.close();
    rmSync(directory, { recursive: true });
  }
};
