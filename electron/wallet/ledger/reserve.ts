// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../../shared/amount.ts';
import { msToTimestamp } from '../../../shared/time.ts';
import type { Withdrawal } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { newId } from '../context.ts';

/** Moves a reserve's status forward. */
export const setReserve = (tx: Tx, reservePub: string, status: 'funded' | 'drained'): void => {
  const reserve = tx.entry('reserve', reservePub)?.value;
  if (reserve) tx.put('reserve', reservePub, { ...reserve, status });
};

/** The private key of a reserve of ours, which may speak for it; undefined when the key is not here. */
export const accountKeyOf = (reader: Pick<Reader, 'entry'>, reservePub: string | undefined): string | undefined =>
  reservePub === undefined ? undefined : reader.entry('reserve', reservePub)?.value.priv;

/**
 * Begins a withdrawal of what has come into the reserve of an earlier one since. A withdrawal that is drawing on that reserve already
 * takes whatever is in it, so then there is none to begin.
 */
export const drawAgain = (
  tx: Tx,
  world: World,
  { exchange, master_pub, reserve, origin, max_fees: maxFees }: Withdrawal,
  sum: Amount,
  more: { readonly recoup?: true } = {},
): void => {
  const isDrawing = tx
    .entries('withdrawal')
    .some(({ value }) => value.reserve === reserve && value.status === 'withdrawing');
  if (isDrawing) return;
  tx.put('withdrawal', newId(world), {
    exchange,
    master_pub,
    reserve,
    amount: amountToText(sum),
    created: msToTimestamp(world.now()),
    origin,
    // What its person agreed to lose of the first transfer may be lost of each, and nothing more without asking.
    ...(maxFees === undefined ? {} : { max_fees: maxFees }),
    ...more,
    status: 'withdrawing',
    batches: {},
  });
};
