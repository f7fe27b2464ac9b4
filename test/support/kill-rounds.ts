// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { openVault } from '../../electron/storage/vault.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { openWalletApp } from '../../electron/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { openBooks, type BookKeeper } from './books.ts';
import { diceOf, type Dice } from './dice.ts';
import type { Deed, Orders } from './mortal.ts';

// kill -9 of a real headless wallet at random moments, on a real disk, against a real economy on this machine. After a
// round the wallet is sometimes opened again and brought to rest, and the exchange's own books say whether money is lost;
// else the next process inherits the mess.

export type Progress = {
  readonly rounds: number;
  /** processes that were killed while they were at work (the others had finished) */
  readonly killed: number;
  /** how often the books were compared */
  readonly checked: number;
  /** what came into the wallet so far */
  readonly came: string;
  readonly losses: readonly string[];
};

export type KillOptions = {
  readonly seed: number;
  readonly goOn: (progress: Progress) => boolean;
  readonly report?: (progress: Progress) => void;
};

/** Rounds until `goOn` says no; what was lost is listed, not thrown. */
export const killRounds = async ({ seed, goOn, report }: KillOptions): Promise<Progress> => {
  const dice = diceOf(seed);
  const root = mkdtempSync(join(tmpdir(), 'holdfast-kill-'));
  const { now, randomBytes } = realWorld();
  const sandbox = await startSandbox({
    now,
    randomBytes,
    directory: join(root, 'sandbox'),
    rsaBits: 1024,
    syncProviders: [{ annualFee: 'KUDOS:0' }],
  });
  const books = openBooks(join(root, 'sandbox', 'exchange-1.sqlite'));
  const town: Town = { sandbox, books, dice, directory: join(root, 'wallet'), unconfirmed: [], paidIn: new Set() };
  let progress: Progress = { rounds: 0, killed: 0, checked: 0, came: 'KUDOS:0', losses: [] };
  let next = start();
  try {
    await settleIn(town);
    while (goOn(progress)) {
      const child = next;
      next = start();
      const killed = await oneRound(town, child);
      const check = dice.roll() < CHECK_SHARE;
      const found = check ? await putInOrder(town) : undefined;
      progress = {
        rounds: progress.rounds + 1,
        killed: progress.killed + (killed ? 1 : 0),
        checked: progress.checked + (check ? 1 : 0),
        came: found?.came ?? progress.came,
        losses: [
          ...progress.losses,
          ...(found?.losses ?? []).map((loss) => `seed ${seed}, round ${progress.rounds + 1}: ${loss}`),
        ],
      };
      report?.(progress);
    }
    return progress;
  } finally {
    next.process.kill('SIGKILL');
    books.close();
    await sandbox.close();
    rmSync(root, { recursive: true, force: true });
  }
};

/** In the other half of the rounds the next process, to be killed itself, finds what this one left. */
const CHECK_SHARE = 0.5;
/** About as long as a deed takes. */
const DYING_MS = 120;
const MORTAL = fileURLToPath(new URL('./mortal.ts', import.meta.url));

type Town = {
  readonly sandbox: Sandbox;
  readonly books: BookKeeper;
  readonly dice: Dice;
  readonly directory: string;
  /** bank withdrawals nobody has confirmed yet */
  unconfirmed: Awaited<ReturnType<Sandbox['bank']['createWithdrawal']>>[];
  /** reserves the person has sent money to */
  readonly paidIn: Set<string>;
};

type Child = { readonly process: ChildProcess; readonly ended: Promise<void> };

/** The next process loads its program while this one still lives. */
const start = (): Child => {
  const process_ = spawn(process.execPath, [MORTAL], { stdio: ['pipe', 'pipe', 'inherit'] });
  // writing to a process that is dead already is no news here
  process_.stdin.on('error', () => undefined);
  return { process: process_, ended: new Promise((resolve) => process_.once('close', () => resolve())) };
};

/** The wallet is made, knows its exchange and its provider, and has some money. */
const settleIn = async (town: Town): Promise<void> => {
  const app = mustOk(await openWalletApp({ dataDirectory: town.directory, world: realWorld(), loop: false }), 'wallet');
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'creation');
  mustOk(await app.handle('exchange.add', { url: exchangeOf(town) }), 'exchange');
  const provider = town.sandbox.syncProviders[0]?.baseUrl ?? '';
  mustOk(await app.handle('provider.add', { target: provider }), 'provider');
  await app.close();
};

const exchangeOf = ({ sandbox }: Town): string => sandbox.exchanges[0]?.baseUrl ?? '';

/** One process, some deeds, and a death at a random moment; false when it had finished before. */
const oneRound = async (town: Town, { process: child, ended }: Child): Promise<boolean> => {
  const deeds: Deed[] = [{ do: 'go on' }];
  for (let left = 1 + town.dice.upTo(3); left > 0; left--) deeds.push(await chooseDeed(town), { do: 'go on' });
  const orders: Orders = { directory: town.directory, deeds };
  // Some die while they open the database, most at one of their deeds, a few when they have finished.
  const hearsBeforeDeath = town.dice.upTo(deeds.length + 2);
  const delay = town.dice.roll() * DYING_MS;
  let finished = false;
  let heard = 0;
  const doomed = new Promise<void>((resolve) => {
    if (hearsBeforeDeath === 0) resolve();
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      if (line === 'done') finished = true;
      payWhatIsAsked(town, line);
      heard += 1;
      if (heard === hearsBeforeDeath) resolve();
    });
    void ended.then(resolve);
  });
  child.stdin?.write(`${JSON.stringify(orders)}\n`);
  await doomed;
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await ended;
  return !finished;
};

const chooseDeed = async (town: Town): Promise<Deed> => {
  const { dice, sandbox } = town;
  const text = (units: number): string => `KUDOS:${(units / 100).toFixed(2)}`;
  const roll = dice.roll();
  if (roll < 0.25) return { do: 'withdraw by hand', exchange: exchangeOf(town), amount: text(20 + dice.upTo(400)) };
  if (roll < 0.45) {
    const operation = await sandbox.bank.createWithdrawal(text(20 + dice.upTo(200)));
    town.unconfirmed.push(operation);
    return { do: 'withdraw from bank', uri: operation.talerUri };
  }
  if (roll < 0.85) {
    const order = await sandbox.merchant.createOrder({ amount: text(5 + dice.upTo(100)), summary: 'tea' });
    return { do: 'pay', uri: order.talerPayUri };
  }
  return { do: 'back up' };
};

/** The person does what the wallet says: transfers to the account it names, confirms at the bank. */
const payWhatIsAsked = (town: Town, line: string): void => {
  const payto = /"payto":"([^"]+)"/.exec(line)?.[1];
  const reserve = /"reservePub":"([^"]+)"/.exec(line)?.[1];
  if (payto !== undefined && reserve !== undefined) transfer(town, reserve, payto);
  if (line.includes('"confirmUrl"')) void confirmAll(town);
};

const transfer = (town: Town, reserve: string, payto: string): void => {
  if (town.paidIn.has(reserve)) return;
  town.paidIn.add(reserve);
  mustOk(town.sandbox.bank.transferToReserve(payto), 'transfer');
};

/** Those the wallet has not registered yet cannot be confirmed; they are tried again. */
const confirmAll = async (town: Town): Promise<void> => {
  const all = town.unconfirmed;
  town.unconfirmed = [];
  for (const operation of all) await operation.confirm().catch(() => town.unconfirmed.push(operation));
};

/** Opens the wallet again, finishes everything, and compares with the books. */
const putInOrder = async (town: Town): Promise<{ readonly losses: readonly string[]; readonly came: string }> => {
  const { directory } = town;
  await withStore(directory, (store) => {
    for (const { value } of store.entries('withdrawal'))
      if (value.origin.type === 'manual' && value.status === 'awaiting-transfer')
        transfer(town, value.reserve, value.origin.payto);
  });
  await confirmAll(town);
  const opened = await openWalletApp({ dataDirectory: directory, world: realWorld(), loop: false });
  if (!opened.ok) return { losses: [`the wallet does not open: ${opened.error.kind}`], came: '' };
  const app = opened.value;
  let left = await app.runPending({ untilDone: false, timeoutMs: 20_000 });
  for (let tries = 0; tries < 20 && (!left.ok || left.value.pending.length > 0); tries++) {
    await confirmAll(town);
    left = await app.runPending({ untilDone: true, timeoutMs: 2_000 });
  }
  await app.close();
  const pending = left.ok
    ? left.value.pending.map(({ type, note }) => `${type} is stuck: ${note ?? ''}`)
    : ['it broke'];
  const { losses, came } = await withStore(directory, (store) => compare(town.books, store));
  return { losses: [...pending, ...losses], came };
};

const compare = (books: BookKeeper, store: Store): { readonly losses: readonly string[]; readonly came: string } => {
  const { in: came, reserves, coins, purses, paid, fees, dust, missing } = books.read(store);
  const wallet = createWallet({ world: realWorld(), store });
  const total = wallet.balances().reduce((sum, each) => sum + amount(each.total).units, 0n);
  const lost = came - reserves - coins - purses - paid - fees;
  const wrong = coins - total - dust;
  return {
    came: `KUDOS:${Number(came) / 1e8}`,
    losses: [
      ...missing,
      ...(lost === 0n ? [] : [`${lost} units are nowhere`]),
      ...(wrong === 0n ? [] : [`the wallet shows ${total} units, the exchange holds ${coins} (written off: ${dust})`]),
    ],
  };
};

const withStore = async <T>(directory: string, look: (store: Store) => T): Promise<T> => {
  const world = realWorld();
  const key = mustOk(await openVault(world, directory, { kind: 'unprotected' }), 'key');
  const store = openStore({ db: mustOk(openDatabase({ path: join(directory, 'wallet.db'), key }), 'database'), world });
  try {
    return look(store);
  } finally {
    store.close();
  }
};
