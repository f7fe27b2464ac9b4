// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import {
  ecdhEcdhe,
  ecdhEddsa,
  ecdhePublicKey,
  ecdhRaw,
  eddsaPointToMontgomery,
  x25519,
} from '../../electron/taler/crypto/ecdh.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, bytesToHex, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly kind: string;
  readonly priv_crock?: string;
  readonly pub_crock?: string;
  readonly peer_pub_crock?: string;
  readonly key_material_crock?: string;
  readonly priv_ecdhe_crock?: string;
  readonly pub_ecdhe_crock?: string;
  readonly priv_eddsa_crock?: string;
  readonly pub_eddsa_crock?: string;
  readonly eddsa_pub_as_montgomery_hex?: string;
  readonly x25519_raw_shared_hex?: string;
};
const key = (text: string | undefined): Uint8Array => crockToBytes(text ?? '!', 32);

describe('ecdh.json', () => {
  it.each(casesOf<Case>('ecdh', 8))('$kind', (each) => {
    if (each.kind === 'x25519-base') {
      expect(bytesToCrock(ecdhePublicKey(key(each.priv_crock)))).toBe(each.pub_crock);
    } else if (each.kind.startsWith('x25519-x25519')) {
      expect(bytesToCrock(mustOk(ecdhRaw(key(each.priv_crock), key(each.peer_pub_crock)), 'vector'))).toBe(
        each.key_material_crock,
      );
    } else {
      expect(each.kind).toBe('eddsa-ecdh');
      expect(bytesToCrock(ecdhePublicKey(key(each.priv_ecdhe_crock)))).toBe(each.pub_ecdhe_crock);
      expect(bytesToCrock(eddsaPublicKey(key(each.priv_eddsa_crock)))).toBe(each.pub_eddsa_crock);
      const here = mustOk(ecdhEddsa(key(each.priv_eddsa_crock), key(each.pub_ecdhe_crock)), 'vector');
      const there = mustOk(ecdhEcdhe(key(each.priv_ecdhe_crock), key(each.pub_eddsa_crock)), 'vector');
      expect(bytesToCrock(here)).toBe(each.key_material_crock);
      expect(bytesToCrock(there)).toBe(each.key_material_crock);
      if (each.eddsa_pub_as_montgomery_hex === undefined) return;
      const montgomery = mustOk(eddsaPointToMontgomery(key(each.pub_eddsa_crock)), 'vector');
      expect(bytesToHex(montgomery)).toBe(each.eddsa_pub_as_montgomery_hex);
      expect(bytesToHex(mustOk(x25519(key(each.priv_ecdhe_crock), montgomery), 'vector'))).toBe(
        each.x25519_raw_shared_hex,
      );
    }
  });

  it('refuses points whose shared secret everyone knows', () => {
    const seed = new Uint8Array(32).fill(3);
    const zero = new Uint8Array(32);
    const one = Uint8Array.of(1, ...new Uint8Array(31));
    for (const point of [zero, one])
      expect(ecdhEddsa(seed, point)).toEqual({ ok: false, error: { kind: 'bad-point' } });
    // The Ed25519 neutral element has y = 1, where the map to the Montgomery curve divides by zero.
    expect(ecdhEcdhe(seed, one)).toEqual({ ok: false, error: { kind: 'bad-point' } });
    expect(eddsaPointToMontgomery(one)).toEqual({ ok: false, error: { kind: 'bad-point' } });
    expect(ecdhEcdhe(seed, new Uint8Array(32).fill(0xff))).toEqual({ ok: false, error: { kind: 'bad-point' } });
  });
});
