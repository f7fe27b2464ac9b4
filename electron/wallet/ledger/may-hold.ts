// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, zeroAmount, type Amount } from '../../../shared/amount.ts';
import type { Reader } from '../../storage/store.ts';
import { readGivings } from './givings.ts';
import { readLedger } from './ledger.ts';
import { openSeeds } from './seeds.ts';

/**
 * Whether anything here is worth money or may still become it: coins, seeds and reserves that are not done with, and payments of which
 * something may come back. Whoever gets hold of such an entry may get hold of that money.
 */
export const mayHoldMoney = (reader: Reader, nowMs: number): boolean =>
  mayHoldReserve(reader) ||
  openSeeds([...reader.entries('withdrawal'), ...reader.entries('refresh')]).length > 0 ||
  readGivings(reader).some(
    ({ coins, open, mayReturnUntilMs }) => open || (Object.keys(coins).length > 0 && mayReturnUntilMs > nowMs),
  ) ||
  [...readLedger(reader).coins.values()].some(({ held, abroad }) => held > 0n || abroad > 0n);

/**
 * A reserve that nobody has seen money in is worth nothing once all that was to fill it has ended: its key is kept for good, for a
 * transfer that comes all the same, but a person who gave a withdrawal up has said that there is none.
 */
const mayHoldReserve = (reader: Reader): boolean => {
  const isOver = new Map<string, boolean>();
  for (const { reserve, ended } of readFillings(reader)) isOver.set(reserve, ended && (isOver.get(reserve) ?? true));
  return reader
    .entries('reserve')
    .some(({ id, value: { status } }) => status !== 'drained' && !(status === 'announced' && isOver.get(id) === true));
};

/** What is awaited and nobody has seen yet, one sum for each currency: transfers that were announced, payments that were taken or asked for. */
export const awaitedSums = (reader: Reader): readonly string[] => {
  const sums = new Map<string, Amount>();
  for (const filling of readFillings(reader)) {
    if (filling.ended || reader.entry('reserve', filling.reserve)?.value.status !== 'announced') continue;
    const sum = amount(filling.amount);
    sums.set(sum.currency, addCapped(sums.get(sum.currency) ?? zeroAmount(sum.currency), sum));
  }
  return [...sums.values()].map(amountToText);
};

type Filling = { readonly reserve: string; readonly amount: string; readonly ended: boolean };

/** How an event says that nothing more comes of it; words of newer wallets do not. */
const ENDED: ReadonlySet<string> = new Set(['aborted', 'expired', 'done']);

/** Every event that brings money into a reserve of ours. */
const readFillings = (reader: Pick<Reader, 'entries'>): readonly Filling[] =>
  [...reader.entries('withdrawal'), ...reader.entries('push-in'), ...reader.entries('pull-out')].flatMap(
    ({ value: { reserve, amount: sum, status } }) =>
      reserve === undefined ? [] : [{ reserve, amount: sum, ended: ENDED.has(status) }],
  );
