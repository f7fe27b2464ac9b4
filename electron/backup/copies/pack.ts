// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../../shared/result.ts';
import { contentToJson } from '../../state/content.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { openSecret } from '../../taler/crypto/secret.ts';
import type { World } from '../../world.ts';
import type { BlobKeys, Sealed, SealFailure } from './blob.ts';
import type { AccountKeys } from '../root-secret.ts';
import type { Unpacked, UnpackFailure } from './read.ts';
import type { Sealer } from './sealer.ts';

export type { Unpacked, UnpackFailure };

const NONCE_BYTES = 24;

type PackParts = { readonly world: World; readonly sealer: Sealer };

/** `packJson` for entries. */
export const packEntries = (
  parts: PackParts,
  keys: AccountKeys,
  entries: readonly CarriedEntry[],
  atLeast: number,
): Promise<Result<Sealed, SealFailure>> => packJson(parts, keys, contentToJson(entries), atLeast);

/** Seals a content for one account with a fresh nonce, opens the result again and compares: only a blob that opens counts. */
export const packJson = async (
  parts: PackParts,
  keys: AccountKeys,
  json: string,
  atLeast: number,
): Promise<Result<Sealed, SealFailure>> => {
  const blobKeys = keysForBlob(keys);
  const sealed = await parts.sealer.seal({ ...blobKeys, nonce: parts.world.randomBytes(NONCE_BYTES), json, atLeast });
  if (!sealed.ok) return sealed;
  const opened = await parts.sealer.open({ ...blobKeys, bytes: sealed.value.bytes });
  if (!opened.ok || opened.value !== json)
    throw new Error('defect: a freshly sealed blob does not open to what went in');
  return sealed;
};

/** Opens a blob from outside: authenticated, unpacked within limits, checked against the schema of a content; a large one beside this thread. */
export const unpackBlob = (
  sealer: Sealer,
  keys: AccountKeys,
  bytes: Uint8Array,
): Promise<Result<Unpacked, UnpackFailure>> => sealer.read({ ...keysForBlob(keys), bytes });

/** The hash by which providers name a blob: crock text of its SHA-512. */
export const blobHash = (bytes: Uint8Array): string => bytesToCrock(sha512(bytes));

/** Whether two blobs are the same bytes. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const keysForBlob = (keys: AccountKeys): BlobKeys => ({
  blobKey: openSecret(keys.blobKey),
  accountPub: keys.publicKey,
});
