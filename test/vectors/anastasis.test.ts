// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import {
  anastasisAccountKey,
  anastasisDecrypt,
  anastasisEncrypt,
  anastasisUserId,
  ANASTASIS_LABEL,
  packPolicyMetadata,
  packRecoveryDocument,
  parsePin,
  pinAnswerHash,
  policyKey,
  secureAnswerHash,
  unpackRecoveryDocument,
} from '../../electron/taler/anastasis/crypto.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, bytesToHex, crockToBytes, hexToBytes, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { anastasisPolicyBlock } from '../../electron/taler/purposes/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Metadata = { readonly policy_hash: string; readonly secret_name: string };
type Case = { readonly kind: string } & { readonly [member: string]: string } & {
  readonly identity_attributes: Record<string, string>;
  readonly key_shares: readonly string[];
  readonly pin: number;
  readonly metadata: Metadata;
  readonly policy_keys: readonly string[];
  readonly enc_master_keys: readonly string[];
  readonly infos: { readonly master_key: string; readonly core_secret: string };
};
const cases = casesOf<Case>('anastasis', 27).map((each, index) => ({ ...each, index })) as unknown as readonly (Case & {
  readonly index: number;
})[];
const tested = new Set<number>();
const of = (kind: string) => cases.filter((each) => each.kind === kind && tested.add(each.index));
const crock = (each: Case, member: string): Uint8Array => crockToBytes(each[member] ?? '!');

/** Sealing again with the nonce of the vector must give its bytes; every other seed or label must not open them. */
const expectSealed = (seed: Uint8Array, label: string, plain: Uint8Array, sealed: Uint8Array): void => {
  expect(mustOk(anastasisDecrypt(seed, label, sealed), 'vector')).toEqual(plain);
  expect(bytesToCrock(anastasisEncrypt(seed, label, plain, sealed.slice(0, 24)))).toBe(bytesToCrock(sealed));
  const closed = { ok: false, error: { kind: 'not-authentic' } };
  expect(anastasisDecrypt(seed, `${label}x`, sealed)).toEqual(closed);
  expect(anastasisDecrypt(sha512(seed), label, sealed)).toEqual(closed);
  expect(anastasisDecrypt(seed, label, sealed.slice(0, -1))).toEqual(closed);
  expect(anastasisDecrypt(seed, label, sealed.slice(0, 23))).toEqual(closed);
};

describe('anastasis.json', () => {
  it.each(of('user-identifier'))('$index user id', async (each) => {
    expect(bytesToCrock(await anastasisUserId({}, each.identity_attributes, crock(each, 'provider_salt')))).toBe(
      each['user_id'],
    );
  });

  it.each(of('account-keypair'))('$index account', (each) => {
    const priv = anastasisAccountKey(crock(each, 'user_id'));
    expect(bytesToCrock(priv)).toBe(each['priv']);
    expect(bytesToCrock(eddsaPublicKey(priv))).toBe(each['pub']);
  });

  it.each(of('policy-key'))('$index policy key', (each) => {
    const shares = each.key_shares.map((share) => crockToBytes(share, 32));
    expect(bytesToCrock(policyKey(shares, crock(each, 'policy_salt')))).toBe(each['policy_key']);
    if (shares.length > 1)
      expect(bytesToCrock(policyKey(shares.toReversed(), crock(each, 'policy_salt')))).not.toBe(each['policy_key']);
  });

  it.each(of('secure-answer-hash'))('$index answer', async (each) => {
    expect(
      bytesToCrock(
        await secureAnswerHash({}, each['answer'] ?? '', crock(each, 'question_salt'), crock(each, 'truth_uuid')),
      ),
    ).toBe(each['hash']);
  });

  it.each(of('pin-answer-hash'))('$index PIN $pin', (each) => {
    expect(bytesToCrock(pinAnswerHash(BigInt(each.pin)))).toBe(each['hash']);
  });

  it.each(of('truth-encryption'))('$index truth', (each) => {
    const truth = crock(each, 'truth');
    if (each['truth_utf8'] !== undefined) expect(utf8(each['truth_utf8'])).toEqual(truth);
    expectSealed(crock(each, 'truth_key_64'), ANASTASIS_LABEL.truth, truth, crock(each, 'encrypted_truth'));
    expect(bytesToCrock(crock(each, 'encrypted_truth').slice(0, 24))).toBe(each['nonce_24']);
  });

  it.each(of('key-share-encryption'))('$index key share', (each) => {
    const sealed = crock(each, 'encrypted_key_share');
    expect(sealed).toHaveLength(72);
    if (each['info'] !== 'blue house') expect(ANASTASIS_LABEL.keyShare).toBe(each['info']);
    expectSealed(crock(each, 'user_id'), each['info'] ?? '', crock(each, 'key_share'), sealed);
  });

  it.each(of('recovery-document-encryption'))('$index recovery document', (each) => {
    expectSealed(
      crock(each, 'user_id'),
      ANASTASIS_LABEL.recoveryDocument,
      crock(each, 'plaintext'),
      crock(each, 'ciphertext'),
    );
  });

  it.each(of('policy-metadata-encryption'))('$index metadata', (each) => {
    const plain = packPolicyMetadata(crockToBytes(each.metadata.policy_hash, 64), each.metadata.secret_name);
    expectSealed(crock(each, 'user_id'), ANASTASIS_LABEL.metadata, plain, crock(each, 'ciphertext'));
  });

  it.each(of('core-secret'))('$index core secret, by either policy', (each) => {
    expect(each.policy_keys).toHaveLength(2);
    for (const [at, key] of each.policy_keys.entries()) {
      const sealed = crockToBytes(each.enc_master_keys[at] ?? '!');
      const masterKey = mustOk(anastasisDecrypt(crockToBytes(key, 64), each.infos.master_key, sealed), 'vector');
      expect(masterKey).toHaveLength(64);
      expectSealed(crockToBytes(key, 64), ANASTASIS_LABEL.masterKey, masterKey, sealed);
      expectSealed(masterKey, ANASTASIS_LABEL.coreSecret, crock(each, 'core_secret'), crock(each, 'enc_core_secret'));
    }
  });

  it.each(of('policy-upload-signature'))('$index upload signature', (each) => {
    const body = hexToBytes(each['body_hex'] ?? '!');
    expect(bytesToCrock(sha512(body))).toBe(each['body_sha512']);
    expect(each['If-None-Match']).toBe(each['body_sha512']);
    const block = anastasisPolicyBlock({ encryptedDocument: body });
    expect(bytesToHex(block)).toBe(each['signed_blob_hex']);
    expect(bytesToCrock(eddsaPublicKey(crock(each, 'account_priv')))).toBe(each['account_pub']);
    expect(bytesToCrock(eddsaSign(crock(each, 'account_priv'), block))).toBe(each['Anastasis-Policy-Signature']);
    expect(eddsaVerify(crock(each, 'account_pub'), block, crock(each, 'Anastasis-Policy-Signature'))).toBe(true);
    expect(
      eddsaVerify(
        crock(each, 'account_pub'),
        anastasisPolicyBlock({ encryptedDocument: body.slice(1) }),
        crock(each, 'Anastasis-Policy-Signature'),
      ),
    ).toBe(false);
  });

  it('every case is asked for by some test', () => {
    expect(cases.filter(({ index }) => !tested.has(index)).map(({ kind }) => kind)).toEqual([]);
  });
});

describe('anastasis, beyond the vectors', () => {
  it('reads grouped codes whole, where the 2022 client stops at the first dash', () => {
    expect(mustOk(parsePin(' A-12345-678 '), 'pin')).toBe(12345678n);
    expect(mustOk(parsePin('0042'), 'pin')).toBe(42n);
    for (const text of ['', 'A-', '12x', '9007199254740992'])
      expect(parsePin(text)).toEqual({ ok: false, error: { kind: 'malformed-pin' } });
  });

  it('packs and unpacks recovery documents, and nothing else', () => {
    const document = { secret_name: 'mein Geheimnis', policies: [], escrow_methods: [] };
    expect(unpackRecoveryDocument(packRecoveryDocument(document))).toEqual({ ok: true, value: document });
    const packed = packRecoveryDocument({ a: 'x'.repeat(5000) });
    packed[3] = 10;
    expect(unpackRecoveryDocument(packed).ok).toBe(false);
    for (const bad of [
      new Uint8Array(0),
      new Uint8Array(4),
      Uint8Array.of(0xff, 0xff, 0xff, 0xff, 1),
      Uint8Array.of(0, 0, 0, 2, 9, 9),
    ]) {
      expect(unpackRecoveryDocument(bad).ok).toBe(false);
    }
  });
});
