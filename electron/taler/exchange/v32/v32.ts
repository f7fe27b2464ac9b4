// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../../shared/result.ts';
import type { Context } from '../context.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { exchangeV17 } from '../v17/v17.ts';
import { LIMIT } from './blind-signatures.ts';
import { coinHistory, link } from './coin-history.ts';
import { pursesV26 } from './purse.ts';
import { reserveHistory } from './reserve-history.ts';
import { openRefresh } from './session.ts';
import { withdraw } from './withdraw.ts';

// The clients of versions above 23 (PROTOCOL.md#exchange-generations). What is not named here is documented as it was.

/** v32 to v35: withdrawals, refreshes and histories of their own; nothing is given back for revoked coins. */
export const exchangeV32 = (context: Context): Exchange => ({
  ...exchangeV26(context),
  openRefresh: openRefresh(context),
  link: link(context),
});

/** v26 to v31: as v32, but how change is made there is not known. */
export const exchangeV26 = (context: Context): Exchange => ({
  ...exchangeV24(context),
  batchLimit: LIMIT,
  ...pursesV26(context),
  withdraw: withdraw(context),
  coinHistory: coinHistory(context),
  reserveHistory: reserveHistory(context),
  // Nothing was ever melted there by this wallet.
  link: async () => ok([]),
  recoup: () => withoutRecoup(context),
  recoupRefresh: () => withoutRecoup(context),
});

/** v24 and v25: as v23, but how change is made there is not known. */
export const exchangeV24 = (context: Context): Exchange => ({
  ...exchangeV17(context),
  openRefresh: async () => err({ kind: 'no-change' }),
});

const withoutRecoup = async ({ baseUrl }: Context): Answer<never> => err({ kind: 'recoup-not-offered', url: baseUrl });
