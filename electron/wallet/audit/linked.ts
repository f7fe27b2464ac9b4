// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp } from '../../../shared/time.ts';
import { coinId, type Refresh } from '../../state/entry.ts';
import type { Store, Tx } from '../../storage/store.ts';
import { coinPubHash } from '../../taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import type { Denomination } from '../../taler/exchange/keys/model.ts';
import type { LinkedMelt } from '../../taler/exchange/answers.ts';
import { deriveRefreshCoin, linkSecret } from '../../taler/coin/refresh.ts';
import { coinScheme } from '../../taler/coin/schemes.ts';
import type { World } from '../../world.ts';
import type { Wallets } from '../context.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { keepDenominations } from '../coins/kept-denominations.ts';
import { readUses, realCoin } from '../ledger/ledger.ts';
import { unblindAll } from '../coins/planchets.ts';

// Another copy of this wallet renewed a coin and its session is not (or not yet) known here. The exchange tells whoever
// holds the old coin what was made of it, so nothing of it is lost. What is found may be known to that other copy too: it
// is renewed before it is used. When the session itself turns up later, both are one, and only that one counts.

const FOUND = 'link ';

/** True for a coin that was found by link; what became of such a coin in turn is looked for as well. */
export const isFound = (coin: string): boolean => coin.startsWith(FOUND);

/** Finds what became of a melted coin and writes the coins down; returns how many melts were new to us. */
export const findLinked = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  oldCoin: string,
): Promise<Result<number, WalletFailure>> => {
  const old = wallets.store.entry('coin', oldCoin)?.value;
  const secrets = wallets.coinKeys.keysOf(oldCoin);
  const denomination = old && keys.denominations.get(old.h);
  if (!old || !secrets || !denomination) return ok(0);
  const answer = await client.link({ oldCoinPub: secrets.coinPub });
  if (!answer.ok) return answer;
  const known = knownTransferPubs(wallets.store, oldCoin);
  let found = 0;
  for (const melt of answer.value) {
    const transferPub = bytesToCrock(melt.transferPub);
    if (known.has(transferPub)) continue;
    const coins = await openMelt(wallets.world, keys, secrets.coinPriv, melt);
    // Nothing is written off on an answer that cannot be right; it is asked again.
    if (!coins) return err({ kind: 'bad-coin-signature', exchange: keys.baseUrl });
    const id = `${FOUND}${transferPub}`;
    // Another look may have found it meanwhile.
    if (wallets.store.entry('refresh', id)) continue;
    found += 1;
    const { value, taken } = sumsOf(coins, denomination);
    const text = (units: bigint): string => amountToText({ currency: keys.currency, units });
    wallets.store.transaction((tx) => {
      tx.put('refresh', id, {
        exchange: old.exchange,
        master_pub: keys.masterPub,
        old_coin: oldCoin,
        // The seed of a found session is not known; its coins follow from the old coin and the transfer key.
        seed: bytesToCrock(new Uint8Array([...melt.transferPub, ...melt.transferPub])),
        transfer_pub: transferPub,
        selection: coins.map(({ denomination: { hash: h, value: v } }) => ({ h, n: 1, v: amountToText(v) })),
        melt_amount: text(taken),
        fee: text(taken - value),
        reason: 'restore',
        created: msToTimestamp(wallets.world.now()),
        status: 'done',
      });
      keepDenominations(
        tx,
        keys,
        coins.map((each) => each.denomination.hash),
      );
      for (const { index, denomination: made, signature } of coins) {
        const v = amountToText(made.value);
        tx.put('coin', coinId(id, index), {
          source: 'refresh',
          source_id: id,
          exchange: old.exchange,
          master_pub: keys.masterPub,
          h: made.hash,
          v,
          sig: bytesToCrock(signature),
          status: 'in-use',
          remaining: v,
        });
      }
      const now = tx.entry('coin', oldCoin)?.value;
      const left = amount(now?.remaining ?? old.remaining).units - taken;
      if (now && now.status !== 'spent')
        tx.put('coin', oldCoin, { ...now, status: 'in-use', remaining: text(left > 0n ? left : 0n) });
    });
  }
  return ok(found);
};

/** What a melt makes, and what it takes, which follows from that (PROTOCOL.md#refresh). */
const sumsOf = (coins: readonly { readonly denomination: Denomination }[], { feeRefresh }: Denomination) => {
  const value = coins.reduce((sum, each) => sum + each.denomination.value.units, 0n);
  return {
    value,
    taken: coins.reduce((sum, each) => sum + each.denomination.feeWithdraw.units, value + feeRefresh.units),
  };
};

/** Unites a found melt with the session it came from, once that session is known here. It waits while one of the coins is in the middle of a refresh or payment. */
export const joinLinked = ({ store }: Wallets): void => {
  // A session that melted a found coin can be matched only after the session that made that coin has been; so this repeats as long as one is matched.
  while (joinSome(store));
};

const joinSome = (store: Store): boolean => {
  const refreshes = store.entries('refresh');
  const open = refreshes.filter(({ value }) => value.transfer_pub !== undefined && value.same_as === undefined);
  if (open.length === 0) return false;
  const { sameAs } = readUses(store);
  let joined = false;
  for (const { id, value } of open) {
    const old = realCoin(sameAs, value.old_coin);
    const session = refreshes.find(
      (each) =>
        each.value.transfer_pub === undefined &&
        realCoin(sameAs, each.value.old_coin) === old &&
        pubsOf(each.value).has(value.transfer_pub ?? ''),
    );
    if (session && store.transaction((tx) => joinOne(tx, id, value, session.id))) joined = true;
  }
  return joined;
};

const joinOne = (tx: Tx, id: string, value: Refresh, sessionId: string): boolean => {
  const coins = tx.coins({ sourceId: id });
  const uses = readUses(tx);
  const isUsed = (coin: string): boolean => {
    const melted = uses.melted.get(coin);
    return melted?.busy === true || melted?.planned === true || uses.given.has(coin);
  };
  if (coins.some((each) => isUsed(each.id))) return false;
  for (const { id: found, value: coin } of coins) {
    const index = Number(found.slice(found.lastIndexOf('/') + 1));
    const here = tx.entry('coin', coinId(sessionId, index))?.value;
    tx.put('coin', coinId(sessionId, index), {
      ...coin,
      ...here,
      source_id: sessionId,
      status: 'in-use',
      remaining: coin.remaining,
    });
    tx.put('coin', found, { ...coin, status: 'spent' });
  }
  tx.put('refresh', id, { ...value, same_as: sessionId });
  return true;
};

const knownTransferPubs = (store: Store, oldCoin: string): ReadonlySet<string> => {
  const { sameAs } = readUses(store);
  return new Set(
    store
      .entries('refresh')
      .flatMap(({ value }) => (realCoin(sameAs, value.old_coin) === oldCoin ? [...pubsOf(value)] : [])),
  );
};

/** The transfer keys by which its exchange may tell of this session; none of a session of a newer wallet. */
const pubsOf = (refresh: Refresh): ReadonlySet<string> => {
  const scheme = coinScheme(refresh.scheme);
  if (!scheme) return new Set();
  if (refresh.transfer_pub !== undefined) return new Set([refresh.transfer_pub]);
  return new Set(scheme.transferPubs({ seed: crockToBytes(refresh.seed, 64) }).map(bytesToCrock));
};

/** The coins of a melt, every signature checked; undefined when one of them cannot be ours. */
const openMelt = async (
  world: World,
  keys: OpenExchange['keys'],
  oldCoinPriv: Uint8Array,
  { transferPub, newCoins }: LinkedMelt,
) => {
  const secret = linkSecret(oldCoinPriv, transferPub);
  if (!secret.ok || newCoins.length === 0) return undefined;
  const planchets = newCoins.flatMap(({ denominationHash, blindSignature, index }) => {
    const denomination = keys.denominations.get(denominationHash);
    if (!denomination || blindSignature === undefined) return [];
    const { coinPriv, blindingSecret } = deriveRefreshCoin(secret.value, index);
    const coin = { denomination, coinPubHash: coinPubHash(eddsaPublicKey(coinPriv)), blindingSecret };
    return [{ ...coin, index, blindSignature }];
  });
  if (planchets.length !== newCoins.length) return undefined;
  const signatures = await unblindAll(
    world,
    planchets,
    planchets.map(({ blindSignature }) => blindSignature),
  );
  if (!signatures.ok) return undefined;
  return planchets.flatMap(({ index, denomination }, at) => {
    const signature = signatures.value[at];
    return signature ? [{ index, denomination, signature }] : [];
  });
};
