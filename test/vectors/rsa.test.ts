// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { bytesToCrock, bytesToHex, crockToBytes, hexToBytes } from '../../electron/taler/bytes/encodings.ts';
import { bigIntToBytes, bytesToBigInt } from '../../electron/taler/bytes/numbers.ts';
import {
  blindBatch,
  encodeRsaPublicKey,
  generateRsaKey,
  parseRsaPublicKey,
  rsaBlindingFactor,
  rsaFullDomainHash,
  rsaKeyFromBytes,
  rsaPrivateKeyToBytes,
  rsaSignBlinded,
  rsaVerify,
  unblindBatch,
  type RsaPublicKey,
} from '../../electron/taler/crypto/rsa.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly bits: number;
  readonly n_hex: string;
  readonly e_hex: string;
  readonly rsa_public_key_crock: string;
  readonly message_hash_crock: string;
  readonly blinding_key_secret_crock: string;
  readonly fdh_hex: string;
  readonly fdh_counter: number;
  readonly blinding_factor_r_hex: string;
  readonly blinding_counter: number;
  readonly blinded_message_crock: string;
  readonly blinded_message_len: number;
  readonly blind_signature_crock: string;
  readonly unblinded_signature_crock: string;
  readonly tampered_signature_crock: string;
};
const cases = casesOf<Case>('rsa', 12);
const number = (hex: string): bigint => bytesToBigInt(hexToBytes(hex));
const keyOf = (each: Case): RsaPublicKey =>
  mustOk(parseRsaPublicKey(crockToBytes(each.rsa_public_key_crock)), 'vector');
const itemOf = (each: Case) => ({
  messageHash: crockToBytes(each.message_hash_crock, 64),
  blindingSecret: crockToBytes(each.blinding_key_secret_crock, 32),
  blindSignature: crockToBytes(each.blind_signature_crock),
});

describe('rsa.json', () => {
  it.each(cases)('$bits bits, FDH counter $fdh_counter, blinding counter $blinding_counter', (each) => {
    const key = keyOf(each);
    expect(key.bits).toBe(each.bits);
    expect(bytesToCrock(encodeRsaPublicKey(number(each.n_hex), number(each.e_hex)))).toBe(each.rsa_public_key_crock);
    const item = itemOf(each);
    expect(mustOk(rsaFullDomainHash(key, item.messageHash), 'vector')).toBe(number(each.fdh_hex));
    expect(mustOk(rsaBlindingFactor(key, item.blindingSecret), 'vector')).toBe(number(each.blinding_factor_r_hex));
    const [blinded] = mustOk(blindBatch(key, [item]), 'vector');
    expect(blinded).toHaveLength(each.blinded_message_len);
    expect(blinded && bytesToCrock(blinded)).toBe(each.blinded_message_crock);
    const [signature] = mustOk(unblindBatch(key, [item]), 'vector');
    expect(signature && bytesToCrock(signature)).toBe(each.unblinded_signature_crock);
    expect(rsaVerify(key, item.messageHash, crockToBytes(each.unblinded_signature_crock))).toBe(true);
    expect(rsaVerify(key, item.messageHash, crockToBytes(each.tampered_signature_crock))).toBe(false);
  });

  it('covers counters above zero on both sides', () => {
    expect(cases.some(({ fdh_counter }) => fdh_counter > 0)).toBe(true);
    expect(cases.some(({ blinding_counter }) => blinding_counter > 0)).toBe(true);
  });

  it('gives the same from a batch as one by one, and names the first wrong signature', () => {
    for (const bits of [1024, 1536, 2048, 3072]) {
      const batch = cases.filter((each) => each.bits === bits);
      expect(batch).toHaveLength(3);
      const key = keyOf(batch[0] as Case);
      const items = batch.map(itemOf);
      expect(mustOk(blindBatch(key, items), 'vector').map(bytesToCrock)).toEqual(
        batch.map((each) => each.blinded_message_crock),
      );
      expect(mustOk(unblindBatch(key, items), 'vector').map(bytesToCrock)).toEqual(
        batch.map((each) => each.unblinded_signature_crock),
      );
      const [first, second, third] = items;
      if (!first || !second || !third) throw new Error('three items');
      const swapped = [first, { ...second, blindSignature: third.blindSignature }, third];
      expect(unblindBatch(key, swapped)).toEqual({ ok: false, error: { kind: 'bad-signature', index: 1 } });
    }
  });

  it('works with keys of our own, kept as bytes', () => {
    const { privateKey } = generateRsaKey(1024);
    const { privateKey: again, publicKey } = rsaKeyFromBytes(rsaPrivateKeyToBytes(privateKey));
    const items = [1, 2, 3].map((n) => ({
      messageHash: new Uint8Array(64).fill(n),
      blindingSecret: new Uint8Array(32).fill(n),
    }));
    const blinded = mustOk(blindBatch(publicKey, items), 'own key');
    const signed = items.map((item, at) => ({
      ...item,
      blindSignature: rsaSignBlinded(again, blinded[at] ?? new Uint8Array(0)),
    }));
    const signatures = mustOk(unblindBatch(publicKey, signed), 'own key');
    expect(
      items.map((item, at) => rsaVerify(publicKey, item.messageHash, signatures[at] ?? new Uint8Array(0))),
    ).toEqual([true, true, true]);
  });
});

describe('keys and signatures that are refused', () => {
  const item = itemOf(cases[0] as Case);

  it('a modulus that shares a factor with everything that is hashed into it', () => {
    // 3·5·7·11·13·… : no number below it is likely to be coprime to it.
    let n = 1n;
    for (let prime = 3n; n < 1n << 1024n; prime += 2n) if (isPrime(prime)) n *= prime;
    const key = mustOk(parseRsaPublicKey(encodeRsaPublicKey(n, 65537n)), 'odd and long enough');
    expect(rsaFullDomainHash(key, item.messageHash)).toEqual({ ok: false, error: { kind: 'malicious-key' } });
    expect(rsaBlindingFactor(key, item.blindingSecret)).toEqual({ ok: false, error: { kind: 'malicious-key' } });
    expect(blindBatch(key, [item])).toEqual({ ok: false, error: { kind: 'malicious-key' } });
    expect(unblindBatch(key, [item])).toEqual({ ok: false, error: { kind: 'malicious-key' } });
    expect(rsaVerify(key, item.messageHash, Uint8Array.of(1))).toBe(false);
  });

  it('encodings of another length, with leading zeros, even, short, long or with a strange exponent', () => {
    const good = crockToBytes((cases[0] as Case).rsa_public_key_crock);
    const n = number((cases[0] as Case).n_hex);
    const why = (bytes: Uint8Array): string => {
      const parsed = parseRsaPublicKey(bytes);
      return parsed.ok ? 'accepted' : parsed.error.why;
    };
    expect(why(good)).toBe('accepted');
    expect(why(good.slice(0, -1))).toBe('length');
    expect(why(Uint8Array.of(...good, 0))).toBe('length');
    expect(why(new Uint8Array(0))).toBe('length');
    expect(why(hexToBytes(`00810003${'00'}${bytesToHex(good.slice(4))}`))).toBe('not-minimal');
    expect(why(encodeRsaPublicKey(n - 1n, 65537n))).toBe('modulus');
    expect(why(encodeRsaPublicKey((1n << 1023n) - 1n, 65537n))).toBe('modulus');
    expect(why(encodeRsaPublicKey((1n << 8193n) + 1n, 65537n))).toBe('modulus');
    for (const e of [1n, 2n, 65536n, (1n << 32n) + 1n]) expect(why(encodeRsaPublicKey(n, e))).toBe('exponent');
  });

  it('a second spelling of a valid signature, larger by the modulus', () => {
    let spelled = 0;
    for (const each of cases) {
      const key = keyOf(each);
      const beyond = bytesToBigInt(crockToBytes(each.unblinded_signature_crock)) + key.n;
      if (beyond >= 1n << BigInt(key.bits)) continue;
      const { messageHash } = itemOf(each);
      expect(rsaVerify(key, messageHash, bigIntToBytes(beyond))).toBe(false);
      spelled += 1;
    }
    expect(spelled).toBeGreaterThan(0);
  });

  it('signatures at or above the modulus, empty, or too long, without a throw', () => {
    const each = cases[0] as Case;
    const key = keyOf(each);
    expect(rsaVerify(key, item.messageHash, hexToBytes(each.n_hex))).toBe(false);
    expect(rsaVerify(key, item.messageHash, new Uint8Array(0))).toBe(false);
    for (const blindSignature of [new Uint8Array(0), hexToBytes(each.n_hex), new Uint8Array(4096).fill(1)]) {
      expect(unblindBatch(key, [{ ...item, blindSignature }])).toEqual({
        ok: false,
        error: { kind: 'bad-signature', index: 0 },
      });
    }
  });
});

const isPrime = (n: bigint): boolean => {
  for (let factor = 3n; factor * factor <= n; factor += 2n) if (n % factor === 0n) return false;
  return true;
};
