// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../../shared/result.ts';
import { csBlind, csRefreshNonce, deriveCsBlinding, deriveCsCoin, type Pair } from '../../taler/crypto/cs.ts';
import { coinPubHash, type BlindedPlanchet } from '../../taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { deriveRefreshCoin, refreshPlanchetSecret } from '../../taler/coin/refresh.ts';
import { blindBatch } from '../../taler/crypto/rsa.ts';
import { csNoncePair } from './blind-sign.ts';
import type { Denomination } from './denominations.ts';

/** New coin `at` of a disclosed transfer secret, blinded as an honest wallet must have blinded it (PROTOCOL.md#refresh). */
export const recomputePlanchet = (
  denomination: Denomination,
  secret: Uint8Array,
  at: number,
  rms: string | undefined,
): BlindedPlanchet => {
  const { key } = denomination;
  if (key.cipher === 'RSA') {
    const { coinPriv, blindingSecret } = deriveRefreshCoin(secret, at);
    const [blinded] = mustOk(
      blindBatch(key.key, [{ messageHash: coinPubHash(eddsaPublicKey(coinPriv)), blindingSecret }]),
      'our own key',
    );
    if (!blinded) throw new Error('defect: nothing blinded');
    return { cipher: 'RSA', blinded };
  }
  if (rms === undefined) throw new Error('defect: CS coins without refresh master seed');
  const nonce = csRefreshNonce(crockToBytes(rms, 32), at);
  const rValues: Pair<Uint8Array> = [
    csNoncePair(denomination, nonce)[0].point,
    csNoncePair(denomination, nonce)[1].point,
  ];
  const { coinPriv, blindingSeed } = deriveCsCoin(refreshPlanchetSecret(secret, at), rValues);
  const { challenges } = mustOk(
    csBlind(key.point, rValues, deriveCsBlinding(blindingSeed), coinPubHash(eddsaPublicKey(coinPriv))),
    'our own points',
  );
  return { cipher: 'CS', c0: challenges[0], c1: challenges[1], nonce };
};

/** Both R of a nonce in base32. */
export const csRValues = (denomination: Denomination, nonce: Uint8Array): Pair<string> => {
  const [first, second] = csNoncePair(denomination, nonce);
  return [bytesToCrock(first.point), bytesToCrock(second.point)];
};
