// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Reader } from '../../storage/store.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { outsideOf, outsideSeeds, type Outside } from '../coins/outside.ts';
import { isOf, newerSeeds } from '../coins/scheme.ts';
import { badCoins } from '../coins/signatures.ts';
import type { SpendableCoin } from '../coins/spendable.ts';
import type { Wallets } from '../context.ts';

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
  const bad = badCoins(wallets.store.local);
  const newer = newerSeeds(wallets.store);
  const outside = outsideSeeds(wallets.store);
  return reader.coins({ exchange: keys.baseUrl, status: 'fresh' }).flatMap(({ id, value }) => {
    const denomination = keys.denominations.get(value.h);
    if (!which(outsideOf(outside, id))) return [];
    if (bad.has(id) || isOf(newer, id) || !denomination || denomination.revoked || value.sig === undefined) return [];
    if (value.master_pub !== undefined && value.master_pub !== keys.masterPub) return [];
    const expiresMs = timestampToMs(denomination.stampExpireDeposit);
    if (expiresMs <= wallets.world.now() + DEPOSIT_MARGIN_MS) return [];
    return [
      {
        id,
        left: amount(value.remaining),
        feeDeposit: denomination.feeDeposit,
        feeRefresh: denomination.feeRefresh,
        expiresMs,
      },
    ];
  });
};
