// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { ValueByKind } from '../../state/entry.ts';
import type { Tx } from '../../storage/store.ts';
import type { HistoryEntry } from '../../taler/exchange/answers.ts';

/** What the coin gave to purses whose end is open: it is gone from the coin and may still come back into it. */
export const inOpenPurses = (tx: Tx, currency: string, entries: readonly HistoryEntry[], nowMs: number): Amount => {
  let units = 0n;
  for (const { type, amount: moved, detail } of entries) {
    const purse = detail['purse_pub'];
    if (typeof purse !== 'string') continue;
    const own = (tx.entry('push-out', purse) ?? tx.entry('pull-in', purse))?.value;
    const open = own !== undefined && mayComeBack(own, nowMs);
    if (open && type === 'PURSE-DEPOSIT') units += moved.units;
    if (open && type === 'PURSE-REFUND') units -= moved.units;
  }
  return { currency, units: units > 0n ? units : 0n };
};

/** A purse that was given up may be made after all, by a request that was long on its way: then it gives back when its time is over. */
const mayComeBack = (
  { status, purse_expiration: until }: ValueByKind['push-out' | 'pull-in'],
  nowMs: number,
): boolean =>
  status === 'planned' ||
  status === 'created' ||
  status === 'paying' ||
  ((status === 'aborted' || status === 'expired') && until !== undefined && nowMs < timestampToMs(until) + LATE_MS);

/** How long after the end of a purse its exchange has surely given the coins back. */
const LATE_MS = 24 * 60 * 60_000;
