// SPDX-License-Identifier: GPL-3.0-or-later
import { parseCoinId, type Batch, type Coin, type Refresh } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { coinPubHash } from '../../taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import type { Denomination, ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { KeptCoin, SpendCoin } from '../../taler/exchange/exchange.ts';
import type { CoinSecrets } from '../../taler/coin/planchet.ts';
import { rsaVerify } from '../../taler/crypto/rsa.ts';
import { coinScheme } from '../../taler/coin/schemes.ts';
import { gammaOf, gammasOf } from './gamma.ts';

export type CoinKeys = CoinSecrets & { readonly coinPub: Uint8Array };

/** Derives coin keys from seeds; they are never stored, only remembered while the wallet is open. */
export type CoinKeyRing = {
  /** undefined when the withdrawal or refresh that made the coin is not (or not completely) known here, or derives it in a way of a newer wallet */
  readonly keysOf: (coinId: string) => CoinKeys | undefined;
};

/** How many keys are remembered, so that a chain of change of change is derived once and not once per use. */
const MAX_REMEMBERED = 20_000;

/** A key ring over what the store knows. */
export const createCoinKeyRing = (reader: Pick<Reader, 'entry'>): CoinKeyRing => {
  const remembered = new Map<string, { readonly keys: CoinKeys; readonly by: string }>();
  const recall = ({ id, pub }: Wanted): CoinKeys | undefined => {
    const known = remembered.get(id);
    if (!known || known.by !== saidOf(reader, id)) return undefined;
    return pub === undefined || pub === bytesToCrock(known.keys.coinPub) ? known.keys : undefined;
  };
  const keysOf = (coinId: string): CoinKeys | undefined => {
    // From the wanted coin back to the first one that is remembered or was withdrawn, then forwards again.
    const chain: Wanted[] = [];
    const seen = new Set<string>();
    let at: Wanted | undefined = { id: coinId };
    let keys: CoinKeys | undefined;
    while (at !== undefined && (keys = recall(at)) === undefined) {
      // Entries come from other copies too: a circle in them must not hang the wallet.
      if (seen.has(at.id)) break;
      seen.add(at.id);
      chain.push(at);
      at = oldCoinOf(reader, at.id);
    }
    for (const wanted of chain.reverse()) {
      keys = deriveKeys(reader, wanted, keys);
      // The next one may remember its old coin's key itself.
      if (!keys) continue;
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(wanted.id, { keys, by: saidOf(reader, wanted.id) });
    }
    return keys;
  };
  return { keysOf };
};

/** The coin with its keys, ready to be used at its exchange; undefined when a part of it is not known. */
export const spendCoin = (ring: CoinKeyRing, keys: ExchangeKeys, id: string, coin: Coin): SpendCoin | undefined => {
  const kept = keptCoin(ring, keys, id, coin);
  return kept?.denomSig === undefined ? undefined : { ...kept, denomSig: kept.denomSig };
};

/** The same also when its signature was dropped, because some copy had closed it: the exchange knows a coin that was used. */
export const keptCoin = (ring: CoinKeyRing, keys: ExchangeKeys, id: string, coin: Coin): KeptCoin | undefined => {
  const denomination = keys.denominations.get(coin.h);
  const coinKeys = ring.keysOf(id);
  if (!denomination || !coinKeys) return undefined;
  const kept = { pub: coinKeys.coinPub, priv: coinKeys.coinPriv, denomination };
  if (coin.sig === undefined) return kept;
  const good = coin.sigs === undefined ? undefined : goodSignature(denomination, coinKeys, coin);
  return { ...kept, denomSig: good ?? crockToBytes(coin.sig) };
};

/** The signature that verifies under the denomination's key; undefined when none does. Copies may disagree, so a coin can carry several. */
export const goodSignature = (
  { key }: Denomination,
  { coinPub }: Pick<CoinKeys, 'coinPub'>,
  { sig, sigs }: Pick<Coin, 'sig' | 'sigs'>,
): Uint8Array | undefined => {
  if (!key || sig === undefined) return undefined;
  for (const text of new Set([sig, ...Object.keys(sigs ?? {})])) {
    const signature = parseCrock(text);
    if (signature.ok && rsaVerify(key, coinPubHash(coinPub), signature.value)) return signature.value;
  }
  return undefined;
};

/**
 * The coin whose melting made this one; undefined for withdrawn coins, and where that coin has left and its key is remembered. As long
 * as it is here its key follows from its own seed: what another copy wrote down as that key counts for nothing.
 */
const oldCoinOf = (reader: Pick<Reader, 'entry'>, id: string): Wanted | undefined => {
  const refresh = sessionOf(reader, id);
  const hasLeft = refresh?.old_priv !== undefined && reader.entry('coin', refresh.old_coin) === undefined;
  if (refresh === undefined || hasLeft) return undefined;
  const { old_coin: old, old_coin_pub: pub } = refresh;
  return { id: old, ...(pub === undefined ? {} : { pub }) };
};

/** A coin, and the public key it is known to have because a session melted it. */
type Wanted = { readonly id: string; readonly pub?: string };

const sessionOf = (reader: Pick<Reader, 'entry'>, id: string): Refresh | undefined => {
  const parsed = parseCoinId(id);
  return parsed && reader.entry('refresh', parsed.seedId)?.value;
};

/** What copies say of the exchange's choice for a coin's session: another word may make another coin. */
const saidOf = (reader: Pick<Reader, 'entry'>, id: string): string => {
  const refresh = sessionOf(reader, id);
  return refresh === undefined ? '' : gammasOf(refresh).join();
};

type OldCoin = Pick<CoinKeys, 'coinPriv' | 'coinPub'>;

/** The old coin of a session whose old coin has left, as the session itself remembers it. */
const leftCoin = ({ old_priv: priv }: Refresh): OldCoin | undefined => {
  if (priv === undefined) return undefined;
  const coinPriv = crockToBytes(priv, 32);
  return { coinPriv, coinPub: eddsaPublicKey(coinPriv) };
};

const deriveKeys = (
  reader: Pick<Reader, 'entry'>,
  { id, pub }: Wanted,
  oldCoin: CoinKeys | undefined,
): CoinKeys | undefined => {
  const parsed = parseCoinId(id);
  if (!parsed) return undefined;
  const { seedId, index } = parsed;
  const refresh = reader.entry('refresh', seedId)?.value;
  if (!refresh) {
    const source = reader.entry('coin', id)?.value;
    const batch = source && reader.entry('withdrawal', source.source_id)?.value.batches[seedId];
    const seed = batch && { seed: crockToBytes(batch.seed, 32), ...blindingOf(batch) };
    const made = seed && coinScheme(batch.scheme)?.withdrawn(seed, index);
    return made && withPub(made);
  }
  const old = oldCoin ?? leftCoin(refresh);
  // Made of another coin than the one it was planned for, it would be another coin.
  if (!old || (refresh.old_coin_pub !== undefined && refresh.old_coin_pub !== bytesToCrock(old.coinPub)))
    return undefined;
  const link = coinScheme(refresh.scheme)?.linked;
  if (refresh.transfer_pub !== undefined && link) {
    const linked = link(old.coinPriv, crockToBytes(refresh.transfer_pub, 32), index);
    return linked.ok ? withPub(linked.value) : undefined;
  }
  const keyOf = (gamma: 0 | 1 | 2, at: number): CoinKeys | undefined => {
    const made = secretsOf(refresh, old, gamma, at);
    return made?.ok === true ? withPub(made.value) : undefined;
  };
  const gamma = gammaOf(reader, { id: seedId, refresh, index }, keyOf, pub);
  return gamma === undefined ? undefined : keyOf(gamma, index);
};

const blindingOf = ({ blinding }: Batch): { readonly blinding?: Uint8Array } =>
  blinding === undefined ? {} : { blinding: crockToBytes(blinding, 32) };

/** The secrets of a session's new coin under one choice of the exchange; undefined for a session of a newer wallet. */
const secretsOf = (refresh: Refresh, { coinPub, coinPriv }: OldCoin, noRevealIndex: 0 | 1 | 2, index: number) => {
  const oldCoin = { pub: coinPub, priv: coinPriv };
  return coinScheme(refresh.scheme)?.refreshed({ seed: crockToBytes(refresh.seed, 64), oldCoin, noRevealIndex }, index);
};

const withPub = (secrets: CoinSecrets): CoinKeys => ({ ...secrets, coinPub: eddsaPublicKey(secrets.coinPriv) });
