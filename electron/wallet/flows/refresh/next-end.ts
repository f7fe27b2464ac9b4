// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../../shared/time.ts';
import type { Reader } from '../../../storage/store.ts';
import { mayWaitMs } from '../../coins/lifetime.ts';
import type { Wallets } from '../../context.ts';
import { MINUTE_MS } from '../flow.ts';

/** However near the end of a coin is, nothing is tried more often. */
const LEAST_MS = 5 * MINUTE_MS;

/**
 * How long the next look at the unused coins of an exchange may wait, in milliseconds, so that none of them ends between two looks;
 * infinite when none of them has an end that is known. It holds for coins as well that came after the last look.
 */
export const mayWaitForLookMs = (wallets: Knows, exchange: string): number =>
  mayWaitForKindsMs(wallets, exchange, unusedKinds(wallets.store).get(exchange) ?? []);

type Knows = Pick<Wallets, 'store' | 'exchanges' | 'world'>;

/** The same, for coins of these denominations. */
export const mayWaitForKindsMs = ({ exchanges, world }: Knows, exchange: string, hashes: Iterable<string>): number => {
  const denominations = exchanges.cachedKeys(exchange)?.denominations;
  if (denominations === undefined) return Number.POSITIVE_INFINITY;
  const nowMs = world.now();
  let firstMs = Number.POSITIVE_INFINITY;
  for (const hash of hashes) {
    const denomination = denominations.get(hash);
    const endMs = denomination ? timestampToMs(denomination.stampExpireDeposit) : 0;
    // What ended before has had its look.
    if (endMs > nowMs) firstMs = Math.min(firstMs, endMs);
  }
  return Math.max(mayWaitMs(firstMs, nowMs), LEAST_MS);
};

type Kinds = ReadonlyMap<string, ReadonlySet<string>>;

/** What was found last, for the entries of then: the runner asks at every turn. */
const lastKinds = new WeakMap<Reader['local'], { readonly revision: number; readonly kinds: Kinds }>();

/** Per exchange, the hashes of the denominations of which there are unused coins. */
const unusedKinds = (store: Wallets['store']): Kinds => {
  const revision = store.revision();
  const last = lastKinds.get(store.local);
  if (last?.revision === revision) return last.kinds;
  const kinds = new Map<string, Set<string>>();
  for (const { value } of store.coins({ status: 'fresh' })) {
    const known = kinds.get(value.exchange);
    if (known) known.add(value.h);
    else kinds.set(value.exchange, new Set([value.h]));
  }
  lastKinds.set(store.local, { revision, kinds });
  return kinds;
};
