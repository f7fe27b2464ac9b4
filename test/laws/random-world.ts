// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { createBackup, type Backup } from '../../electron/backup/backup.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { diceOf, type Dice } from '../support/dice.ts';
import { createHttpLog, type HttpLog } from '../support/http-log.ts';
import { memorySync, type Character, type MemorySync } from '../support/memory-sync.ts';

/** An installation of the wallet on some machine: its clock may be wrong, its network may be cut, its disk may be put back. */
export type Machine = {
  readonly number: number;
  readonly log: HttpLog;
  readonly world: World;
  running: Running;
  skewMs: number;
  cutOff: boolean;
  /** an image of the disk that somebody made once */
  image: Buffer | undefined;
};

export type Running = {
  readonly db: Db;
  readonly store: Store;
  readonly wallet: Wallet;
  readonly backup: Backup;
};

export type RandomWorld = {
  readonly seed: number;
  readonly dice: Dice;
  readonly exchange: string;
  readonly sandbox: Sandbox;
  readonly providers: readonly MemorySync[];
  readonly machines: Machine[];
  readonly addMachine: () => Machine;
  readonly travel: (ms: number) => void;
  /** what happened, for whoever reads a failure */
  readonly story: string[];
};

type Parts = Pick<RandomWorld, 'seed' | 'sandbox' | 'travel'> & { readonly now: () => number };

const VICES: readonly Character[] = ['honest', 'rolls back', 'forks', 'drops', 'loses everything'];

/** One to three providers, at least one of them honest, and machines to come; everything random is decided by the seed. */
export const createRandomWorld = ({ seed, sandbox, now, travel }: Parts): RandomWorld => {
  const dice = diceOf(seed);
  const characters: Character[] = Array.from({ length: dice.upTo(3) }, () => dice.pick(VICES));
  characters.splice(dice.upTo(characters.length + 1), 0, 'honest');
  const providers = characters.map((character, at) => memorySync(`http://provider-${at + 1}.test/`, character, dice));
  const machines: Machine[] = [];
  const base: World = { now, randomBytes: dice.bytes, log: () => undefined, http: fetch };

  const addMachine = (): Machine => {
    const number = machines.length;
    const log = createHttpLog();
    const outside = log.world(base).http;
    const world: World = {
      ...base,
      now: () => now() + machine.skewMs,
      http: (input, init) => {
        if (machine.cutOff) return Promise.reject(new TypeError('fetch failed'));
        const url = new URL(input instanceof Request ? input.url : input).href;
        const provider = providers.find(({ baseUrl }) => url.startsWith(baseUrl));
        return (provider?.http(number) ?? outside)(input, init);
      },
    };
    const machine: Machine = {
      number,
      log,
      world,
      skewMs: 0,
      cutOff: false,
      image: undefined,
      running: run(base, mustOk(openDatabase({ path: ':memory:' }), 'database')),
    };
    machine.running = run(world, machine.running.db);
    machines.push(machine);
    return machine;
  };
  const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
  const story = [`seed ${seed}, providers: ${characters.join(', ')}`];
  return { seed, dice, exchange, sandbox, providers, machines, travel, story, addMachine };
};

/** The wallet over a database, with planchets first. */
const run = (world: World, db: Db): Running => {
  const store = openStore({ db, world });
  const wallet: Wallet = createWallet({ world, store, gate: (step, batchId) => backup.gate(step, batchId) });
  const backup = createBackup({ world, store, wallet, workerUrl: 'none' });
  return { db, store, wallet, backup };
};

/** The disk is what it was when the image was made; the program starts again. */
export const putBackImage = (machine: Machine): boolean => {
  if (!machine.image) return false;
  machine.running.store.close();
  machine.running = run(machine.world, { path: ':memory:', sqlite: new Database(machine.image) });
  return true;
};

export const makeImage = (machine: Machine): void => {
  machine.image = machine.running.db.sqlite.serialize();
};
