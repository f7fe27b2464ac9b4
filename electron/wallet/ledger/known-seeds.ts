// SPDX-License-Identifier: GPL-3.0-or-later
import type { Tx } from '../../storage/store.ts';

/** Remembers seeds that were in use when coins were taken out of circulation, in place of those before: whoever knows those coins may know these, too. */
export const noteKnownSeeds = ({ local }: Pick<Tx, 'local'>, seeds: readonly string[]): void =>
  local.setMark('seeds-known-elsewhere', seeds.length === 0 ? undefined : seeds);

/** What a new coin of this seed may be used for: paying, or being renewed first. */
export const statusOfNew = ({ local }: Pick<Tx, 'local'>, seed: string): 'fresh' | 'in-use' =>
  local.mark('seeds-known-elsewhere')?.includes(seed) === true ? 'in-use' : 'fresh';
