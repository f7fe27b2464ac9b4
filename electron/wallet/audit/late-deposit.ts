// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Contribution, Purchase } from '../../state/entry.ts';
import type { Tx } from '../../storage/store.ts';
import type { HistoryEntry } from '../../taler/exchange/answers.ts';

// A deposit or payment was given up, its coins came back into the books, and a request that was long on its way reached the
// exchange after all. The coin's own history, which the coin has signed, names the contract: what it gave belongs to that
// line and is nobody else's doing.

/** Writes down, in the transaction that lowers a coin, which of our own events have it after all. */
export const noteLateDeposits = (tx: Tx, coin: string, history: readonly HistoryEntry[]): void => {
  const deposits = history.filter(({ type }) => type === 'DEPOSIT');
  if (deposits.length === 0) return;
  const isLate = ({ coins, h_contract: contract }: Event): boolean => {
    const contribution = coins[coin];
    return (
      contract !== undefined &&
      contribution?.s === 'released' &&
      deposits.some(
        ({ detail, amount: { units } }) =>
          detail['h_contract_terms'] === contract && units >= amount(contribution.c).units,
      )
    );
  };
  for (const { id, value } of tx.entries('deposit')) {
    if (!isLate(value) || value.status === 'planned') continue;
    // From here on the deposit is followed like any other until it is transferred.
    const { why: _, ...made } = value;
    tx.put('deposit', id, {
      ...made,
      coins: given(value, coin),
      status: value.status === 'done' ? 'done' : 'deposited',
    });
  }
  for (const { id, value } of tx.entries('purchase')) {
    if (!isLate(value)) continue;
    const coins = given(value, coin);
    const isPaid = isClosed(value) && covers(coins, value) && !isRefunded(tx, id);
    // When the exchange has the whole sum, the purchase is paid, although the merchant has not confirmed it.
    tx.put('purchase', id, { ...value, coins, ...(isPaid ? { status: 'paid', why: value.why ?? value.status } : {}) });
  }
};

const isClosed = ({ status }: Purchase): boolean => status === 'aborted' || status === 'failed';

const covers = (coins: Event['coins'], { amount: price }: Purchase): boolean =>
  price !== undefined &&
  Object.values(coins).reduce((sum, { c, s }) => (s === 'paid' ? sum + amount(c).units : sum), 0n) >=
    amount(price).units;

const isRefunded = (tx: Tx, purchase: string): boolean =>
  tx.entries('refund').some(({ value }) => value.purchase === purchase);

type Event = { readonly coins: Readonly<Record<string, Contribution>>; readonly h_contract?: string };

const given = ({ coins }: Event, coin: string): Event['coins'] => {
  const contribution = coins[coin];
  return contribution ? { ...coins, [coin]: { ...contribution, s: 'paid' } } : coins;
};
