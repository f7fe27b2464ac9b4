// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { merge } from '../../electron/state/merge.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { sumsThatDisagree } from '../cycle/wallet-lab.ts';
import { reusedSeeds, type HttpLog } from '../support/http-log.ts';
import { livingMachines } from './random-actions.ts';
import { nameOf, type Machine, type RandomWorld } from './random-world.ts';

/** What must be so after silence, whatever happened before. */
export const expectLaws = (world: RandomWorld): void => {
  const { machines, outsiders, second, disagreements } = world;
  expect(disagreements).toEqual([]);
  const living = livingMachines(world);
  const [first, ...others] = living.map(({ running }) => contentToJson(running.store.snapshot()));
  for (const other of others) expect(other).toBe(first);
  expectOneActive(living);
  for (const machine of living) expectWhole(world, machine);
  expectNothingKeptBack(world, living);
  for (const machine of outsiders) {
    expectWhole(world, machine);
    expect(reusedIn(world, machine, [machine])).toEqual([]);
  }
  for (const machine of living) expect(reusedIn(world, machine, machines)).toEqual([]);
  expectSecond(world, living);
  expectNoReserveIsNobodys(world);
  expect(unexplainedRefusals([...machines, ...outsiders, ...(second ? [second] : [])])).toEqual([]);
};

const standingOf = ({ running }: Machine): string => running.backup.devices().standing;

/** All have heard all providers: one device leads, and the others know it. */
const expectOneActive = (living: readonly Machine[]): void => {
  expect(living.filter((machine) => standingOf(machine) === 'active')).toHaveLength(1);
};

/** Nothing is left to do, each unit is where the wallet says, and the exchange says so too. */
const expectWhole = ({ books }: RandomWorld, machine: Machine): void => {
  const { store, wallet } = machine.running;
  // Money that nobody sent and nobody confirmed is waited for; nothing else is left to do.
  const unsent = new Set(
    store
      .entries('withdrawal')
      .filter(({ value }) => ['registering', 'awaiting-transfer', 'awaiting-confirmation'].includes(value.status))
      .map(({ id }) => id),
  );
  const left = wallet.pending().filter(({ id }) => !unsent.has(id));
  expect(left, `left to do at ${nameOf(machine)}`).toEqual([]);
  expect(sumsThatDisagree(wallet)).toEqual([]);
  const { in: came, reserves, coins, purses, paid, fees, dust, missing, differing } = books.read(store);
  expect(missing, `${nameOf(machine)} and the exchange`).toEqual([]);
  expect(reserves + coins + purses + paid + fees).toBe(came);
  expect(differing, `${nameOf(machine)} counts what the exchange counts`).toEqual([]);
  const total = wallet.balances().reduce((sum, each) => sum + amount(each.total).units, 0n);
  expect(total + dust).toBe(coins);
};

/** A machine that left for good had told everything it knew to a provider that keeps its word. */
const expectNothingKeptBack = ({ machines }: RandomWorld, [one]: readonly Machine[]): void => {
  const known = one?.running.store.snapshot() ?? [];
  for (const { running, gone } of machines)
    if (gone) expect(contentToJson(merge(known, running.store.snapshot()))).toBe(contentToJson(known));
};

/** The money of the other wallet is in ours. */
const isJoined = ({ second, secondTaken }: RandomWorld, one: Machine): boolean =>
  secondTaken &&
  second !== undefined &&
  second.running.store.entries('reserve').every(({ id }) => one.running.store.entry('reserve', id) !== undefined);

/** The other wallet keeps the laws while it is its own; once taken over, its device knows that it is not the active one. */
const expectSecond = (world: RandomWorld, [one]: readonly Machine[]): void => {
  const { second } = world;
  if (!second || !one) return;
  if (isJoined(world, one)) {
    expect(standingOf(second)).not.toBe('active');
    return;
  }
  // Where its takeover was undone, what was used here stays here, and the rest is its own again: then neither has all of it.
  if (second.running.store.entries('reserve').some(({ id }) => one.running.store.entry('reserve', id) !== undefined))
    return;
  expectWhole(world, second);
  expect(reusedIn(world, second, [second])).toEqual([]);
};

/** Every reserve the exchange has is one of somebody's. */
const expectNoReserveIsNobodys = ({ sandbox, machines, outsiders, second, directory }: RandomWorld): void => {
  const known = new Set(
    [...machines, ...outsiders, ...(second ? [second] : [])].flatMap(({ running }) =>
      running.store.entries('reserve').map(({ id }) => id),
    ),
  );
  expect(sandbox.exchanges).toHaveLength(1);
  const db = new Database(`${directory}/exchange-1.sqlite`, { readonly: true });
  const pubs = db.prepare('SELECT pub FROM reserve').pluck().all() as readonly string[];
  db.close();
  expect(pubs.filter((pub) => !known.has(pub))).toEqual([]);
};

/** Over everything the machines of one wallet ever said, judged by what one of them knows in the end. */
const reusedIn = (world: RandomWorld, judge: Machine, machines: readonly Machine[]): readonly string[] => {
  const { exchange, second } = world;
  const { store } = judge.running;
  const keys = store.local.cachedKeys(exchange);
  if (!keys) return [];
  // What was joined from the other wallet was begun by it.
  const theirs = second && judge.owner === 'ours' && isJoined(world, judge) ? [second] : [];
  const logs = [...machines, ...theirs].flatMap((each) => each.logs);
  const requests = logs.flatMap((log) => log.requests);
  return reusedSeeds({ requests }, store, mustOk(parseKeys(exchange, keys.raw), 'keys'));
};

/** What an exchange says to a coin that has been used (1012) or used as another (1003), and a shop that passes it on. */
const DOUBLE_SPENT = /^409\/(1012|1003|2169) |^409\/.*\/pay$/;

/**
 * An exchange refuses a coin as spent only when another copy of the wallet has used it: this one's disk may be old. What one
 * and the same disk has done, however often its program died, it knows.
 */
const unexplainedRefusals = (machines: readonly Machine[]): readonly string[] => {
  const uses = new Map<string, Set<HttpLog>>();
  const logs = machines.flatMap((machine) => machine.logs);
  for (const log of logs)
    for (const request of log.requests)
      for (const coin of coinsIn(request)) uses.set(coin, (uses.get(coin) ?? new Set()).add(log));
  return logs.flatMap((log) =>
    log.requests.flatMap((request) => {
      const { refusal } = request;
      if (refusal === undefined || !DOUBLE_SPENT.test(refusal)) return [];
      const explained = [...coinsIn(request)].some((coin) => (uses.get(coin)?.size ?? 0) > 1);
      return explained ? [] : [refusal];
    }),
  );
};

const coinsIn = ({ path, body }: HttpLog['requests'][number]): ReadonlySet<string> => {
  const coins = new Set<string>();
  const [, inPath] = /\/coins\/([0-9A-Z]+)\//.exec(path) ?? [];
  if (inPath !== undefined) coins.add(inPath);
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === 'coin_pub' && typeof member === 'string') coins.add(member);
      else look(member);
    }
  };
  look(body);
  return coins;
};
