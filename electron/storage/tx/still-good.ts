// SPDX-License-Identifier: GPL-3.0-or-later
import { parseClock } from '../../state/clock.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { goneName, isGoneBy, KEPT_MS, namesOn, withoutNames } from '../../state/gone.ts';
import { isObject, type JsonObject, memberOf } from '../../taler/bytes/json.ts';
import type { EntryTable } from '../tables/entry-table.ts';

// A coin's secret is never removed while it may be worth something, whoever says that it has left: a device whose clock is years
// ahead, or somebody who once had the secret. Honest copies name only what is past every deadline, and that is known here too.

const YEAR_MS = 365 * 24 * 60 * 60_000;

/** Whether coins of a denomination can still be used. */
export type IsCurrent = (hash: unknown) => boolean;
type Table = Pick<EntryTable, 'get' | 'quarantined' | 'ofKind' | 'coinsOfSeed'>;

/** What another copy has put on a shelf, without what may still be worth something by what is known here. */
export type StillGood = (shelf: unknown, before: unknown) => unknown;

/** One for all shelves of a copy: what is here is read once, when the first new name is looked at. */
export const withoutStillGood = (table: Table, nowMs: number): StillGood => {
  const isCurrent = currentDenominations(table, nowMs);
  const isSeedGood = goodSeeds(table, isCurrent, nowMs);
  const isEntryGood = goodEntries(table, isCurrent, nowMs);
  return (shelf, before) => (isObject(shelf) ? withoutGood(shelf, before, { isSeedGood, isEntryGood }) : shelf);
};

type Good = {
  readonly isSeedGood: (seed: string) => boolean;
  readonly isEntryGood: (kind: string, id: string) => boolean;
};

const withoutGood = (shelf: JsonObject, before: unknown, { isSeedGood, isEntryGood }: Good): unknown => {
  const { seeds, entries } = namesOn(shelf);
  const bad = new Set([
    ...seeds.filter((seed) => !isGoneBy(before, { kind: 'refresh', id: seed }) && isSeedGood(seed)),
    ...entries
      .filter(([kind, id]) => !isGoneBy(before, { kind, id }) && isEntryGood(kind, id))
      .map(([kind, id]) => goneName(kind, id)),
  ]);
  return withoutNames(shelf, bad);
};

/** Of a seed: the session or the withdrawal that has it, its coins here and those still to come, and what follows from one of them. */
const goodSeeds = (table: Table, isCurrent: IsCurrent, nowMs: number): Good['isSeedGood'] => {
  const batches = once(() => batchesHere(table));
  const isGood = (seed: string, session: unknown): boolean => {
    const { withdrawal, batch } = batches().get(seed) ?? {};
    if (isYoung(session, nowMs) || isYoung(withdrawal, nowMs)) return true;
    return [...table.coinsOfSeed(seed), ...selected(session), ...selected(batch)].some((each) =>
      isCurrent(memberOf(each, 'h')),
    );
  };
  const parents = once(() => parentsOf(table.ofKind('refresh'), ({ id, value }) => isGood(id, value)));
  return (seed) => isGood(seed, table.get('refresh', seed)?.value) || parents().has(seed);
};

const goodEntries = (table: Table, isCurrent: IsCurrent, nowMs: number): Good['isEntryGood'] => {
  const isWorth = worthBy({ isCurrent, nowMs, coin: (id) => table.get('coin', id)?.value });
  return (kind, id) => {
    const entry = (table.get(kind, id) ?? table.quarantined(kind, id))?.value;
    if (entry === undefined || isForgottenOffer(kind, entry)) return false;
    return isWorth(kind, entry) || (kind === 'reserve' && memberOf(entry, 'status') !== 'drained');
  };
};

type Facts = {
  readonly isCurrent: IsCurrent;
  readonly nowMs: number;
  /** the value of a coin */
  readonly coin: (id: string) => unknown;
};

/** Whether an entry may be worth something by what it says itself, and by the coins it names. */
export const worthBy = ({ isCurrent, nowMs, coin }: Facts): ((kind: string, entry: unknown) => boolean) => {
  const isCoinCurrent = (id: unknown): boolean => typeof id === 'string' && isCurrent(memberOf(coin(id), 'h'));
  return (kind, entry) => {
    if (isYoung(entry, nowMs) || isAhead(memberOf(entry, 'purse_expiration'), nowMs)) return true;
    const [batches, coins] = [memberOf(entry, 'batches'), memberOf(entry, 'coins')];
    return (
      [entry, ...(isObject(batches) ? Object.values(batches) : [])].some((each) =>
        selected(each).some(({ h }) => isCurrent(h)),
      ) ||
      (isObject(coins) && Object.keys(coins).some(isCoinCurrent)) ||
      (kind === 'refund' && isCoinCurrent(memberOf(entry, 'coin')))
    );
  };
};

/** A purchase that has ended, took no coins, and whose words its person let go: its name takes nothing, and swept on one device it goes on all (`spend/offers-budget.ts`). */
const isForgottenOffer = (kind: string, entry: unknown): boolean => {
  const [status, coins] = [memberOf(entry, 'status'), memberOf(entry, 'coins')];
  const isEnded = status === 'aborted' || status === 'failed';
  return kind === 'purchase' && isEnded && memberOf(entry, 'forgotten') === true && isEmpty(coins);
};

const isEmpty = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;

/** The withdrawal of each batch: until its coins have come, nothing but that tells what a name would take. */
const batchesHere = (table: Table): ReadonlyMap<string, { readonly withdrawal: unknown; readonly batch: unknown }> =>
  new Map(
    table.ofKind('withdrawal').flatMap(({ value }) => {
      const batches = memberOf(value, 'batches');
      return isObject(batches)
        ? Object.entries(batches).map(([seed, batch]) => [seed, { withdrawal: value, batch }] as const)
        : [];
    }),
  );

/** Seeds of old coins whose keys a good session needs, one after the other: until it remembers its own old coin's. */
export const parentsOf = (
  sessions: readonly CarriedEntry[],
  isGood: (session: CarriedEntry) => boolean,
): ReadonlySet<string> => {
  const parentOf = new Map(sessions.map(({ id, value }) => [id, parentIn(value)]));
  const needed = new Set<string>();
  for (const session of sessions) {
    if (parentOf.get(session.id) === undefined || needed.has(session.id) || !isGood(session)) continue;
    let seed = parentOf.get(session.id);
    while (seed !== undefined && !needed.has(seed)) {
      needed.add(seed);
      seed = parentOf.get(seed);
    }
  }
  return needed;
};

const parentIn = (session: unknown): string | undefined => {
  const coin = memberOf(session, 'old_coin');
  if (typeof coin !== 'string' || memberOf(session, 'old_priv') !== undefined) return undefined;
  return coin.slice(0, Math.max(coin.indexOf('/'), 0));
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const selected = (entry: unknown): readonly { readonly h?: unknown }[] => {
  const selection = memberOf(entry, 'selection');
  return Array.isArray(selection) ? selection.filter(isObject) : [];
};

/**
 * Denominations whose coins can still be used, by what the entries of the exchanges say of them; looked up when first asked for. One
 * that was struck counts for another year: whoever names a coin may have struck its denomination as well. One of which nothing is
 * known here may be worth something.
 */
export const currentDenominations = (table: Pick<EntryTable, 'ofKind'>, nowMs: number): IsCurrent => {
  const isListed = (field: unknown): boolean => {
    const value = memberOf(field, 'value');
    if (value !== null) return isAhead(memberOf(value, 'stamp_expire_deposit'), nowMs);
    const struck = parseClock(String(memberOf(field, 'clock')));
    return struck.ok && struck.value.ms + YEAR_MS > nowMs;
  };
  const known = once(() => {
    const found = new Map<string, boolean>();
    for (const { value } of table.ofKind('exchange'))
      for (const [name, field] of Object.entries(memberOf(value, 'fields') ?? {})) {
        const hash = name.split(' ').at(-1) ?? '';
        found.set(hash, found.get(hash) === true || isListed(field));
      }
    return found;
  });
  return (hash) => typeof hash === 'string' && known().get(hash) !== false;
};

/** Nothing of an honest copy leaves so soon, and what waits for money, or is argued about, waits no longer. */
const isYoung = (entry: unknown, nowMs: number): boolean => {
  const begun = [memberOf(entry, 'created'), memberOf(entry, 'paid_at')].map((time) => memberOf(time, 't_s'));
  return begun.some((seconds) => typeof seconds === 'number' && seconds * 1000 + KEPT_MS > nowMs);
};

const isAhead = (time: unknown, nowMs: number): boolean => {
  const seconds = memberOf(time, 't_s');
  return seconds === 'never' || (typeof seconds === 'number' && seconds * 1000 > nowMs);
};
