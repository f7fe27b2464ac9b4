// SPDX-License-Identifier: GPL-3.0-or-later
import type { Tx } from '../../storage/store.ts';

/** Seeds that were in use when coins were taken out of circulation; whoever knows those coins may know these, too. */
const KNOWN_SEEDS = 'seeds-known-elsewhere';

/** Remembers these seeds in place of those that were remembered before. */
export const noteKnownSeeds = ({ local }: Pick<Tx, 'local'>, seeds: readonly string[]): void =>
  local.setMeta(KNOWN_SEEDS, seeds.length === 0 ? undefined : seeds.join(' '));

/** What a new coin of this seed may be used for: paying, or being renewed first. */
export const statusOfNew = ({ local }: Pick<Tx, 'local'>, seed: string): 'fresh' | 'in-use' =>
  local.meta(KNOWN_SEEDS)?.split(' ').includes(seed) === true ? 'in-use' : 'fresh';
