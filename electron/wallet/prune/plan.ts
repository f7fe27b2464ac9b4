// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { Entry, Kind } from '../../state/entry.ts';
import { goneName, KEPT_MS } from '../../state/gone.ts';
import type { Reader } from '../../storage/store.ts';
import { goneSeeds } from '../ledger/gone-names.ts';
import { createIsOver, isEventOver, isRefreshOver, isWithdrawalOver, type Clocks } from './ready.ts';
import { eventUnit, readLinks, refreshUnit, refundUnit, seedOf, withdrawalUnit, type Unit } from './units.ts';

/** Work that is done a little at a time: whoever drives it may let others go on at each `yield`. */
export type Gradual<T> = Generator<undefined, T, undefined>;

/** How many entries are looked at between two `yield`s. */
const STRETCH = 128;

/** What leaves of one state of the entries, worked out once: it holds until anything else changes. */
export type Plan = {
  /** the oldest that have not been taken yet, about so many, and nothing without what it hangs on */
  readonly take: (atMost: number) => readonly Unit[];
  /** sessions whose coins follow from a coin of that seed, and from nothing else that is written down */
  readonly followersOf: (seed: string) => readonly string[];
};

/** Works out what leaves. `held` are seeds of which something that stays could not be derived without them. */
export function* planLeaving(reader: Reader, clocks: Clocks, held: ReadonlySet<string>): Gradual<Plan> {
  const candidates = yield* readCandidates(reader, clocks, held);
  const leaving = candidates.size === 0 ? new Map<string, Unit>() : yield* closed(candidates, presence(reader));
  yield;
  const order = [...leaving]
    .filter(([, { createdMs }]) => Number.isFinite(createdMs))
    .sort(([, a], [, b]) => a.createdMs - b.createdMs)
    .map(([name]) => name);
  yield;
  const followers = Map.groupBy(
    leaving.size === 0 ? [] : reader.entries('refresh').filter(({ value }) => value.old_priv === undefined),
    ({ value }) => seedOf(value.old_coin),
  );
  let at = 0;
  return {
    take: (atMost) => {
      const chosen = new Map<string, Unit>();
      for (; at < order.length && chosen.size < atMost; at += 1) choose(leaving, chosen, order[at] ?? '');
      for (const name of chosen.keys()) leaving.delete(name);
      return [...chosen.values()];
    },
    followersOf: (seed) => (followers.get(seed) ?? []).map(({ id }) => id),
  };
}

/** The same list, with a pause every so many. */
function* gradually<T>(list: Iterable<T>, each: (one: T) => void): Gradual<void> {
  let n = 0;
  for (const one of list) {
    each(one);
    n += 1;
    if (n % STRETCH === 0) yield;
  }
}

/** A unit with all that leaves with it or before it. */
const choose = (leaving: ReadonlyMap<string, Unit>, chosen: Map<string, Unit>, first: string): void => {
  const open = [first];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const unit = leaving.get(name);
    if (!unit || chosen.has(name)) continue;
    chosen.set(name, unit);
    for (const need of unit.needs) open.push(need);
  }
};

/** The candidates all of whose needs have left or are candidates themselves, again and again. */
function* closed(
  candidates: ReadonlyMap<string, Unit>,
  isThere: (name: string) => boolean,
): Gradual<Map<string, Unit>> {
  const leaving = new Map(candidates);
  const needing = new Map<string, string[]>();
  const open: string[] = [];
  yield* gradually(candidates, ([name, { needs }]) => {
    for (const need of needs) {
      const others = needing.get(need);
      if (!candidates.has(need) && isThere(need)) open.push(name);
      else if (others === undefined) needing.set(need, [name]);
      else others.push(name);
    }
  });
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!leaving.delete(name)) continue;
    for (const other of needing.get(name) ?? []) open.push(other);
  }
  return leaving;
}

/** Whether an entry, or a coin of a seed that nobody knows, is still here. */
const presence = (reader: Reader): ((name: string) => boolean) => {
  const gone = goneSeeds(reader);
  const seeds = new Set(reader.entries('coin').map(({ id }) => seedOf(id)));
  return (name) => {
    const [kind = '', ...rest] = name.split(' ');
    const id = rest.join(' ');
    if (kind === 'seed') return !gone.has(id) && seeds.has(id);
    // Names are made of kinds.
    return reader.entry(kind as Kind, id) !== undefined;
  };
};

/** Everything that is past its own deadlines, by name. */
function* readCandidates(
  reader: Reader,
  clocks: Clocks,
  held: ReadonlySet<string>,
): Gradual<ReadonlyMap<string, Unit>> {
  const { nowMs, keysOf } = clocks;
  const links = yield* readLinks(reader);
  const isOver = createIsOver(reader, clocks);
  yield;
  const coins = Map.groupBy(reader.entries('coin'), ({ id }) => seedOf(id));
  yield;
  const busy = unfinishedParents(reader);
  const found = new Map<string, Unit>();
  const signedMs = once((exchange: string) => {
    const keys = keysOf(exchange);
    return keys && Math.min(nowMs, timestampToMs(keys.listIssueDate));
  });
  const add = (unit: Unit, exchange: string | undefined): void => {
    // Nothing of an exchange leaves whose keys are not known.
    const bothMs = exchange === undefined ? nowMs : signedMs(exchange);
    const isHeld = unit.seeds.some((seed) => held.has(seed) || busy.has(seed));
    if (bothMs !== undefined && !isHeld && unit.createdMs + KEPT_MS < bothMs)
      found.set(goneName(unit.kind, unit.id), unit);
  };
  yield* gradually(reader.entries('refresh'), (entry) => {
    if (isRefreshOver(entry, coins.get(entry.id) ?? [], isOver)) add(refreshUnit(entry, links), entry.value.exchange);
  });
  yield* gradually(reader.entries('withdrawal'), (entry) => {
    const made = Object.keys(entry.value.batches).flatMap((batch) => coins.get(batch) ?? []);
    if (isWithdrawalOver(entry, made, isOver)) add(withdrawalUnit(entry, links), entry.value.exchange);
  });
  yield* gradually(reader.entries('refund'), (entry) => {
    if (entry.value.status !== 'announced') add(refundUnit(entry, links), undefined);
  });
  for (const kind of ['purchase', 'deposit', 'push-out', 'push-in', 'pull-out', 'pull-in'] as const)
    yield* gradually(reader.entries(kind), (entry) => {
      if (isEventOver(entry, links, nowMs)) add(eventUnit(entry, links), entry.value.exchange);
    });
  yield;
  for (const unit of reserveUnits(reader)) add(unit, reader.entry('reserve', unit.id)?.value.exchange);
  return found;
}

/** Asked once for each exchange: what it listed is long. */
const once = <T>(look: (name: string) => T): ((name: string) => T) => {
  const known = new Map<string, { readonly found: T }>();
  return (name) => {
    const { found } = known.get(name) ?? { found: look(name) };
    known.set(name, { found });
    return found;
  };
};

/** Seeds of coins that a refresh still works on. */
const unfinishedParents = (reader: Pick<Reader, 'entries'>): ReadonlySet<string> =>
  new Set(
    reader
      .entries('refresh')
      .flatMap(({ value }) => (value.status === 'done' || value.status === 'failed' ? [] : [seedOf(value.old_coin)])),
  );

/** Reserves that are empty, each after everything that filled it or drew on it: a transfer that comes after so long is sent back. */
const reserveUnits = (reader: Pick<Reader, 'entries'>): readonly Unit[] => {
  const users = Map.groupBy(
    [...reader.entries('withdrawal'), ...reader.entries('push-in'), ...reader.entries('pull-out')] as readonly (
      | Entry<'withdrawal'>
      | Entry<'push-in'>
      | Entry<'pull-out'>
    )[],
    ({ value }) => value.reserve ?? '',
  );
  return reader.entries('reserve').flatMap(({ id, value }) =>
    value.status === 'drained'
      ? [
          {
            kind: 'reserve' as const,
            id,
            createdMs: timestampToMs(value.created),
            seeds: [],
            needs: (users.get(id) ?? []).map((entry) => goneName(entry.kind, entry.id)),
          },
        ]
      : [],
  );
};
