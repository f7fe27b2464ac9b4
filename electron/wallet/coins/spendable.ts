// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';

/** A coin that could be spent, with what using it costs. */
export type SpendableCoin = {
  readonly id: string;
  readonly left: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
  readonly expiresMs: number;
};

/** What has to be covered: the price, minus the deposit and wire fees up to `feeAllowance` that the merchant bears. */
export type Price = { readonly price: Amount; readonly feeAllowance: Amount; readonly wireFee: Amount };

/** What is lost of so many units of change when they are exchanged for new coins, in units; `feeRefresh` is that of the coin that keeps them. */
export type ChangeCost = (change: bigint, feeRefresh: bigint) => bigint;
