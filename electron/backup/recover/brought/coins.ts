// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { coinPubHash } from '../../../taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { rsaVerify } from '../../../taler/crypto/rsa.ts';
import type { LegacyCoin } from '../../../taler/legacy/backup.ts';
import type { BadRecord } from './bad.ts';
import type { Kind } from './denominations.ts';

/** A coin of the backup whose denomination has signed it. */
export type FoundCoin = {
  readonly pub: string;
  /** without its signature where only its seed and its use are known */
  readonly record: Omit<LegacyCoin, 'denom_sig'> & Partial<Pick<LegacyCoin, 'denom_sig'>>;
  readonly kind: Kind;
};

/** The coins that are what they say, by public key, which follows from the private one. */
export const readCoins = (kinds: ReadonlyMap<string, Kind>, note: (bad: BadRecord) => void): Map<string, FoundCoin> => {
  const coins = new Map<string, FoundCoin>();
  const unsigned: (BadRecord & { readonly pub: string })[] = [];
  for (const kind of kinds.values())
    for (const { at, coin } of kind.coins) {
      const pub = eddsaPublicKey(crockToBytes(coin.coin_priv, 32));
      const name = bytesToCrock(pub);
      const why = coins.has(name) ? 'twice' : isSigned(kind, coin, pub) ? undefined : whyUnsigned(kind);
      if (why === undefined) coins.set(name, { pub: name, record: coin, kind });
      else unsigned.push({ list: 'coins', at, why, ...stakeOf(kind, coin, why), record: coin, pub: name });
    }
  // The same coin may stand elsewhere, with the right signature.
  for (const { pub, ...bad } of unsigned)
    note(coins.has(pub) && bad.stake === 'money' ? { ...bad, stake: 'comes-anyway' } : bad);
  return coins;
};

const isSigned = (kind: Kind, { denom_sig: signed }: LegacyCoin, pub: Uint8Array): boolean =>
  signed.cipher === 'RSA' && rsaVerify(kind.key, coinPubHash(pub), crockToBytes(signed.rsa_signature));

/** With an age restriction the signature covers a commitment that the backup leaves out. */
const whyUnsigned = ({ ageMask }: Kind): 'age-restricted' | 'unsigned' => (ageMask > 0 ? 'age-restricted' : 'unsigned');

const stakeOf = ({ value }: Kind, { fresh }: LegacyCoin, why: BadRecord['why']): Pick<BadRecord, 'stake' | 'sum'> =>
  why !== 'twice' && fresh ? { stake: 'money', sum: amountToText(value) } : { stake: 'nothing' };
