// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../../shared/result.ts';
import type { ExchangeBook, OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';

/** Connects to an exchange that somebody's address names; one we do not know is added once the person has said yes to its very address. */
export const openNamed = async (
  exchanges: Pick<ExchangeBook, 'add' | 'isKnown' | 'open'>,
  exchange: string,
  yes: string | undefined,
): Promise<Result<OpenExchange, WalletFailure>> => {
  if (!exchanges.isKnown(exchange)) {
    if (yes !== exchange) return err({ kind: 'unknown-exchange', exchange });
    const added = await exchanges.add(exchange);
    if (!added.ok) return added;
  }
  return exchanges.open(exchange, { asked: true });
};
