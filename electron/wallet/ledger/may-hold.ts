// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader } from '../../storage/store.ts';
import { readGivings } from './givings.ts';
import { readLedger } from './ledger.ts';
import { openSeeds } from './seeds.ts';

/**
 * Whether anything here is worth money or may still become it: coins, seeds and reserves that are not done with, and payments of which
 * something may come back. Whoever gets hold of such an entry may get hold of that money.
 */
export const mayHoldMoney = (reader: Reader, nowMs: number): boolean =>
  reader.entries('reserve').some(({ value }) => value.status !== 'drained') ||
  openSeeds([...reader.entries('withdrawal'), ...reader.entries('refresh')]).length > 0 ||
  readGivings(reader).some(
    ({ coins, open, mayReturnUntilMs }) => open || (Object.keys(coins).length > 0 && mayReturnUntilMs > nowMs),
  ) ||
  [...readLedger(reader).coins.values()].some(({ held, abroad }) => held > 0n || abroad > 0n);
