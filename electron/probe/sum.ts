// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../shared/amount.ts';
import { timestampToMs } from '../../shared/time.ts';
import type { Denomination, ExchangeKeys } from '../taler/exchange/keys/model.ts';

/** So many pieces of the size that can be changed: enough for a proof, a payment, its change and a deposit. */
const PIECES = 8n;
/** Banks transfer whole hundredths. */
const HUNDREDTH = 1_000_000n;
/** A look at an exchange takes a while; what ends before is not chosen. */
const LASTS_MS = 24 * 3600 * 1000;

/** The smallest sum with which everything can be tried there; undefined where nothing can be withdrawn now. */
export const sensibleSum = (keys: ExchangeKeys, nowMs: number): string | undefined => {
  const offered = [...keys.denominations.values()]
    .filter((each) => isOffered(each, nowMs))
    .sort((a, b) => (a.value.units < b.value.units ? -1 : 1));
  const [least] = offered;
  if (least === undefined) return undefined;
  // The smallest that leaves a smaller one when it is changed.
  const changed =
    offered.find(
      ({ value, feeRefresh }) => value.units - feeRefresh.units >= least.value.units + least.feeWithdraw.units,
    ) ?? least;
  const purse = keys.globalFees.find(({ start, end }) => timestampToMs(start) <= nowMs && nowMs < timestampToMs(end));
  const each = changed.value.units + changed.feeWithdraw.units + changed.feeDeposit.units + changed.feeRefresh.units;
  const wanted = PIECES * each + (purse?.purseFee.units ?? 0n);
  const units = largest(wanted, keys.tinyAmount?.units ?? 0n, LEAST);
  return amountToText({ currency: keys.currency, units: ((units + HUNDREDTH - 1n) / HUNDREDTH) * HUNDREDTH });
};

/** A tenth: what is less takes more to send than it is worth. */
const LEAST = 10n * HUNDREDTH;

const isOffered = ({ selectable, stampStart, stampExpireWithdraw }: Denomination, nowMs: number): boolean =>
  selectable && timestampToMs(stampStart) <= nowMs && nowMs + LASTS_MS < timestampToMs(stampExpireWithdraw);

const largest = (...units: readonly bigint[]): bigint => units.reduce((most, each) => (each > most ? each : most), 0n);

/** Half of a sum, in whole hundredths where it has some: what is paid to oneself. */
export const halfOf = (text: string): Amount => {
  const { currency, units } = amount(text);
  const half = units / 2n;
  return { currency, units: half >= HUNDREDTH ? half - (half % HUNDREDTH) : half };
};
