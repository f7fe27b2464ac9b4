// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { bytesToCrock } from '../taler/encodings.ts';
import type { ContractTerms, PayCoin } from '../taler/merchant.ts';
import type { OpenExchange } from './exchanges.ts';
import type { WalletFailure } from './failure.ts';

/**
 * Whether the exchange says of every coin that it gave its share to this contract. A merchant's word that an order is
 * settled takes no money out of the books: it could say so about coins it has never deposited.
 */
export const areDeposited = async (
  { client }: OpenExchange,
  { hContract }: Pick<ContractTerms, 'hContract'>,
  coins: readonly PayCoin[],
): Promise<Result<boolean, WalletFailure>> => {
  const contract = bytesToCrock(hContract);
  for (const { coin, contribution } of coins) {
    const history = await client.coinHistory({ coinPriv: coin.priv, denomination: coin.denomination });
    if (!history.ok) return err(history.error);
    if (history.value.state === 'unknown') return ok(false);
    const given = history.value.entries
      .filter(({ type, detail }) => type === 'DEPOSIT' && detail['h_contract_terms'] === contract)
      .reduce((sum, entry) => sum + entry.amount.units, 0n);
    if (given < contribution.units) return ok(false);
  }
  return ok(true);
};
