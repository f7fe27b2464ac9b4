// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { amount, amountToText, multiplyAmount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { findElectron } from '../../electron/start/find-electron.ts';
import { makeLongWallet, openLongWallet } from './long-wallet.ts';
import { startRemoteSandbox } from './sandbox-process.ts';

// The window as a person starts it, beside an Electron window with one heading in it: same program, same machine, one after the other.

type Start = { readonly paintMs: number; readonly memoryMib: number };

export type WindowFigures = {
  readonly bare: Start;
  /** with 10 payments, and with so many more */
  readonly few: Start;
  readonly many: Start;
  readonly lines: number;
  /** main-thread time of one answer to the first page and to a page of the history, in milliseconds */
  readonly overviewMs: number;
  readonly historyMs: number;
  /** the longest time the main process did nothing else while so many coins were withdrawn */
  readonly blockMs: number;
  readonly coins: number;
};

/** What a person starts it for. */
const BALANCE = '[data-testid="balance-total"]';

const TOP = join(import.meta.dirname, '../..');
const ROUNDS = Number(process.env['HOLDFAST_BENCH_ROUNDS'] ?? 3);
/** What a start still does in its first seconds is no memory that stays. */
const SETTLED_MS = 4000;
const FEW = 10;

/** Start, memory and answers of the window with `payments` payments in it; undefined where no window can be shown. */
export const benchWindow = async (payments: number): Promise<WindowFigures | null> => {
  const electron = findElectron(TOP, process.env);
  if (electron === undefined || (process.platform === 'linux' && !process.env['DISPLAY'])) return null;
  const base = mkdtempSync(join(tmpdir(), 'holdfast-bench-window-'));
  try {
    const homes = { few: join(base, 'few'), many: join(base, 'many') };
    for (const [name, count] of [
      ['few', FEW],
      ['many', payments],
    ] as const) {
      mkdirSync(homes[name]);
      await makeLongWallet(walletIn(homes[name]), count);
    }
    const bare = bareApp(base);
    for (const home of Object.values(homes)) await closeOnce(electron, home);
    const starts: { readonly [N in 'bare' | 'few' | 'many']: Start[] } = { bare: [], few: [], many: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      starts.bare.push(await startOnce(electron, [bare, `--user-data-dir=${join(base, 'bare-data')}`], 'h1'));
      for (const name of ['few', 'many'] as const)
        starts[name].push(await startOnce(electron, ours(homes[name]), BALANCE));
    }
    const answers = await answersOf(walletIn(homes.many));
    return {
      bare: median(starts.bare),
      few: median(starts.few),
      many: median(starts.many),
      ...answers,
      ...(await longestBlock(electron, join(base, 'drawing'))),
    };
  } finally {
    rmSync(base, { recursive: true });
  }
};

/** Where the window keeps the wallet of `--data`. */
const walletIn = (home: string): string => join(home, 'wallet');

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const ours = (home: string): readonly string[] => [TOP, `--data=${home}`, '--lang=en-GB'];

const bareApp = (base: string): string => {
  const directory = join(base, 'bare');
  mkdirSync(directory);
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>bare</title><h1>bare</h1>');
  writeFileSync(
    join(directory, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));`,
  );
  return directory;
};

const launched = async (electron: string, args: readonly string[]): Promise<ElectronApplication> =>
  _electron.launch({ executablePath: electron, args: [...asRoot, ...args], cwd: TOP, timeout: 60_000 });

/** A wallet that was just made has never been worked out and closed by a window. */
const closeOnce = async (electron: string, home: string): Promise<void> => {
  const app = await launched(electron, ours(home));
  const page = await app.firstWindow();
  await page.waitForSelector(BALANCE);
  await page.evaluate(() => window.wallet.ask('wallet.history', { limit: 1 }));
  await end(app);
};

const startOnce = async (electron: string, args: readonly string[], useful: string): Promise<Start> => {
  const began = performance.now();
  const app = await launched(electron, args);
  try {
    const page = await app.firstWindow();
    await page.waitForSelector(useful);
    const paintMs = performance.now() - began;
    await pause(SETTLED_MS);
    return { paintMs, memoryMib: memoryOf(app.process().pid ?? 0) };
  } finally {
    await end(app);
  }
};

/** Ends it as a person does who answers that money may be lost. */
const end = async (app: ElectronApplication): Promise<void> => {
  await app.evaluate(({ dialog }) => {
    // The second button of the question is the one that closes.
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  await app.close();
};

/** What a process and all its children have to themselves, and their share of what they have together (PSS). */
const memoryOf = (pid: number): number => {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = readOr(`/proc/${name}/stat`);
    // After the name, which may have anything in it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
  }
  const isOf = (each: number): boolean => each === pid || (each > 1 && isOf(parents.get(each) ?? 0));
  let kib = 0;
  for (const each of parents.keys())
    if (isOf(each)) kib += Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${each}/smaps_rollup`))?.[1] ?? 0);
  return kib / 1024;
};

const readOr = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const median = (starts: readonly Start[]): Start => {
  const middle = (of: (start: Start) => number): number =>
    starts.map(of).toSorted((a, b) => a - b)[Math.floor(starts.length / 2)] ?? 0;
  return { paintMs: middle((start) => start.paintMs), memoryMib: middle((start) => start.memoryMib) };
};

const ANSWERS = 50;

/** The same wallet behind the same door, in this process, whose time can be told. */
const answersOf = async (home: string): Promise<Pick<WindowFigures, 'lines' | 'overviewMs' | 'historyMs'>> => {
  const app = await openLongWallet(home);
  try {
    const { total } = mustOk(await app.handle('wallet.history', {}), 'history');
    const overviewMs = await timeOf(() => app.handle('wallet.overview', {}));
    return { lines: total, overviewMs, historyMs: await timeOf(() => app.handle('wallet.history', { limit: 40 })) };
  } finally {
    await app.close();
  }
};

const timeOf = async (ask: () => Promise<unknown>): Promise<number> => {
  await ask();
  const before = process.threadCpuUsage();
  for (let round = 0; round < ANSWERS; round += 1) await ask();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / ANSWERS;
};

const COINS = Number(process.env['HOLDFAST_BENCH_COINS'] ?? 1000);
/** The sandbox's largest coin with its withdraw fee. */
const LARGEST_COIN = amount('KUDOS:16.01');
const TIMEOUT_MS = 300_000;

/** Lets the window draw many coins, and looks how long its main process was ever busy without a pause. */
const longestBlock = async (electron: string, home: string): Promise<Pick<WindowFigures, 'blockMs' | 'coins'>> => {
  mkdirSync(home);
  await makeLongWallet(walletIn(home), FEW);
  const sandbox = await startRemoteSandbox();
  const app = await launched(electron, ours(home));
  try {
    const page = await app.firstWindow();
    await page.waitForSelector(BALANCE);
    await pause(SETTLED_MS);
    const sum = amountToText(multiplyAmount(LARGEST_COIN, COINS));
    const payto = await begin(page, sandbox.exchange, sum);
    await app.evaluate(watchBlocks);
    await sandbox.transfer(payto);
    const deadline = performance.now() + TIMEOUT_MS;
    while (!(await isThere(page))) {
      if (performance.now() > deadline) throw new Error('the coins did not come');
      await pause(500);
    }
    return { coins: COINS, blockMs: await app.evaluate(() => (globalThis as Watched).longestMs?.() ?? 0) };
  } finally {
    await end(app);
    await sandbox.close();
  }
};

const begin = (page: Page, exchange: string, sum: string): Promise<string> =>
  page.evaluate(
    async ([url, wanted]) => {
      const added = await window.wallet.ask('exchange.add', { url: url ?? '' });
      if (!added.ok) throw new Error(added.error.kind);
      const found = await window.wallet.ask('terms.look', { exchange: added.value.baseUrl, language: 'en' });
      if (found.ok && found.value.terms !== null)
        await window.wallet.ask('terms.accept', { exchange: added.value.baseUrl, version: found.value.terms.version });
      const begun = await window.wallet.ask('withdraw.manual', { exchange: added.value.baseUrl, amount: wanted ?? '' });
      if (!begun.ok) throw new Error(begun.error.kind);
      return begun.value.payto;
    },
    [exchange, sum],
  );

const isThere = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const answer = await window.wallet.ask('wallet.overview', {});
    return answer.ok && answer.value.balances.some(({ available }) => Number(available.split(':')[1]) >= 15_000);
  });

type Watched = typeof globalThis & { longestMs?: () => number };

/** Runs in the main process. */
const watchBlocks = (): void => {
  const { monitorEventLoopDelay } = process.getBuiltinModule('perf_hooks');
  const watch = monitorEventLoopDelay({ resolution: 1 });
  watch.enable();
  (globalThis as Watched).longestMs = () => watch.max / 1e6;
};
