// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../../shared/time.ts';
import { longestUntilCopy } from '../../../state/privacy.ts';
import type { Tx } from '../../../storage/store.ts';
import type { Wallets } from '../../context.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../flow.ts';

// Change right after a payment tells whoever sees both, a shop with its exchange or with a place that keeps copies, that the two belong
// together: the copy with the change's seed and the melt come within a second of it. So what payments leave over is gathered, and made
// in one go at a random time. It is the person's all the while: when coins are lacking, it is made at once (`runner/haste.ts`).

const SOONEST_MS = 15 * MINUTE_MS;
const LATEST_MS = 4 * HOUR_MS;

/** The coins of one go are melted at times of their own, or its exchange would know that they are one person's. */
const SPREAD_MS = HOUR_MS;
/** How long such a coin waits at most for its turn, or for the next copy. */
export const LONGEST_SPREAD_MS = 2 * HOUR_MS;

/** True while nobody waits for change of these denominations, and nothing is lost by waiting. */
const hasTime = (wallets: Wallets, exchange: string, hashes: Iterable<string>): boolean =>
  !wallets.haste.isOn() && !isLeaving(wallets) && !isUrgent(wallets, exchange, hashes);

/** When the next coin of a go is melted, in milliseconds since the epoch; undefined for at once. */
export const meltTime = (wallets: Wallets, exchange: string, hash: string): number | undefined =>
  hasTime(wallets, exchange, [hash])
    ? Math.round(wallets.world.now() + MINUTE_MS + SPREAD_MS * part(wallets.world))
    : undefined;

/** True when change of these denominations is to be made now. Without a time for it, nobody has put it off yet. */
export const isChangeDue = (wallets: Wallets, exchange: string, hashes: Iterable<string>): boolean => {
  const { world, store, overdue } = wallets;
  if (!hasTime(wallets, exchange, hashes)) return true;
  // It was tried, and asks its person or is tried again: put off once more, the question would not be seen.
  if (store.local.task('renewal', exchange)?.lastFailure !== undefined) return true;
  const at = store.local.markOf('change-due', exchange);
  const now = world.now();
  // A clock that was set back far would put it off for as long.
  return at !== undefined && (overdue.time(`change ${exchange}`, at) <= now || at > now + LATEST_MS);
};

/** When a coin is melted whose time is written down: one that came while nobody ran is drawn anew, unless somebody waits or the coin ends. */
export const meltTimeNow = (wallets: Wallets, id: string, at: number): number => {
  const { exchange, old_coin: coin, status } = wallets.store.entry('refresh', id)?.value ?? {};
  const hash = wallets.store.entry('coin', coin ?? '')?.value.h;
  if (status !== 'planned' || exchange === undefined || hash === undefined) return at;
  return hasTime(wallets, exchange, [hash]) ? wallets.overdue.time(`melt ${id}`, at) : at;
};

export const isPutOff = ({ store }: Pick<Wallets, 'store'>, exchange: string): boolean =>
  store.local.markOf('change-due', exchange) !== undefined;

/** Draws the time at which an exchange's change is made. */
export const putOff = ({ world, store }: Pick<Wallets, 'world' | 'store'>, exchange: string): void => {
  const at = Math.round(world.now() + SOONEST_MS + part(world) * (LATEST_MS - SOONEST_MS));
  store.transaction((tx) => tx.local.setMarkOf('change-due', exchange, at));
};

/** A number from 0 up to 1. */
const part = (world: Wallets['world']): number => {
  const bytes = world.randomBytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
};

/** It is being made; what comes after it gets a time of its own. */
export const noLongerPutOff = (tx: Tx, exchange: string): void => tx.local.setMarkOf('change-due', exchange, undefined);

/** Whoever empties or leaves a wallet waits for all of it. */
const isLeaving = ({ store: { local } }: Wallets): boolean =>
  local.mark('emptying') !== undefined || local.mark('abandoning') !== undefined;

/**
 * A coin near its end, or one that is given back to where it came from, has no time for that. Its end is near when it may come before
 * the next copy does, for which change waits once it is planned.
 */
export const isUrgent = ({ world, store, exchanges }: Wallets, exchange: string, hashes: Iterable<string>): boolean => {
  const denominations = exchanges.cachedKeys(exchange)?.denominations;
  if (denominations === undefined) return false;
  const nearMs = world.now() + DAY_MS + longestUntilCopy(store);
  for (const hash of hashes) {
    const found = denominations.get(hash);
    if (found && (found.revoked || timestampToMs(found.stampExpireDeposit) < nearMs)) return true;
  }
  return false;
};
