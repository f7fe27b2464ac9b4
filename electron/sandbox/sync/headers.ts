// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { eddsaVerify } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import { syncUploadBlock } from '../../taler/purposes/wallet.ts';
import { errorReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';

/** What an upload says about itself; hashes in base32 without quotes. */
export type UploadHeaders = { readonly oldHash: string; readonly newHash: string; readonly signature: string };

/** The hash that stands for "nothing yet". */
export const NO_HASH = bytesToCrock(new Uint8Array(64));

/** Steps 2 and 3 of PROTOCOL.md#sync-order-of-checks: If-Match, Sync-Signature, If-None-Match in this order, then the signature over both hashes. */
export const readUploadHeaders = (request: SandboxRequest, accountPub: Uint8Array): Result<UploadHeaders, Reply> => {
  const ifMatch = request.header('if-match');
  const oldHash = ifMatch === undefined ? NO_HASH : quotedHash(ifMatch);
  if (oldHash === undefined) return err(errorReply(400, 6102));
  const signature = parseCrock(request.header('sync-signature') ?? '', 64);
  if (!signature.ok) return err(errorReply(400, 6103));
  const newHash = quotedHash(request.header('if-none-match') ?? '');
  if (newHash === undefined) return err(errorReply(400, 6101));
  const block = syncUploadBlock({ oldHash: crockToBytes(oldHash, 64), newHash: crockToBytes(newHash, 64) });
  if (!eddsaVerify(accountPub, block, signature.value)) return err(errorReply(403, 6104));
  return ok({ oldHash, newHash, signature: bytesToCrock(signature.value) });
};

const quotedHash = (header: string): string | undefined => {
  const inner = /^"([^"]*)"$/.exec(header)?.[1];
  const parsed = inner === undefined ? undefined : parseCrock(inner, 64);
  return parsed?.ok ? bytesToCrock(parsed.value) : undefined;
};
