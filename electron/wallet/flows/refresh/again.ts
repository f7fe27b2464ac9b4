// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import type { Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { keepDenominations } from '../../coins/kept-denominations.ts';
import { inPlaceOf, roomAt } from '../../coins/room.ts';
import { MAX_NEW_COINS, selectDenominations } from '../../coins/selection.ts';
import type { Wallets } from '../../context.ts';
import type { CoinAccount } from '../../ledger/account.ts';
import { ofOldCoin, putNewRefresh, schemeOf } from './renew.ts';

// A coin that is said to be gone, and that its exchange still takes. What stands in its entry only moves on, in every copy, and whoever
// once had the secret can move it; so it is not put right there. What the coin still holds is made into new coins, whose entries are
// nobody's yet, by a session that brings the old one's signature along.

/** A coin with what its exchange says is in it beyond what is counted here, in units, and its signature. */
export type FoundAgain = { readonly account: CoinAccount; readonly more: bigint; readonly signature: Uint8Array };

/** Writes the plan; false where the exchange has nothing to make of it now. */
export const planAgain = (
  wallets: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  { account, more, signature }: FoundAgain,
): boolean => {
  const { id, coin, currency } = account;
  const denomination = keys.denominations.get(coin.h);
  if (!denomination || abilitiesOf(keys).refreshScheme === undefined) return false;
  const fee = denomination.feeRefresh.units;
  const budget = { currency, units: more > fee ? more - fee : 0n };
  const room = inPlaceOf(roomAt(tx, keys.baseUrl), amount(coin.v).units);
  const how = { nowMs: wallets.world.now(), maxCoins: MAX_NEW_COINS, room };
  const { selection, value, cost } = selectDenominations([...keys.denominations.values()], budget, how);
  if (selection.length === 0) return false;
  const text = (units: bigint): string => amountToText({ currency, units });
  const melted = cost.units + fee;
  putNewRefresh(wallets, tx, {
    ...ofOldCoin(wallets, keys, account),
    ...schemeOf(keys),
    old_sig: bytesToCrock(signature),
    selection,
    melt_amount: text(melted),
    fee: text(melted - value.units),
    reason: 'restore',
    status: 'planned',
  });
  keepDenominations(
    tx,
    keys,
    selection.map(({ h }) => h),
  );
  // Nothing else takes it meanwhile.
  if (coin.status === 'fresh') tx.put('coin', id, { ...coin, status: 'in-use' });
  return true;
};
