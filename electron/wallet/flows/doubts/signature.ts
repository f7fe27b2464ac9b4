// SPDX-License-Identifier: GPL-3.0-or-later
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import { coinPubHash } from '../../../taler/coin/denomination.ts';
import { parseCoinId, type Coin } from '../../../state/entry.ts';
import { goodSignature, type CoinKeys } from '../../coins/coins.ts';
import { gammasOf } from '../../coins/gamma.ts';
import { coinCount, planchetRange, sent, unblindAll } from '../../coins/planchets.ts';
import { requestOf } from '../../coins/requests.ts';
import type { Denomination } from '../../../taler/exchange/keys/model.ts';
import { openSession } from '../refresh/refresh-session.ts';
import { revealOne } from '../refresh/reveal.ts';
import { accountKeyOf } from '../../ledger/reserve.ts';
import type { Look } from './look.ts';

// A coin that some copy has closed lost its signature by that. Its exchange gives it once more to the same request.

type Wanted = {
  readonly id: string;
  readonly coin: Coin;
  readonly denomination: Denomination;
  readonly keys: CoinKeys;
};

/** The signature of a coin, from its entry or asked for again; undefined when there is none to be had. */
export const signatureOf = async (look: Look, wanted: Wanted): Promise<Uint8Array | undefined> => {
  const kept = goodSignature(wanted.denomination, wanted.keys, wanted.coin);
  const parsed = parseCoinId(wanted.id);
  if (kept || !parsed) return kept;
  const blind =
    wanted.coin.source === 'withdrawal' ? await ofBatch(look, wanted, parsed) : await ofSession(look, wanted, parsed);
  if (!blind) return undefined;
  const { denomination, keys } = wanted;
  const coin = { denomination, coinPubHash: coinPubHash(keys.coinPub), blindingSecret: keys.blindingSecret };
  const unblinded = await unblindAll(look.wallets.world, [coin], [blind]);
  return unblinded.ok ? unblinded.value[0] : undefined;
};

type Place = { readonly seedId: string; readonly index: number };

const ofBatch = async (
  { wallets, open }: Look,
  { coin }: Wanted,
  { seedId, index }: Place,
): Promise<Uint8Array | undefined> => {
  const withdrawal = wallets.store.entry('withdrawal', coin.source_id)?.value;
  const batch = withdrawal?.batches[seedId];
  const priv = accountKeyOf(wallets.store, withdrawal);
  if (!batch || priv === undefined) return undefined;
  // Where a request is repeated whole, the coin comes with those it was asked for with.
  const range = requestOf(open, index, coinCount(batch.selection));
  const seed = crockToBytes(batch.seed, 32);
  const planchets = await planchetRange(wallets.world, seed, batch.selection, range, open.keys);
  if (!planchets.ok) return undefined;
  const answer = await open.client.withdraw({
    reservePriv: crockToBytes(priv, 32),
    planchets: planchets.value.map(sent),
    areBooked: true,
  });
  return answer.ok ? answer.value[index - range.from] : undefined;
};

const ofSession = async (look: Look, { coin }: Wanted, { seedId, index }: Place): Promise<Uint8Array | undefined> => {
  const { wallets, open } = look;
  const session = wallets.store.entry('refresh', coin.source_id)?.value;
  if (!session || coin.source_id !== seedId) return undefined;
  if (session.transfer_pub !== undefined) {
    const old = wallets.coinKeys.keysOf(session.old_coin);
    const denomination = open.keys.denominations.get(wallets.store.entry('coin', session.old_coin)?.value.h ?? '');
    const asked = old && denomination && { pub: old.coinPub, priv: old.coinPriv, denomination };
    const answer = asked && (await open.client.link(asked));
    if (!answer?.ok) return undefined;
    const transfer = Buffer.from(crockToBytes(session.transfer_pub, 32));
    const melt = answer.value.find(({ transferPub }) => transfer.equals(transferPub));
    return melt?.newCoins.find((each) => each.index === index)?.blindSignature;
  }
  const opened = await openSession(wallets, open, session);
  const gammas = gammasOf(session);
  if (!opened.ok || gammas.length === 0) return undefined;
  const minted = await revealOne(opened.value, gammas);
  return minted.ok ? minted.value[index]?.blindSignature : undefined;
};
