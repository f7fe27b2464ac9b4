// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { sumsThatDisagree } from '../cycle/wallet-lab.ts';
import { diceOf } from '../support/dice.ts';
import { economyHttp } from '../support/economy.ts';
import { fateOf, type Fate } from '../support/fail-nth.ts';
import { createHttpLog, type HttpLog } from '../support/http-log.ts';
import { memorySync, type Character, type MemorySync } from '../support/memory-sync.ts';
import type { RandomLab } from './random-lab.ts';

/** Whose wallet runs on a machine: the one all this is about, another one with a backup that may be taken over, or somebody outside. */
export type Owner = 'ours' | 'second' | 'person' | 'shop';

/** An installation of a wallet on some machine: its clock may be wrong, its network may be cut, its disk may be put back. */
export type Machine = {
  readonly number: number;
  readonly owner: Owner;
  /** what its copies of a disk said to servers, one log for each copy: a copy knows nothing of what another did */
  readonly logs: HttpLog[];
  running: Running;
  skewMs: number;
  cutOff: boolean;
  /** an image of the disk that somebody made once */
  image: Buffer | undefined;
  /** left for good: nobody starts it again */
  gone: boolean;
};

export type Running = {
  readonly db: Db;
  readonly fate: Fate;
  readonly store: Store;
  readonly wallet: Wallet;
  readonly backup: Backup;
};

export type RandomWorld = RandomLab & {
  readonly providers: readonly MemorySync[];
  /** keeps the contract, and no person dismisses it */
  readonly trusted: MemorySync;
  /** of our wallet */
  readonly machines: Machine[];
  readonly outsiders: readonly [Machine, Machine];
  /** another wallet, which may come into being and be joined into ours */
  second: Machine | undefined;
  secondTaken: boolean;
  /** the newest printed sheet of our wallet, and of the other */
  sheet: string | undefined;
  readonly links: Links;
  readonly addMachine: (owner: Owner, disk?: Buffer) => Machine;
  /** what happened, for whoever reads a failure */
  readonly story: string[];
  /** sums that did not agree after a commit, on any machine */
  readonly disagreements: string[];
};

/** Addresses that people have given each other, newest last. */
type Links = {
  /** payments of ours to somebody outside, and theirs to us */
  readonly sent: string[];
  readonly received: string[];
  /** invoices of ours, and theirs */
  readonly asked: string[];
  readonly bills: string[];
  /** orders of ours at the shop that may be refunded */
  readonly orders: { readonly id: string; readonly uri: string }[];
};

const VICES: readonly Character[] = ['honest', 'rolls back', 'forks', 'drops', 'loses everything', 'hangs'];
const MOST_PROVIDERS = 3;

/** One to three providers, at least one of them honest, two people, and machines to come. */
export const createRandomWorld = (lab: RandomLab, seed: number): RandomWorld => {
  const dice = diceOf(seed);
  const characters: Character[] = Array.from({ length: dice.upTo(MOST_PROVIDERS) }, () => dice.pick(VICES));
  const trustedAt = dice.upTo(characters.length + 1);
  characters.splice(trustedAt, 0, 'honest');
  // Their own dice: how often somebody asks a provider must not change what else happens.
  const providers = characters.map((character, at) =>
    memorySync(`http://provider-${at + 1}.test/`, character, diceOf(seed * 31 + at), lab.travel),
  );
  const trusted = providers[trustedAt];
  if (!trusted) throw new Error('no honest provider');
  const disagreements: string[] = [];
  const bytes = diceOf(seed * 31 + 17);
  let count = 0;

  const addMachine = (owner: Owner, disk?: Buffer): Machine => {
    const number = (count += 1);
    const base: World = {
      now: () => lab.now() + machine.skewMs,
      sleep: lab.sleep,
      randomBytes: bytes.bytes,
      log: () => undefined,
      http: (input, init) => {
        if (machine.cutOff) return Promise.reject(new TypeError('fetch failed'));
        const url = new URL(input instanceof Request ? input.url : input).href;
        const provider = providers.find(({ baseUrl }) => url.startsWith(baseUrl));
        return (provider?.http(number) ?? economyHttp)(input, init);
      },
    };
    const begin = (db: Db, fate: Fate): Running =>
      run(base, machine, db, fate, (sums) =>
        disagreements.push(...sums.map((each) => `${nameOf(machine)}: history and balance: ${each}`)),
      );
    const machine: Machine = {
      number,
      owner,
      logs: [createHttpLog()],
      skewMs: 0,
      cutOff: false,
      image: undefined,
      gone: false,
      running: undefined as unknown as Running,
    };
    starters.set(machine, begin);
    machine.running = begin(openDisk(disk), fateOf());
    if (owner === 'ours') machines.push(machine);
    return machine;
  };
  const machines: Machine[] = [];
  return {
    ...lab,
    providers,
    trusted,
    machines,
    outsiders: [addMachine('person'), addMachine('shop')],
    second: undefined,
    secondTaken: false,
    sheet: undefined,
    links: { sent: [], received: [], asked: [], bills: [], orders: [] },
    addMachine,
    story: [`providers: ${characters.join(', ')}`],
    disagreements,
  };
};

const starters = new WeakMap<Machine, (db: Db, fate: Fate) => Running>();

const start = (machine: Machine, db: Db, fate: Fate = fateOf()): Running => {
  const starter = starters.get(machine);
  if (!starter) throw new Error('a machine of no world');
  return starter(db, fate);
};

export const nameOf = ({ owner, number }: Machine): string => (owner === 'ours' ? `machine ${number}` : `the ${owner}`);

/** Another disk in the machine: an image, or an empty one. The program starts on it and knows nothing of what the last one did. */
export const putDisk = async (machine: Machine, disk?: Buffer): Promise<void> => {
  const former = machine.running;
  await former.backup.close();
  machine.logs.push(createHttpLog());
  machine.running = start(machine, openDisk(disk));
  former.db.sqlite.close();
};

const openDisk = (disk: Buffer | undefined): Db =>
  disk ? { path: ':memory:', sqlite: new Database(disk) } : mustOk(openDatabase({ path: ':memory:' }), 'database');

/** A new process over the same disk, which may meet a fate of its own. */
export const restart = async (machine: Machine, fate?: Fate): Promise<void> => {
  await machine.running.backup.close();
  machine.running = start(machine, machine.running.db, fate);
};

export const diskOf = ({ running }: Machine): Buffer => running.db.sqlite.serialize();

const run = (
  base: World,
  { logs, owner }: Machine,
  db: Db,
  fate: Fate,
  report: (sums: readonly string[]) => void,
): Running => {
  const log = logs.at(-1) ?? createHttpLog();
  const world = fate.world(log.world(base));
  const store = openStore({ db: fate.db(db), world });
  // People outside have no backup; the wallets this is about put planchets first.
  const gated = owner === 'ours' || owner === 'second';
  const wallet: Wallet = createWallet({
    world,
    store,
    ...(gated ? { gate: (...asked) => backup.gate(...asked) } : {}),
  });
  const backup = createBackup({ world, store, wallet });
  // "At every instant": after each commit that changed anything, looked at from outside.
  const outside = createWallet({ world: base, store: openStore({ db, world: base }) });
  store.onChange(() => report(sumsThatDisagree(outside)));
  return { db, fate, store, wallet, backup };
};
