// SPDX-License-Identifier: GPL-3.0-or-later

/** A kind of coin an exchange issues: value and fees without currency; a new key of it is made whenever the last one runs out. */
export type DenominationSpec = {
  readonly value: string;
  readonly cipher?: 'RSA' | 'CS';
  readonly feeWithdraw?: string;
  readonly feeDeposit?: string;
  readonly feeRefresh?: string;
  readonly feeRefund?: string;
  /** milliseconds after the key is made at which it becomes valid (a future denomination); 0 when left out */
  readonly startsIn?: number;
  readonly withdrawMs?: number;
  /** how long before the last key runs out the next one is listed; a week when left out */
  readonly renewBeforeMs?: number;
  readonly depositMs?: number;
};

/** Play money: steps of two from a cent, cheap coins free, fees small enough that change keeps its worth; one CS and one future coin that wallets must leave alone. */
export const PLAY_DENOMINATIONS: readonly DenominationSpec[] = [
  ...['0.01', '0.02', '0.04', '0.08'].map((value) => ({ value })),
  ...['0.16', '0.32', '0.64'].map((value) => ({ value, feeRefresh: '0.01' })),
  ...['1', '2', '4', '8', '16'].map((value) => ({
    value,
    feeWithdraw: '0.01',
    feeDeposit: '0.01',
    feeRefresh: '0.01',
    feeRefund: '0.01',
  })),
  { value: '1', cipher: 'CS', feeWithdraw: '0.01', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
  {
    value: '4',
    startsIn: 30 * 24 * 3600 * 1000,
    feeWithdraw: '0.01',
    feeDeposit: '0.01',
    feeRefresh: '0.01',
    feeRefund: '0.01',
  },
];

const recorded = (
  value: string,
  feeWithdraw: string,
  feeDeposit: string,
  feeRefresh: string,
  feeRefund: string,
  cipher: 'RSA' | 'CS' = 'RSA',
): readonly DenominationSpec[] => {
  const spec = {
    value,
    cipher,
    feeWithdraw,
    feeDeposit,
    feeRefresh,
    feeRefund,
    withdrawMs: 30 * 24 * 3600 * 1000,
    depositMs: 2 * 365 * 24 * 3600 * 1000,
  };
  return [spec, { ...spec, startsIn: 30 * 24 * 3600 * 1000 }];
};

/** The coins, fees and validity times of the recorded exchanges (`keys-full` of the traces), each with its future successor. */
export const RECORDED_DENOMINATIONS: readonly DenominationSpec[] = [
  ...recorded('0.01', '0', '0', '0', '0'),
  ...recorded('0.02', '0', '0.01', '0.01', '0'),
  ...['0.05', '0.1', '0.2', '0.5', '1'].flatMap((value) => recorded(value, '0.01', '0.01', '0.01', '0.01')),
  ...recorded('2', '0.01', '0.01', '0.02', '0.01'),
  ...recorded('5', '0.01', '0.01', '0.03', '0.01'),
  ...recorded('10', '0.01', '0.02', '0.03', '0.01'),
  ...recorded('0.01', '0', '0', '0', '0', 'CS'),
  ...['0.1', '1'].flatMap((value) => recorded(value, '0.01', '0.01', '0.01', '0.01', 'CS')),
  ...recorded('5', '0.01', '0.01', '0.03', '0.01', 'CS'),
];
