// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountToText, parseAmount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { parseBaseUrl } from './base-url.ts';
import { bytesToCrock, parseCrock } from '../bytes/encodings.ts';
import { parseVersion } from './versions.ts';

/** Base32 of exactly `byteLength` bytes, given back in its one canonical spelling so that it can serve as a key. */
export const crockSchema = (byteLength: number): z.ZodType<string, string> =>
  z.string().transform((text, context) => {
    const parsed = parseCrock(text, byteLength);
    if (parsed.ok) return bytesToCrock(parsed.value);
    context.addIssue({ code: 'custom', message: `not base32 of ${byteLength} bytes: ${parsed.error.why}` });
    return z.NEVER;
  });

/** Base32 of at most `maxBytes` bytes (keys, planchets and signatures whose length the denomination decides). */
export const crockUpToSchema = (maxBytes: number): z.ZodType<string, string> =>
  z
    .string()
    .max(Math.ceil((maxBytes * 8) / 5))
    .transform((text, context) => {
      const parsed = parseCrock(text);
      if (parsed.ok) return bytesToCrock(parsed.value);
      context.addIssue({ code: 'custom', message: `not base32: ${parsed.error.why}` });
      return z.NEVER;
    });

/** An amount as canonical text. */
export const amountSchema: z.ZodType<string, string> = z.string().transform((text, context) => {
  const parsed = parseAmount(text);
  if (parsed.ok) return amountToText(parsed.value);
  context.addIssue({ code: 'custom', message: parsed.error.kind });
  return z.NEVER;
});

/** The last second a Date can show, far below the last whose microseconds could be signed; a later one would throw when it is printed. */
const LAST_SECOND = 8_640_000_000_000;

/** `{t_s: seconds | "never"}`. */
export const timestampSchema = z.object({ t_s: z.union([z.int().min(0).max(LAST_SECOND), z.literal('never')]) });

/**
 * A time that may be absent, as exchanges spell it: left out, or "never", or second 0 (0.9.2 writes `merge_timestamp
 * never` where later ones leave the member out). Signatures cover what was written, so a signed time is read by
 * `timestampSchema` and asked with `isAbsent`.
 */
export const optionalTimestampSchema = timestampSchema
  .optional()
  .transform((time) => (isAbsent(time) ? undefined : time));

/** True when a time says that something has not happened; where second 0 can be a real time, only "never" does. */
export const isAbsent = (time: Timestamp | undefined, zero: 'is-absent' | 'is-a-time' = 'is-absent'): boolean =>
  time === undefined || time.t_s === 'never' || (time.t_s === 0 && zero === 'is-absent');

/** `{d_us: microseconds | "forever"}`. */
export const durationSchema = z.object({ d_us: z.union([z.int().min(0), z.literal('forever')]) });

/** A whole number from 1 on, exactly representable. */
export const positiveInt = z.int().positive();

/** A whole number from 0 on, exactly representable. */
export const nonNegativeInt = z.int().nonnegative();

/** An unsigned 32-bit number. */
export const u32Schema = z.int().min(0).max(0xffff_ffff);

/** The base URL of a service in its canonical spelling. */
export const baseUrlSchema: z.ZodType<string, string> = z.string().transform((text, context) => {
  const parsed = parseBaseUrl(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: `not a base URL: ${parsed.error.why}` });
  return z.NEVER;
});

/** A protocol version triple, kept as text. */
export const versionSchema = z.string().refine((text) => parseVersion(text).ok, 'not current:revision:age');

/** Longest RSA key we read (8192 bits) with its exponent and both lengths. */
const MAX_RSA_BYTES = 1024;

/** A denomination public key as `denom_pub`; a missing age mask counts as none. */
export const denominationPubSchema = z.discriminatedUnion('cipher', [
  z.object({
    cipher: z.literal('RSA'),
    rsa_public_key: crockUpToSchema(MAX_RSA_BYTES + 8),
    age_mask: u32Schema.default(0),
  }),
  z.object({ cipher: z.literal('CS'), cs_public_key: crockSchema(32), age_mask: u32Schema.default(0) }),
]);

/** A denomination's signature on a coin as `ub_sig` / `denom_sig`. */
export const denominationSignatureSchema = z.discriminatedUnion('cipher', [
  z.object({ cipher: z.literal('RSA'), rsa_signature: crockUpToSchema(MAX_RSA_BYTES) }),
  z.object({ cipher: z.literal('CS'), cs_signature_r: crockSchema(32), cs_signature_s: crockSchema(32) }),
]);

/** A blind signature as the exchange returns it (`ev_sig`). */
export const blindSignatureSchema = z.discriminatedUnion('cipher', [
  z.object({ cipher: z.literal('RSA'), blinded_rsa_signature: crockUpToSchema(MAX_RSA_BYTES) }),
  z.object({ cipher: z.literal('CS'), b: z.int().min(0).max(1), s: crockSchema(32) }),
]);

/** A blinded planchet as `coin_ev`. */
export const coinEvSchema = z.discriminatedUnion('cipher', [
  z.object({ cipher: z.literal('RSA'), rsa_blinded_planchet: crockUpToSchema(MAX_RSA_BYTES) }),
  z.object({
    cipher: z.literal('CS'),
    cs_nonce: crockSchema(32),
    cs_blinded_c0: crockSchema(32),
    cs_blinded_c1: crockSchema(32),
  }),
]);
