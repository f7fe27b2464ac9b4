// SPDX-License-Identifier: GPL-3.0-or-later
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, perSecond } from './measure.ts';
import { startRemoteSandbox } from './sandbox-process.ts';

export type RunnerFigures = {
  readonly steps: number;
  /** a step is one withdrawal of two coins: reserve asked, seed written, coins signed and written, reserve drained */
  readonly stepsPerSecond: number;
  readonly cpuMsPerStep: number;
};

const SUM = 'KUDOS:0.05';

/** How many funded withdrawals one call of the runner finishes per second, with the sandbox in another process and a database on disk. */
export const benchRunner = async (steps: number): Promise<RunnerFigures> => {
  const world = realWorld();
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  const sandbox = await startRemoteSandbox({ latencyMs: 0, freeProviders: 0 });
  const db = mustOk(
    openDatabase({ path: join(directory, 'wallet.db'), key: secret(world.randomBytes(32)) }),
    'database',
  );
  const store = openStore({ db, world });
  const wallet = createWallet({ world, store });
  try {
    mustOk(await wallet.addExchange(sandbox.exchange), 'exchange');
    for (let index = 0; index < steps; index += 1) {
      const { payto } = mustOk(await wallet.withdrawManual({ exchange: sandbox.exchange, amount: SUM }), 'withdrawal');
      await sandbox.transfer(payto);
    }
    const { value, wallMs, cpuMs } = await measure(() => wallet.run({ untilDone: true }));
    if (value.steps < steps) throw new Error(`only ${value.steps} of ${steps} steps were finished`);
    return { steps: value.steps, stepsPerSecond: perSecond(value.steps, wallMs), cpuMsPerStep: cpuMs / value.steps };
  } finally {
    store.close();
    await sandbox.close();
    rmSync(directory, { recursive: true });
  }
};
