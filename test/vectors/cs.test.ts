// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import {
  csBlind,
  csBlindingSeed2022,
  csFullDomainHash,
  csPublicKey,
  csSignBlinded,
  csUnblind,
  csVerify,
  csWithdrawNonce,
  deriveCsBlinding,
  type Pair,
} from '../../electron/taler/crypto/cs.ts';
import { GROUP_ORDER } from '../../electron/taler/crypto/edwards.ts';
import { bytesToCrock, concatBytes, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { bigIntToLittleEndian, littleEndianToBigInt } from '../../electron/taler/bytes/numbers.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly message_hash: string;
  readonly cs_public_key: string;
  readonly cs_private_key: string;
  readonly coin_priv?: string;
  readonly withdraw_nonce_from_coin_priv?: string;
  readonly blinding_seed: string;
  readonly blinding_seed_derivation?: string;
  readonly r_priv: Pair<string>;
  readonly r_pub: Pair<string>;
  readonly alpha: Pair<string>;
  readonly beta: Pair<string>;
  readonly r_pub_blind: Pair<string>;
  readonly prehash: Pair<string>;
  readonly c_prime_FDH: Pair<string>;
  readonly c_blinded: Pair<string>;
  readonly signatures_per_b: readonly {
    readonly b: 0 | 1;
    readonly blind_signature_s: string;
    readonly signature_s: string;
    readonly signature_R: string;
    readonly valid: boolean;
  }[];
};
const key = (text: string): Uint8Array => crockToBytes(text, 32);
const pair = (texts: Pair<string>): Pair<Uint8Array> => [key(texts[0]), key(texts[1])];

describe('cs.json', () => {
  it.each(casesOf<Case>('cs', 4).map((each, index) => ({ ...each, index })))('case $index', (each) => {
    const hm = crockToBytes(each.message_hash, 64);
    const publicKey = key(each.cs_public_key);
    expect(bytesToCrock(csPublicKey(key(each.cs_private_key)))).toBe(each.cs_public_key);
    expect(each.r_priv.map((r) => bytesToCrock(csPublicKey(key(r))))).toEqual(each.r_pub);
    if (each.coin_priv !== undefined) {
      expect(bytesToCrock(csWithdrawNonce(key(each.coin_priv)))).toBe(each.withdraw_nonce_from_coin_priv);
      expect(bytesToCrock(csBlindingSeed2022(key(each.coin_priv), pair(each.r_pub)))).toBe(each.blinding_seed);
    }

    const blinding = deriveCsBlinding(key(each.blinding_seed));
    expect(blinding.alpha.map(bytesToCrock)).toEqual(each.alpha);
    expect(blinding.beta.map(bytesToCrock)).toEqual(each.beta);
    const blinded = mustOk(csBlind(publicKey, pair(each.r_pub), blinding, hm), 'vector');
    expect(blinded.blindedR.map(bytesToCrock)).toEqual(each.r_pub_blind);
    expect(blinded.blindedR.map((r) => bytesToCrock(sha512(concatBytes(r, hm))))).toEqual(each.prehash);
    expect(
      blinded.blindedR.map((r) => bytesToCrock(bigIntToLittleEndian(csFullDomainHash(hm, r, publicKey), 32))),
    ).toEqual(each.c_prime_FDH);
    expect(blinded.challenges.map(bytesToCrock)).toEqual(each.c_blinded);

    expect(each.signatures_per_b.map(({ b }) => b)).toEqual([0, 1]);
    for (const { b, blind_signature_s, signature_s, signature_R, valid } of each.signatures_per_b) {
      const signed = csSignBlinded(key(each.cs_private_key), key(each.r_priv[b]), blinded.challenges[b]);
      expect(bytesToCrock(signed)).toBe(blind_signature_s);
      const signature = { r: blinded.blindedR[b], s: csUnblind(signed, blinding.alpha[b]) };
      expect(bytesToCrock(signature.s)).toBe(signature_s);
      expect(bytesToCrock(signature.r)).toBe(signature_R);
      expect(csVerify(publicKey, hm, signature)).toBe(valid);
      expect(csVerify(publicKey, sha512(hm), signature)).toBe(false);
      expect(csVerify(publicKey, hm, { ...signature, r: blinded.blindedR[1 - b] as Uint8Array })).toBe(false);
      const secondSpelling = bigIntToLittleEndian(littleEndianToBigInt(signature.s) + GROUP_ORDER, 32);
      expect(csVerify(publicKey, hm, { ...signature, s: secondSpelling })).toBe(false);
    }
  });

  it('refuses keys and nonces that are no points of the prime-order group', () => {
    const [each] = casesOf<Case>('cs', 4);
    if (!each) throw new Error('no case');
    const blinding = deriveCsBlinding(key(each.blinding_seed));
    const hm = crockToBytes(each.message_hash, 64);
    // The neutral element, a point of order 4, and bytes that are no point.
    for (const bad of [Uint8Array.of(1, ...new Uint8Array(31)), new Uint8Array(32), new Uint8Array(32).fill(0xff)]) {
      expect(csBlind(bad, pair(each.r_pub), blinding, hm)).toEqual({ ok: false, error: { kind: 'bad-point' } });
      expect(csBlind(key(each.cs_public_key), [key(each.r_pub[0]), bad], blinding, hm)).toEqual({
        ok: false,
        error: { kind: 'bad-point' },
      });
      expect(csVerify(key(each.cs_public_key), hm, { r: bad, s: new Uint8Array(32) })).toBe(false);
    }
  });
});
