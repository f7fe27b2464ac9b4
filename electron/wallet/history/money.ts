// SPDX-License-Identifier: GPL-3.0-or-later
import type { BalanceView, HistoryLine } from '../../../shared/view.ts';
import type { Store } from '../../storage/store.ts';
import { badCoins } from '../coins/signatures.ts';
import { readHistory } from './history.ts';
import { abroadText } from '../ledger/abroad.ts';
import { readBalances, stuckChange } from '../ledger/balance.ts';
import { readLedger } from '../ledger/ledger.ts';
import { leftThere } from '../ledger/left-there.ts';

type Money = { readonly balances: () => readonly BalanceView[]; readonly history: () => readonly HistoryLine[] };

/** Balances and history, each read once per change of the entries: with thousands of coins every screen and command would read them all again. */
export const rememberedMoney = (store: Store): Money => {
  // Which coins are bad, in a purse of another copy, or waiting for an answer is not an entry, so the number of changes alone does not tell that the money is as it was.
  const state = (): string =>
    [
      store.revision(),
      ...badCoins(store.local),
      abroadText(store),
      JSON.stringify(leftThere(store)),
      ...stuckChange(store),
    ].join(' ');
  const ledger = oncePer(state, () => readLedger(store));
  return {
    balances: oncePer(state, () => readBalances(store, ledger())),
    history: oncePer(state, () => readHistory(store, ledger())),
  };
};

const oncePer = <T>(state: () => string, make: () => T): (() => T) => {
  let remembered: { readonly state: string; readonly made: T } | undefined;
  return () => {
    const now = state();
    if (remembered?.state !== now) remembered = { state: now, made: make() };
    return remembered.made;
  };
};
