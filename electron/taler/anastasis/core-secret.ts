// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { canonicalJson } from '../bytes/canonical-json.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../bytes/encodings.ts';
import { parseJsonBytes, withoutNulls } from '../bytes/json.ts';
import { crockUpToSchema } from '../wire/schemas.ts';
import { anastasisDecrypt, anastasisEncrypt, ANASTASIS_LABEL, policyKey } from './crypto.ts';
import type { EscrowPolicy, RecoveryDocument } from './document.ts';

/** What is escrowed. */
export type CoreSecret = { readonly mime: string; readonly value: Uint8Array; readonly filename?: string };

/** The shares of one policy, in the order in which they make its key. */
export type PolicyShares = readonly { readonly uuid: string; readonly keyShare: Uint8Array }[];

const MASTER_KEY_BYTES = 64;
const MAX_VALUE_BYTES = 48 * 1024;
const secretSchema = z.object({
  mime: z.string().max(100).default('application/octet-stream'),
  value: crockUpToSchema(MAX_VALUE_BYTES),
  filename: z.string().max(200).optional(),
});

/** Seals a secret under a fresh master key, and that key under the shares of each policy. */
export const sealCoreSecret = (
  { randomBytes }: Pick<World, 'randomBytes'>,
  { mime, value, filename }: CoreSecret,
  policies: readonly PolicyShares[],
): Pick<RecoveryDocument, 'encryptedCoreSecret' | 'policies'> => {
  if (value.length > MAX_VALUE_BYTES) throw new Error('defect: a core secret beyond its bound');
  const masterKey = randomBytes(MASTER_KEY_BYTES);
  const plain = utf8(
    canonicalJson({ mime, value: bytesToCrock(value), ...(filename === undefined ? {} : { filename }) }),
  );
  const sealed = anastasisEncrypt(masterKey, ANASTASIS_LABEL.coreSecret, plain, randomBytes(24));
  return {
    encryptedCoreSecret: bytesToCrock(sealed),
    policies: policies.map((shares) => {
      const salt = randomBytes(64);
      const key = policyKey(
        shares.map(({ keyShare }) => keyShare),
        salt,
      );
      return {
        salt: bytesToCrock(salt),
        masterKey: bytesToCrock(anastasisEncrypt(key, ANASTASIS_LABEL.masterKey, masterKey, randomBytes(24))),
        uuids: shares.map(({ uuid }) => uuid),
      };
    }),
  };
};

export type CoreSecretFailure =
  /** no policy has all its shares yet */
  | { readonly kind: 'not-enough-shares' }
  /** a policy has all its shares, and they do not open it: a provider gave another one than was uploaded */
  | { readonly kind: 'shares-do-not-fit' }
  | { readonly kind: 'malformed-core-secret' };

/** Opens the secret by whichever policy all shares are there for. */
export const openCoreSecret = (
  document: RecoveryDocument,
  keyShares: ReadonlyMap<string, Uint8Array>,
): Result<CoreSecret, CoreSecretFailure> => {
  const complete = document.policies.filter(({ uuids }) => uuids.every((uuid) => keyShares.has(uuid)));
  if (complete.length === 0) return err({ kind: 'not-enough-shares' });
  for (const policy of complete) {
    const masterKey = openMasterKey(policy, keyShares);
    const plain =
      masterKey && anastasisDecrypt(masterKey, ANASTASIS_LABEL.coreSecret, crockToBytes(document.encryptedCoreSecret));
    if (plain?.ok === true) return readCoreSecret(plain.value);
  }
  return err({ kind: 'shares-do-not-fit' });
};

/** What is still to be answered, a list of truths for each policy, the shortest first: the first one empty means that the secret can be opened. */
export const missingOf = (
  { policies }: Pick<RecoveryDocument, 'policies'>,
  solved: ReadonlySet<string>,
): readonly (readonly string[])[] =>
  policies.map(({ uuids }) => uuids.filter((uuid) => !solved.has(uuid))).toSorted((a, b) => a.length - b.length);

const openMasterKey = (policy: EscrowPolicy, keyShares: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined => {
  const shares = policy.uuids.map((uuid) => keyShares.get(uuid) ?? new Uint8Array(0));
  const opened = anastasisDecrypt(
    policyKey(shares, crockToBytes(policy.salt)),
    ANASTASIS_LABEL.masterKey,
    crockToBytes(policy.masterKey),
  );
  return opened.ok ? opened.value : undefined;
};

const readCoreSecret = (plain: Uint8Array): Result<CoreSecret, CoreSecretFailure> => {
  const read = secretSchema.safeParse(withoutNulls(parseJsonBytes(plain)));
  if (!read.success) return err({ kind: 'malformed-core-secret' });
  const { mime, value, filename } = read.data;
  return ok({ mime, value: crockToBytes(value), ...(filename === undefined ? {} : { filename }) });
};
