// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Denomination } from '../../taler/exchange/keys/model.ts';
import { MAX_NEW_COINS, selectDenominations } from './selection.ts';

const MONTH_MS = 30 * 24 * 60 * 60_000;

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

/** What renewing a whole coin costs, in units: its fees and what no new coin fits; undefined when nothing would come of it. */
export const renewalCost = (
  denomination: Denomination,
  left: Amount,
  offered: readonly Denomination[],
  nowMs: number,
): bigint | undefined => {
  const fee = denomination.feeRefresh.units;
  const budget = { ...left, units: left.units > fee ? left.units - fee : 0n };
  const { selection, value, cost, coins } = selectDenominations(offered, budget, { nowMs, maxCoins: MAX_NEW_COINS });
  if (selection.length === 0) return undefined;
  return coins === MAX_NEW_COINS ? cost.units + fee - value.units : left.units - value.units;
};

/** The weeks over which renewals that have become due are spread, where there is that much time. */
const SPREAD_DAYS = 42;
const DAY_MS = 24 * 60 * 60_000;

/** How long what has to happen before a time may be put off, in milliseconds: half of what is left, so that a try that fails is not the last. */
export const mayWaitMs = (endMs: number, nowMs: number): number => Math.max((endMs - nowMs) / 2, 0);

/** How near a coin is to its end. */
export type TimeLeft = {
  /** daily looks in which its like are to be renewed; one when it cannot wait any longer */
  readonly looks: number;
  /** the last weeks: whoever can help is asked */
  readonly isLast: boolean;
};

/**
 * Renewals end two months before the coins do, and a person is asked a month before; of coins that live for some months
 * only, an eighth and a sixteenth of their life.
 */
export const timeLeft = ({ stampStart, stampExpireDeposit }: Denomination, nowMs: number): TimeLeft => {
  const endMs = timestampToMs(stampExpireDeposit);
  const lifeMs = Math.max(endMs - timestampToMs(stampStart), 0);
  const days = (endMs - Math.min(2 * MONTH_MS, lifeMs / 8) - nowMs) / DAY_MS;
  return {
    looks: Math.min(Math.max(Math.floor(days), 1), SPREAD_DAYS),
    isLast: endMs - nowMs < Math.min(MONTH_MS, lifeMs / 16),
  };
};
