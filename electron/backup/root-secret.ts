// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { eddsaPublicKey } from '../taler/crypto/eddsa.ts';
import { utf8 } from '../taler/bytes/encodings.ts';
import { kdf } from '../taler/crypto/kdf.ts';
import { openSecret, secret, type Secret } from '../taler/crypto/secret.ts';
import type { World } from '../world.ts';

// Which keys exist? The wallet root secret, and the four kinds derived from it in this file. There is no other backup key.

/** What sealing, opening and uploading for one provider need; the root secret cannot be computed from it. */
export type AccountKeys = {
  /** the provider's base URL, or `holdfast+folder:ID` */
  readonly providerId: string;
  readonly seed: Secret;
  readonly publicKey: Uint8Array;
  readonly blobKey: Secret;
};

export type BadRootLength = { readonly kind: 'bad-root-length'; readonly bytes: number };

/** New wallets get 64 bytes (DD009); GNU Taler's wallet of 2022 had 32, and its secrets are accepted on restore. */
const NEW_ROOT_BYTES = 64;
export const ROOT_LENGTHS: readonly number[] = [NEW_ROOT_BYTES, 32];

/** A fresh wallet root secret of 64 random bytes. */
export const newRootSecret = (world: World): Secret => secret(world.randomBytes(NEW_ROOT_BYTES));

/** A root secret from bytes that came from paper or from the database: 64 bytes, or 32 from a wallet of 2022. */
export const rootSecretFromBytes = (bytes: Uint8Array): Result<Secret, BadRootLength> =>
  ROOT_LENGTHS.includes(bytes.length) ? ok(secret(bytes)) : err({ kind: 'bad-root-length', bytes: bytes.length });

/** The keys for one provider. The account differs from provider to provider, so that two of them cannot tell they serve the same wallet. */
export const accountKeys = (root: Secret, providerId: string): AccountKeys => {
  const seed = derive(root, 'taler-sync-account-key-salt', providerId);
  return { providerId, seed: secret(seed), publicKey: eddsaPublicKey(seed), blobKey: blobKey(root) };
};

/** The key every blob of this wallet is sealed with (sync API: "blob secret"). */
export const blobKey = (root: Secret): Secret =>
  secret(derive(root, 'taler-sync-blob-secret-salt', 'taler-sync-blob-secret-info'));

/** The key that wraps the database key, so that the recovery sheet also opens a wallet whose keychain was lost. */
export const databaseWrapKey = (root: Secret): Secret =>
  secret(derive(root, 'holdfast-database-wrap-salt', 'holdfast-database-wrap-info'));

/** The key that a sheet's number is made with: 20 bits of a hash under it stand on the sheet, and tell two wallets' sheets apart. */
export const sheetNumberKey = (root: Secret): Secret =>
  secret(derive(root, 'holdfast-sheet-number-salt', 'holdfast-sheet-number-info'));

const derive = (root: Secret, salt: string, info: string): Uint8Array =>
  kdf(32, openSecret(root), utf8(salt), utf8(info));
