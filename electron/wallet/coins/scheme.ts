// SPDX-License-Identifier: GPL-3.0-or-later
import { parseCoinId } from '../../state/entry.ts';
import { coinScheme, FIRST_SCHEME } from '../../taler/coin/schemes.ts';
import type { Reader } from '../../storage/store.ts';

// How coins follow from a seed has a number, named by every withdrawal batch and refresh session. Those of a number this
// version does not know are carried as they are and left alone: keys derived in another way would be other coins.

/** True for a batch or session whose coins this version can derive. */
export const isKnownScheme = ({ scheme }: { readonly scheme?: number }): boolean => coinScheme(scheme) !== undefined;

/** True for a batch whose coins can be asked for: those of the second scheme came as they are. */
export const isDrawable = ({ scheme = FIRST_SCHEME }: { readonly scheme?: number }): boolean => scheme === FIRST_SCHEME;

const NONE: ReadonlySet<string> = new Set();

/** Seeds whose coins only a newer wallet can derive: of an unknown scheme, or made of such coins. */
export const newerSeeds = (reader: Pick<Reader, 'withNewerScheme' | 'entries'>): ReadonlySet<string> => {
  const newer = new Set<string>();
  for (const entry of reader.withNewerScheme()) {
    if (entry.kind === 'refresh' && !isKnownScheme(entry.value)) newer.add(entry.id);
    if (entry.kind !== 'withdrawal') continue;
    for (const [id, batch] of Object.entries(entry.value.batches)) if (!isKnownScheme(batch)) newer.add(id);
  }
  if (newer.size === 0) return NONE;
  const madeOf = new Map<string, string[]>();
  for (const { id, value } of reader.entries('refresh')) {
    const seed = seedOf(value.old_coin);
    madeOf.set(seed, [...(madeOf.get(seed) ?? []), id]);
  }
  // A set hears of what is added while it is walked, and of nothing twice: a circle in the entries ends.
  for (const seed of newer) for (const session of madeOf.get(seed) ?? []) newer.add(session);
  return newer;
};

/** True for a coin that follows from one of these seeds. */
export const isOf = (seeds: ReadonlySet<string>, coin: string): boolean => seeds.size > 0 && seeds.has(seedOf(coin));

const seedOf = (coin: string): string => parseCoinId(coin)?.seedId ?? '';
