// SPDX-License-Identifier: GPL-3.0-or-later
import { type Batch, coinId, type Withdrawal } from '../../../state/entry.ts';
import type { Reader } from '../../../storage/store.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { accountKeyOf } from '../../ledger/reserve.ts';
import { coinCount } from '../../coins/planchets.ts';
import { isDrawable } from '../../coins/scheme.ts';
import { drawBatch } from './draw.ts';

// A status only moves on, and a copy by somebody who means harm can move it. An honest wallet says that a withdrawal is over only
// with its coins beside it: where they are missing, the exchange is asked once more, whatever the status says.

/** How many are asked about in one look; an honest wallet has none. */
const MAX_OWED = 8;

/** Asks for the coins of batches that are said to be over and have none, or not all. */
export const drawOwed = async (wallets: Wallets, open: OpenExchange): Promise<void> => {
  const owed = wallets.store.entries('withdrawal').flatMap(({ id, value }) =>
    value.exchange === open.keys.baseUrl &&
    value.master_pub === open.keys.masterPub &&
    // A copy can name any reserve; without its key nothing is drawn, and nobody else's upkeep ends by it.
    accountKeyOf(wallets.store, value) !== undefined
      ? Object.entries(value.batches)
          .filter(([batchId, batch]) => isOwed(wallets.store, value, batchId, batch))
          .map(([batchId, batch]) => ({ id, withdrawal: value, batchId, batch }))
      : [],
  );
  // One that is refused is asked for with the next look.
  for (const each of owed.slice(0, MAX_OWED)) await drawBatch({ wallets, open, ...each });
};

/** A batch that is done has all its coins; one that failed may have none, but then another of its withdrawal has some. */
const isOwed = (reader: Pick<Reader, 'entry'>, { batches }: Withdrawal, batchId: string, batch: Batch): boolean => {
  if (!isDrawable(batch)) return false;
  if (batch.status === 'done') return here(reader, batchId, batch) < coinCount(batch.selection);
  return batch.status === 'failed' && Object.entries(batches).every(([id, each]) => here(reader, id, each, 1) === 0);
};

/** How many coins of a batch are here, up to `most`. */
const here = (
  reader: Pick<Reader, 'entry'>,
  batchId: string,
  { selection }: Batch,
  most = coinCount(selection),
): number => {
  let found = 0;
  const total = coinCount(selection);
  for (let index = 0; index < total && found < most; index += 1)
    if (reader.entry('coin', coinId(batchId, index))) found += 1;
  return found;
};

/** Withdrawals that are said to be over and have brought no coin: whose reserve another look is due at. */
export const neverDrawn = (reader: Pick<Reader, 'entries' | 'entry'>, exchange: string): readonly Withdrawal[] => {
  const all = reader.entries('withdrawal').flatMap(({ value }) => (value.exchange === exchange ? [value] : []));
  const drawn = new Set<string>();
  for (const { reserve, status, batches } of all) {
    const isOver = status === 'done' || status === 'aborted';
    const hasCoins = Object.entries(batches).some(([id, batch]) => here(reader, id, batch, 1) > 0);
    // What was given up is looked at by itself until money was seen.
    const isWatched = status === 'aborted' && reader.entry('reserve', reserve)?.value.status === 'announced';
    if (!isOver || hasCoins || isWatched) drawn.add(reserve);
  }
  return all.filter(({ reserve }) => !drawn.has(reserve));
};
