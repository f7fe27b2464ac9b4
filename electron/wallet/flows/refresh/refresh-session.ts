// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Refresh } from '../../../state/entry.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { Denomination } from '../../../taler/exchange/keys/model.ts';
import type { SpendCoin } from '../../../taler/exchange/exchange.ts';
import type { Planchet } from '../../../taler/coin/planchet.ts';
import {
  deriveRefreshPlanchets,
  deriveTransferPrivs,
  refreshCommitment,
  transferPubs,
  transferSecret,
  type NewCoin,
  type PerGamma,
} from '../../../taler/coin/refresh.ts';
import { spendCoin } from '../../coins/coins.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';

/** Everything a refresh sends, derived again from its seed: the same bytes at every attempt. */
export type Session = {
  readonly oldCoin: SpendCoin;
  readonly newDenominations: readonly Denomination[];
  readonly transferPrivs: PerGamma<Uint8Array>;
  readonly transferPubs: PerGamma<Uint8Array>;
  readonly planchets: PerGamma<readonly Planchet[]>;
  readonly rc: Uint8Array;
};

/** Derives it; fails when the old coin or a denomination of the new ones is not known here. */
export const openSession = (
  wallets: Wallets,
  { keys }: OpenExchange,
  refresh: Refresh,
): Result<Session, WalletFailure> => {
  const old = wallets.store.entry('coin', refresh.old_coin)?.value;
  const oldCoin = old && spendCoin(wallets.coinKeys, keys, refresh.old_coin, old);
  if (!oldCoin) return err({ kind: 'coin-not-derivable', coin: refresh.old_coin });
  const newDenominations: Denomination[] = [];
  const newCoins: NewCoin[] = [];
  for (const { h, n } of refresh.selection) {
    const denomination = keys.denominations.get(h);
    if (!denomination?.key) return err({ kind: 'denomination-gone', why: 'unknown', code: 0, hash: h, proven: false });
    for (let count = 0; count < n; count++) {
      newDenominations.push(denomination);
      newCoins.push({ key: denomination.key, denominationHash: crockToBytes(h, 64) });
    }
  }
  const transferPrivs = deriveTransferPrivs(crockToBytes(refresh.seed, 64));
  const pubs = transferPubs(transferPrivs);
  const planchetsOf = (gamma: 0 | 1 | 2): readonly Planchet[] => {
    const secret = transferSecret(transferPrivs[gamma], oldCoin.pub);
    if (!secret.ok) throw new Error('defect: a coin key of ours is no point of the curve');
    const made = deriveRefreshPlanchets(secret.value, newCoins);
    if (!made.ok) return [];
    return made.value;
  };
  const planchets: PerGamma<readonly Planchet[]> = [planchetsOf(0), planchetsOf(1), planchetsOf(2)];
  if (planchets.some(({ length }) => length !== newCoins.length))
    return err({ kind: 'malicious-denomination', exchange: keys.baseUrl });
  const rsa = (list: readonly Planchet[]) => list.map(({ blinded }) => ({ cipher: 'RSA', blinded }) as const);
  const rc = refreshCommitment({
    transferPubs: pubs,
    newDenominationHashes: newCoins.map(({ denominationHash }) => denominationHash),
    oldCoinPub: oldCoin.pub,
    valueWithFee: amount(refresh.melt_amount),
    planchetsByGamma: [rsa(planchets[0]), rsa(planchets[1]), rsa(planchets[2])],
  });
  return ok({ oldCoin, newDenominations, transferPrivs, transferPubs: pubs, planchets, rc });
};

/** Whether the exchange has booked this very melt: its answer may have been lost. By the coin's history, which v14 lacks. */
export const wasMelted = async (
  { client }: OpenExchange,
  { oldCoin, rc }: Session,
): Promise<Result<boolean, WalletFailure>> => {
  const history = await client.coinHistory({ coinPriv: oldCoin.priv, denomination: oldCoin.denomination });
  if (!history.ok) return history.error.kind === 'unsupported-operation' ? ok(false) : history;
  const commitment = bytesToCrock(rc);
  const entries = history.value.state === 'known' ? history.value.entries : [];
  return ok(entries.some(({ type, detail }) => type === 'MELT' && detail['rc'] === commitment));
};

/**
 * The signatures the exchange gave before, when it does not repeat them because a denomination is gone since: it still
 * tells whoever knows the old coin. Undefined when it never gave them.
 */
export const linkedSignatures = async (
  { client }: OpenExchange,
  { oldCoin, newDenominations }: Session,
  transferPub: Uint8Array,
): Promise<readonly Uint8Array[] | undefined> => {
  const melts = await client.link({ oldCoinPub: oldCoin.pub });
  const wanted = bytesToCrock(transferPub);
  const melt = melts.ok ? melts.value.find((each) => bytesToCrock(each.transferPub) === wanted) : undefined;
  const byIndex = new Map(melt?.newCoins.map(({ index, blindSignature }) => [index, blindSignature]));
  const signatures = newDenominations.flatMap((_, index) => byIndex.get(index) ?? []);
  return signatures.length === newDenominations.length ? signatures : undefined;
};
