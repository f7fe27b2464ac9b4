// SPDX-License-Identifier: GPL-3.0-or-later
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../taler/bytes/json.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { parseCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { NONCE_BYTES, SALT_BYTES } from '../../taler/crypto/keywrap.ts';
import { readTextIfThere, writeWholeSync } from '../whole-file.ts';
import { isDiskFull, systemCode } from '../system-code.ts';

/** One way to the database key. Several may lie side by side; each opens the same key. */
export type Wrap = z.infer<typeof wrap>;
export type WrapKind = Wrap['kind'];
export type VaultFile = z.infer<typeof vaultFile>;

export type VaultFileFailure =
  | { readonly kind: 'no-vault' }
  | { readonly kind: 'damaged-vault' }
  | { readonly kind: 'newer-vault'; readonly format: number }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'cannot-open'; readonly why: string };

const VAULT_FORMAT = 1;
/** sixteen wraps of the longest blobs; what is longer was not written by us */
const MAX_VAULT_BYTES = 512 * 1024;
/** A keychain's blob is a few hundred bytes; the rest is shorter. */
const crock = z
  .string()
  .min(1)
  .max(16_384)
  .refine((text) => parseCrock(text).ok);
const crockOf = (bytes: number) => crock.refine((text) => parseCrock(text, bytes).ok);

const wrap = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passphrase'),
    salt: crockOf(SALT_BYTES),
    // what is too much is said when a passphrase is tried; the sheet opens such a wallet all the same
    memory_kib: z.number().int().min(128),
    passes: z.number().int().min(1),
    lanes: z.number().int().min(1),
    nonce: crockOf(NONCE_BYTES),
    sealed: crock,
  }),
  z.strictObject({ kind: z.literal('root'), nonce: crockOf(NONCE_BYTES), sealed: crock }),
  /** what the system's keychain gave back for our key; only it can open this */
  z.strictObject({ kind: z.literal('keychain'), blob: crock }),
  z.strictObject({ kind: z.literal('unprotected'), key: crock }),
]);

const vaultFile = z.strictObject({
  format: z.literal(VAULT_FORMAT),
  /** says whether a key is this wallet's before a database is touched: a hash of 256 random bits gives nothing away */
  key_id: crock,
  wraps: z.array(wrap).min(1).max(16),
});

const vaultPath = (directory: string): string => join(directory, 'wallet-key.json');

/** Reads the key file; fails by name, and never guesses at a damaged one. */
export const readVaultFile = (directory: string): Result<VaultFile, VaultFileFailure> => {
  try {
    const text = readTextIfThere(vaultPath(directory), MAX_VAULT_BYTES);
    if (text === undefined) return err({ kind: 'no-vault' });
    return checkVault(parseJson(text));
  } catch (thrown) {
    return err(fileFailure(thrown));
  }
};

/** Writes the key file whole or not at all. */
export const writeVaultFile = (directory: string, file: VaultFile): Result<void, VaultFileFailure> => {
  try {
    writeWholeSync(vaultPath(directory), utf8(`${canonicalJson(file)}\n`));
    return ok(undefined);
  } catch (thrown) {
    return err(fileFailure(thrown));
  }
};

const checkVault = (json: unknown): Result<VaultFile, VaultFileFailure> => {
  const version = z.looseObject({ format: z.number() }).safeParse(json);
  if (version.success && version.data.format > VAULT_FORMAT)
    return err({ kind: 'newer-vault', format: version.data.format });
  const parsed = vaultFile.safeParse(json);
  return parsed.success ? ok(parsed.data) : err({ kind: 'damaged-vault' });
};

const fileFailure = (thrown: unknown): VaultFileFailure => {
  if (isDiskFull(thrown)) return { kind: 'disk-full' };
  const code = systemCode(thrown);
  if (code === '') throw thrown;
  return { kind: 'cannot-open', why: code };
};
