// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import type { Gate } from '../../electron/wallet/context.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { measure } from './measure.ts';
import { startRemoteSandbox, type RemoteSandbox } from './sandbox-process.ts';

/** All times in milliseconds, of whole withdrawals of a few coins whose transfer has already arrived. */
export type PlanchetsFirstFigures = {
  readonly rounds: number;
  readonly latencyMs: number;
  readonly bareMedianMs: number;
  readonly bareP95Ms: number;
  readonly gatedMedianMs: number;
  readonly gatedP95Ms: number;
  /** what the gate itself took, of every withdrawal that went through it */
  readonly gateMedianMs: number;
  readonly gateP95Ms: number;
};

/** Added by the sandbox to every answer of every server. */
const LATENCY_MS = 50;
const PROVIDERS = 2;
const SUM = 'KUDOS:3.45';

/** Withdrawals with and without the gate, in turn, from one sandbox in another process with two backup providers. */
export const benchPlanchetsFirst = async (rounds: number): Promise<PlanchetsFirstFigures> => {
  const world = realWorld();
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  const sandbox = await startRemoteSandbox({ latencyMs: LATENCY_MS, freeProviders: PROVIDERS });
  const gateMs: number[] = [];
  const bare = openInstallation(world, join(directory, 'bare.db'));
  const gated = openInstallation(world, join(directory, 'gated.db'), (backup) => async (step, batchId) => {
    const { value, wallMs } = await measure(() => backup().gate(step, batchId));
    gateMs.push(wallMs);
    return value;
  });
  try {
    for (const { wallet } of [bare, gated]) mustOk(await wallet.addExchange(sandbox.exchange), 'exchange');
    for (const target of sandbox.providers)
      mustOk(await gated.backup.addProvider({ target, consent: true, maxFee: 'KUDOS:1' }), 'provider');
    // The first of each opens connections and reads keys.
    for (const { wallet } of [bare, gated]) await withdrawOnce(wallet, sandbox);
    gateMs.length = 0;
    const bareMs: number[] = [];
    const gatedMs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bareMs.push(await withdrawOnce(bare.wallet, sandbox));
      gatedMs.push(await withdrawOnce(gated.wallet, sandbox));
    }
    return {
      rounds,
      latencyMs: LATENCY_MS,
      bareMedianMs: quantile(bareMs, 0.5),
      bareP95Ms: quantile(bareMs, 0.95),
      gatedMedianMs: quantile(gatedMs, 0.5),
      gatedP95Ms: quantile(gatedMs, 0.95),
      gateMedianMs: quantile(gateMs, 0.5),
      gateP95Ms: quantile(gateMs, 0.95),
    };
  } finally {
    await bare.close();
    await gated.close();
    await sandbox.close();
    rmSync(directory, { recursive: true });
  }
};

const openInstallation = (world: World, path: string, gateOf?: (backup: () => Backup) => Gate) => {
  const db = mustOk(openDatabase({ path, key: secret(world.randomBytes(32)) }), 'database');
  const store = openStore({ db, world });
  const gate = gateOf?.(() => backup);
  const wallet = createWallet({ world, store, ...(gate ? { gate } : {}) });
  const backup = createBackup({ world, store, wallet });
  const close = async (): Promise<void> => {
    await backup.close();
    store.close();
  };
  return { wallet, backup, close };
};

/** Time from the money's being in the reserve to the coins' being in the database. */
const withdrawOnce = async (wallet: Wallet, sandbox: RemoteSandbox): Promise<number> => {
  const { payto } = mustOk(await wallet.withdrawManual({ exchange: sandbox.exchange, amount: SUM }), 'withdrawal');
  await sandbox.transfer(payto);
  const { wallMs, value } = await measure(() => wallet.run());
  if (value.pending.length > 0) throw new Error(`not withdrawn: ${JSON.stringify(value.pending)}`);
  return wallMs;
};

/** The smallest of the figures that so large a part of them does not exceed. */
const quantile = (figures: readonly number[], part: number): number =>
  figures.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(figures.length * part) - 1)] ?? Number.NaN;
