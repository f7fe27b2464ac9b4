// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine } from '../../../shared/view.ts';
import type { ValueByKind } from '../../state/entry.ts';
import { goneName, shelfOf } from '../../state/gone.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { Wallets } from '../context.ts';
import { stoppedBecause } from '../failure/stopped.ts';
import { leftOf } from '../history/earlier.ts';
import { planLeaving, type Gradual, type Plan } from './plan.ts';
import { seedOf, type Unit } from './units.ts';

// Coins that are spent and past every deadline leave the content, and with them whatever hangs on them alone: without that
// every copy would grow as long as its wallet lives. Of each line of the history a short one stays (FORMAT.md#what-has-left).

const DAY_MS = 24 * 60 * 60_000;
/** About so many entries leave in one transaction: more while that is quick, fewer when it takes longer than two turns. */
const AT_ONCE = { least: 64, first: 128, most: 512 };
/** So many transactions in one run; the next run goes on. */
const STEPS = 16;
/** After so long everybody else has a turn. */
const TURN_MS = 20;
/** Lines of one entry; a shop has one refund line for each exchange. */
const MAX_LINES = 8;

type Pruned = Pick<Wallets, 'store' | 'world' | 'coinKeys'> & {
  readonly exchanges: Pick<Wallets['exchanges'], 'cachedKeys'>;
  /** the history as it is shown now */
  readonly history: () => readonly HistoryLine[];
};

/** A plan, and the state of the entries for which it was made. */
type Made = { readonly plan: Plan; readonly revision: number; readonly linesOf: LinesOf };

/** What is remembered from step to step. */
type Memory = {
  made: Made | undefined;
  atOnce: number;
  /** seeds that stay until the next day: something follows from them that could not be derived without */
  readonly held: Set<string>;
};

/** Lets some of what nothing can come of any more leave; once a day, until there is nothing left. Resolves to how many things left. */
export type Pruner = (signal?: AbortSignal) => Promise<number>;

/** What it has worked out is kept as long as the entries stay as they are. It gives way: a change by anybody else ends a run of it. */
export const createPruner = (wallets: Pruned): Pruner => {
  const memory: Memory = { made: undefined, atOnce: AT_ONCE.first, held: new Set() };
  let isBusy = false;
  return async (signal) => {
    if (isBusy || !isDue(wallets)) return 0;
    isBusy = true;
    try {
      let left = 0;
      for (let steps = 0; steps < STEPS && signal?.aborted !== true; steps++) {
        const many = await takeStep(wallets, memory, signal);
        if (many === 'no more') break;
        left += many;
        await wallets.world.sleep(0);
      }
      return left;
    } finally {
      isBusy = false;
    }
  };
};

const isDue = ({ store, world }: Pruned): boolean => {
  const nowMs = world.now();
  const dueMs = store.local.mark('prune-due') ?? 0;
  // Further away than ever set: the clock was set back.
  return !(nowMs < dueMs && dueMs <= nowMs + DAY_MS) && stoppedBecause(store) === undefined;
};

/** One transaction of those that leave. Until it is through, what was planned counts for nothing. */
const takeStep = async (
  wallets: Pruned,
  memory: Memory,
  signal: AbortSignal | undefined,
): Promise<number | 'no more'> => {
  const { store, world } = wallets;
  const revision = store.revision();
  const mayGoOn = (): boolean =>
    signal?.aborted !== true && store.revision() === revision && stoppedBecause(store) === undefined;
  const made = memory.made?.revision === revision ? memory.made : undefined;
  memory.made = undefined;
  const step = await inTurns(world, workOut(wallets, memory, made), mayGoOn);
  if (step === undefined || !mayGoOn()) return 'no more';
  if (step === 'plan anew') return 0;
  const { units, parents, linesOf, plan } = step;
  const nowMs = world.now();
  store.transaction((tx) => {
    tx.local.setMark('prune-due', units.length === 0 ? nowMs + DAY_MS : nowMs);
    for (const [id, old_priv] of parents) {
      const session = tx.entry('refresh', id)?.value;
      if (session) tx.put('refresh', id, { ...session, old_priv });
    }
    for (const [id, shelf] of shelvesOf(units, linesOf)) tx.put('gone', id, shelf);
  });
  if (units.length === 0) {
    memory.held.clear();
    return 'no more';
  }
  // Ours was the only change, or the plan is of no use any more.
  memory.made = { plan, linesOf, revision: revision + 1 };
  memory.atOnce = nextAtOnce(memory.atOnce, world.now() - nowMs);
  return units.length;
};

const nextAtOnce = (atOnce: number, tookMs: number): number => {
  if (tookMs > 2 * TURN_MS) return Math.max(AT_ONCE.least, Math.floor(atOnce / 2));
  return tookMs < TURN_MS ? Math.min(AT_ONCE.most, atOnce * 2) : atOnce;
};

/** Does such work with pauses in which others go on; undefined when it may not go on after one. */
const inTurns = async <T>(world: Pruned['world'], work: Gradual<T>, mayGoOn: () => boolean): Promise<T | undefined> => {
  for (let begunMs = world.now(); ;) {
    const next = work.next();
    if (next.done === true) return next.value;
    const nowMs = world.now();
    // Clocks are set back, too.
    if (nowMs >= begunMs && nowMs < begunMs + TURN_MS) continue;
    await world.sleep(0);
    if (!mayGoOn()) return undefined;
    begunMs = world.now();
  }
};

type Step = Pick<Made, 'plan' | 'linesOf'> & {
  readonly units: readonly Unit[];
  /** of each session that stays while its old coin leaves, that coin's key */
  readonly parents: readonly (readonly [session: string, oldPriv: string])[];
};

/** What leaves next. A seed stays as long as something that stays needs it and could not be derived without. */
function* workOut(
  { store, world, exchanges, coinKeys, history }: Pruned,
  { held, atOnce }: Memory,
  made: Made | undefined,
): Gradual<Step | 'plan anew'> {
  const plan = made?.plan ?? (yield* planLeaving(store, { nowMs: world.now(), keysOf: exchanges.cachedKeys }, held));
  yield;
  const units = plan.take(atOnce);
  const seeds = new Set(units.flatMap((unit) => unit.seeds));
  const parents: [string, string][] = [];
  let orphans = 0;
  for (const id of [...seeds].flatMap(plan.followersOf)) {
    const session = seeds.has(id) ? undefined : store.entry('refresh', id)?.value;
    if (session === undefined) continue;
    const keys = coinKeys.keysOf(session.old_coin);
    if (keys === undefined) held.add(seedOf(session.old_coin));
    if (keys === undefined) orphans += 1;
    else parents.push([id, bytesToCrock(keys.coinPriv)]);
    yield;
  }
  if (orphans > 0) {
    world.log({ event: 'prune-held', count: orphans });
    return 'plan anew';
  }
  if (made !== undefined) return { plan, units, parents, linesOf: made.linesOf };
  yield;
  const lines = units.length === 0 ? [] : history();
  yield;
  return { plan, units, parents, linesOf: linesByEntry(lines) };
}

type Shelf = { seeds: Record<string, 1>; entries: Record<string, ValueByKind['gone']['entries'][string]> };

const shelvesOf = (units: readonly Unit[], linesOf: LinesOf): ReadonlyMap<string, Shelf> => {
  const shelves = new Map<string, Shelf>();
  const shelf = (id: string): Shelf => {
    const found = shelves.get(shelfOf(id)) ?? { seeds: {}, entries: {} };
    shelves.set(shelfOf(id), found);
    return found;
  };
  for (const unit of units) {
    for (const seed of unit.seeds) shelf(seed).seeds[seed] = 1;
    // Seeds of sessions are named already.
    if (unit.kind === 'refresh') continue;
    const left = linesOf(unit).slice(0, MAX_LINES);
    shelf(unit.id).entries[goneName(unit.kind, unit.id)] =
      left.length === 0 ? 1 : left.map((line) => leftOf(line, unit.id));
  }
  return shelves;
};

type LinesOf = (unit: Unit) => readonly HistoryLine[];

/** The lines that an entry bears; of those that two entries share, one bears it. */
const linesByEntry = (lines: readonly HistoryLine[]): LinesOf => {
  const byId = Map.groupBy(lines, ({ id }) => id);
  const refunds = Map.groupBy(
    lines.filter(({ type, id }) => type === 'refund' && id.startsWith('refund ')),
    ({ id }) => id.split(' ')[1] ?? '',
  );
  return ({ kind, id }) => {
    if (kind === 'push-in' || kind === 'pull-in') return byId.get(`${kind} ${id}`) ?? [];
    if (kind === 'refund' || kind === 'reserve') return [];
    return [...(byId.get(id) ?? []), ...(kind === 'purchase' ? (refunds.get(id) ?? []) : [])];
  };
};
