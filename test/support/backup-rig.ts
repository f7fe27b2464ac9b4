// SPDX-License-Identifier: GPL-3.0-or-later
import { createBackup, type BackupOptions } from '../../electron/backup/backup.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import type { Sandbox, SyncChoice } from '../../electron/sandbox/sandbox.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import type { Gate } from '../../electron/wallet/context.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { watchBeside } from './beside.ts';
import { createRunningClock } from './clock.ts';
import { economyHttp, openEconomy } from './economy.ts';

/** One installation: a store in memory, its wallet and its backup. */
export type Installation = {
  readonly world: World;
  readonly store: Store;
  readonly wallet: Wallet;
  readonly backup: Backup;
};

/** A world whose clock can be moved; everything in a test shares one, so that payments and deadlines agree. */
export type TestWorld = World & { readonly move: (ms: number) => void };
/** One in which a wait takes no time. */
export type HastyWorld = TestWorld & {
  /**
   * Lets time pass, a piece whenever nobody asks or answers, until `work` has ended: for work that waits for its next try. What
   * a busy machine takes for it counts for nothing.
   */
  readonly hurry: <T>(work: Promise<T>) => Promise<T>;
};

export const testWorld = (): HastyWorld => {
  const clock = createRunningClock();
  const beside = watchBeside();
  let stirs = 0;
  const http: World['http'] = async (input, init) => {
    stirs += 1;
    try {
      return await economyHttp(input, init);
    } finally {
      stirs += 1;
    }
  };
  /** For some turns of the event loop nobody has asked, answered or packed: what could go on without time has gone on. */
  const quiet = async (): Promise<void> => {
    for (let turn = 0, seen = stirs; turn < QUIET_TURNS; turn += 1) {
      await nextTurn();
      const isBusy = beside.isBusy();
      if (isBusy) await beside.rest();
      if (isBusy || stirs !== seen) [turn, seen] = [0, stirs];
    }
  };
  const hurry = async <T>(work: Promise<T>): Promise<T> => {
    const goOn = clock.hold();
    let ended = false;
    const end = (): void => void (ended = true);
    work.then(end, end);
    try {
      for (await quiet(); !ended; await quiet()) clock.move(PIECE_MS);
      return await work;
    } finally {
      goOn();
    }
  };
  return { ...realWorld(), ...clock, http, hurry };
};

const QUIET_TURNS = 30;
/** Short beside every wait of the wallet, so that each of its looks still happens at a moment of its own. */
const PIECE_MS = 50;
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export const startEconomy = (world: World, syncProviders: readonly SyncChoice[]): Promise<Sandbox> =>
  openEconomy(world, { syncProviders });

export const install = (
  world: World,
  options: Pick<BackupOptions, 'onRootSecret' | 'onRootForgotten' | 'onProgress' | 'deviceName'> & {
    readonly path?: string;
    readonly gated?: boolean;
  } = {},
): Installation => {
  const { path = ':memory:', gated = false, ...backupOptions } = options;
  const db = openDatabase({ path });
  if (!db.ok) throw new Error(db.error.kind);
  const store = openStore({ db: db.value, world });
  const gate: Gate = (...asked) => backup.gate(...asked);
  const wallet = createWallet({ world, store, ...(gated ? { gate } : {}) });
  const backup: Backup = createBackup({ world, store, wallet, ...backupOptions });
  return { world, store, wallet, backup };
};

/** Withdraws from the sandbox's first exchange until the coins are there. */
export const withdraw = async ({ wallet }: Installation, sandbox: Sandbox, amount: string): Promise<void> => {
  const exchange = sandbox.exchanges[0];
  if (!exchange) throw new Error('no exchange');
  const added = await wallet.addExchange(exchange.baseUrl);
  if (!added.ok) throw new Error(added.error.kind);
  const operation = await sandbox.bank.createWithdrawal(amount);
  const started = await wallet.withdrawFromBank(operation.talerUri);
  if (!started.ok) throw new Error(started.error.kind);
  await operation.confirm();
  const report = await wallet.run({ untilDone: true, timeoutMs: 20_000 });
  if (report.pending.length > 0) throw new Error(`still pending: ${JSON.stringify(report.pending)}`);
};

export const total = ({ wallet }: Installation): string =>
  wallet
    .balances()
    .map((balance) => balance.total)
    .join(' ');

/** Agrees to the total that is shown, or to `maxFee`. */
const agreeTo = async (
  { backup }: Pick<Installation, 'backup'>,
  target: string,
  maxFee?: string,
): ReturnType<Backup['addProvider']> => {
  const shown = await backup.inspectProvider(target);
  if (!shown.ok) return shown;
  const agreed = maxFee ?? shown.value.annualTotal;
  return backup.addProvider({ target, consent: true, ...(agreed === undefined ? {} : { maxFee: agreed }) });
};

export const add = async (one: Installation, target: string, maxFee?: string): Promise<string> => {
  const added = await agreeTo(one, target, maxFee);
  if (!added.ok) throw new Error(added.error.kind);
  return added.value.lastOutcome;
};

export const recoveryText = ({ backup }: Pick<Installation, 'backup'>): string => {
  const text = backup.recoveryText();
  if (!text.ok) throw new Error(text.error.kind);
  return text.value;
};

export const outcomes = async ({ backup }: Installation, id?: string): Promise<readonly string[]> =>
  (await backup.cycle(id)).map((report) => report.outcome);
