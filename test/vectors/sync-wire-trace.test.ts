// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { eddsaPublicKey, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesEqual, bytesToCrock, crockToBytes, hexToBytes } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { openLegacyBlob, parseLegacyContent, syncAccountKey } from '../../electron/taler/legacy/backup.ts';
import { legacyRecoverySchema } from '../../electron/taler/legacy/schema.ts';
import { ZERO64 } from '../../electron/taler/purposes/purpose.ts';
import { syncUploadBlock } from '../../electron/taler/purposes/wallet.ts';
import { casesOf, vectorFile } from './load.ts';

type Case = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body_hex?: string;
  readonly body_sha512_crock?: string;
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
  readonly decrypted?: unknown;
};
type Notes = {
  readonly recovery_document: unknown;
  readonly provider_base_url_given_to_peer: string;
  readonly account_pub: string;
};

const cases = casesOf<Case>('sync-wire-trace', 8);
const notes = vectorFile<Case>('sync-wire-trace').notes as Notes;
const recovery = legacyRecoverySchema.parse(notes.recovery_document);
const root = crockToBytes(recovery.walletRootPriv, 32);
const accountPub = eddsaPublicKey(syncAccountKey(root, notes.provider_base_url_given_to_peer));

type Stored = {
  readonly blob: Uint8Array;
  readonly hash: Uint8Array;
  readonly previous: Uint8Array;
  readonly signature: string;
};
type Answer = { readonly status: number; readonly stored: Stored | undefined };

/** A sync server's checks in their order, for an account that is paid; bare hashes as the 2022 wallet sends them. */
const answer = (upload: Case, stored: Stored | undefined, signatureKey = accountPub): Answer => {
  const hash = (name: string): Uint8Array | undefined =>
    upload.headers[name] === undefined ? undefined : crockToBytes(upload.headers[name], 64);
  const blob = hexToBytes(upload.body_hex ?? '');
  const newHash = hash('if-none-match') ?? ZERO64;
  const oldHash = hash('if-match') ?? ZERO64;
  const signature = upload.headers['sync-signature'] ?? '';
  if (!eddsaVerify(signatureKey, syncUploadBlock({ oldHash, newHash }), crockToBytes(signature, 64)))
    return { status: 403, stored };
  if (stored && bytesEqual(stored.hash, newHash)) return { status: 304, stored };
  if (!bytesEqual(stored?.hash ?? ZERO64, oldHash)) return { status: 409, stored };
  if (!bytesEqual(sha512(blob), newHash)) return { status: 400, stored };
  return { status: 204, stored: { blob, hash: newHash, previous: oldHash, signature } };
};

describe('sync-wire-trace.json', () => {
  it('belongs to the account of the recovery document', () => {
    expect(bytesToCrock(accountPub)).toBe(notes.account_pub);
    const uploads = cases.slice(1);
    expect(uploads.map(({ method, url }) => `${method} ${url}`)).toEqual(
      uploads.map(() => `POST /backups/${notes.account_pub}`),
    );
  });

  it('is answered as recorded: signatures, hashes, 304 and both 409', () => {
    let stored: Stored | undefined;
    const statuses: number[] = [];
    for (const upload of cases.slice(1)) {
      const before = stored;
      const { status, stored: after } = answer(upload, stored);
      expect(status).toBe(upload.response.status);
      statuses.push(status);
      if (status === 409 && before) {
        // What the server hands out with a conflict, a careful client verifies before it merges.
        const { etag, 'sync-signature': signature, 'sync-previous': previous } = upload.response.headers;
        expect(etag).toBe(`"${bytesToCrock(sha512(before.blob))}"`);
        expect([signature, previous]).toEqual([before.signature, bytesToCrock(before.previous)]);
        const block = syncUploadBlock({ oldHash: crockToBytes(previous ?? '!', 64), newHash: sha512(before.blob) });
        expect(eddsaVerify(accountPub, block, crockToBytes(signature ?? '!', 64))).toBe(true);
      }
      stored = after;
    }
    expect(statuses).toEqual([204, 304, 204, 409, 204, 409, 204]);
  });

  it('holds only blobs that open to what is recorded', () => {
    for (const upload of cases.slice(1)) {
      const blob = hexToBytes(upload.body_hex ?? '!');
      expect(bytesToCrock(sha512(blob))).toBe(upload.body_sha512_crock);
      expect(upload.headers['content-length']).toBe(String(blob.length));
      const opened = mustOk(openLegacyBlob(blob, root), 'trace');
      expect(opened).toEqual(upload.decrypted);
      expect(mustOk(parseLegacyContent(opened), 'trace').rejected).toEqual([]);
    }
  });

  it('is refused when anything of an upload is changed', () => {
    const [, first, , third] = cases;
    if (!first || !third) throw new Error('uploads');
    const stored = answer(first, undefined).stored;
    expect(answer(third, stored).status).toBe(204);
    const other = eddsaPublicKey(syncAccountKey(root, 'http://localhost:9967/'));
    expect(answer(third, stored, other).status).toBe(403);
    const swapped = { ...third, headers: { ...third.headers, 'if-match': third.headers['if-none-match'] ?? '' } };
    expect(answer(swapped, stored).status).toBe(403);
    const body = `${third.body_hex?.slice(0, -2)}00`;
    expect(answer({ ...third, body_hex: body }, stored).status).toBe(400);
  });

  it('shows the ping-pong that a client must not repeat: the loser of a conflict uploads its old blob unmerged', () => {
    const [, , , w1, w2Conflict, w2, w1Conflict, w1Again] = cases;
    if (!w1 || !w2Conflict || !w2 || !w1Conflict || !w1Again) throw new Error('eight cases');
    expect(w2.body_hex).toBe(w2Conflict.body_hex);
    expect(w1Again.body_hex).toBe(w1.body_hex);
    const device = (upload: Case): string => mustOk(parseLegacyContent(upload.decrypted), 'trace').deviceId;
    expect(device(w1Again)).not.toBe(device(w2));
    // After the last upload the provider no longer holds what the second device had: its own record is not in there.
    const uids = (upload: Case): readonly string[] =>
      mustOk(parseLegacyContent(upload.decrypted), 'trace').providers.flatMap((each) => each.uids);
    expect(uids(w2).filter((uid) => uids(w1Again).includes(uid))).toEqual([]);
  });
});
