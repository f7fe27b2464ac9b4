// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { crockToBytes } from '../../bytes/encodings.ts';
import { blindSignatureSchema } from '../../wire/schemas.ts';

/** Most new coins of one request from v26 on; part of what was sent, for a request is repeated whole. */
export const LIMIT = 64;

/**
 * The blind signatures of an answer. Older exchanges put each into an object of its own; which form it is costs nothing to read, for
 * every coin is verified afterwards.
 */
export const blindSignaturesSchema = z
  .array(z.union([blindSignatureSchema, z.object({ ev_sig: blindSignatureSchema }).transform(({ ev_sig }) => ev_sig)]))
  .max(LIMIT);

/** Their bytes if all are RSA and there are `count` of them. */
export const rsaSignatures = (
  signatures: z.infer<typeof blindSignaturesSchema>,
  count: number,
): readonly Uint8Array[] | undefined => {
  const whole = signatures.flatMap((each) => (each.cipher === 'RSA' ? [crockToBytes(each.blinded_rsa_signature)] : []));
  return whole.length === count && signatures.length === count ? whole : undefined;
};
