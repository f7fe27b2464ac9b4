// SPDX-License-Identifier: GPL-3.0-or-later
import { parseClock } from '../../state/clock.ts';
import { parseCoinId, type Entry } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';

/** Remembers seeds that were in use when coins were taken out of circulation, in place of those before: whoever knows those coins may know these, too. */
export const noteKnownSeeds = ({ local }: Pick<Tx, 'local'>, seeds: readonly string[]): void =>
  local.setMark('seeds-known-elsewhere', seeds.length === 0 ? undefined : seeds);

/** What a new coin of this seed may be used for: paying, or being renewed first. */
export const statusOfNew = ({ local }: Pick<Tx, 'local'>, seed: string): 'fresh' | 'in-use' =>
  local.mark('seeds-known-elsewhere')?.includes(seed) === true ? 'in-use' : 'fresh';

/**
 * Which unused coins another copy of this wallet may know, and spend: while renewing them is not done with after a restore,
 * those that another device wrote down, and those of seeds that were in use then. None at any other time.
 */
export const knownElsewhere = (
  reader: Pick<Reader, 'deviceId'> & { readonly local: Pick<Reader['local'], 'mark'> },
): ((coin: Entry<'coin'>) => boolean) => {
  const seeds = reader.local.mark('renewal-open');
  if (seeds === undefined) return () => false;
  const own = reader.deviceId();
  return ({ id, clock }) => {
    const wrote = parseClock(clock);
    return !wrote.ok || wrote.value.device !== own || seeds.includes(parseCoinId(id)?.seedId ?? '');
  };
};
