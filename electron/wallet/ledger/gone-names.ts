// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader } from '../../storage/store.ts';
import type { Entry } from '../../state/entry.ts';

// What has left the content, as the sums see it. Its coins are worth nothing, and what is still here that used them says itself
// how much: that is counted on its own line, and what is then missing on the line of all that has left.

const seedsOfShelves = new WeakMap<readonly Entry<'gone'>[], ReadonlySet<string>>();

/** The seeds that have left; read once for a list of shelves. */
export const goneSeeds = (reader: Pick<Reader, 'entries'>): ReadonlySet<string> => {
  const shelves = reader.entries('gone');
  const known = seedsOfShelves.get(shelves);
  if (known) return known;
  const seeds = new Set(shelves.flatMap(({ value }) => Object.keys(value.seeds)));
  seedsOfShelves.set(shelves, seeds);
  return seeds;
};

/** Whether a coin has left. */
export const isGoneCoin = (seeds: ReadonlySet<string>, coin: string): boolean =>
  seeds.size > 0 && seeds.has(coin.slice(0, coin.indexOf('/')));
