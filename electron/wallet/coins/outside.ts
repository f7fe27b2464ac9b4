// SPDX-License-Identifier: GPL-3.0-or-later
import { parseCoinId, type OUTSIDE } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';

// Money that somebody outside this wallet can reach, because he knows its secret or knew it: the coins of the seeds that say so, and
// whatever was made of them by refreshing, for an exchange tells whoever holds an old coin what became of it (link). Only a payment to
// ourselves cuts that tie (electron/decisions/re-issue-by-payment-to-oneself.md).

/** `left`: it counts as the money of a wallet that this device has left. `joined`: it was taken over and is ours, but not ours alone. */
export type Outside = (typeof OUTSIDE)[number];

/** Seeds that somebody outside may know or follow; empty unless a wallet was ever left or taken over here. */
export const outsideSeeds = (reader: Pick<Reader, 'withOutside' | 'entries'>): ReadonlyMap<string, Outside> => {
  const seeds = new Map<string, Outside>();
  for (const entry of reader.withOutside()) {
    const said: readonly (readonly [string, { readonly outside?: string }])[] =
      entry.kind === 'refresh' ? [[entry.id, entry.value]] : Object.entries(entry.value.batches);
    // A word of a newer wallet at least means that the money can be reached.
    for (const [id, { outside }] of said)
      if (outside !== undefined) seeds.set(id, outside === 'left' ? 'left' : 'joined');
  }
  if (seeds.size === 0) return seeds;
  const madeOf = new Map<string, string[]>();
  for (const { id, value } of reader.entries('refresh')) {
    const seed = seedOf(value.old_coin);
    madeOf.set(seed, [...(madeOf.get(seed) ?? []), id]);
  }
  // A map hears of what is added while it is walked, and of nothing twice: a circle in the entries ends.
  for (const [seed, outside] of seeds)
    for (const session of madeOf.get(seed) ?? []) if (!seeds.has(session)) seeds.set(session, outside);
  return seeds;
};

/** Who outside can reach a coin, if anybody. */
export const outsideOf = (seeds: ReadonlyMap<string, Outside>, coin: string): Outside | undefined =>
  seeds.size === 0 ? undefined : seeds.get(seedOf(coin));

const seedOf = (coin: string): string => parseCoinId(coin)?.seedId ?? '';
