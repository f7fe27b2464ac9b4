// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { msToTimestamp } from '../../../../shared/time.ts';
import type { Withdrawal, WithdrawalOrigin } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { readBalances } from '../../ledger/balance.ts';
import { newReserveKey, putNewWithdrawal, setReserve } from '../../ledger/reserve.ts';
import { withdrawalBeyondLimit } from '../../spend/limits.ts';
import { noneFits } from '../../spend/withdrawal-price.ts';
import { isKnownScheme } from '../../coins/scheme.ts';
import { selectDenominations } from '../../coins/selection.ts';

/** Refuses zero, another currency than the exchange's, more than it lets anybody have, and sums too small for any coin. */
export const checkAmount = (wallets: Wallets, keys: ExchangeKeys, wanted: Amount): Result<void, WalletFailure> => {
  if (wanted.units === 0n) return err({ kind: 'amount-is-zero' });
  if (wanted.currency !== keys.currency)
    return err({ kind: 'wrong-currency', exchange: keys.baseUrl, expected: keys.currency, got: wanted.currency });
  const held = readBalances(wallets.store).find(({ exchange }) => exchange === keys.baseUrl)?.total;
  const beyond = withdrawalBeyondLimit(keys, wanted, held === undefined ? 0n : amount(held).units);
  if (beyond) return err(beyond);
  const { coins } = selectDenominations(keys.denominations.values(), wanted, {
    nowMs: wallets.world.now(),
    maxCoins: 1,
  });
  return coins === 0 ? err(noneFits(wallets.world, keys)) : ok(undefined);
};

/** A new reserve key and its withdrawal, written together before anybody outside learns the key. */
export const openReserve = (
  wallets: Wallets,
  keys: ExchangeKeys,
  wanted: Amount,
  originOf: (reservePub: string) => WithdrawalOrigin,
  { withoutBackup = false, maxFees }: { readonly withoutBackup?: boolean; readonly maxFees?: string },
): { readonly id: string; readonly reservePub: string } => {
  const place = { exchange: keys.baseUrl, master_pub: keys.masterPub };
  const { pub: reservePub, key } = newReserveKey(wallets.world, place);
  const created = msToTimestamp(wallets.world.now());
  const origin = originOf(reservePub);
  const id = wallets.store.transaction((tx) => {
    tx.put('reserve', reservePub, { ...key, ...place, purpose: 'withdraw', created, status: 'announced' });
    return putNewWithdrawal(tx, wallets.world, {
      ...place,
      reserve: reservePub,
      amount: amountToText(wanted),
      created,
      origin,
      status: origin.type === 'bank' ? 'registering' : 'awaiting-transfer',
      batches: {},
      ...(maxFees === undefined ? {} : { max_fees: maxFees }),
      ...(withoutBackup ? { without_backup: true as const } : {}),
    });
  });
  return { id, reservePub };
};

/** Looks whether the transfer has arrived; if so, the coins can be drawn. */
export const pollReserve = async (wallets: Wallets, id: string, withdrawal: Withdrawal): Promise<StepOutcome> => {
  const open = await wallets.exchanges.open(withdrawal.exchange);
  if (!open.ok) return { kind: 'failed', failure: open.error };
  const status = await open.value.client.reserveStatus({ reservePub: withdrawal.reserve });
  if (!status.ok) return { kind: 'failed', failure: status.error };
  if (status.value.state === 'unknown') return { kind: 'waiting', waitingFor: 'transfer' };
  wallets.store.transaction((tx) => {
    setReserve(tx, withdrawal.reserve, 'funded');
    putWithdrawal(tx, id, { status: 'withdrawing' });
  });
  return { kind: 'again' };
};

/** Writes changed fields of a withdrawal over what the transaction sees now. */
export const putWithdrawal = (tx: Tx, id: string, change: Partial<Withdrawal>): void => {
  const before = tx.entry('withdrawal', id)?.value;
  if (!before) throw new Error('defect: a withdrawal vanished while it was being worked on');
  tx.put('withdrawal', id, { ...before, ...change });
};

/** True while a batch is unfinished that only a newer wallet can go on with: what the reserve holds is meant for it. */
export const isDrawnByNewer = ({ batches }: Withdrawal): boolean =>
  Object.values(batches).some((batch) => batch.status !== 'done' && batch.status !== 'failed' && !isKnownScheme(batch));
