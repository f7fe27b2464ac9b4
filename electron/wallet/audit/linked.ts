// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp } from '../../../shared/time.ts';
import { idOfRefresh } from '../../state/commitment.ts';
import { type Coin, coinId, type Refresh } from '../../state/entry.ts';
import type { Store, Tx } from '../../storage/store.ts';
import { coinPubHash } from '../../taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { HistoryEntry, LinkedMelt } from '../../taler/exchange/answers.ts';
import { coinScheme } from '../../taler/coin/schemes.ts';
import type { CoinKeys } from '../coins/coins.ts';
import { pubsOf } from '../coins/transfer-pubs.ts';
import type { World } from '../../world.ts';
import type { Wallets } from '../context.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { keepDenominations } from '../coins/kept-denominations.ts';
import { readUses, realCoin } from '../ledger/uses.ts';
import { exchangeFull } from '../coins/room.ts';
import { believable, hasRoomFor, sumsOf } from './linked-bounds.ts';
import { unblindAll } from '../coins/planchets.ts';

// Another copy of this wallet renewed a coin and its session is not (or not yet) known here. The exchange tells whoever
// holds the old coin what was made of it, so nothing of it is lost. What is found may be known to that other copy too: it
// is renewed before it is used. When the session itself turns up later, both are one, and only that one counts.

const FOUND = 'link ';

/** True for a coin that was found by link; what became of such a coin in turn is looked for as well. */
export const isFound = (coin: string): boolean => coin.startsWith(FOUND);

/**
 * Finds what became of a melted coin and writes the coins down; returns how many melts were new to us. `history` is the coin's own,
 * which says how much of it was signed away.
 */
export const findLinked = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  oldCoin: string,
  history: readonly HistoryEntry[],
): Promise<Result<number, WalletFailure>> => {
  const old = wallets.store.entry('coin', oldCoin)?.value;
  const secrets = wallets.coinKeys.keysOf(oldCoin);
  const denomination = old && keys.denominations.get(old.h);
  if (!old || !secrets || !denomination) return ok(0);
  const answer = await client.link({ pub: secrets.coinPub, priv: secrets.coinPriv, denomination });
  if (!answer.ok) return answer;
  const melts = believable(answer.value, history, keys, denomination);
  if (!melts.ok) return melts;
  const known = knownTransferPubs(wallets.store, oldCoin);
  let found = 0;
  for (const melt of melts.value) {
    const transferPub = bytesToCrock(melt.transferPub);
    if (known.has(transferPub)) continue;
    // The money stays there, and the old coin leads to it as long as that is not written off.
    if (!hasRoomFor(wallets.store, keys, melt, denomination)) return err(exchangeFull(wallets.store, keys.baseUrl));
    const coins = await openMelt(wallets.world, keys, secrets, melt);
    // Nothing is written off on an answer that cannot be right; it is asked again.
    if (!coins) return err({ kind: 'bad-coin-signature', exchange: keys.baseUrl });
    const { value, taken } = sumsOf(coins, denomination);
    const text = (units: bigint): string => amountToText({ currency: keys.currency, units });
    const session = {
      exchange: old.exchange,
      master_pub: keys.masterPub,
      old_coin: oldCoin,
      old_coin_pub: bytesToCrock(secrets.coinPub),
      ...seedOf(melt),
      transfer_pub: transferPub,
      selection: coins.map(({ denomination: { hash: h, value: v } }) => ({ h, n: 1, v: amountToText(v) })),
      melt_amount: text(taken),
      fee: text(taken - value),
      reason: 'restore' as const,
    };
    const id = idOfRefresh(session);
    // Another look may have found it meanwhile.
    if (wallets.store.entry('refresh', id)) continue;
    found += 1;
    wallets.store.transaction((tx) => {
      tx.put('refresh', id, { ...session, created: msToTimestamp(wallets.world.now()), status: 'done' });
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
      useUp(tx, oldCoin, old, taken);
    });
  }
  return ok(found);
};

/** Up to v23 the seed of a found session is not known, and its coins follow from the old coin and the transfer key. */
const seedOf = ({ transferPub, session }: LinkedMelt): Pick<Refresh, 'seed' | 'scheme' | 'noreveal_index'> =>
  session
    ? { seed: bytesToCrock(session.seed), scheme: session.scheme, noreveal_index: session.noRevealIndex }
    : { seed: bytesToCrock(new Uint8Array([...transferPub, ...transferPub])) };

/** The melt was in the old coin. */
const useUp = (tx: Tx, id: string, old: Coin, taken: bigint): void => {
  const now = tx.entry('coin', id)?.value;
  const { currency, units } = amount(now?.remaining ?? old.remaining);
  const left = amountToText({ currency, units: units > taken ? units - taken : 0n });
  if (now && now.status !== 'spent') tx.put('coin', id, { ...now, status: 'in-use', remaining: left });
};

/** Unites a found melt with the session it came from, once that session is known here, and with what another device has found of it. It waits while one of the coins is in the middle of a refresh or payment. */
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
        (each.value.transfer_pub === undefined || (each.id < id && each.value.same_as === undefined)) &&
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
    return melted?.busy === true || melted?.planned === true || uses.givers.has(coin);
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
  // Its old coin may have left meanwhile, and only the found one remembers it.
  const session = tx.entry('refresh', sessionId)?.value;
  if (session && value.old_priv !== undefined) tx.put('refresh', sessionId, { ...session, old_priv: value.old_priv });
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

/** The coins of a melt, every signature checked; undefined when one of them cannot be ours. */
const openMelt = async (world: World, keys: OpenExchange['keys'], old: CoinKeys, melt: LinkedMelt) => {
  const { newCoins } = melt;
  if (newCoins.length === 0) return undefined;
  const planchets = newCoins.flatMap(({ denominationHash, blindSignature, index }) => {
    const denomination = keys.denominations.get(denominationHash);
    const secrets = secretsOf(old, melt, index);
    if (!denomination || blindSignature === undefined || secrets?.ok !== true) return [];
    const { coinPriv, blindingSecret } = secrets.value;
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
  const coins = planchets.flatMap(({ index, denomination }, at) => {
    const signature = signatures.value[at];
    return signature ? [{ index, denomination, signature }] : [];
  });
  const inOrder = coins.toSorted((a, b) => a.index - b.index);
  // A melt makes its coins without a gap, and a coin is known by its place in the selection.
  return inOrder.every(({ index }, at) => index === at) ? inOrder : undefined;
};

/** New coin `index` of a melt that the exchange tells of. */
const secretsOf = ({ coinPub, coinPriv }: CoinKeys, { transferPub, session }: LinkedMelt, index: number) =>
  session
    ? coinScheme(session.scheme)?.refreshed({ ...session, oldCoin: { pub: coinPub, priv: coinPriv } }, index)
    : coinScheme()?.linked?.(coinPriv, transferPub, index);
