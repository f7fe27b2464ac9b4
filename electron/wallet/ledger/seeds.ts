// SPDX-License-Identifier: GPL-3.0-or-later
import { readEntry, type CarriedEntry, type Entry, type Kind } from '../../state/entry.ts';

/** A seed or reserve key that an entry holds: money can be made of it again. */
export type Seed = {
  readonly id: string;
  /** coins may still come of it */
  readonly isOpen: boolean;
};

type SeedsOf<K extends Kind> = (entry: Entry<K>) => readonly Seed[];

/** For a kind that holds no seed: what it is worth follows from the seeds of others. */
const none = (): readonly Seed[] => [];

/** What each kind of entry holds. A kind that is not named here does not compile: a seed that nobody counts would be called safe. */
const SEEDS: { readonly [K in Kind]: SeedsOf<K> } = {
  reserve: ({ id, value }) => [{ id, isOpen: value.status !== 'drained' }],
  withdrawal: ({ value }) =>
    Object.entries(value.batches).map(([id, { status }]) => ({ id, isOpen: status !== 'done' && status !== 'failed' })),
  refresh: ({ id, value: { status } }) => [{ id, isOpen: status !== 'done' && status !== 'failed' }],
  coin: none,
  purchase: none,
  refund: none,
  deposit: none,
  // Purses of people are paid with coins, or fill a reserve that is an entry of its own.
  'push-out': none,
  'push-in': none,
  'pull-out': none,
  'pull-in': none,
  exchange: none,
  device: none,
  provider: none,
  setting: none,
  tombstone: none,
  gone: none,
};

/** The seeds and keys of an entry. */
export const seedsOf = (entry: Entry): readonly Seed[] =>
  // The table pairs every kind with a function of its own entries.
  (SEEDS[entry.kind] as (entry: never) => readonly Seed[])(entry as never);

/** False for kinds whose entries hold no seed, so that thousands of coins need not be read to know it. */
export const mayHoldSeeds = (kind: string): boolean => Object.hasOwn(SEEDS, kind) && SEEDS[kind as Kind] !== none;

/** Batches and refresh sessions in these entries, as far as this version can read them; their reserves are not meant. */
export const seedsIn = (entries: readonly CarriedEntry[]): readonly string[] =>
  entries.flatMap((carried) => {
    const entry = mayHoldSeeds(carried.kind) && carried.kind !== 'reserve' ? readEntry(carried) : undefined;
    return entry ? seedsOf(entry).map(({ id }) => id) : [];
  });

/** Batches and refresh sessions of which coins may still come; their reserves are not meant. */
export const openSeeds = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'reserve' ? [] : seedsOf(entry).flatMap(({ id, isOpen }) => (isOpen ? [id] : [])),
  );
