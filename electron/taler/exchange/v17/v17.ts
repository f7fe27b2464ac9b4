// SPDX-License-Identifier: GPL-3.0-or-later
import type { Context } from '../context.ts';
import { batchDeposit, depositStatus, recoup, recoupRefresh, refund } from './deposit.ts';
import { coinHistory, reserveHistory } from '../history/history.ts';
import { purseCreate, purseDeposit, reservePurse } from './purse.ts';
import { contract, purseDelete, purseMerge, purseStatus } from './purse-merge.ts';
import { link } from './refresh.ts';
import { openRefresh } from './session.ts';
import { reserveClose, reserveOpen, reserveStatus } from './reserve.ts';
import { mayHold } from './wallet-kyc.ts';
import { withdraw, WITHDRAW_LIMIT } from './withdraw.ts';
import type { Exchange } from '../exchange.ts';

/** The client of v17 to v23 (PROTOCOL.md#exchange-generations). What differs between those versions is decided inside each operation. */
export const exchangeV17 = (context: Context): Exchange => ({
  baseUrl: context.baseUrl,
  generation: context.generation,
  batchLimit: WITHDRAW_LIMIT,
  keys: context.refetchKeys,
  areKeysDoubted: context.areKeysDoubted,
  reserveStatus: reserveStatus(context),
  withdraw: withdraw(context),
  mayHold: mayHold(context),
  reserveHistory: reserveHistory(context),
  reserveOpen: reserveOpen(context),
  reserveClose: reserveClose(context),
  openRefresh: openRefresh(context, { coinHistory: coinHistory(context) }),
  link: link(context),
  coinHistory: coinHistory(context),
  batchDeposit: batchDeposit(context),
  depositStatus: depositStatus(context),
  refund: refund(context),
  recoup: recoup(context),
  recoupRefresh: recoupRefresh(context),
  purseCreate: purseCreate(context),
  reservePurse: reservePurse(context),
  purseDeposit: purseDeposit(context),
  purseMerge: purseMerge(context),
  purseStatus: purseStatus(context),
  purseDelete: purseDelete(context),
  contract: contract(context),
});
