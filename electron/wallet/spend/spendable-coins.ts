// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Entry } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { outsideOf, outsideSeeds, type Outside } from '../coins/outside.ts';
import { isOf, newerSeeds } from '../coins/scheme.ts';
import { badCoins } from '../coins/signatures.ts';
import type { SpendableCoin } from '../coins/spendable.ts';
import type { Wallets } from '../context.ts';
import { coinAccount, type CoinAccount } from '../ledger/account.ts';
import { readUses, type UsesReader } from '../ledger/uses.ts';

/** The exchange allows 256 coins per deposit; half of it leaves room for replacements. */
export const MAX_COINS_PER_PAYMENT = 128;
/** A coin that cannot be deposited any more in a few minutes is left for renewal. */
const DEPOSIT_MARGIN_MS = 10 * 60_000;

/** Which coins, by who outside can reach them. */
export type Whose = (outside: Outside | undefined) => boolean;

/** What belongs to a wallet that was left is that wallet's until the person says otherwise. */
const isOurs: Whose = (outside) => outside !== 'left';

/** Whole, unused coins of an exchange that can be deposited now. */
export const spendableCoins = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  keys: ExchangeKeys,
  which: Whose = isOurs,
): readonly SpendableCoin[] => {
  const asSpendable = spendableAt(wallets, keys, which);
  return reader
    .coins({ exchange: keys.baseUrl, status: 'fresh' })
    .flatMap((entry) => asSpendable(entry, amount(entry.value.remaining)));
};

/** What is left of used coins that somebody outside can reach. It goes out as it is only to ourselves: two payments with one coin can be linked, but that is better than losing it. */
export const reachableRests = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'> & UsesReader,
  keys: ExchangeKeys,
  which: Whose,
): readonly SpendableCoin[] => {
  if (outsideSeeds(wallets.store).size === 0) return [];
  const uses = readUses(reader);
  const asSpendable = spendableAt(wallets, keys, (outside) => outside !== undefined && which(outside));
  return reader.coins({ exchange: keys.baseUrl, status: 'in-use' }).flatMap((entry) => {
    const account = coinAccount(entry, uses);
    return isRest(account) ? asSpendable(entry, { currency: account.currency, units: account.held }) : [];
  });
};

/** True for a used coin that nothing works on and that holds something of its own; what came back into it is renewed first. */
export const isRest = ({ coin, held, busy, isNewer, waiting, abroad }: CoinAccount): boolean =>
  coin.status === 'in-use' && held > 0n && !busy && !isNewer && waiting === 0n && abroad === 0n;

type AsSpendable = (entry: Entry<'coin'>, left: Amount) => readonly SpendableCoin[];

const spendableAt = ({ world, store }: Wallets, keys: ExchangeKeys, which: Whose): AsSpendable => {
  const bad = badCoins(store.local);
  const newer = newerSeeds(store);
  const outside = outsideSeeds(store);
  return ({ id, value }, left) => {
    const denomination = keys.denominations.get(value.h);
    if (!which(outsideOf(outside, id))) return [];
    if (bad.has(id) || isOf(newer, id) || !denomination || denomination.revoked || value.sig === undefined) return [];
    if (value.master_pub !== undefined && value.master_pub !== keys.masterPub) return [];
    const expiresMs = timestampToMs(denomination.stampExpireDeposit);
    if (expiresMs <= world.now() + DEPOSIT_MARGIN_MS) return [];
    const { feeDeposit, feeRefresh } = denomination;
    return [{ id, left, feeDeposit, feeRefresh, expiresMs }];
  };
};
