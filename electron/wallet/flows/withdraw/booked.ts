// SPDX-License-Identifier: GPL-3.0-or-later
import { crockToBytes, bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { type Batch, coinId } from '../../../state/entry.ts';
import { coinCount, planchetRange } from '../../coins/planchets.ts';
import { isDrawable } from '../../coins/scheme.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import { requestsFor } from '../../coins/requests.ts';
import { accountKeyOf } from '../../ledger/reserve.ts';
import type { Draw } from './bootstrap.ts';
import { drawPlanchets } from './draw.ts';

/** How many batches of a withdrawal are looked at; an honest one has a few. */
const MAX_BATCHES = 16;

/**
 * Has the coins of a withdrawal that its exchange has booked and that are not here, whatever is said of their batches; nothing is drawn
 * that was not. False when somebody has to be asked again.
 */
export const drawBooked = async (wallets: Wallets, open: OpenExchange, id: string): Promise<boolean> => {
  const withdrawal = wallets.store.entry('withdrawal', id)?.value;
  if (!withdrawal || withdrawal.master_pub !== open.keys.masterPub) return true;
  const lacking = Object.entries(withdrawal.batches)
    .filter(([batchId, batch]) => isOver(batch) && firstMissing(wallets, batchId, batch) !== undefined)
    .slice(0, MAX_BATCHES);
  const priv = accountKeyOf(wallets.store, withdrawal);
  if (lacking.length === 0 || priv === undefined) return true;
  if (abilitiesOf(open.keys).repeatsWhole) return drawBookedWhole({ wallets, open, id, withdrawal }, lacking);
  const history = await open.client.reserveHistory({ reservePriv: crockToBytes(priv, 32) });
  if (!history.ok) return history.error.kind === 'reserve-unknown';
  const booked = new Set(
    history.value.entries.flatMap(({ type, detail }) => (type === 'WITHDRAW' ? [detail['h_coin_envelope']] : [])),
  );
  if (booked.size === 0) return true;
  let isAll = true;
  for (const [batchId, batch] of lacking) {
    const from = firstMissing(wallets, batchId, batch) ?? 0;
    const range = { from, to: coinCount(batch.selection) };
    const planchets = await planchetRange(
      wallets.world,
      crockToBytes(batch.seed, 32),
      batch.selection,
      range,
      open.keys,
    );
    if (!planchets.ok) {
      isAll = false;
      continue;
    }
    const missing = planchets.value.filter(
      ({ index, coinEvHash }) =>
        wallets.store.entry('coin', coinId(batchId, index)) === undefined && booked.has(bytesToCrock(coinEvHash)),
    );
    const draw = { wallets, open, id, withdrawal, batchId, batch };
    for (let at = 0; at < missing.length; at += open.client.batchLimit) {
      const failure = await drawPlanchets(draw, missing.slice(at, at + open.client.batchLimit), { areBooked: true });
      isAll &&= failure === undefined;
    }
  }
  return isAll;
};

/** The same where the history names requests and no coins: each is asked for as it was, if it is there. */
const drawBookedWhole = async (
  of: Omit<Draw, 'batchId' | 'batch'>,
  lacking: readonly (readonly [string, Batch])[],
): Promise<boolean> => {
  const { wallets, open } = of;
  let isAll = true;
  for (const [batchId, batch] of lacking) {
    const isHere = (index: number): boolean => wallets.store.entry('coin', coinId(batchId, index)) !== undefined;
    for (const range of requestsFor(open, coinCount(batch.selection), isHere)) {
      const seed = crockToBytes(batch.seed, 32);
      const planchets = await planchetRange(wallets.world, seed, batch.selection, range, open.keys);
      const failure = planchets.ok
        ? await drawPlanchets({ ...of, batchId, batch }, planchets.value, { ifBooked: true })
        : planchets.error;
      isAll &&= failure === undefined;
    }
  }
  return isAll;
};

const isOver = (batch: Batch): boolean => isDrawable(batch) && (batch.status === 'failed' || batch.status === 'done');

const firstMissing = ({ store }: Wallets, batchId: string, { selection }: Batch): number | undefined => {
  const total = coinCount(selection);
  for (let index = 0; index < total; index += 1)
    if (store.entry('coin', coinId(batchId, index)) === undefined) return index;
  return undefined;
};
