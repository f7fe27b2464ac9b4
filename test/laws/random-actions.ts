// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import { diceOf, type Dice } from '../support/dice.ts';
import { FAULTS, fateOf } from '../support/fail-nth.ts';
import * as devices from './random-devices.ts';
import * as secrets from './random-secrets.ts';
import * as money from './random-money.ts';
import * as people from './random-people.ts';
import { nameOf, restart, type Machine, type RandomWorld } from './random-world.ts';
import { takeOver } from '../cycle/takeover-lab.ts';

/** How often each thing happens, of all that happens. */
const ACTS = {
  withdraws: { share: 12, act: money.withdraw },
  'withdraws at the bank': { share: 4, act: money.withdrawAtBank },
  pays: { share: 14, act: money.pay },
  'takes a payment back': { share: 3, act: money.abort },
  'is refunded': { share: 4, act: money.refund },
  deposits: { share: 3, act: money.deposit },
  sends: { share: 7, act: people.sendToPerson },
  'is taken from': { share: 6, act: people.isTaken },
  'calls back': { share: 3, act: people.callBack },
  takes: { share: 7, act: people.takeFromPerson },
  'asks for money': { share: 4, act: people.requestFromPerson },
  'is paid': { share: 4, act: people.isPaid },
  'pays an invoice': { share: 5, act: people.payBill },
  'is left alone by people': { share: 2, act: people.outsidersGoOn },
  'backs up': { share: 14, act: devices.backUp },
  'goes on': { share: 7, act: devices.goOn },
  'has a cable': { share: 5, act: devices.pullCable },
  'has a clock': { share: 5, act: devices.setClock },
  'lets hours pass': { share: 5, act: devices.letHoursPass },
  'wants to be the active one': { share: 5, act: devices.keep },
  'makes an image of its disk': { share: 4, act: devices.makeImage },
  'puts the image back': { share: 4, act: devices.putBackImage },
  'is copied': { share: 3, act: devices.copyDirectory },
  'prints a sheet that is restored': { share: 4, act: devices.restore },
  'prints a sheet that is taken over': { share: 4, act: devices.continueElsewhere },
  'joins the second wallet': { share: 4, act: devices.joinSecond },
  'leaves the wallet': { share: 3, act: devices.abandon },
  'is emptied': { share: 3, act: devices.empty },
  'stops being emptied': { share: 1, act: devices.stopEmptying },
  'is erased when empty': { share: 2, act: devices.finishEmptying },
  'adds a provider': { share: 3, act: devices.addProvider },
  'dismisses a provider': { share: 2, act: devices.removeProvider },
  'wants so many copies': { share: 2, act: devices.wantCopies },
  'gets a new secret': { share: 7, act: secrets.newSecret },
  'undoes a step': { share: 9, act: secrets.undoStep },
} as const satisfies Record<string, { readonly share: number; readonly act: money.Act }>;

export type ActName = keyof typeof ACTS;
const NAMES = Object.keys(ACTS) as ActName[];
/** What came later: in lives of earlier seeds it does not happen, so that those stay what they were when they found something. */
const LATER: ReadonlySet<ActName> = new Set<ActName>(['gets a new secret', 'undoes a step']);
const LATER_FROM_SEED = 1000;

/** Things that the second wallet does as well as ours. */
const FOR_ALL: ReadonlySet<ActName> = new Set<ActName>([
  'withdraws',
  'pays',
  'sends',
  'takes',
  'pays an invoice',
  'backs up',
  'goes on',
]);
const SECOND_SHARE = 0.15;
/** What happens on machines that have left the wallet or never had it. */
const LEFT_SHARE = 0.1;
/** Of all that happens, in the middle of so much a statement or a request fails, or the machine dies. */
const STRUCK_SHARE = 0.15;

/** One thing that happens: which, and the seed of every choice it makes (which machine, how much, …). */
export type Event = readonly [what: ActName, roll: number];

/** What a seed decides will happen. Each event has dice of its own: any of them can be left out, and the others stay the same. */
export const planOf = (seed: number, events: number): readonly Event[] => {
  const dice = diceOf(seed ^ 0x5eed);
  const names = seed < LATER_FROM_SEED ? NAMES.filter((name) => !LATER.has(name)) : NAMES;
  const whole = names.reduce((sum, name) => sum + ACTS[name].share, 0);
  return Array.from({ length: events }, () => {
    let left = dice.upTo(whole);
    const what = names.find((name) => (left -= ACTS[name].share) < 0) ?? 'goes on';
    return [what, dice.upTo(1_000_000)];
  });
};

/** A wallet on one machine, known to the honest provider and mostly to the others, with some money; two people with money. */
export const begin = async (world: RandomWorld, seed: number): Promise<void> => {
  const dice = diceOf(seed ^ 0xbe61);
  const machine = world.addMachine('ours');
  const { running } = machine;
  for (const provider of world.providers) {
    if (provider !== world.trusted && dice.roll() < 0.3) continue;
    await untilGood(() => running.backup.addProvider({ target: provider.baseUrl, consent: true, maxFee: 'KUDOS:1' }));
  }
  devices.printSheet(world, machine);
  await untilGood(() => running.wallet.addExchange(world.exchange));
  await money.withdrawSum(world, running, 'KUDOS:3.1', true);
  for (const each of world.outsiders) await money.withdrawSum(world, each.running, 'KUDOS:4.2', false);
};

/** Providers are silent now and then; a person tries again. */
const untilGood = async <T>(
  attempt: () => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }>,
): Promise<T> => {
  for (let tries = 1; ; tries++) {
    const result = await attempt();
    if (result.ok) return result.value;
    if (tries === 30) return mustOk(result, 'thirtieth try');
  }
};

/** One thing happens, on a machine that the roll chooses. */
export const happen = async (world: RandomWorld, [what, roll]: Event): Promise<void> => {
  const dice = diceOf(roll);
  await secrets.heedNewSecret(world);
  // Whoever has lost the last machine goes on with the sheet.
  if (livingMachines(world).length === 0)
    world.story.push(`the sheet is taken over by ${await devices.continueElsewhere(world, undefined, dice)}`);
  const living = livingMachines(world);
  const others = world.machines.filter((each) => !each.gone && !living.includes(each));
  const ours = others.length > 0 && (living.length === 0 || dice.roll() < LEFT_SHARE) ? others : living;
  const second = world.secondTaken ? undefined : world.second;
  const secondActs = dice.roll() < SECOND_SHARE && FOR_ALL.has(what) ? second : undefined;
  const machine = secondActs ?? dice.pick(ours);
  const struck = dice.roll() < STRUCK_SHARE;
  const act = (): Promise<string> => ACTS[what].act(world, machine, dice);
  const at = world.story.push(`${nameOf(machine)} ${what} …  ['${what}', ${roll}]`) - 1;
  const said = struck ? await struckDuring(machine, dice, act) : await act();
  world.story[at] = `${nameOf(machine)} ${what}: ${said}  ['${what}', ${roll}]`;
};

/** A fault somewhere in the middle; after it the program is started again. */
const struckDuring = async (machine: Machine, dice: Dice, act: () => Promise<string>): Promise<string> => {
  const fault = dice.pick(FAULTS);
  const n = 1 + dice.upTo(fault === 'statement fails' ? 300 : fault === 'dies at a statement' ? 40 : 8);
  const fate = fateOf({ fault, n });
  let said: string;
  try {
    // A disk may refuse the very start; then the program is started again, too.
    await restart(machine, fate);
    said = await act();
  } catch (failure) {
    // A struck process says many things; what counts is what it leaves and what the next one does.
    if (!fate.struck()) throw failure;
    said = 'broken off';
  }
  await restart(machine);
  return fate.struck() ? `${said} (${fault}, ${n})` : said;
};

/**
 * Silence: every network works, every clock is right, every provider keeps the contract, and days go by. Each machine has
 * its turn as the active one, hands over what only it has, and then all listen until nothing is new to anybody.
 */
export const silence = async (world: RandomWorld): Promise<void> => {
  for (const provider of world.providers) provider.reform();
  const { second, outsiders, machines } = world;
  for (const machine of [...machines, ...outsiders, ...(second ? [second] : [])]) {
    machine.cutOff = false;
    machine.skewMs = 0;
  }
  world.travel(48 * money.HOUR_MS);
  await secrets.heedNewSecret(world);
  await comeBack(world);
  const living = livingMachines(world);
  for (const machine of [...living, ...living]) await takeTurn(machine);
  const last = living.at(-1);
  if (!last) throw new Error('nobody has the wallet');
  const { backup } = last.running;
  // Who dismissed a provider cannot want copies at more than are left.
  if (backup.providers().length < 2) backup.setQuorum(1);
  for (let day = 0; day < 2; day++) {
    for (const each of [...outsiders, ...(second ? [second] : [])]) await money.settle(each.running);
    await money.settle(last.running);
    world.travel(24 * money.HOUR_MS);
  }
  await last.running.wallet.auditCoins({}, 'find');
  for (let round = 0; round < 3; round++) {
    await money.settle(last.running);
    for (const machine of living) await machine.running.backup.cycle();
  }
  if (second) await second.running.backup.cycle();
};

/** Machines that still have the wallet. */
export const livingMachines = ({ machines }: RandomWorld): readonly Machine[] =>
  machines.filter(({ running, gone }) => !gone && running.backup.state() === 'initialized');

/** Whoever has left the wallet and was not erased or sold finds the sheet again; somebody does. */
const comeBack = async (world: RandomWorld): Promise<void> => {
  const left = world.machines.filter(({ running, gone }) => !gone && running.store.snapshot().length > 0);
  for (const { running } of left) if (running.backup.state() === 'uninitialized') await restoreHere(world, running);
  if (livingMachines(world).length > 0) return;
  const { running } = world.addMachine('ours');
  await untilGood(() => takeOver(running, { recoveryText: world.sheet ?? '', evenIfNotAbandoned: true }));
};

/** What was begun here meanwhile and never paid is given up when the restore asks for that. */
const restoreHere = async ({ sheet = '' }: RandomWorld, running: Machine['running']): Promise<void> => {
  await untilGood(async () => {
    const restored = await running.backup.restore(sheet);
    if (!restored.ok && restored.error.kind === 'money-here')
      for (const { id } of running.wallet.pending()) await running.wallet.abort(id);
    return restored;
  });
};

const takeTurn = async ({ running }: Machine): Promise<void> => {
  await running.backup.cycle();
  await running.backup.keepDevice();
  await money.settle(running);
  await running.backup.cycle();
};
