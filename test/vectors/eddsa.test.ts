// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import {
  eddsaPublicKey,
  eddsaSign,
  eddsaSigner,
  eddsaVerifier,
  eddsaVerify,
} from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, bytesToHex, crockToBytes, hexToBytes } from '../../electron/taler/bytes/encodings.ts';
import { purposeBlock } from '../../electron/taler/purposes/purpose.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly kind: 'public-from-seed' | 'sign' | 'purpose-signature';
  readonly priv_crock: string;
  readonly pub_crock: string;
  readonly msg_hex?: string;
  readonly sig_crock?: string;
  readonly purpose?: number;
  readonly payload_hex?: string;
  readonly signed_blob_hex?: string;
};

describe('eddsa.json', () => {
  it.each(casesOf<Case>('eddsa', 9))('$kind', (each) => {
    const seed = crockToBytes(each.priv_crock, 32);
    const publicKey = eddsaPublicKey(seed);
    expect(bytesToCrock(publicKey)).toBe(each.pub_crock);
    if (each.kind === 'public-from-seed') return;
    let message = hexToBytes(each.msg_hex ?? '');
    if (each.kind === 'purpose-signature') {
      message = purposeBlock(each.purpose ?? 0, hexToBytes(each.payload_hex ?? ''));
      expect(bytesToHex(message)).toBe(each.signed_blob_hex);
    }
    const signature = eddsaSign(seed, message);
    expect(bytesToCrock(signature)).toBe(each.sig_crock);
    expect(eddsaVerify(publicKey, message, signature)).toBe(true);
    const other = Uint8Array.from(message.length === 0 ? [1] : message, (byte, at) => (at === 0 ? byte ^ 1 : byte));
    expect(eddsaVerify(publicKey, other, signature)).toBe(false);
  });

  it('is false, never a throw, for keys and signatures that are none', () => {
    const message = new Uint8Array(3);
    const seed = new Uint8Array(32).fill(9);
    const signature = eddsaSign(seed, message);
    expect(eddsaVerify(eddsaPublicKey(seed), message, signature)).toBe(true);
    expect(eddsaVerify(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
    expect(eddsaVerify(new Uint8Array(31), message, signature)).toBe(false);
    expect(eddsaVerify(eddsaPublicKey(seed), message, signature.slice(0, 63))).toBe(false);
    expect(eddsaVerify(eddsaPublicKey(seed), message, new Uint8Array(64).fill(0xff))).toBe(false);
  });

  it('a signer and a verifier that are used many times do what the single operations do', () => {
    const seed = new Uint8Array(32).fill(9);
    const sign = eddsaSigner(seed);
    const isSigned = eddsaVerifier(eddsaPublicKey(seed));
    for (const message of [new Uint8Array(0), new Uint8Array(300).fill(1), new Uint8Array(3)]) {
      expect(sign(message)).toEqual(eddsaSign(seed, message));
      expect(isSigned(message, sign(message))).toBe(true);
    }
    expect(isSigned(new Uint8Array(3), sign(new Uint8Array(4)))).toBe(false);
    expect(isSigned(new Uint8Array(3), sign(new Uint8Array(3)).slice(1))).toBe(false);
    for (const noKey of [new Uint8Array(31), new Uint8Array(32).fill(0xff)])
      expect(eddsaVerifier(noKey)(new Uint8Array(3), sign(new Uint8Array(3)))).toBe(false);
  });
});
