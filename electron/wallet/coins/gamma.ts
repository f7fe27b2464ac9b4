// SPDX-License-Identifier: GPL-3.0-or-later
import { exchangeId, type Refresh } from '../../state/entry.ts';
import { coinId } from '../../state/entry-id.ts';
import type { Reader } from '../../storage/store.ts';
import { bytesToCrock, crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import { memberOf } from '../../taler/bytes/json.ts';
import { coinPubHash, hashDenomination, parseDenominationPub } from '../../taler/coin/denomination.ts';
import { type RsaPublicKey, rsaVerify } from '../../taler/crypto/rsa.ts';
import { coinCount } from './planchets.ts';

// The index that the exchange chose for a session decides what its new coins are. Copies may disagree about it, and then the coins
// themselves tell: their signatures fit the keys of one index, and so does the key of a coin that a later session has melted.

type Gamma = 0 | 1 | 2;

/** All indices that copies named, the first one being what the join prefers. */
export const gammasOf = ({ noreveal_index: one, gammas }: Refresh): readonly Gamma[] =>
  [...new Set([one, ...Object.keys(gammas ?? {}).map(Number)])].filter(
    (each): each is Gamma => each === 0 || each === 1 || each === 2,
  );

/** What is asked of each index: the keys of the new coin of that place. */
type KeyOf = (gamma: Gamma, index: number) => { readonly coinPub: Uint8Array } | undefined;

/** The exchange's index, by what is here; undefined while no answer is known. `expected` is the public key of the wanted coin, if something else says it. */
export const gammaOf = (
  reader: Pick<Reader, 'entry'>,
  { id, refresh, index }: { readonly id: string; readonly refresh: Refresh; readonly index: number },
  keyOf: KeyOf,
  expected: string | undefined,
): Gamma | undefined => {
  const all = gammasOf(refresh);
  if (all.length < 2) return all[0];
  const wanted = expected === undefined ? undefined : crockToBytes(expected, 32);
  if (wanted) {
    const fitting = all.find((gamma) => isSame(keyOf(gamma, index)?.coinPub, wanted));
    if (fitting !== undefined) return fitting;
  }
  const places = [index, ...Array.from({ length: coinCount(refresh.selection) }, (_, at) => at)];
  for (const place of places) {
    const signed = all.find((gamma) => isSigned(reader, { id: coinId(id, place), refresh }, keyOf(gamma, place)));
    if (signed !== undefined) return signed;
  }
  return all[0];
};

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

const isSigned = (
  reader: Pick<Reader, 'entry'>,
  { id, refresh }: { readonly id: string; readonly refresh: Refresh },
  keys: { readonly coinPub: Uint8Array } | undefined,
): boolean => {
  const coin = reader.entry('coin', id)?.value;
  if (!keys || coin?.sig === undefined) return false;
  const key = denominationKey(reader, refresh, coin.h);
  if (!key) return false;
  return [coin.sig, ...Object.keys(coin.sigs ?? {})].some((text) => {
    const signature = parseCrock(text);
    return signature.ok && rsaVerify(key, coinPubHash(keys.coinPub), signature.value);
  });
};

/** The key that has this hash, as it is kept with the entry of the exchange. */
const denominationKey = (
  reader: Pick<Reader, 'entry'>,
  { exchange, master_pub: masterPub }: Refresh,
  h: string,
): RsaPublicKey | undefined => {
  const fields = reader.entry('exchange', exchangeId(exchange, masterPub))?.value.fields;
  const pub = memberOf(fields?.[`denomination ${h}`]?.value, 'denom_pub');
  const [text, ageMask] = [memberOf(pub, 'rsa_public_key'), memberOf(pub, 'age_mask')];
  if (typeof text !== 'string' || typeof ageMask !== 'number') return undefined;
  const read = parseDenominationPub({ cipher: 'RSA', rsa_public_key: text, age_mask: ageMask });
  // Another copy wrote it down: what has another hash is another denomination.
  if (!read.ok || read.value.cipher !== 'RSA' || bytesToCrock(hashDenomination(read.value)) !== h) return undefined;
  return read.value.key;
};
