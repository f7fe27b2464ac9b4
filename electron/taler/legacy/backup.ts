// SPDX-License-Identifier: GPL-3.0-or-later
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { parseJsonBytes } from '../bytes/json.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { canonicalJson, hasCanonicalForm } from '../bytes/canonical-json.ts';
import { bytesEqual, utf8 } from '../bytes/encodings.ts';
import { sha512 } from '../crypto/hash.ts';
import { kdf } from '../crypto/kdf.ts';
import {
  legacyCoinSchema,
  legacyDenominationSchema,
  legacyExchangeDetailsSchema,
  legacyExchangeSchema,
  legacyFrameSchema,
  legacyProviderSchema,
  legacyPurchaseSchema,
  legacyRecoupGroupSchema,
  legacyRefreshGroupSchema,
  legacyTipSchema,
  legacyWithdrawalGroupSchema,
} from './schema.ts';
import { secretboxOpen } from '../crypto/secretbox.ts';

export type LegacyFailure = {
  readonly kind: 'legacy-backup';
  readonly why: 'magic' | 'not-authentic' | 'too-large' | 'not-gzip' | 'not-json' | 'not-this-schema';
};

/** A record that could not be read: `list` and `at` say where it stands, `why` names the member. It does not cost the others. */
export type RejectedRecord = { readonly list: string; readonly at: number; readonly why: string };

export type LegacyCoin = z.output<typeof legacyCoinSchema>;
export type LegacyDenomination = Omit<z.output<typeof legacyDenominationSchema>, 'coins'> & {
  readonly coins: readonly LegacyCoin[];
};
export type LegacyExchangeDetails = Omit<z.output<typeof legacyExchangeDetailsSchema>, 'denominations'> & {
  readonly denominations: readonly LegacyDenomination[];
};

/** What a wallet-core 2022 backup says, every readable record of it; nothing in it is verified yet. */
export type LegacyContent = {
  readonly walletRootPub: string;
  readonly deviceId: string;
  readonly timestamp: { readonly t_s: number | 'never' };
  readonly exchanges: readonly z.output<typeof legacyExchangeSchema>[];
  readonly exchangeDetails: readonly LegacyExchangeDetails[];
  readonly withdrawalGroups: readonly z.output<typeof legacyWithdrawalGroupSchema>[];
  readonly refreshGroups: readonly z.output<typeof legacyRefreshGroupSchema>[];
  readonly purchases: readonly z.output<typeof legacyPurchaseSchema>[];
  readonly tips: readonly z.output<typeof legacyTipSchema>[];
  readonly recoupGroups: readonly z.output<typeof legacyRecoupGroupSchema>[];
  readonly providers: readonly z.output<typeof legacyProviderSchema>[];
  readonly tombstones: readonly unknown[];
  readonly rejected: readonly RejectedRecord[];
};

const MAGIC = utf8('TLRWBK01');
const NONCE_END = MAGIC.length + 24;
/** The provider could hold a gzip bomb of ours only with our key; a stolen key must still not exhaust the memory. */
const MAX_CONTENT_BYTES = 128 * 1024 * 1024;

/** The Ed25519 seed of the account at a sync provider (sync API; the URL in its canonical spelling; root of 32 or 64 bytes). */
export const syncAccountKey = (root: Uint8Array, providerBaseUrl: string): Uint8Array =>
  kdf(32, root, 'taler-sync-account-key-salt', providerBaseUrl);

/** The one key that wallet-core 2022 seals its blobs with, for all providers. */
export const legacyBlobKey = (root: Uint8Array): Uint8Array =>
  kdf(32, root, 'taler-sync-blob-secret-salt', 'taler-sync-blob-secret-info');

/** The hash by which wallet-core 2022 tells whether its content changed: canonical JSON without the NUL. */
export const legacyPlainHash = (content: unknown): Uint8Array => sha512(utf8(canonicalJson(content)));

/** Decrypts and unpacks a `TLRWBK01` blob with its root secret; gives the JSON unread. */
export const openLegacyBlob = (blob: Uint8Array, root: Uint8Array): Result<unknown, LegacyFailure> => {
  if (blob.length < NONCE_END || !bytesEqual(blob.subarray(0, MAGIC.length), MAGIC)) return failure('magic');
  const packed = secretboxOpen(legacyBlobKey(root), blob.slice(MAGIC.length, NONCE_END), blob.slice(NONCE_END));
  if (!packed.ok) return failure('not-authentic');
  const text = unpack(packed.value);
  if (!text.ok) return text;
  const value = parseJsonBytes(text.value);
  // Authentic bytes that are no JSON were written by something else with the same key.
  return value !== undefined && hasCanonicalForm(value) ? ok(value) : failure('not-json');
};

/** Reads backup content record by record; fails only when the frame itself is not wallet-core 2022's. */
export const parseLegacyContent = (value: unknown): Result<LegacyContent, LegacyFailure> => {
  const frame = legacyFrameSchema.safeParse(value);
  if (!frame.success) return failure('not-this-schema');
  const rejected: RejectedRecord[] = [];
  const read = <T>(list: string, schema: z.ZodType<T>, records: readonly unknown[]): readonly T[] =>
    records.flatMap((record, at) => {
      const parsed = schema.safeParse(record);
      if (parsed.success) return [parsed.data];
      const [issue] = parsed.error.issues;
      rejected.push({ list, at, why: issue ? `${issue.path.join('.')}: ${issue.code}` : 'unreadable' });
      return [];
    });
  const exchangeDetails = read('exchange_details', legacyExchangeDetailsSchema, frame.data.exchange_details).map(
    (details) => ({
      ...details,
      denominations: read(`denominations of ${details.base_url}`, legacyDenominationSchema, details.denominations).map(
        (denomination) => ({
          ...denomination,
          coins: read(`coins of ${denomination.value}`, legacyCoinSchema, denomination.coins),
        }),
      ),
    }),
  );
  return ok({
    walletRootPub: frame.data.wallet_root_pub,
    deviceId: frame.data.current_device_id,
    timestamp: frame.data.timestamp,
    exchanges: read('exchanges', legacyExchangeSchema, frame.data.exchanges),
    exchangeDetails,
    withdrawalGroups: read('withdrawal_groups', legacyWithdrawalGroupSchema, frame.data.withdrawal_groups),
    refreshGroups: read('refresh_groups', legacyRefreshGroupSchema, frame.data.refresh_groups),
    purchases: read('purchases', legacyPurchaseSchema, frame.data.purchases),
    tips: read('tips', legacyTipSchema, frame.data.tips),
    recoupGroups: read('recoup_groups', legacyRecoupGroupSchema, frame.data.recoup_groups),
    providers: read('backup_providers', legacyProviderSchema, frame.data.backup_providers),
    tombstones: frame.data.tombstones,
    rejected,
  });
};

const unpack = (packed: Uint8Array): Result<Uint8Array, LegacyFailure> => {
  try {
    return ok(gunzipSync(packed, { maxOutputLength: MAX_CONTENT_BYTES }));
  } catch (thrown) {
    const isTooLarge = thrown instanceof RangeError;
    return failure(isTooLarge ? 'too-large' : 'not-gzip');
  }
};

const failure = (why: LegacyFailure['why']): Result<never, LegacyFailure> => err({ kind: 'legacy-backup', why });
