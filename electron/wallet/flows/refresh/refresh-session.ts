// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Refresh } from '../../../state/entry.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import { FIRST_SCHEME } from '../../../taler/coin/schemes.ts';
import type { RefreshSession } from '../../../taler/exchange/exchange.ts';
import type { Denomination } from '../../../taler/exchange/keys/model.ts';
import { keptCoin } from '../../coins/coins.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';

/** The stored plan as its exchange sends it; fails when the old coin or a denomination of the new ones is not known here, or the exchange speaks another generation since. */
export const openSession = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  refresh: Refresh,
): Promise<Result<RefreshSession, WalletFailure>> => {
  const old = wallets.store.entry('coin', refresh.old_coin)?.value;
  const kept = old && keptCoin(wallets.coinKeys, keys, refresh.old_coin, old);
  const oldCoin = kept && refresh.old_sig !== undefined ? { ...kept, denomSig: crockToBytes(refresh.old_sig) } : kept;
  if (!oldCoin) return err({ kind: 'coin-not-derivable', coin: refresh.old_coin });
  const newDenominations: Denomination[] = [];
  for (const { h, n } of refresh.selection) {
    const denomination = keys.denominations.get(h);
    if (!denomination?.key) return err({ kind: 'denomination-gone', why: 'unknown', code: 0, hash: h, proven: false });
    for (let count = 0; count < n; count++) newDenominations.push(denomination);
  }
  const session = await client.openRefresh({
    oldCoin,
    seed: crockToBytes(refresh.seed, 64),
    scheme: refresh.scheme ?? FIRST_SCHEME,
    newDenominations,
    valueWithFee: amount(refresh.melt_amount),
  });
  if (session.ok) return ok(session.value);
  const { baseUrl, version, generation } = keys;
  switch (session.error.kind) {
    case 'malicious-key':
      return err({ kind: 'malicious-denomination', exchange: baseUrl });
    case 'no-change':
      return err({ kind: 'change-not-known', exchange: baseUrl, version });
    case 'other-scheme':
      return err({ kind: 'unsupported-operation', operation: 'refresh of another generation', generation });
  }
};
