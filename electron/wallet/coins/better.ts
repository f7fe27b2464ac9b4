// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { Denomination } from '../../taler/exchange/keys/model.ts';

/** Who opens a wallet once a week finds its coins alive: what ends sooner is taken only where there is no other, however cheap. */
const SHORT_MS = 7 * 24 * 60 * 60_000;

/** Which of two denominations of one value new coins are made of: one that lives for a week, of these the cheaper, of these the longer-lived. */
export const isBetter = (a: Denomination, b: Denomination, nowMs: number): boolean => {
  const aEnd = timestampToMs(a.stampExpireDeposit);
  const bEnd = timestampToMs(b.stampExpireDeposit);
  const isShort = (endMs: number): boolean => endMs < nowMs + SHORT_MS;
  if (isShort(aEnd) !== isShort(bEnd)) return isShort(bEnd);
  if (fees(a) !== fees(b)) return fees(a) < fees(b);
  return aEnd === bEnd ? a.hash < b.hash : aEnd > bEnd;
};

const fees = (d: Denomination): bigint => d.feeWithdraw.units + d.feeDeposit.units + d.feeRefresh.units;
