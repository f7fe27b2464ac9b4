// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import type { Generation } from '../../electron/sandbox/exchange/room.ts';
import type { ExchangeChoice, Sandbox, SandboxOptions, SyncChoice } from '../../electron/sandbox/sandbox.ts';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import type { Gate } from '../../electron/wallet/context.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { TestWorld } from '../support/backup-rig.ts';
import { createClock, type Clock } from '../support/clock.ts';
import { economyHttp, openEconomy } from '../support/economy.ts';
import { compilingOnce, fateOf, type Fate } from '../support/fail-nth.ts';
import { createHttpLog, type HttpLog } from '../support/http-log.ts';
import { rememberingThreads } from '../support/remembered.ts';
import { markProven } from '../support/proven.ts';
import { agreeToRenewals } from '../support/renewals.ts';
import { rsaPool } from '../support/rsa-pool.ts';
import { bytesOf, RUN_SEED } from '../support/seed.ts';
import { COIN_MAKING, pathUnderKey, seedsInUse, storedSeeds } from '../support/stored-seeds.ts';
import { sumsThatDisagree } from './wallet-lab.ts';

/** An economy whose exchange's books can be read, with few kinds of coins so that a case takes milliseconds. */
export type Lab = {
  readonly sandbox: Sandbox;
  readonly world: TestWorld;
  readonly clock: Clock & { readonly shows: number };
  readonly exchange: string;
  /** Everything outside the devices, to be put back; nothing goes on that was begun before. */
  readonly image: () => LabImage;
  /** Puts an image back; what is drawn from then on depends on the name alone. */
  readonly restore: (image: LabImage, name: string) => Promise<void>;
  /** raised when whatever was begun until now is over */
  readonly era: () => AbortSignal;
  readonly close: () => Promise<void>;
};

type LabImage = { readonly servers: readonly Uint8Array[]; readonly shows: number; readonly keysGiven: number };

export const DENOMINATIONS: readonly DenominationSpec[] = [
  { value: '0.02' },
  { value: '0.1', feeRefresh: '0.01' },
  { value: '0.5', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
  { value: '2', feeWithdraw: '0.01', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
];

export const startLab = async (
  generation: Generation,
  syncProviders: readonly SyncChoice[] = [],
  {
    denominations = DENOMINATIONS,
    fees = {},
    anastasisProviders = [],
  }: Pick<ExchangeChoice, 'denominations' | 'fees'> & Pick<SandboxOptions, 'anastasisProviders'> = {},
): Promise<Lab> => {
  const clock = createClock();
  const pool = rsaPool();
  const threads = rememberingThreads();
  let era = new AbortController();
  let random = bytesOf(`${RUN_SEED}`);
  const world: TestWorld = {
    now: clock.now,
    sleep: clock.sleep,
    move: clock.move,
    randomBytes: (length) => random(length),
    http: economyHttp,
    threads,
    log: () => undefined,
  };
  const exchanges = [{ generation, denominations, fees }];
  const sandbox = await openEconomy(world, { newRsaKey: pool.next, exchanges, syncProviders, anastasisProviders });
  // A replayed batch is refused by the recorded v17, which answers single requests again (PROTOCOL.md#defects-of-recorded-servers).
  if (generation === 'v17')
    sandbox.exchanges[0]?.faults.always({ path: '/batch-withdraw' }, { v17RefuseBatchReplay: true });
  return {
    sandbox,
    world,
    clock,
    exchange: sandbox.exchanges[0]?.baseUrl ?? '',
    image: () => ({ servers: sandbox.image(), shows: clock.shows, keysGiven: pool.position }),
    restore: async ({ servers, shows, keysGiven }, name) => {
      era.abort('over');
      era = new AbortController();
      for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
      clock.shows = shows;
      pool.position = keysGiven;
      random = bytesOf(`${RUN_SEED} ${name}`);
      sandbox.restore(servers);
    },
    era: () => era.signal,
    close: async () => {
      era.abort('over');
      await sandbox.close();
    },
  };
};

/** Of the event loop: what went on in the background has heard that it is over. */
const TURNS = 3;

/** What stays when the process is gone: the database, and what servers have heard from it. */
export type Device = {
  /** another connection after the database was put back to what it was */
  db: Db;
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

/** A device as it is now; the function puts it back to that. */
export const keepDevice = (device: Device): (() => void) => {
  const bytes = device.db.sqlite.serialize();
  const heard = device.log.requests.length;
  const disagreed = device.disagreements.length;
  return () => {
    device.db = openImage(bytes);
    device.log.forgetAfter(heard);
    device.disagreements.length = disagreed;
  };
};

/** A database in memory with this content: the connection `openDatabase` would make, without the look at every page. */
export const openImage = (bytes: Buffer): Db => {
  const sqlite = new Database(bytes);
  sqlite.pragma('foreign_keys = ON');
  return { path: ':memory:', sqlite };
};

/**
 * A new process over what the device's last one left. Whether sums agree is looked at after every commit, or while `looksAtSums` says
 * so: until a fault strikes, a life is the one that counted the occasions, and that was looked at from its beginning.
 */
export const openDevice = (
  lab: Lab,
  device: Device,
  fate: Fate = fateOf(),
  looksAtSums: () => boolean = () => true,
): Open => {
  const own = mortalWorld(lab);
  // What is looked at from outside is no step of the wallet, and moves no clock.
  const outside: World = { ...lab.world, now: () => lab.clock.shows };
  const looking = openStore({ db: { ...device.db, sqlite: compilingOnce(device.db.sqlite) }, world: outside });
  keysEverSeen(lab, looking);
  const onlooker = createWallet({ world: outside, store: looking });
  const watched = device.gated ? watchingSeeds(lab, own, device, looking) : own;
  const world: World = fate.world(device.log.world(watched));
  const store = openStore({ db: fate.db(device.db), world });
  const gate: Gate = (...asked) => backup.gate(...asked);
  const whole = createWallet({ world, store, ...(device.gated ? { gate } : {}) });
  const wallet = lab.sandbox.exchanges[0]?.generation === 'v32' ? provenBefore(whole, store) : whole;
  const backup = createBackup({ world, store, wallet });
  // "At every instant": after each commit that changed anything.
  store.onChange(() => {
    if (looksAtSums()) device.disagreements.push(...sumsThatDisagree(onlooker));
  });
  return { device, store, wallet, backup };
};

/** Whatever happens to a flow, its exchange has shown before that it makes change (newer-exchange.test.ts). */
const provenBefore = (wallet: Wallet, store: Store): Wallet => ({
  ...wallet,
  addExchange: async (...asked) => {
    const added = await wallet.addExchange(...asked);
    markProven(store);
    return added;
  },
});

/** The world of one process: when its era is over it hears of nothing any more. */
const mortalWorld = (lab: Lab): World => {
  const era = lab.era();
  return {
    ...lab.world,
    http: async (input, init) => {
      era.throwIfAborted();
      const signal = init?.signal ? AbortSignal.any([init.signal, era]) : era;
      return lab.world.http(input, { ...init, signal });
    },
    sleep: (ms, signal) => lab.world.sleep(ms, signal ? AbortSignal.any([signal, era]) : era),
  };
};

/** Planchets first: what a request makes coins of must be in a provider's hands when the request leaves. */
const watchingSeeds = (lab: Lab, world: World, device: Device, store: Store): World => ({
  ...world,
  http: async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const stored = COIN_MAKING.test(pathname) ? await storedSeeds(lab.sandbox, store) : undefined;
    if (stored)
      for (const seed of seedsInUse(store, pathUnderKey(pathname, bodyOf(init))))
        if (!stored.has(seed)) device.disagreements.push(`${pathname} was sent and no provider has its seed`);
    return world.http(input, init);
  },
});

const bodyOf = (init: RequestInit | undefined): unknown =>
  typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;

/**
 * Until nothing is left to do, or nothing that this device can do alone; nobody waits for a back-off here, and whoever is asked
 * what renewing may cost says yes.
 */
export const rest = async ({ store, wallet }: Open): Promise<void> => {
  for (let round = 0, idle = 0; round < 40 && idle < IDLE_ROUNDS; round++) {
    const revision = store.revision();
    store.transaction((tx) => {
      for (const { kind, id } of tx.local.tasks()) tx.local.deleteTask(kind, id);
    });
    if ((await wallet.run()).pending.length === 0) return;
    const agreed = await agreeToRenewals(wallet);
    idle = agreed === 0 && store.revision() === revision ? idle + 1 : 0;
  }
};

/** Of a round that a fault has struck nothing may come, and of the one after it what the fault has put off; a third brings nothing new. */
const IDLE_ROUNDS = 3;

/** What the exchange offers, and what it has offered before: a planchet of a revoked key is made again here with that key. */
export const keysEverSeen = (lab: Lab, store: Store): ExchangeKeys | undefined => {
  const cached = store.local.cachedKeys(lab.exchange);
  if (!cached) return undefined;
  const seen = keysByLab.get(lab) ?? new Map<string, ExchangeKeys>();
  keysByLab.set(lab, seen);
  const now = seen.get(cached.raw) ?? mustOk(parseKeys(lab.exchange, cached.raw), 'keys');
  seen.set(cached.raw, now);
  return { ...now, denominations: new Map([...seen.values()].flatMap((each) => [...each.denominations])) };
};

const keysByLab = new WeakMap<Lab, Map<string, ExchangeKeys>>();

export const totalUnits = (wallet: Wallet): bigint =>
  wallet.balances().reduce((sum, { total }) => sum + amount(total).units, 0n);
