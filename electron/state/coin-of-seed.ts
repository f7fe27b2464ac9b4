// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject, memberOf } from '../taler/bytes/json.ts';
import { parseAmount } from '../../shared/amount.ts';
import type { CarriedEntry } from './entry.ts';
import { parseCoinId } from './entry-id.ts';

// What a coin is follows from its seed, which no copy can change (`commitment.ts`): its denomination, its value and its exchange.
// A coin that says something else of itself, or whose seed is not there, could take the place of a good one and is kept apart.

/** Finds the value of a withdrawal or refresh among what a copy is judged by. */
export type SeedFinder = (kind: 'withdrawal' | 'refresh', id: string) => unknown;

/** A stretch of coins of one denomination, up to the index `end`. A copy may name thousands that never come, so none is written out. */
type Stretch = { readonly end: number; readonly h: unknown; readonly v: unknown };
type Seed = {
  readonly exchange: unknown;
  readonly masterPub: unknown;
  readonly isKnownScheme: boolean;
  readonly stretches: readonly Stretch[];
};

/** As many seeds are remembered; coins come in the order of their seeds. */
const MAX_SEEDS = 1024;

/** Whether coins are what their seeds make; one for all coins of a copy, for hundreds have one seed. */
export const coinJudge = (find: SeedFinder): ((entry: CarriedEntry) => boolean) => {
  const known = new Map<string, Seed | undefined>();
  const seedOf = (source: unknown, sourceId: string, seedId: string): Seed | undefined => {
    if (source !== 'withdrawal' && source !== 'refresh') return undefined;
    const name = `${source} ${sourceId} ${seedId}`;
    if (!known.has(name) && known.size >= MAX_SEEDS) known.clear();
    if (!known.has(name)) known.set(name, readSeed(find, source, sourceId, seedId));
    return known.get(name);
  };
  return ({ kind, id, value }) => {
    if (kind !== 'coin') return true;
    const [named, sourceId] = [parseCoinId(id), memberOf(value, 'source_id')];
    if (named === undefined || typeof sourceId !== 'string') return false;
    const seed = seedOf(memberOf(value, 'source'), sourceId, named.seedId);
    return seed !== undefined && isOf(seed, named.index, value);
  };
};

const readSeed = (
  find: SeedFinder,
  source: 'withdrawal' | 'refresh',
  sourceId: string,
  seedId: string,
): Seed | undefined => {
  if (source === 'refresh' && sourceId !== seedId) return undefined;
  const owner = find(source, sourceId);
  const seed = source === 'refresh' ? owner : memberOf(memberOf(owner, 'batches'), seedId);
  if (!isObject(owner) || !isObject(seed)) return undefined;
  const [scheme, selection] = [memberOf(seed, 'scheme'), memberOf(seed, 'selection')];
  return {
    exchange: memberOf(owner, 'exchange'),
    masterPub: memberOf(owner, 'master_pub'),
    isKnownScheme: scheme === undefined || scheme === 1 || scheme === 2 || scheme === 3,
    stretches: stretchesOf(Array.isArray(selection) ? selection : []),
  };
};

const stretchesOf = (selection: readonly unknown[]): readonly Stretch[] => {
  let end = 0;
  return selection.filter(isObject).flatMap(({ h, v, n }) => {
    end += Number(n);
    return Number(n) > 0 ? [{ end, h, v }] : [];
  });
};

/** The stretch that an index is in, found by halving. */
const stretchAt = (stretches: readonly Stretch[], index: number): Stretch | undefined => {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.end ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return stretches[low];
};

const isOf = ({ exchange, masterPub, isKnownScheme, stretches }: Seed, index: number, coin: unknown): boolean => {
  const named = memberOf(coin, 'master_pub');
  if (memberOf(coin, 'exchange') !== exchange) return false;
  if (named !== undefined && named !== masterPub) return false;
  if (currencyOf(memberOf(coin, 'remaining')) !== currencyOf(memberOf(coin, 'v'))) return false;
  // How a newer wallet numbers its coins is not known here.
  if (!isKnownScheme) return true;
  const made = stretchAt(stretches, index);
  return made !== undefined && made.h === memberOf(coin, 'h') && made.v === memberOf(coin, 'v');
};

const currencyOf = (text: unknown): string | undefined => {
  const parsed = typeof text === 'string' ? parseAmount(text) : undefined;
  return parsed?.ok === true ? parsed.value.currency : undefined;
};
