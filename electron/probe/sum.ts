// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../shared/amount.ts';
import { timestampToMs } from '../../shared/time.ts';
import type { Denomination, ExchangeKeys } from '../taler/exchange/keys/model.ts';

/** So many pieces of the size that can be changed: enough for a proof, a payment, its change and a deposit. */
const PIECES = 8n;
/** What is less takes more to send than it is worth. */
const LEAST_GRAINS = 10n;
/** Banks transfer whole hundredths. */
const HUNDREDTH = 1_000_000n;
/** A look at an exchange takes a while; what ends before is not chosen. */
const LASTS_MS = 24 * 3600 * 1000;

/** The smallest sum with which everything can be tried there; undefined where nothing can be withdrawn now. */
export const sensibleSum = (keys: ExchangeKeys, nowMs: number): string | undefined => {
  const offered = offeredAt(keys, nowMs);
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
  const grain = grainOf(keys, nowMs);
  const units = largest(wanted, keys.tinyAmount?.units ?? 0n, LEAST_GRAINS * grain);
  return amountToText({ currency: keys.currency, units: ((units + grain - 1n) / grain) * grain });
};

const offeredAt = (keys: ExchangeKeys, nowMs: number): readonly Denomination[] =>
  [...keys.denominations.values()]
    .filter((each) => isOffered(each, nowMs))
    .sort((a, b) => (a.value.units < b.value.units ? -1 : 1));

const isOffered = ({ selectable, stampStart, stampExpireWithdraw }: Denomination, nowMs: number): boolean =>
  selectable && timestampToMs(stampStart) <= nowMs && nowMs + LASTS_MS < timestampToMs(stampExpireWithdraw);

/** Sums are whole multiples of the smallest piece there is, or of a hundredth. */
const grainOf = (keys: ExchangeKeys, nowMs: number): bigint =>
  largest(offeredAt(keys, nowMs)[0]?.value.units ?? 0n, HUNDREDTH);

const largest = (...units: readonly bigint[]): bigint => units.reduce((most, each) => (each > most ? each : most), 0n);

/** A part of a sum that can be paid: whole multiples of the smallest piece, and at least one of them. */
export const partOf = (keys: ExchangeKeys, text: string, divisor: bigint, nowMs: number): Amount => {
  const { currency, units } = amount(text);
  const grain = grainOf(keys, nowMs);
  const part = units / divisor;
  return { currency, units: part < grain ? (units < grain ? 0n : grain) : part - (part % grain) };
};
