// SPDX-License-Identifier: GPL-3.0-or-later
import type { Denomination } from '../../electron/taler/exchange/keys/model.ts';
import type { ChangeCost, Price, SpendableCoin } from '../../electron/wallet/coins/spendable.ts';
import { amount, type Amount } from '../../shared/amount.ts';

// Denominations and coins for tests of what is chosen, in KUDOS and its hundredths.

export const NOW = Date.UTC(2026, 10, 23);
export const DAY = 24 * 3600_000;

export const denomination = (
  value: string,
  fee: string,
  change: Partial<Denomination> & { readonly days?: number } = {},
): Denomination => ({
  hash: `${value}/${fee}/${change.days ?? 30}`,
  cipher: 'RSA',
  key: undefined,
  ageMask: 0,
  value: amount(`KUDOS:${value}`),
  feeWithdraw: amount(`KUDOS:${fee}`),
  feeDeposit: amount('KUDOS:0.01'),
  feeRefresh: amount('KUDOS:0.01'),
  feeRefund: amount('KUDOS:0'),
  stampStart: { t_s: NOW / 1000 - 60 },
  stampExpireWithdraw: { t_s: (NOW + (change.days ?? 30) * DAY) / 1000 },
  stampExpireDeposit: { t_s: (NOW + 2 * (change.days ?? 30) * DAY) / 1000 },
  stampExpireLegal: { t_s: (NOW + 900 * DAY) / 1000 },
  masterSig: '',
  lost: false,
  revoked: false,
  selectable: true,
  ...change,
});

export const kudos = (cents: number): Amount => ({ currency: 'KUDOS', units: BigInt(cents) * 1_000_000n });
export const coin = (id: number, cents: number, feeDeposit = 1, feeRefresh = 1): SpendableCoin => ({
  id: `c${id}`,
  left: kudos(cents),
  feeDeposit: kudos(feeDeposit),
  feeRefresh: kudos(feeRefresh),
  expiresMs: NOW + id,
});
export const price = (cents: number, feeAllowance = 0, wireFee = 0): Price => ({
  price: kudos(cents),
  feeAllowance: kudos(feeAllowance),
  wireFee: kudos(wireFee),
});

/** New coins cost nothing and fit every sum. */
export const refreshOnly: ChangeCost = (change, feeRefresh) => (change < feeRefresh ? change : feeRefresh);
