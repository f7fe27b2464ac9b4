// SPDX-License-Identifier: GPL-3.0-or-later
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { isObject, memberOf, parseJsonBytes } from '../bytes/json.ts';
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
  readonly why:
    | 'magic'
    | 'not-authentic'
    | 'too-large'
    | 'not-gzip'
    | 'not-json'
    | 'not-this-schema'
    | 'too-many'
    /** that program's, and of a version that is not known here */
    | 'newer';
  /** what it calls its version */
  readonly version?: string;
};

/** The lists of a backup. */
export type LegacyList =
  | 'exchanges'
  | 'exchange_details'
  | 'denominations'
  | 'coins'
  | 'withdrawal_groups'
  | 'refresh_groups'
  | 'purchases'
  | 'tips'
  | 'recoup_groups'
  | 'backup_providers';

/** A record that could not be read: `list` and `at` say where it stands (`of` in which record's list), `why` names the member. It does not cost the others. */
export type RejectedRecord = {
  readonly list: LegacyList;
  readonly at: number;
  readonly why: string;
  readonly record: unknown;
  readonly of?: LegacyDenominationFrame | { readonly base_url: string };
};
/** A denomination without its coins. */
export type LegacyDenominationFrame = z.output<typeof legacyDenominationSchema>;

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
  /** lists that this version does not know, and that hold something, by the names that the content gives them */
  readonly unknownLists: readonly string[];
  readonly rejected: readonly RejectedRecord[];
};

const MAGIC = utf8('TLRWBK01');
const NONCE_END = MAGIC.length + 24;
/** The provider could hold a gzip bomb of ours only with our key; a stolen key must still not exhaust the memory. */
const MAX_CONTENT_BYTES = 64 * 1024 * 1024;
/** Records of all lists together; each costs a look, and a wallet has thousands after years. */
export const MAX_RECORDS = 50_000;

/** The Ed25519 seed of the account at a sync provider (sync API; the URL in its canonical spelling; root of 32 or 64 bytes). */
export const syncAccountKey = (root: Uint8Array, providerBaseUrl: string): Uint8Array =>
  kdf(32, root, 'taler-sync-account-key-salt', providerBaseUrl);

/** The one key that wallet-core 2022 seals its blobs with, for all providers. */
export const legacyBlobKey = (root: Uint8Array): Uint8Array =>
  kdf(32, root, 'taler-sync-blob-secret-salt', 'taler-sync-blob-secret-info');

/** The hash by which wallet-core 2022 tells whether its content changed: canonical JSON without the NUL. */
export const legacyPlainHash = (content: unknown): Uint8Array => sha512(utf8(canonicalJson(content)));

/** Decrypts and unpacks a `TLRWBK01` blob with its root secret; gives the JSON unread. */
export const openLegacyBlob = (blob: Uint8Array, root: Uint8Array): Result<unknown, LegacyFailure> =>
  openLegacySealed(blob, legacyBlobKey(root));

const MAGIC_NAME = /^TLRWBK(\d\d)$/;

/** Whether bytes begin as that wallet's sealed copies do, of whichever version. */
export const isLegacyBlob = (bytes: Uint8Array): boolean => magicOf(bytes) !== undefined;

const magicOf = (bytes: Uint8Array): string | undefined =>
  MAGIC_NAME.exec(new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length)))?.[0];

/** The version of a sealed copy, where it is one that this cannot read whatever it is opened with. */
export const newerBlob = (bytes: Uint8Array): string | undefined => {
  const magic = magicOf(bytes);
  return magic === 'TLRWBK01' ? undefined : magic;
};

/** The same with the key that its blobs have. */
export const openLegacySealed = (blob: Uint8Array, blobKey: Uint8Array): Result<unknown, LegacyFailure> => {
  const newer = newerBlob(blob);
  if (newer !== undefined) return failure('newer', newer);
  if (blob.length < NONCE_END || !bytesEqual(blob.subarray(0, MAGIC.length), MAGIC)) return failure('magic');
  const packed = secretboxOpen(blobKey, blob.slice(MAGIC.length, NONCE_END), blob.slice(NONCE_END));
  if (!packed.ok) return failure('not-authentic');
  const text = unpack(packed.value);
  if (!text.ok) return text;
  const value = parseJsonBytes(text.value);
  // Authentic bytes that are no JSON were written by something else with the same key.
  return value === undefined ? failure('not-json') : ok(value);
};

/** Reads backup content record by record; fails only when the frame itself is not wallet-core 2022's. */
export const parseLegacyContent = (value: unknown): Result<LegacyContent, LegacyFailure> => {
  const version = unknownVersion(value);
  if (version !== undefined) return failure('newer', version);
  const frame = legacyFrameSchema.safeParse(value);
  if (!frame.success) return failure('not-this-schema');
  if (countRecords(frame.data) > MAX_RECORDS) return failure('too-many');
  const rejected: RejectedRecord[] = [];
  const read = <T>(
    list: LegacyList,
    schema: z.ZodType<T>,
    records: readonly unknown[],
    of?: RejectedRecord['of'],
  ): readonly T[] =>
    records.flatMap((record, at) => {
      const parsed = schema.safeParse(record);
      if (parsed.success) return [parsed.data];
      const [issue] = parsed.error.issues;
      const why = issue ? `${issue.path.join('.')}: ${issue.code}` : 'unreadable';
      // What is nested without end does not cross between threads.
      const readable = hasCanonicalForm(record) ? record : undefined;
      rejected.push({ list, at, why, record: readable, ...(of === undefined ? {} : { of }) });
      return [];
    });
  const exchangeDetails = read('exchange_details', legacyExchangeDetailsSchema, frame.data.exchange_details).map(
    (details) => ({
      ...details,
      denominations: read('denominations', legacyDenominationSchema, details.denominations, details).map(
        (denomination) => ({
          ...denomination,
          coins: read('coins', legacyCoinSchema, denomination.coins, denomination),
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
    unknownLists: unknownLists(value),
    rejected,
  });
};

/** Of its frame, and always empty or of no use to another program. */
const NO_RECORDS: ReadonlySet<string> = new Set([
  'trusted_auditors',
  'trusted_exchanges',
  'intern_table',
  'error_reports',
  'tombstones',
  ...Object.keys(legacyFrameSchema.shape),
]);
/** So many are named, and so much of a name. */
const MAX_UNKNOWN = 20;
const MAX_NAME = 60;

const unknownLists = (value: unknown): readonly string[] =>
  Object.entries(isObject(value) ? value : {})
    .filter(([name, list]) => !NO_RECORDS.has(name) && Array.isArray(list) && list.length > 0)
    .slice(0, MAX_UNKNOWN)
    .map(([name]) => name.slice(0, MAX_NAME));

/** Lists in lists are counted too, however they are read later. */
const countRecords = (frame: z.output<typeof legacyFrameSchema>): number => {
  const listsOf = (record: unknown, ...names: readonly string[]): readonly unknown[] =>
    names.flatMap((name) => {
      const list = memberOf(record, name);
      return Array.isArray(list) ? (list as readonly unknown[]) : [];
    });
  const denominations = frame.exchange_details.flatMap((each) => listsOf(each, 'denominations'));
  const inner = [
    ...denominations.map((each) => listsOf(each, 'coins')),
    ...frame.withdrawal_groups.map((each) => listsOf(each, 'selected_denoms')),
    ...frame.refresh_groups.map((each) => listsOf(each, 'old_coins')),
    ...frame.purchases.map((each) => listsOf(each, 'refunds')),
  ];
  const outer = Object.values(frame).reduce<number>((sum, each) => sum + (Array.isArray(each) ? each.length : 0), 0);
  return inner.reduce((sum, { length }) => sum + length, outer + denominations.length);
};

const unpack = (packed: Uint8Array): Result<Uint8Array, LegacyFailure> => {
  try {
    return ok(gunzipSync(packed, { maxOutputLength: MAX_CONTENT_BYTES }));
  } catch (thrown) {
    const isTooLarge = thrown instanceof RangeError;
    return failure(isTooLarge ? 'too-large' : 'not-gzip');
  }
};

const SCHEMA = 'gnu-taler-wallet-backup-content';
/** How that program calls the database that its later versions write out as a whole. */
const DATABASE = /^taler-wallet-[a-z0-9-]{1,60}$/;
const MAX_VERSION = 80;

/** What something of that program calls its version, where that is not the one which is read here. */
const unknownVersion = (value: unknown): string | undefined => {
  const [schema, version] = [memberOf(value, 'schema_id'), memberOf(value, 'schema_version')];
  if (schema === SCHEMA)
    return version === 1 ? undefined : `${SCHEMA} ${JSON.stringify(version)}`.slice(0, MAX_VERSION);
  if (typeof schema === 'string') return schema.slice(0, MAX_VERSION);
  const databases = memberOf(value, 'databases');
  const names = [value, databases].flatMap((each) => (isObject(each) ? Object.keys(each) : []));
  return names.find((name) => DATABASE.test(name));
};

const failure = (why: LegacyFailure['why'], version?: string): Result<never, LegacyFailure> =>
  err({ kind: 'legacy-backup', why, ...(version === undefined ? {} : { version }) });
