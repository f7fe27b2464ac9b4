// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { ContractTerms, PayCoin } from '../../taler/merchant/merchant.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';

/**
 * Whether the exchange says of each coin that it gave its share to this contract. A merchant's word takes no money out of
 * the books and puts none back: it could say anything about coins it has deposited, or never has.
 */
export const whichDeposited = async (
  { client }: OpenExchange,
  { hContract }: Pick<ContractTerms, 'hContract'>,
  coins: readonly PayCoin[],
): Promise<Result<readonly boolean[], WalletFailure>> => {
  const contract = bytesToCrock(hContract);
  const deposited: boolean[] = [];
  for (const { coin, contribution } of coins) {
    const history = await client.coinHistory({ coinPriv: coin.priv, denomination: coin.denomination });
    if (!history.ok) return err(history.error);
    const entries = history.value.state === 'known' ? history.value.entries : [];
    const given = entries
      .filter(({ type, detail }) => type === 'DEPOSIT' && detail['h_contract_terms'] === contract)
      .reduce((sum, entry) => sum + entry.amount.units, 0n);
    deposited.push(given >= contribution.units);
  }
  return ok(deposited);
};
