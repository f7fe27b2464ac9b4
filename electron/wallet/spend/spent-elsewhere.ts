// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Contribution } from '../../state/entry.ts';
import { auditCoins, lowerRemaining } from '../audit/audit.ts';
import type { Wallets } from '../context.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { reservedCoins } from '../ledger/spend.ts';

/**
 * Which reserved coins beside a refused one are gone, too. Another copy spends this money: all of it is asked about before
 * anything is chosen or sent again, or a shop would be led through every coin we have, one request each, and every filled hole
 * would keep change of its own. An exchange that tells of no coin (v14) leaves us to find out one by one.
 */
export const alsoSpent = async (
  wallets: Wallets,
  open: OpenExchange,
  coins: Readonly<Record<string, Contribution>>,
): Promise<Result<readonly string[], WalletFailure>> => {
  const reserved = reservedCoins(coins).map(([id]) => id);
  for (const id of reserved) {
    const lowered = await lowerRemaining(wallets, open, id);
    if (lowered.ok) continue;
    return lowered.error.kind === 'unsupported-operation' ? ok([]) : err(lowered.error);
  }
  await auditCoins(wallets, { exchange: open.keys.baseUrl });
  return ok(reserved.filter((id) => isLowered(wallets, id)));
};

/** Whether the exchange has told that a coin is worth less than its value. */
export const isLowered = ({ store }: Wallets, id: string): boolean => {
  const coin = store.entry('coin', id)?.value;
  return coin !== undefined && amount(coin.remaining).units < amount(coin.v).units;
};
