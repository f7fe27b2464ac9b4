// SPDX-License-Identifier: GPL-3.0-or-later
import type { BalanceView, HistoryLine } from '../../../shared/view.ts';
import type { HistoryLineView, HistoryPageView } from '../../../shared/view-history.ts';
import type { Store } from '../../storage/store.ts';
import { badCoins } from '../coins/signatures.ts';
import { factsOfLine } from './facts.ts';
import { lookAtHistory } from './history.ts';
import { createLook, lineOf, type Wish } from './look.ts';
import { proofOf } from './proof.ts';
import { abroadText } from '../ledger/abroad.ts';
import { readBalances, stuckChange } from '../ledger/balance.ts';
import { readLedger } from '../ledger/ledger.ts';
import { leftThere } from '../ledger/left-there.ts';

/** What there is, and how it came about. */
export type Money = {
  /** changes with whatever the sums and lines follow from */
  readonly moneyState: () => string;
  readonly balances: () => readonly BalanceView[];
  readonly history: () => readonly HistoryLine[];
  /** a page of the history, and whether all of it adds up to the balances */
  readonly historyPage: (wish: Wish) => Omit<HistoryPageView, 'now'>;
  /** a line by what its page said of it, with all that is known; undefined where there is none like it */
  readonly historyLine: (id: string, kind: string) => HistoryLineView | undefined;
};

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
  const balances = oncePer(state, () => readBalances(store, ledger()));
  const looked = oncePer(state, () => lookAtHistory(store, ledger()));
  const history = (): readonly HistoryLine[] => looked().lines;
  const proof = oncePer(state, () => proofOf(looked().effects, balances()));
  const look = createLook();
  return {
    moneyState: state,
    balances,
    history,
    historyPage: (wish) => ({ ...look(history(), wish), proof: proof() }),
    historyLine: (id, kind) => {
      const line = lineOf(history(), id, kind);
      return line && { line, ...factsOfLine(store, line) };
    },
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
