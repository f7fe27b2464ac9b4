// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { parseClock } from '../../../state/clock.ts';
import type { Entry, Refresh } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import { givingsByCoin, isGiven, type Giving } from '../../ledger/givings.ts';
import type { CoinAccount } from '../../ledger/account.ts';
import { readReturns, type Return } from '../../ledger/returns.ts';

/** What happened to coins before, by coin id. */
export type Past = {
  readonly givings: ReadonlyMap<string, readonly Giving[]>;
  readonly refreshes: ReadonlyMap<string, Refresh>;
  /** the refreshes of each coin */
  readonly sessions: ReadonlyMap<string, readonly string[]>;
  /** what came back and waits to be renewed */
  readonly returns: readonly Return[];
};

export const readPast = (reader: Pick<Tx, 'entries'>): Past => {
  const sessions = new Map<string, string[]>();
  for (const { id, value } of reader.entries('refresh')) {
    const same = sessions.get(value.old_coin);
    if (same) same.push(id);
    else sessions.set(value.old_coin, [id]);
  }
  return {
    givings: givingsByCoin(reader),
    sessions,
    refreshes: new Map(reader.entries('refresh').map(({ value }) => [value.old_coin, value])),
    returns: readReturns(reader).filter(({ waiting }) => waiting),
  };
};

/** Whether change of it is still to be had, whose recoup would give value back to it. */
export const isChangeLeft = (reader: Pick<Tx, 'coins'>, id: string, past: Past): boolean =>
  (past.sessions.get(id) ?? []).some((session) =>
    reader
      .coins({ sourceId: session })
      .some(
        ({ value }) => value.status !== 'spent' && (value.status === 'fresh' || amount(value.remaining).units > 0n),
      ),
  );

/** So long a payment that another device made may be heard of, and with it a refund into the coin. */
const UNHEARD_MS = 365 * 24 * 60 * 60_000;

/** Until then what it gave may come back; no time at all for one that gave nothing. */
export const refundableUntilMs = (
  { id, clock }: Pick<Entry<'coin'>, 'id' | 'clock'>,
  { elsewhere }: Pick<CoinAccount, 'elsewhere'>,
  { givings }: Past,
): number =>
  Math.max(
    elsewhere > 0n ? writtenMs(clock) + UNHEARD_MS : Number.NEGATIVE_INFINITY,
    ...(givings.get(id) ?? []).flatMap((giving) => (isGivenTo(giving, id) ? [giving.mayReturnUntilMs] : [])),
  );

const writtenMs = (clock: string): number => {
  const read = parseClock(clock);
  return read.ok ? read.value.ms : 0;
};

/** Whether a payment has given this coin away. */
export const isGivenTo = (giving: Giving, coinId: string): boolean => {
  const contribution = giving.coins[coinId];
  return contribution !== undefined && isGiven(giving, contribution);
};
