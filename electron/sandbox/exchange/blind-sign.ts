// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BlindedPlanchet } from '../../taler/coin/denomination.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { kdf } from '../../taler/crypto/kdf.ts';
import { rsaSignBlinded } from '../../taler/crypto/rsa.ts';
import { bigIntToLittleEndian, bytesToBigInt, littleEndianToBigInt } from '../../taler/bytes/numbers.ts';
import { errorReply, type Reply } from '../reply.ts';
import { csKeyFromSeed, L, type CsKey } from './cs-keys.ts';
import type { Denomination } from './denominations.ts';

/** A blind signature on the wire. */
export type EvSig =
  | { readonly cipher: 'RSA'; readonly blinded_rsa_signature: string }
  | { readonly cipher: 'CS'; readonly b: number; readonly s: string };

/** Signs a blinded planchet, always with the same result for the same input. */
export const blindSign = (denomination: Denomination, planchet: BlindedPlanchet): Result<EvSig, Reply> => {
  const { secret, key } = denomination;
  if (secret.cipher === 'RSA' && key.cipher === 'RSA' && planchet.cipher === 'RSA') {
    // a number beyond the modulus cannot have been blinded with this key
    if (planchet.blinded.length > key.key.byteLength || bytesToBigInt(planchet.blinded) >= key.key.n)
      return err(errorReply(400, 26, { detail: 'coin_ev' }));
    return ok({ cipher: 'RSA', blinded_rsa_signature: bytesToCrock(rsaSignBlinded(secret.rsa, planchet.blinded)) });
  }
  if (secret.cipher === 'CS' && planchet.cipher === 'CS') {
    const b = (sha512(planchet.nonce, planchet.c0, planchet.c1, bigIntToLittleEndian(secret.scalar, 32))[0] ?? 0) & 1;
    const { scalar } = csNoncePair(denomination, planchet.nonce)[b === 0 ? 0 : 1];
    const challenge = littleEndianToBigInt(b === 0 ? planchet.c0 : planchet.c1) % L;
    return ok({ cipher: 'CS', b, s: bytesToCrock(bigIntToLittleEndian((scalar + challenge * secret.scalar) % L, 32)) });
  }
  return err(errorReply(400, 1017));
};

/** The exchange's two CS nonces for a client's nonce: the same each time, so that it need not remember them. */
export const csNoncePair = (denomination: Denomination, nonce: Uint8Array): readonly [CsKey, CsKey] => {
  if (denomination.secret.cipher !== 'CS') throw new Error('defect: not a CS denomination');
  const seed = kdf(64, bigIntToLittleEndian(denomination.secret.scalar, 32), nonce, 'sandbox-cs-nonces');
  return [csKeyFromSeed(seed.slice(0, 32)), csKeyFromSeed(seed.slice(32))];
};
