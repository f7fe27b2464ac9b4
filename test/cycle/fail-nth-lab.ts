// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import type { Generation } from '../../electron/sandbox/exchange/room.ts';
import { startSandbox, type ExchangeChoice, type Sandbox, type SyncChoice } from '../../electron/sandbox/sandbox.ts';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import type { Gate } from '../../electron/wallet/context.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { openBooks, type BookKeeper } from '../support/books.ts';
import { compilingOnce, fateOf, type Fate, type Fault } from '../support/fail-nth.ts';
import { createHttpLog, reusedSeeds, type HttpLog } from '../support/http-log.ts';
import { COIN_MAKING, seedsInUse, storedSeeds } from '../support/stored-seeds.ts';
import { testWorld, type TestWorld } from '../support/backup-rig.ts';
import { sumsThatDisagree } from './wallet-lab.ts';

/** An economy whose exchange's books can be read, with few kinds of coins so that a case takes milliseconds. */
export type Lab = {
  readonly sandbox: Sandbox;
  readonly world: TestWorld;
  readonly exchange: string;
  readonly books: BookKeeper;
  readonly close: () => Promise<void>;
};

export const DENOMINATIONS: readonly DenominationSpec[] = [
  { value: '0.02' },
  { value: '0.1', feeRefresh: '0.01' },
  { value: '0.5', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
  { value: '2', feeWithdraw: '0.01', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
];

export const startLab = async (
  generation: Generation,
  syncProviders: readonly SyncChoice[] = [],
  { denominations = DENOMINATIONS, fees = {} }: Pick<ExchangeChoice, 'denominations' | 'fees'> = {},
): Promise<Lab> => {
  const world = testWorld();
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-fail-nth-'));
  const { now, randomBytes } = world;
  const exchanges = [{ generation, denominations, fees }];
  const sandbox = await startSandbox({ now, randomBytes, directory, rsaBits: 1024, exchanges, syncProviders });
  // A replayed batch is refused by the recorded v17, which answers single requests again (PROTOCOL.md#defects-of-recorded-servers).
  if (generation === 'v17')
    sandbox.exchanges[0]?.faults.always({ path: '/batch-withdraw' }, { v17RefuseBatchReplay: true });
  const books = openBooks(join(directory, 'exchange-1.sqlite'));
  return {
    sandbox,
    world,
    books,
    exchange: sandbox.exchanges[0]?.baseUrl ?? '',
    close: async () => {
      books.close();
      await sandbox.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** What stays when the process is gone: the database, and what servers have heard from it. */
export type Device = {
  readonly db: Db;
  readonly log: HttpLog;
  readonly disagreements: string[];
  /** planchets first; the other devices are of people who have no provider */
  readonly gated: boolean;
};
/** One life of a device. */
export type Open = { readonly device: Device; readonly store: Store; readonly wallet: Wallet; readonly backup: Backup };

export const newDevice = ({ gated = false } = {}): Device => ({
  db: mustOk(openDatabase({ path: ':memory:' }), 'database'),
  log: createHttpLog(),
  disagreements: [],
  gated,
});

/** A new process over what the device's last one left. */
export const openDevice = (lab: Lab, device: Device, fate: Fate = fateOf()): Open => {
  // What is looked at from outside is no step of the wallet.
  const looking = openStore({ db: { ...device.db, sqlite: compilingOnce(device.db.sqlite) }, world: lab.world });
  keysEverSeen(lab, looking);
  const outside = createWallet({ world: lab.world, store: looking });
  const watched = device.gated ? watchingSeeds(lab, device, looking) : lab.world;
  const world: World = fate.world(device.log.world(watched));
  const store = openStore({ db: fate.db(device.db), world });
  const gate: Gate = (step, batchId) => backup.gate(step, batchId);
  const wallet = createWallet({ world, store, ...(device.gated ? { gate } : {}) });
  const backup = createBackup({ world, store, wallet, workerUrl: 'none' });
  // "At every instant": after each commit that changed anything.
  store.onChange(() => device.disagreements.push(...sumsThatDisagree(outside)));
  return { device, store, wallet, backup };
};

/** Planchets first: what a request makes coins of must be in a provider's hands when the request leaves. */
const watchingSeeds = (lab: Lab, device: Device, store: Store): World => ({
  ...lab.world,
  http: async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const stored = COIN_MAKING.test(pathname) ? await storedSeeds(lab.sandbox, store) : undefined;
    if (stored)
      for (const seed of seedsInUse(store, pathname))
        if (!stored.has(seed)) device.disagreements.push(`${pathname} was sent and no provider has its seed`);
    return lab.world.http(input, init);
  },
});

/** One flow of money or backup, ready to be struck. */
export type Scene = {
  readonly device: Device;
  /** what the person does, and does again after trouble until it has worked: done twice it does not happen twice */
  readonly act: (open: Open) => Promise<void>;
  /** what is so at the end, besides the laws for all flows */
  readonly check: (open: Open) => void | Promise<void>;
  /** other devices for which the laws hold too */
  readonly others?: readonly Device[];
  /** a copy nobody hears of has spent coins this device finds: what became of those shows when their renewal is refused */
  readonly copySpent?: true;
};

export type Flow = {
  readonly name: string;
  readonly prepare: (lab: Lab) => Promise<Scene>;
  /** moves the clock by days, or makes a server fail at a path all share: no other case runs beside it */
  readonly alone?: true;
};
export type Plan = { readonly fault: Fault; readonly n: number };

/** A flow with a fault, then (for double faults) the recovery with another, then an untouched recovery; which faults struck. */
export const runCase = async (lab: Lab, flow: Flow, plans: readonly Plan[]): Promise<readonly boolean[]> => {
  const what = `${flow.name}: ${plans.map(({ fault, n }) => `${fault} (${n})`).join(', then ')}`;
  try {
    const scene = await flow.prepare(lab);
    const struck: boolean[] = [];
    for (const plan of plans) struck.push(await struckBy(lab, scene, fateOf(plan)));
    const last = openDevice(lab, scene.device);
    await scene.act(last);
    await rest(last);
    await scene.check(last);
    for (const device of [scene.device, ...(scene.others ?? [])]) expectLaws(lab, device, scene.copySpent);
    return struck;
  } catch (failure) {
    throw new Error(what, { cause: failure });
  }
};

/** One life with one fault. A process that survives it goes on and must get there without being restarted. */
const struckBy = async (lab: Lab, { device, act }: Scene, fate: Fate): Promise<boolean> => {
  let open: Open | undefined;
  const live = async (): Promise<void> => {
    open ??= openDevice(lab, device, fate);
    await act(open);
    await rest(open);
  };
  try {
    await live();
  } catch (failure) {
    // A struck process says many things; what counts is what it leaves and what it does next.
    if (!fate.struck()) throw failure;
  }
  if (fate.struck() && !fate.isDead()) await live();
  return fate.struck();
};

/** Of the occasions for a fault, every so manieth is tried; 1 unless said otherwise. */
export type Shares = Partial<Readonly<Record<Fault, number>>>;

/**
 * Strikes a flow at the n-th occasion for a fault, n = 1, 2, 3, …, and once past the last, where it must pass untouched.
 * The same question is put to the database again and again: its failure is tried once for every place that asks. With
 * HOLDFAST_TORTURE set, n really is every number, whatever the shares.
 */
export const failEveryNth = async (lab: Lab, flow: Flow, fault: Fault, shares: Shares = {}): Promise<number> => {
  const counting = await countSteps(lab, flow);
  const counted = counting.counts()[fault];
  const all = Array.from({ length: counted }, (_, at) => at + 1);
  const places = fault === 'statement fails' ? counting.occasions(fault) : all;
  const tried = TORTURE ? all : places.filter((_, at) => at % (shares[fault] ?? 1) === 0);
  expect(tried.length).toBeGreaterThan(0);
  const queue = tried.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const n of queue)
      await runCase(lab, flow, [{ fault, n }]).catch((failure: unknown) => void failures.push(failure));
  };
  await Promise.all(Array.from({ length: flow.alone === true ? 1 : ABREAST }, worker));
  // All of them: one mistake often shows at several places, and which ones tells what it is.
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${tried.length} cases: ${failures.map(String).join('; ')}`,
    );
  // A life may take a few steps more or less than another: far past the last step nothing may strike.
  const [untouched] = await runCase(lab, flow, [{ fault, n: counted * 2 }]);
  expect(untouched).toBe(false);
  if (TORTURE) console.log(`${flow.name}: ${fault}: ${tried.length} cases`);
  return counted;
};

const TORTURE = process.env['HOLDFAST_TORTURE'] !== undefined;
/** One flow under one fault, in milliseconds; every number of it may take hours. */
export const LONGEST_MS = TORTURE ? 24 * 60 * 60_000 : 600_000;

/** A life that only counts. */
export const countSteps = (lab: Lab, flow: Flow): Promise<Fate> => {
  const known = countedByFlow.get(lab)?.get(flow);
  if (known) return known;
  const count = async (): Promise<Fate> => {
    const fate = fateOf('watch');
    expect(await struckBy(lab, await flow.prepare(lab), fate)).toBe(false);
    return fate;
  };
  const counting = count();
  countedByFlow.set(lab, new Map([...(countedByFlow.get(lab) ?? []), [flow, counting]]));
  return counting;
};

const countedByFlow = new WeakMap<Lab, ReadonlyMap<Flow, Promise<Fate>>>();

/** Side by side, so that one case's waiting is another's time. */
const ABREAST = 4;

/** Until nothing is left to do; nobody waits for a back-off here. */
export const rest = async ({ store, wallet }: Open): Promise<void> => {
  for (let round = 0; round < 40; round++) {
    store.transaction((tx) => {
      for (const { kind, id } of tx.local.tasks()) tx.local.deleteTask(kind, id);
    });
    if ((await wallet.run()).pending.length === 0) return;
  }
};

/** Value is conserved, sums agree at every instant, no seed served two requests, no coin was offered twice. */
const expectLaws = (lab: Lab, device: Device, copySpent = false): void => {
  const { store, wallet } = openDevice(lab, device);
  expect(wallet.pending()).toEqual([]);
  expect([...device.disagreements, ...sumsThatDisagree(wallet)]).toEqual([]);
  const { in: came, reserves, coins, purses, paid, fees, dust, missing } = lab.books.read(store);
  expect(missing).toEqual([]);
  expect(reserves + coins + purses + paid + fees).toBe(came);
  expect(totalUnits(wallet) + dust).toBe(coins);
  const keys = keysEverSeen(lab, store);
  if (keys) expect(reusedSeeds(device.log, store, keys)).toEqual([]);
  const doubleSpent = device.log.refusals().filter((each) => DOUBLE_SPENT.test(each));
  expect(doubleSpent.filter((each) => !copySpent || !each.endsWith('/melt'))).toEqual([]);
};

/** What the exchange offers, and what it has offered before: a planchet of a revoked key is made again here with that key. */
const keysEverSeen = (lab: Lab, store: Store): ExchangeKeys | undefined => {
  const cached = store.local.cachedKeys(lab.exchange);
  if (!cached) return undefined;
  const seen = keysByLab.get(lab) ?? new Map<string, ExchangeKeys>();
  keysByLab.set(lab, seen);
  const now = seen.get(cached.raw) ?? mustOk(parseKeys(lab.exchange, cached.raw), 'keys');
  seen.set(cached.raw, now);
  return { ...now, denominations: new Map([...seen.values()].flatMap((each) => [...each.denominations])) };
};

const keysByLab = new WeakMap<Lab, Map<string, ExchangeKeys>>();

/** What an exchange says to a coin that has been used (1012) or used as another (1003), and a shop that passes it on. */
const DOUBLE_SPENT = /^409\/(1012|1003|2169) |^409\/.*\/pay$/;

export const totalUnits = (wallet: Wallet): bigint =>
  wallet.balances().reduce((sum, { total }) => sum + amount(total).units, 0n);
