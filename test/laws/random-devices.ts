// SPDX-License-Identifier: GPL-3.0-or-later
import { isUpToDate } from '../../electron/backup/providers/known.ts';
import type { Dice } from '../support/dice.ts';
import type { Act } from './random-money.ts';
import { HOUR_MS, settle, withdrawSum } from './random-money.ts';
import { acceptLink } from './random-people.ts';
import { diskOf, nameOf, putDisk, type Machine, type RandomWorld } from './random-world.ts';
import { takeOver } from '../cycle/takeover-lab.ts';

// What happens to machines, disks, clocks, cables and providers.

const MOST_MACHINES = 4;

/** The provider that keeps its word holds everything this machine knows: what follows may not lose anything. */
export const isSafe = ({ trusted }: RandomWorld, { running }: Machine): boolean =>
  running.backup.state() === 'initialized' && isUpToDate(running.store, trusted.baseUrl);

/** Whoever has a backup prints a new sheet when something about it changes. */
export const printSheet = (world: RandomWorld, { running }: Machine): void => {
  const text = running.backup.recoveryText();
  if (text.ok) world.sheet = text.value;
};

export const backUp: Act = async (_world, { running }) =>
  (await running.backup.cycle()).map(({ outcome }) => outcome).join(', ');

export const goOn: Act = async (_world, { running }) => {
  await settle(running);
  return 'done';
};

export const pullCable: Act = (_world, machine) => {
  machine.cutOff = !machine.cutOff;
  return Promise.resolve(machine.cutOff ? 'cut off' : 'connected');
};

export const setClock: Act = (_world, machine, dice) => {
  const ms = Math.round((dice.roll() * 2 - 1) * (dice.roll() < 0.2 ? 40 : 10) * HOUR_MS);
  machine.skewMs = ms;
  return Promise.resolve(`${Math.round(ms / HOUR_MS)} h off`);
};

export const letHoursPass: Act = (world, _machine, dice) => {
  const hours = dice.upTo(12);
  world.travel(hours * HOUR_MS);
  return Promise.resolve(`${hours}`);
};

export const keep: Act = async (_world, { running }) => {
  const kept = await running.backup.keepDevice();
  return kept.ok ? kept.value.standing : kept.error.kind;
};

export const makeImage: Act = (_world, machine) => {
  machine.image = diskOf(machine);
  return Promise.resolve('made');
};

/** What no honest provider has heard would be lost with the disk: people wait until one holds everything. */
export const putBackImage: Act = async (world, machine) => {
  if (!machine.image) return 'there is none';
  if (!isSafe(world, machine)) return 'too much would be lost';
  await putDisk(machine, machine.image);
  return 'done';
};

/** Somebody copies the data directory to another machine and starts the wallet on both. */
export const copyDirectory: Act = (world, machine) => {
  if (world.machines.length >= MOST_MACHINES) return Promise.resolve('no other machine');
  const other = world.addMachine('ours', diskOf(machine));
  return Promise.resolve(`to ${nameOf(other)}`);
};

/** A machine that does not know the wallet yet, or not any more; undefined when all do. */
const newcomer = (world: RandomWorld): Machine | undefined =>
  world.machines.find(({ running, gone }) => running.backup.state() === 'uninitialized' && !gone) ??
  (world.machines.length < MOST_MACHINES ? world.addMachine('ours') : undefined);

export const restore: Act = async (world) => {
  const next = newcomer(world);
  if (!next) return 'no other machine';
  const restored = await next.running.backup.restore(world.sheet ?? '');
  return `${nameOf(next)}: ${restored.ok ? 'done' : restored.error.kind}`;
};

export const continueElsewhere = async (world: RandomWorld, _machine: unknown, dice: Dice): Promise<string> => {
  const next = newcomer(world);
  if (!next) return 'no other machine';
  const request = { recoveryText: world.sheet ?? '', evenIfNotAbandoned: dice.roll() < 0.8 };
  const taken = await takeOver(next.running, request);
  return `${nameOf(next)}: ${taken.ok ? taken.value.how : taken.error.kind}`;
};

/** Another wallet comes into being; later its money is joined into ours. */
export const joinSecond: Act = async (world, machine, dice) => {
  if (world.secondTaken) return 'it was taken over before';
  const { second } = world;
  if (!second) {
    const made = world.addMachine('second');
    world.second = made;
    const wish = { target: world.trusted.baseUrl, consent: true as const, maxFee: 'KUDOS:1' };
    let added = await made.running.backup.addProvider(wish);
    // Seed 114: a provider is silent now and then, its person tries again, and without one no gift is taken.
    for (let tries = 1; !added.ok && tries < 30; tries += 1) added = await made.running.backup.addProvider(wish);
    return `it comes into being: ${added.ok ? await withdrawSum(world, made.running, 'KUDOS:1.37', true) : added.error.kind}`;
  }
  // Seed 169: a machine without a wallet would go on with the other one as its own.
  if (machine.running.backup.state() === 'uninitialized') return 'it would go on with the other wallet';
  await settle(second.running);
  await second.running.backup.cycle();
  const text = second.running.backup.recoveryText();
  if (!text.ok || !isSafe(world, second)) return 'not all of it is stored yet';
  const left = dice.roll() < 0.4 ? await second.running.backup.abandon() : undefined;
  const recoveryText = text.value;
  world.secondTaken = true;
  const taken = await takeOver(machine.running, { recoveryText, evenIfNotAbandoned: left === undefined });
  if (!taken.ok) return taken.error.kind;
  return `${taken.value.how} what ${left?.ok ? left.value.state : 'is in use'}`;
};

export const abandon: Act = async (world, machine, dice) => {
  const safe = isSafe(world, machine);
  const left = await machine.running.backup.abandon();
  if (!left.ok) return left.error.kind;
  // Its owner sells it: only the providers know what it knew.
  if (left.value.state === 'abandoned' && safe && dice.roll() < 0.5) machine.gone = true;
  return `${left.value.state}${machine.gone ? ' for good' : ''}`;
};

/** Everything into payments for somebody outside, who takes some of it or all. */
export const empty: Act = async (world, machine, dice) => {
  const view = await machine.running.backup.empty('everything', 1 + dice.upTo(20));
  if (!view.ok) return view.error.kind;
  const taker = dice.pick(world.outsiders);
  const all = dice.roll() < 0.7;
  const said: string[] = [];
  for (const { uri, state } of view.value.payments) {
    if (state !== 'waiting' || !(all || dice.roll() < 0.5)) continue;
    said.push(await acceptLink(taker, uri));
  }
  await settle(taker.running);
  return `${view.value.payments.length} payments: ${said.join(', ')}`;
};

export const stopEmptying: Act = (_world, { running }) => {
  const stopped = running.backup.stopEmptying();
  return Promise.resolve(stopped.ok ? stopped.value.state : stopped.error.kind);
};

/** Left and erased, once everything was taken. */
export const finishEmptying: Act = async (world, machine) => {
  world.travel(60_000);
  await settle(machine.running);
  await machine.running.backup.cycle();
  if (machine.running.backup.state() === 'initialized' && !isSafe(world, machine)) return 'too much would be lost';
  const finished = await machine.running.backup.finishEmptying();
  if (!finished.ok) return finished.error.kind;
  if (!machine.running.backup.emptied()) return 'leaving';
  await putDisk(machine);
  return 'erased';
};

export const addProvider: Act = async (world, machine, dice) => {
  // Seed 105: on a machine without the wallet this founds another wallet, and the two need not agree.
  if (machine.running.backup.state() === 'uninitialized') return 'it would found another wallet';
  const target = dice.pick(world.providers).baseUrl;
  const added = await machine.running.backup.addProvider({ target, consent: true, maxFee: 'KUDOS:1' });
  printSheet(world, machine);
  return `${target}: ${added.ok ? added.value.lastOutcome : added.error.kind}`;
};

export const removeProvider: Act = async (world, machine, dice) => {
  const others = world.providers.filter((each) => each !== world.trusted);
  if (others.length === 0) return 'only the trusted one';
  const { baseUrl } = dice.pick(others);
  const removed = await machine.running.backup.removeProvider(baseUrl);
  printSheet(world, machine);
  return `${baseUrl}: ${removed.ok ? 'done' : removed.error.kind}`;
};

export const wantCopies: Act = (_world, { running }, dice) => {
  const copies = 1 + dice.upTo(2);
  running.backup.setQuorum(copies);
  return Promise.resolve(`${copies}`);
};
