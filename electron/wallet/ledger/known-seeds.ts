// SPDX-License-Identifier: GPL-3.0-or-later
import { parseClock } from '../../state/clock.ts';
import { parseCoinId, type Entry } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { openSeeds } from './seeds.ts';

/** Remembers seeds that were in use when coins were taken out of circulation, in place of those before: whoever knows those coins may know these, too. */
export const noteKnownSeeds = ({ local }: Pick<Tx, 'local'>, seeds: readonly string[]): void =>
  local.setMark('seeds-known-elsewhere', seeds.length === 0 ? undefined : seeds);

/** What a new coin of this seed may be used for: paying, or being renewed first. */
export const statusOfNew = ({ local }: Pick<Tx, 'local'>, seed: string): 'fresh' | 'in-use' =>
  local.mark('seeds-known-elsewhere')?.includes(seed) === true ? 'in-use' : 'fresh';

/**
 * Notes, in place of what was noted before, that another copy of this wallet may know every coin there is, and what comes of
 * every seed in use. What that means for each exchange is decided at the next look at its coins, which is due at once.
 */
export const openRenewal = (tx: Tx): void => {
  const seeds = openSeeds([...tx.entries('withdrawal'), ...tx.entries('refresh')]);
  tx.local.setMark('renewal-open', { before: tx.clock(), seeds: [...seeds], asking: [], declined: [] });
  for (const { value } of tx.entries('exchange')) tx.local.deleteTask('upkeep', value.base_url);
};

/** Which unused coins another copy of this wallet may know, and spend: none unless that was noted. */
export const knownElsewhere = (
  reader: Pick<Reader, 'deviceId'> & { readonly local: Pick<Reader['local'], 'mark'> },
): ((coin: Entry<'coin'>) => boolean) => {
  const open = reader.local.mark('renewal-open');
  if (open === undefined) return () => false;
  const own = reader.deviceId();
  const seeds = new Set(open.seeds);
  return ({ id, clock }) => {
    const wrote = parseClock(clock);
    // What another device wrote down may come with a later copy.
    const isTheirs = !wrote.ok || wrote.value.device !== own;
    return isTheirs || clock <= open.before || seeds.has(parseCoinId(id)?.seedId ?? '');
  };
};

/** Notes whether the coins of an exchange are asked about, unless the person has answered. */
export const noteAsking = (tx: Tx, exchange: string, asks: boolean): void => {
  const open = tx.local.mark('renewal-open');
  if (open === undefined || open.asking.includes(exchange) === (asks && !open.declined.includes(exchange))) return;
  const others = open.asking.filter((each) => each !== exchange);
  tx.local.setMark('renewal-open', { ...open, asking: asks ? [...others, exchange] : others });
};

/** Notes that the person wants the coins of an exchange left as they are. */
export const declineRenewal = (tx: Tx, exchange: string): void => {
  const open = tx.local.mark('renewal-open');
  if (open === undefined) return;
  const asking = open.asking.filter((each) => each !== exchange);
  tx.local.setMark('renewal-open', { ...open, asking, declined: [...new Set([...open.declined, exchange])] });
};
