// SPDX-License-Identifier: GPL-3.0-or-later
import { parseCoinId } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { CoinSelection } from '../coins/selection.ts';

/** What having these coins cost that were drawn only to pay places, in units: it belongs to what paying one costs. */
export const drawnForPlace = (
  reader: Pick<Reader, 'entry'>,
  { denominations }: Pick<ExchangeKeys, 'denominations'>,
  { contributions }: Pick<CoinSelection, 'contributions'>,
): bigint =>
  contributions.reduce((sum, { id }) => {
    const coin = reader.entry('coin', id)?.value;
    const withdrawal = coin?.source === 'withdrawal' ? reader.entry('withdrawal', coin.source_id)?.value : undefined;
    const batch = withdrawal?.batches[parseCoinId(id)?.seedId ?? ''];
    return coin === undefined || batch?.bootstrap !== true
      ? sum
      : sum + (denominations.get(coin.h)?.feeWithdraw.units ?? 0n);
  }, 0n);
