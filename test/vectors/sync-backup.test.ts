// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import {
  bytesToCrock,
  bytesToHex,
  concatBytes,
  crockToBytes,
  hexToBytes,
  utf8,
} from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import {
  legacyBlobKey,
  legacyPlainHash,
  openLegacyBlob,
  parseLegacyContent,
  syncAccountKey,
} from '../../electron/taler/legacy/backup.ts';
import { legacyRecoverySchema } from '../../electron/taler/legacy/schema.ts';
import { syncUploadBlock } from '../../electron/taler/purposes/wallet.ts';
import { secretboxOpen, secretboxSeal } from '../../electron/taler/crypto/secretbox.ts';
import { parseTalerUri } from '../../electron/taler/wire/taler-uri.ts';
import { mustOk } from '../../shared/result.ts';
import { gzipSync } from 'node:zlib';
import { casesOf } from './load.ts';

type Case = { readonly kind: string } & { readonly [member: string]: string } & {
  readonly content: unknown;
  readonly input: unknown;
  readonly old_hash: string | null;
  readonly recovery: unknown;
  readonly parsed_back: { readonly walletRootPriv: string; readonly providers: unknown };
  readonly headers_as_sent_by_peer: Record<string, string>;
};
const cases = casesOf<Case>('sync-backup', 14).map((each, index) => ({
  ...each,
  index,
})) as unknown as readonly (Case & { readonly index: number })[];
const tested = new Set<number>();
const of = (kind: string) => cases.filter((each) => each.kind === kind && tested.add(each.index));
const crock = (each: Case, member: string): Uint8Array => crockToBytes(each[member] ?? '!');

describe('sync-backup.json', () => {
  it.each(of('account-key'))('$index account at $provider_url', (each) => {
    const root = crock(each, 'wallet_root_priv');
    expect(bytesToCrock(eddsaPublicKey(root))).toBe(each['wallet_root_pub']);
    // The peer keeps an upper-case host, which our canonical spelling would not: the exact string decides the account.
    const priv = syncAccountKey(root, each['provider_url_canonicalized_by_peer'] ?? '');
    expect(bytesToCrock(priv)).toBe(each['account_priv']);
    expect(bytesToCrock(eddsaPublicKey(priv))).toBe(each['account_pub']);
    // Read from paper or a URI, the address still leads to that account.
    const url = each['provider_url_canonicalized_by_peer'] ?? '';
    const uri = parseTalerUri(`taler://recovery/${each['wallet_root_priv']}?name=${url}`);
    expect(uri).toMatchObject({ ok: true, value: { providers: [{ name: 'name', url }] } });
    const document = { walletRootPriv: each['wallet_root_priv'], providers: [{ name: 'name', url }] };
    expect(legacyRecoverySchema.parse(document)).toEqual(document);
    expect(bytesToCrock(syncAccountKey(root, (each['provider_url'] ?? '').slice(0, -1)))).not.toBe(
      each['account_priv'],
    );
  });

  it.each(of('blob-secret'))('$index blob key', (each) => {
    expect(bytesToHex(legacyBlobKey(crock(each, 'wallet_root_priv')))).toBe(each['blob_key_hex']);
  });

  it.each(of('encrypted-backup'))('$index $name', (each) => {
    const root = crock(each, 'wallet_root_priv');
    const blob = hexToBytes(each['blob_hex'] ?? '!');
    expect(new TextDecoder().decode(blob.slice(0, 8))).toBe('TLRWBK01');
    // Nonce rule: the first 24 of the 32 stored bytes.
    expect(bytesToHex(blob.slice(8, 32))).toBe(each['nonce_used_24_hex']);
    expect(bytesToHex(crock(each, 'last_backup_nonce_32').slice(0, 24))).toBe(each['nonce_used_24_hex']);
    expect(bytesToHex(mustOk(secretboxOpen(legacyBlobKey(root), blob.slice(8, 32), blob.slice(32)), 'vector'))).toBe(
      each['gzip_hex'],
    );
    const content = mustOk(openLegacyBlob(blob, root), 'vector');
    expect(content).toEqual(each.content);
    expect(canonicalJson(content)).toBe(each['canonical_json']);
    const parsed = mustOk(parseLegacyContent(content), 'vector');
    expect(parsed.rejected).toEqual([]);
    expect(parsed.walletRootPub).toBe(bytesToCrock(eddsaPublicKey(root)));

    expect(bytesToCrock(sha512(blob))).toBe(each['blob_sha512_crock']);
    const accountPriv = crock(each, 'account_priv');
    const block = syncUploadBlock({
      newHash: sha512(blob),
      ...(each.old_hash === null ? {} : { oldHash: crockToBytes(each.old_hash, 64) }),
    });
    expect(bytesToCrock(eddsaSign(accountPriv, block))).toBe(each['sync_signature']);
    expect(eddsaVerify(crock(each, 'account_pub'), block, crock(each, 'sync_signature'))).toBe(true);
    expect(each.headers_as_sent_by_peer['if-none-match']).toBe(each['blob_sha512_crock']);
  });

  it.each(of('encrypted-backup'))('$index $name: refuses every change', (each) => {
    const root = crock(each, 'wallet_root_priv');
    const blob = hexToBytes(each['blob_hex'] ?? '!');
    const why = (bytes: Uint8Array, key = root): string => {
      const opened = openLegacyBlob(bytes, key);
      return opened.ok ? 'opened' : opened.error.why;
    };
    const flip = (at: number): Uint8Array => Uint8Array.from(blob, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(why(flip(0))).toBe('magic');
    expect(why(flip(8))).toBe('not-authentic');
    expect(why(flip(32))).toBe('not-authentic');
    expect(why(flip(blob.length - 1))).toBe('not-authentic');
    expect(why(blob.slice(0, 20))).toBe('magic');
    expect(why(blob.slice(0, 40))).toBe('not-authentic');
    expect(why(blob, sha512(root).slice(0, 32))).toBe('not-authentic');
    const seal = (plain: Uint8Array): Uint8Array =>
      concatBytes(blob.slice(0, 32), secretboxSeal(legacyBlobKey(root), blob.slice(8, 32), plain));
    expect(why(seal(utf8('no gzip')))).toBe('not-gzip');
    expect(why(seal(gzipSync('{')))).toBe('not-json');
    expect(why(seal(gzipSync(Buffer.alloc(129 * 1024 * 1024))))).toBe('too-large');
  });

  it.each(of('plain-hash'))('$index plain hash', (each) => {
    expect(bytesToCrock(legacyPlainHash(each.input))).toBe(each['last_backup_plain_hash']);
  });

  it.each(of('recovery-document'))('$index recovery document', (each) => {
    const document = legacyRecoverySchema.parse(each.recovery);
    expect(document).toEqual(each.parsed_back);
    expect(parseTalerUri(each['recovery_uri_by_peer'] ?? '')).toEqual({
      ok: true,
      value: { action: 'recovery', root: each.parsed_back.walletRootPriv, providers: each.parsed_back.providers },
    });
  });

  it('every case is asked for by some test', () => {
    expect(cases.filter(({ index }) => !tested.has(index)).map(({ kind }) => kind)).toEqual([]);
  });
});
