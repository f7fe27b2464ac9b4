// SPDX-License-Identifier: GPL-3.0-or-later
import { parseCoinId, type Coin, type Refresh } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { coinPubHash } from '../../taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import type { Denomination, ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { KeptCoin, SpendCoin } from '../../taler/exchange/exchange.ts';
import type { CoinSecrets } from '../../taler/coin/planchet.ts';
import { rsaVerify } from '../../taler/crypto/rsa.ts';
import { coinScheme } from '../../taler/coin/schemes.ts';

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
  const remembered = new Map<string, CoinKeys>();
  const keysOf = (coinId: string): CoinKeys | undefined => {
    const known = remembered.get(coinId);
    if (known) return known;
    // From the wanted coin back to the first one that is remembered or was withdrawn, then forwards again.
    const chain: string[] = [];
    const seen = new Set<string>();
    let at: string | undefined = coinId;
    while (at !== undefined && !remembered.has(at)) {
      // Entries come from other copies too: a circle in them must not hang the wallet.
      if (seen.has(at)) return undefined;
      seen.add(at);
      chain.push(at);
      at = oldCoinOf(reader, at);
    }
    let keys: CoinKeys | undefined = at === undefined ? undefined : remembered.get(at);
    for (const id of chain.reverse()) {
      keys = deriveKeys(reader, id, keys);
      if (!keys) return undefined;
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(id, keys);
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
  for (const text of new Set([sig, ...Object.keys(sigs ?? {}).slice(0, MAX_SIGNATURES)])) {
    const signature = parseCrock(text);
    if (signature.ok && rsaVerify(key, coinPubHash(coinPub), signature.value)) return signature.value;
  }
  return undefined;
};

/** Copies that disagree about one coin more often than this are not copies of a wallet any more. */
const MAX_SIGNATURES = 16;

/** The coin whose melting made this one; undefined for withdrawn coins. */
const oldCoinOf = (reader: Pick<Reader, 'entry'>, id: string): string | undefined => {
  const parsed = parseCoinId(id);
  return parsed && reader.entry('refresh', parsed.seedId)?.value.old_coin;
};

const deriveKeys = (reader: Pick<Reader, 'entry'>, id: string, oldCoin: CoinKeys | undefined): CoinKeys | undefined => {
  const parsed = parseCoinId(id);
  if (!parsed) return undefined;
  const { seedId, index } = parsed;
  const refresh = reader.entry('refresh', seedId)?.value;
  if (!refresh) {
    const source = reader.entry('coin', id)?.value;
    const batch = source && reader.entry('withdrawal', source.source_id)?.value.batches[seedId];
    const scheme = batch && coinScheme(batch.scheme);
    return scheme && withPub(scheme.withdrawn(crockToBytes(batch.seed, 32), index));
  }
  const made = oldCoin && secretsOf(refresh, oldCoin, index);
  return made?.ok === true ? withPub(made.value) : undefined;
};

/** The secrets of a session's new coin; undefined before the melt was answered, and for a session of a newer wallet. */
const secretsOf = (refresh: Refresh, { coinPub, coinPriv }: CoinKeys, index: number) => {
  const scheme = coinScheme(refresh.scheme);
  if (refresh.transfer_pub !== undefined)
    return scheme?.linked(coinPriv, crockToBytes(refresh.transfer_pub, 32), index);
  const noRevealIndex = refresh.noreveal_index;
  if (noRevealIndex !== 0 && noRevealIndex !== 1 && noRevealIndex !== 2) return undefined;
  const oldCoin = { pub: coinPub, priv: coinPriv };
  return scheme?.refreshed({ seed: crockToBytes(refresh.seed, 64), oldCoin, noRevealIndex }, index);
};

const withPub = (secrets: CoinSecrets): CoinKeys => ({ ...secrets, coinPub: eddsaPublicKey(secrets.coinPriv) });
