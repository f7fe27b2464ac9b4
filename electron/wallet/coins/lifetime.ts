// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Denomination } from '../../taler/exchange/keys/model.ts';
import { selectDenominations } from './selection.ts';

const MONTH_MS = 30 * 24 * 60 * 60_000;
/** Coins of one renewal; see renew.ts. */
const MAX_NEW_COINS = 60;

/**
 * Whether a coin should be renewed for its age (DD71, PROTOCOL.md#renewing-coins-for-their-age): when new coins would live more than four times as
 * long as what is left of it; or when it has less than half a year left, renewing costs nothing at all, and new coins live
 * more than a year. An expired coin is due too: its end belongs into the books. A desktop is taken to be on mains.
 */
export const isRenewalDue = (
  denomination: Denomination,
  left: Amount,
  offered: readonly Denomination[],
  nowMs: number,
): boolean => {
  const lifeMs = timestampToMs(denomination.stampExpireDeposit) - nowMs;
  if (lifeMs <= 0) return true;
  const fee = denomination.feeRefresh.units;
  const budget = { ...left, units: left.units > fee ? left.units - fee : 0n };
  const { selection, value } = selectDenominations(offered, budget, { nowMs, maxCoins: MAX_NEW_COINS });
  if (selection.length === 0) return false;
  const chosen = new Set(selection.map(({ h }) => h));
  const newLifeMs = Math.min(
    ...offered.flatMap(({ hash, stampExpireDeposit }) =>
      chosen.has(hash) ? [timestampToMs(stampExpireDeposit) - nowMs] : [],
    ),
  );
  if (newLifeMs > 4 * lifeMs) return true;
  return lifeMs < 6 * MONTH_MS && value.units === left.units && newLifeMs > 12 * MONTH_MS;
};
