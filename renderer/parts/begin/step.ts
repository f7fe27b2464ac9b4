// SPDX-License-Identifier: GPL-3.0-or-later
import { partsOf } from '../../../shared/balance.ts';
import type { OverviewView } from '../../../shared/view-overview.ts';
import { isZeroText } from '../base/money.tsx';

/** The screens after the welcome, in their order; `done` is the last one's end. */
export type BeginStep = 'money' | 'places' | 'paper' | 'done';

/** The screen a wallet is at, by what it holds and nothing else: so it goes on there after whatever end. */
export const stepOf = ({ balances, pending, backup }: OverviewView): BeginStep => {
  const isBegun = pending.some(({ type }) => type === 'withdrawal') || hasMoney(balances);
  if (backup.providersTotal === 0) return isBegun ? 'places' : 'money';
  return backup.sheetTestedAt === undefined ? 'paper' : 'done';
};

/** Whether any of it is here or on its way. */
const hasMoney = (balances: OverviewView['balances']): boolean =>
  balances.some((balance) => {
    const { ready, change, arriving } = partsOf(balance);
    return ![ready, change, arriving, balance.outgoing].every(isZeroText);
  });
