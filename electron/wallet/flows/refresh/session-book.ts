// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import type { Refresh } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import type { Committed } from '../../../taler/exchange/exchange.ts';
import type { Wallets } from '../../context.ts';
import { coinAccount } from '../../ledger/account.ts';
import { drawnFromReturns, readReturns } from '../../ledger/returns.ts';
import { readUses, takenByRefresh, type UsesReader } from '../../ledger/uses.ts';
import { takeUpRefunds } from './renew.ts';

// What a session and its old coin are written down as.

/** False once some copy has closed the old coin, unless its exchange was asked and the session brings its signature along. */
export const isSigned = ({ store }: Wallets, { old_coin: old, old_sig: sig }: Refresh): boolean =>
  sig !== undefined || store.entry('coin', old)?.value.sig !== undefined;

/** Whether the old coin holds what the session takes, as far as is known; what its exchange said of the coin counts, where it was asked. */
export const isEnough = (reader: UsesReader, refresh: Refresh): boolean => {
  if (refresh.old_sig !== undefined) return true;
  const old = reader.entry('coin', refresh.old_coin);
  return old !== undefined && coinAccount(old, readUses(reader)).held >= amount(refresh.melt_amount).units;
};

/** Writes down what the exchange said to the melt; from here on the value is in the session. */
export const putAnswer = (
  { store }: Wallets,
  id: string,
  { noRevealIndex, exchangePub, exchangeSig }: Committed,
  also: (tx: Tx) => void = () => undefined,
): void =>
  store.transaction((tx) => {
    putRefresh(tx, id, {
      status: 'melted',
      noreveal_index: noRevealIndex,
      exchange_pub: exchangePub,
      exchange_sig: exchangeSig,
    });
    also(tx);
  });

/** Takes the refresh's sum out of the old coin; empty, it stays known, because a refund may still give value back to it. */
export const useUp = (tx: Tx, id: string, refresh: Refresh): void => {
  const coin = tx.entry('coin', refresh.old_coin)?.value;
  // What its exchange said is in it was not counted as left.
  if (!coin || refresh.old_sig !== undefined) return;
  const taken = takenByRefresh(refresh);
  const own = taken - drawnFromReturns(refresh, taken, new Map(readReturns(tx).map((each) => [each.id, each])));
  const { currency, units } = amount(coin.remaining);
  const remaining = amountToText({ currency, units: units > own ? units - own : 0n });
  tx.put('coin', refresh.old_coin, { ...coin, status: coin.status === 'spent' ? 'spent' : 'in-use', remaining });
  takeUpRefunds(tx, refresh.refunds ?? [], id);
};

/** Writes changed fields of a refresh over what the transaction sees now. */
export const putRefresh = (tx: Tx, id: string, change: Partial<Refresh>): void => {
  const before = tx.entry('refresh', id)?.value;
  if (!before) throw new Error('defect: a refresh vanished while it was being worked on');
  tx.put('refresh', id, { ...before, ...change });
};
