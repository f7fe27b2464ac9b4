// SPDX-License-Identifier: GPL-3.0-or-later
import { err } from '../../../../shared/result.ts';
import { eddsaPublicKey } from '../../crypto/eddsa.ts';
import type { Context } from '../context.ts';
import type { Exchange } from '../exchange.ts';
import { readReserveLines } from '../history/history.ts';
import { readPages } from '../history/pages.ts';

/** `GET reserves/$PUB/history` (v26 on), all parts, signatures checked; the balance is the one that is stated. */
export const reserveHistory =
  (context: Context): Exchange['reserveHistory'] =>
  async ({ reservePriv }) => {
    const pages = await readPages(context, 'reserves', reservePriv);
    if (!pages.ok) return pages;
    if (pages.value === 'unknown') return err({ kind: 'reserve-unknown' });
    const { balance, lines } = pages.value;
    if (balance === undefined) return err({ kind: 'bad-history', what: 'no balance' });
    return readReserveLines(context, eddsaPublicKey(reservePriv), { balance, history: lines });
  };
