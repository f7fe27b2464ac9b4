// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Entry, Refresh, ValueByKind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';

// Value can come back into a coin that gave it away. A coin's `remaining` only ever falls (the smaller copy wins a join), so
// what returns is counted here, beside it, until a refresh has made new coins of it.

/** Value that an exchange has confirmed to be back in a coin, refund fee taken off. */
export type Return = {
  readonly id: string;
  readonly coin: string;
  /** the purchase it comes from */
  readonly purchase: string;
  readonly units: bigint;
  /** what making new coins of it may cost, as was shown with it */
  readonly renewal: bigint;
  /** no refresh has taken it up yet */
  readonly waiting: boolean;
};

/** Every confirmed return, in a fixed order. */
export const readReturns = (reader: Pick<Reader, 'entries'>): readonly Return[] =>
  reader.entries('refund').flatMap((entry) => returnOf(entry) ?? []);

/** A refund as what has come back by it; undefined while no exchange has confirmed it. */
export const returnOf = ({ id, value }: Pick<Entry<'refund'>, 'id' | 'value'>): Return | undefined =>
  isCredited(value)
    ? {
        id,
        coin: value.coin,
        purchase: value.purchase,
        units: netOf(value),
        renewal: value.renewal === undefined ? 0n : amount(value.renewal).units,
        waiting: value.status === 'announced',
      }
    : undefined;

/** What a refresh takes out of returns, of the sum it takes from its coin. */
export const drawnFromReturns = (refresh: Refresh, taken: bigint, returnById: ReadonlyMap<string, Return>): bigint => {
  let units = 0n;
  for (const id of refresh.refunds ?? []) {
    const each = returnById.get(id);
    if (each?.coin === refresh.old_coin) units += each.units;
  }
  return units < taken ? units : taken;
};

/** Only what the exchange has signed for (1038) counts, or has confirmed to the program a wallet came from; a refund that another copy of the wallet took up does not count here. */
const isCredited = (refund: ValueByKind['refund']): boolean => isConfirmed(refund) && refund.status !== 'failed';

/** Whether its exchange has confirmed it. */
export const isConfirmed = ({ exchange_sig: signature, brought }: ValueByKind['refund']): boolean =>
  signature !== undefined || brought === true;

const netOf = ({ amount: sum, fee }: ValueByKind['refund']): bigint => {
  const net = amount(sum).units - amount(fee).units;
  return net > 0n ? net : 0n;
};
