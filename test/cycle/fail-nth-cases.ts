// SPDX-License-Identifier: GPL-3.0-or-later
import { relative } from 'node:path';
import { expect } from 'vitest';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { readBooks } from '../support/books.ts';
import { fateOf, type Fate, type Fault } from '../support/fail-nth.ts';
import { reusedSeeds } from '../support/http-log.ts';
import { partOf, replayHint, RUN_SEED } from '../support/seed.ts';
import {
  keepDevice,
  keysEverSeen,
  openDevice,
  rest,
  totalUnits,
  type Device,
  type Lab,
  type Open,
} from './fail-nth-lab.ts';
import { sumsThatDisagree } from './wallet-lab.ts';

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
  /** what money came from and went to has left the wallet: only what there is now can be held against the exchange's books */
  readonly beginningLeft?: true;
  /** so much at most stays in coins that a copy has closed, in units: each is too small for a new one */
  readonly tooSmall?: bigint;
  /** forgets what the person has done: the scene is played again from its beginning */
  readonly anew?: () => void;
};

export type Flow = { readonly name: string; readonly prepare: (lab: Lab) => Promise<Scene> };
export type Plan = { readonly fault: Fault; readonly n: number; readonly word?: number };

/** A flow's scene, prepared once; `begin` puts the whole economy back to the moment when it was ready. */
type Stage = { readonly scene: Scene; readonly begin: () => Promise<void> };

const stages = new WeakMap<Lab, Map<Flow, Promise<Stage>>>();
const firstImages = new WeakMap<Lab, ReturnType<Lab['image']>>();

const stageOf = (lab: Lab, flow: Flow): Promise<Stage> => {
  const known = stages.get(lab) ?? new Map<Flow, Promise<Stage>>();
  stages.set(lab, known);
  const staged = known.get(flow) ?? prepare(lab, flow);
  known.set(flow, staged);
  return staged;
};

/** Every flow begins in an economy in which nothing has happened: alone it is played as it is among the others. */
const prepare = async (lab: Lab, flow: Flow): Promise<Stage> => {
  const first = firstImages.get(lab) ?? lab.image();
  firstImages.set(lab, first);
  await lab.restore(first, `${flow.name}, prepared`);
  const scene = await flow.prepare(lab);
  const image = lab.image();
  const devices = [scene.device, ...(scene.others ?? [])].map(keepDevice);
  return {
    scene,
    begin: async () => {
      // Not named by the fault: up to it all lives of a flow are the same.
      await lab.restore(image, flow.name);
      for (const putBack of devices) putBack();
      scene.anew?.();
    },
  };
};

/** A flow with a fault, then (for double faults) the recovery with another, then an untouched recovery; which faults struck. */
export const runCase = async (lab: Lab, flow: Flow, plans: readonly Plan[]): Promise<readonly boolean[]> => {
  try {
    const fates = plans.map((plan) => fateOf(plan));
    await live(lab, flow, fates);
    return fates.map((fate) => fate.struck());
  } catch (failure) {
    const what = `${flow.name}: ${plans.map(({ fault, n }) => `${fault} (${n})`).join(', then ')}`;
    throw new Error(`${what}; to replay: ${howToReplay()}`, { cause: failure });
  }
};

const howToReplay = (): string => {
  const { testPath = '', currentTestName = '' } = expect.getState();
  return replayHint(relative(process.cwd(), testPath), currentTestName);
};

const live = async (lab: Lab, flow: Flow, fates: readonly Fate[]): Promise<void> => {
  const { scene, begin } = await stageOf(lab, flow);
  await begin();
  const play = async (): Promise<void> => {
    for (const [at, fate] of fates.entries()) await struckBy(lab, scene, fate, at === 0 && fate.isPlanned);
    const last = openDevice(lab, scene.device);
    await scene.act(last);
    await rest(last);
    await scene.check(last);
    for (const device of [scene.device, ...(scene.others ?? [])]) expectLaws(lab, device, scene);
  };
  await play();
};

/** One life with one fault. A process that survives it goes on and must get there without being restarted. */
const struckBy = async (lab: Lab, { device, act }: Scene, fate: Fate, isCounted: boolean): Promise<void> => {
  let open: Open | undefined;
  const go = async (): Promise<void> => {
    open ??= openDevice(lab, device, fate, isCounted ? fate.struck : undefined);
    await act(open);
    await rest(open);
  };
  try {
    await go();
  } catch (failure) {
    // A struck process says many things; what counts is what it leaves and what it does next.
    if (!fate.struck()) throw failure;
  }
  if (fate.struck() && !fate.isDead()) await go();
};

/** Of the occasions for a fault, every so manieth is tried; 1 unless said otherwise. */
export type Shares = Partial<Readonly<Record<Fault, number>>>;

/**
 * Strikes a flow at the n-th occasion for a fault, n = 1, 2, 3, …; the life that counts the occasions has passed untouched.
 * The same question is put to the database again and again: its failure is tried once for every place that asks. Of a share
 * another part is tried with every commit; a flow that is itself tried in turn brings the seed of its turns. With HOLDFAST_TORTURE set, n really is every number, whatever the shares.
 */
export const failEveryNth = async (
  lab: Lab,
  flow: Flow,
  fault: Fault,
  shares: Shares = {},
  seed = RUN_SEED,
): Promise<number> => {
  const counting = await countSteps(lab, flow);
  const counted = counting.counts()[fault];
  const all = Array.from({ length: counted }, (_, at) => at + 1);
  const places = fault === 'statement fails' ? counting.occasions(fault) : all;
  const tried = TORTURE ? all : partOf(places, shares[fault] ?? 1, seed);
  expect(tried.length).toBeGreaterThan(0);
  tally.tried += tried.length;
  tally.possible += TORTURE ? all.length : places.length;
  const failures: unknown[] = [];
  for (const n of tried) {
    const [struck] = await runCase(lab, flow, [{ fault, n }]).catch((failure: unknown) => {
      failures.push(failure);
      return [true];
    });
    if (struck !== true) failures.push(`${fault} (${n}) of ${counted} never happened`);
  }
  // All of them: one mistake often shows at several places, and which ones tells what it is.
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${tried.length} cases: ${failures.map(String).join('; ')}`,
    );
  if (TORTURE) console.log(`${flow.name}: ${fault}: ${tried.length} cases`);
  return counted;
};

const tally = { tried: 0, possible: 0 };

/** For the end of a file: how much of what could be tried was tried. */
export const sayShare = (): void => {
  const percent = Math.round((100 * tally.tried) / Math.max(1, tally.possible));
  console.log(`seed ${RUN_SEED}: ${tally.tried} of ${tally.possible} cases tried (${percent} %)`);
};

const TORTURE = process.env['HOLDFAST_TORTURE'] !== undefined;
/** One flow under one fault, in milliseconds; every number of it may take hours. */
export const LONGEST_MS = TORTURE ? 24 * 60 * 60_000 : 600_000;

/**
 * Lives that only count, and must pass, until two have as many occasions for every fault: requests at the same time may now and
 * then be answered in another order. Until a fault strikes all lives of a flow are the same, so that one answers for all faults:
 * past the last occasion nothing strikes.
 */
export const countSteps = async (lab: Lab, flow: Flow): Promise<Fate> => {
  const known = counted.get(lab) ?? new Map<Flow, Promise<Fate>>();
  counted.set(lab, known);
  const count = async (): Promise<Fate> => {
    let fate = fateOf('watch');
    await live(lab, flow, [fate]);
    for (let lives = 1; ; lives += 1) {
      const again = fateOf('watch');
      await live(lab, flow, [again]);
      if (lives === MOST_LIVES) expect(again.counts()).toEqual(fate.counts());
      if (canonicalJson(again.counts()) === canonicalJson(fate.counts())) return fate;
      fate = again;
    }
  };
  const counting = known.get(flow) ?? count();
  known.set(flow, counting);
  return counting;
};

/** How many lives may differ from the one before. */
const MOST_LIVES = 5;

const counted = new WeakMap<Lab, Map<Flow, Promise<Fate>>>();

/** Value is conserved, sums agree at every instant, no seed served two requests, no coin was offered twice. */
const expectLaws = (lab: Lab, device: Device, { copySpent, beginningLeft, tooSmall = 0n }: Scene): void => {
  const { store, wallet } = openDevice(lab, device);
  expect(wallet.pending()).toEqual([]);
  expect([...device.disagreements, ...sumsThatDisagree(wallet)]).toEqual([]);
  const ask = lab.sandbox.exchanges[0]?.ask ?? expect.fail('no exchange');
  const { in: came, reserves, coins, purses, paid, fees, dust, missing } = readBooks(ask, store);
  expect(missing).toEqual([]);
  if (beginningLeft !== true) expect(reserves + coins + purses + paid + fees).toBe(came);
  const left = coins - totalUnits(wallet) - dust;
  expect(left >= 0n && left <= tooSmall, `${left} units at the exchange that the wallet does not name`).toBe(true);
  const keys = keysEverSeen(lab, store);
  if (keys) expect(reusedSeeds(device.log, store, keys)).toEqual([]);
  const doubleSpent = device.log.refusals().filter((each) => DOUBLE_SPENT.test(each));
  expect(doubleSpent.filter((each) => !copySpent || !each.endsWith('/melt'))).toEqual([]);
};

/** What an exchange says to a coin that has been used (1012) or used as another (1003), and a shop that passes it on. */
const DOUBLE_SPENT = /^409\/(1012|1003|2169) |^409\/.*\/pay$/;
