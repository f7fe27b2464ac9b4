// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../state/entry.ts';
import { isObject, memberOf } from '../../taler/bytes/json.ts';
import type { EntryTable } from '../tables/entry-table.ts';
import { currentDenominations, parentsOf, worthBy } from './still-good.ts';

// A name that was heard before the entry it names could not be judged then. Now that the entry comes, and may be worth something, the
// name goes: else whoever once had the secret need only be heard first to take everything. What is past every deadline stays away.

/** A name of something that has left, as `isGoneBy` asks for it. */
export type LeftName = { readonly kind: string; readonly id: string };

/** Names on the shelves here that may not be believed, now that these entries come; the exchanges among them have been joined. */
export const namesNotBelieved = (
  table: Pick<EntryTable, 'get' | 'ofKind'>,
  entries: readonly CarriedEntry[],
  isGone: (name: LeftName) => boolean,
  nowMs: number,
): readonly LeftName[] => {
  const named = entries.filter((entry) => namesOf(entry).some(isGone));
  if (named.length === 0) return [];
  const isWorth = worthHere(table, entries, nowMs);
  return named.filter(isWorth).flatMap((entry) => namesOf(entry).filter(isGone));
};

/** What would have to be named to take an entry, or a part of it; coins go and stay with their seeds. */
const namesOf = ({ kind, id, value }: CarriedEntry): readonly LeftName[] => {
  if (kind === 'coin') return [];
  const batches = kind === 'withdrawal' ? memberOf(value, 'batches') : undefined;
  return [
    { kind, id },
    ...Object.keys(isObject(batches) ? batches : {}).map((seed) => ({ kind: 'refresh', id: seed })),
  ];
};

/** By what these entries say, for the table knows nothing of what was named. */
const worthHere = (
  table: Pick<EntryTable, 'get' | 'ofKind'>,
  entries: readonly CarriedEntry[],
  nowMs: number,
): ((entry: CarriedEntry) => boolean) => {
  const of = Map.groupBy(entries, ({ kind }) => kind);
  const coins = new Map(of.get('coin')?.map(({ id, value }) => [id, value]));
  const coin = (id: string): unknown => table.get('coin', id)?.value ?? coins.get(id);
  const isWorth = worthBy({ isCurrent: currentDenominations(table, nowMs), nowMs, coin });
  const seeds = parentsOf(sessionsWithoutKey(table, of.get('refresh') ?? []), ({ kind, value }) =>
    isWorth(kind, value),
  );
  const isGood = (entry: CarriedEntry): boolean =>
    !isEmptyOffer(entry) &&
    (isWorth(entry.kind, entry.value) || namesOf(entry).some(({ kind, id }) => kind === 'refresh' && seeds.has(id)));
  const fillers = [...(of.get('withdrawal') ?? []), ...(of.get('push-in') ?? []), ...(of.get('pull-out') ?? [])];
  const reserves = new Set(fillers.filter(isGood).map(({ value }) => memberOf(value, 'reserve')));
  return (entry) => isGood(entry) || (entry.kind === 'reserve' && reserves.has(entry.id));
};

/** Those that no copy and nothing here knows the key of the old coin of. */
const sessionsWithoutKey = (
  table: Pick<EntryTable, 'get'>,
  sessions: readonly CarriedEntry[],
): readonly CarriedEntry[] => {
  const hasKey = (value: unknown): boolean => memberOf(value, 'old_priv') !== undefined;
  const known = new Set(sessions.flatMap(({ id, value }) => (hasKey(value) ? [id] : [])));
  return sessions.filter(({ id }) => !known.has(id) && !hasKey(table.get('refresh', id)?.value));
};

/** A purchase that took no coins holds nothing: once it is swept no older copy brings it back (`spend/offers-budget.ts`). */
const isEmptyOffer = ({ kind, value }: CarriedEntry): boolean => {
  const coins = memberOf(value, 'coins');
  return kind === 'purchase' && (!isObject(coins) || Object.keys(coins).length === 0);
};
