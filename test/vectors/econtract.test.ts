// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import {
  contractKey,
  decryptContract,
  encryptContract,
  type EncryptedContract,
} from '../../electron/taler/peer/econtract.ts';
import { ecdhEcdhe, ecdhePublicKey } from '../../electron/taler/crypto/ecdh.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import {
  bytesToCrock,
  bytesToHex,
  concatBytes,
  crockToBytes,
  hexToBytes,
  utf8,
} from '../../electron/taler/bytes/encodings.ts';
import { econtractBlock } from '../../electron/taler/purposes/purse.ts';
import { secretboxOpen, secretboxSeal } from '../../electron/taler/crypto/secretbox.ts';
import { mustOk } from '../../shared/result.ts';
import { deflateSync } from 'node:zlib';
import { casesOf } from './load.ts';

type Case = {
  readonly kind: 'merge' | 'deposit';
  readonly purse_priv: string;
  readonly purse_pub: string;
  readonly merge_priv?: string;
  readonly contract_priv: string;
  readonly contract_pub_as_peer_publishes_it_EDDSA: string;
  readonly contract_pub_as_X25519: string;
  readonly contract_terms: unknown;
  readonly plaintext_hex: string;
  readonly dh_key_material: string;
  readonly nonce_hex: string;
  readonly secretbox_key_hex: string;
  readonly econtract: string;
  readonly econtract_sig_signed_blob_hex: string;
  readonly econtract_sig: string;
  readonly decrypted: { readonly contractTerms: unknown; readonly mergePriv?: string };
};
const cases = casesOf<Case>('econtract', 2);

describe('econtract.json', () => {
  it.each(cases)('$kind', (each) => {
    const kind = each.kind === 'merge' ? 'push' : 'pull';
    const keys = { contractPriv: crockToBytes(each.contract_priv, 32), pursePub: crockToBytes(each.purse_pub, 32) };
    const pursePriv = crockToBytes(each.purse_priv, 32);
    expect(bytesToCrock(eddsaPublicKey(pursePriv))).toBe(each.purse_pub);
    expect(bytesToCrock(eddsaPublicKey(keys.contractPriv))).toBe(each.contract_pub_as_peer_publishes_it_EDDSA);
    expect(bytesToCrock(ecdhePublicKey(keys.contractPriv))).toBe(each.contract_pub_as_X25519);
    expect(bytesToCrock(mustOk(ecdhEcdhe(keys.contractPriv, keys.pursePub), 'vector'))).toBe(each.dh_key_material);

    const econtract = crockToBytes(each.econtract);
    const nonce = econtract.slice(0, 24);
    expect(bytesToHex(nonce)).toBe(each.nonce_hex);
    const key = mustOk(contractKey(keys, nonce, kind), 'vector');
    expect(bytesToHex(key)).toBe(each.secretbox_key_hex);
    expect(bytesToHex(mustOk(secretboxOpen(key, nonce, econtract.slice(24)), 'vector'))).toBe(each.plaintext_hex);

    const opened = mustOk(decryptContract(econtract, keys, kind), 'vector');
    expect(opened.contractTerms).toEqual(each.decrypted.contractTerms);
    expect(opened.kind === 'push' ? bytesToCrock(opened.mergePriv) : undefined).toBe(each.decrypted.mergePriv);

    const contractPub = crockToBytes(each.contract_pub_as_peer_publishes_it_EDDSA, 32);
    const block = econtractBlock({ econtract, contractPub });
    expect(bytesToHex(block)).toBe(each.econtract_sig_signed_blob_hex);
    expect(bytesToCrock(eddsaSign(pursePriv, block))).toBe(each.econtract_sig);
    expect(eddsaVerify(keys.pursePub, block, crockToBytes(each.econtract_sig, 64))).toBe(true);
    const forged = Uint8Array.from(econtract, (byte, at) => (at === 30 ? byte ^ 1 : byte));
    expect(
      eddsaVerify(
        keys.pursePub,
        econtractBlock({ econtract: forged, contractPub }),
        crockToBytes(each.econtract_sig, 64),
      ),
    ).toBe(false);
    expect(decryptContract(forged, keys, kind)).toEqual({
      ok: false,
      error: { kind: 'econtract', why: 'not-authentic' },
    });
    expect(decryptContract(econtract, keys, kind === 'push' ? 'pull' : 'push').ok).toBe(false);
  });

  it('reads what it writes in both dialects, with the bytes each reader expects', () => {
    const pursePub = eddsaPublicKey(new Uint8Array(32).fill(1));
    const keys = { contractPriv: new Uint8Array(32).fill(2), pursePub };
    const nonce = new Uint8Array(24).fill(3);
    const contractTerms = { amount: 'KUDOS:1', summary: 'Znüni', purse_expiration: { t_s: 1 } };
    const push: EncryptedContract = { kind: 'push', contractTerms, mergePriv: new Uint8Array(32).fill(4) };
    const pull: EncryptedContract = { kind: 'pull', contractTerms };
    for (const contract of [push, pull]) {
      for (const dialect of ['wallet-2022', 'c'] as const) {
        const sealed = encryptContract(contract, keys, nonce, dialect);
        expect(mustOk(decryptContract(sealed, keys, contract.kind), dialect)).toEqual(contract);
        const isPrefixed = contract.kind === 'pull' && dialect === 'c';
        expect(bytesToHex(sealed.slice(0, 24))).toBe(bytesToHex(isPrefixed ? pursePub.slice(0, 24) : nonce));
        const key = mustOk(contractKey(keys, nonce, contract.kind), 'own');
        const plain = mustOk(secretboxOpen(key, nonce, sealed.slice(isPrefixed ? 56 : 24)), 'own');
        const jsonBytes = utf8(canonicalJson(contractTerms)).length;
        expect(new DataView(plain.buffer).getUint32(4)).toBe(dialect === 'c' ? jsonBytes : jsonBytes + 1);
      }
    }
  });

  it('does not inflate beyond what was announced, nor announce beyond the ceiling', () => {
    const keys = { contractPriv: new Uint8Array(32).fill(2), pursePub: eddsaPublicKey(new Uint8Array(32).fill(1)) };
    const nonce = new Uint8Array(24).fill(3);
    const key = mustOk(contractKey(keys, nonce, 'pull'), 'own');
    const bomb = new Uint8Array(deflateSync(new Uint8Array(64 * 1024 * 1024)));
    const seal = (head: string): Uint8Array =>
      concatBytes(nonce, secretboxSeal(key, nonce, concatBytes(hexToBytes(head), bomb)));
    expect(decryptContract(seal('0000000100000010'), keys, 'pull')).toEqual({
      ok: false,
      error: { kind: 'econtract', why: 'malformed' },
    });
    expect(decryptContract(seal('0000000104000000'), keys, 'pull')).toEqual({
      ok: false,
      error: { kind: 'econtract', why: 'too-large' },
    });
  });
});
