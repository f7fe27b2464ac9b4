// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { bytesToCrock, crockToBytes, parseCrock } from '../bytes/encodings.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../crypto/eddsa.ts';
import { sha512 } from '../crypto/hash.ts';
import { anastasisPolicyBlock } from '../purposes/wallet.ts';
import { isPage, between } from '../sync-answer.ts';
import { errorCode, readJson, type HttpAnswer } from '../wire/http.ts';
import { crockUpToSchema } from '../wire/schemas.ts';
import {
  ask,
  otherwise,
  paymentOf,
  type AnastasisTrouble,
  type PaymentRequired,
  type PaymentTimeout,
  type PaymentTrouble,
} from './answer.ts';
import { anastasisConfig, isBeyondStorageLimit } from './config.ts';

// Recovery documents at a provider: each upload is a new version, and nothing is ever deleted (PROTOCOL.md#anastasis-policies).

export type PolicyUpload =
  /** 204; `expiresAtMs` as the provider says until when it keeps it */
  | { readonly kind: 'stored'; readonly version: number; readonly expiresAtMs: number | undefined }
  /** 304: the latest version is this very document */
  | { readonly kind: 'unchanged'; readonly version: number | undefined }
  | { readonly kind: 'too-large' }
  /** 403/8305 */
  | { readonly kind: 'bad-signature' }
  /** 400/8307 */
  | { readonly kind: 'damaged-in-transit' }
  | PaymentRequired
  | PaymentTimeout
  | PaymentTrouble;

export type PolicyDownload =
  /** `isSigned`: the account's own key signed these very bytes */
  | { readonly kind: 'document'; readonly bytes: Uint8Array; readonly version: number; readonly isSigned: boolean }
  /** 204: the account was heard of (an upload that failed, or was not paid) and has nothing */
  | { readonly kind: 'empty' }
  /** 404/6100: nobody with this data was ever here, or it was collected */
  | { readonly kind: 'account-unknown' }
  /** 404/8350 */
  | { readonly kind: 'version-unknown' }
  | PaymentRequired;

export type PolicyVersions =
  | {
      readonly kind: 'versions';
      readonly versions: readonly {
        readonly version: number;
        readonly metadata: Uint8Array | undefined;
        /** by the provider's own clock */
        readonly uploadedAtMs: number | undefined;
      }[];
    }
  /** a server of 2021: count down from the latest */
  | { readonly kind: 'no-list' }
  | { readonly kind: 'account-unknown' };

const ACCOUNT_UNKNOWN = 6100;
const VERSION_UNKNOWN = 8350;
const BAD_SIGNATURE = 8305;
const DAMAGED = 8307;
const MALFORMED = 26;
/** Documents have a few KiB; the bound is what `unpackRecoveryDocument` takes. */
const MAX_DOCUMENT_BYTES = 1024 * 1024;
const MAX_METADATA_BYTES = 1024;
/** Whoever escrows again every day has so many after ten years. */
const MAX_VERSIONS = 4000;
const MAX_LIST_BYTES = MAX_VERSIONS * 2 * MAX_METADATA_BYTES;
/** Below that, a closed connection is the line's doing and not the server's limit. */
const SMALLEST_LIMIT = 1024 * 1024;

/** `POST policy/$ACCOUNT`; repeatable: the same bytes again are `unchanged`, as long as no other version came between. */
export const uploadPolicy = async (
  world: World,
  asked: {
    readonly baseUrl: string;
    /** Ed25519 seed of the account */
    readonly accountPriv: Uint8Array;
    /** the sealed document */
    readonly bytes: Uint8Array;
    /** sealed metadata; servers of 2021 do not look at it */
    readonly metadata: Uint8Array;
    /** only where it is free, or was agreed: more than is paid for is asked to be paid */
    readonly storageYears?: number;
    readonly paymentId?: string;
    readonly waitMs?: number;
  },
): Promise<Result<PolicyUpload, AnastasisTrouble>> => {
  const accountPub = eddsaPublicKey(asked.accountPriv);
  const url = policyUrl(asked.baseUrl, accountPub);
  if (asked.storageYears !== undefined) url.searchParams.set('storage_duration', String(asked.storageYears));
  const block = anastasisPolicyBlock({ encryptedDocument: asked.bytes });
  const answered = await ask(world, {
    method: 'POST',
    url: url.href,
    body: asked.bytes,
    waitMs: asked.waitMs,
    paymentId: asked.paymentId,
    headers: {
      // Bare: in quotes it is refused (8306).
      'if-none-match': bytesToCrock(sha512(asked.bytes)),
      'anastasis-policy-signature': bytesToCrock(eddsaSign(asked.accountPriv, block)),
      'anastasis-policy-meta-data': bytesToCrock(asked.metadata),
    },
  });
  if (!answered.ok) return (await wasTooLarge(world, asked, answered.error)) ? ok({ kind: 'too-large' }) : answered;
  const answer = answered.value;
  const payment = paymentOf(answer);
  if (payment) return payment;
  const version = versionOf(answer);
  switch (answer.status) {
    case 204:
      return version === undefined
        ? err(between(answer))
        : ok({ kind: 'stored', version, expiresAtMs: secondsToMs(answer.headers.get('anastasis-policy-expiration')) });
    case 304:
      return ok({ kind: 'unchanged', version });
    case 413:
      return ok({ kind: 'too-large' });
    default: {
      const code = errorCode(answer);
      if (answer.status === 403 && code === BAD_SIGNATURE) return ok({ kind: 'bad-signature' });
      if (code === DAMAGED) return ok({ kind: 'damaged-in-transit' });
      return otherwise(answer, url.href);
    }
  }
};

/** `GET policy/$ACCOUNT`, the latest or a given version (from 1). No hash is sent along: with a version, 0.2.0 compares it with the latest. */
export const downloadPolicy = async (
  world: World,
  asked: { readonly baseUrl: string; readonly accountPub: Uint8Array; readonly version?: number },
): Promise<Result<PolicyDownload, AnastasisTrouble>> => {
  const url = policyUrl(asked.baseUrl, asked.accountPub);
  if (asked.version !== undefined) url.searchParams.set('version', String(asked.version));
  const answered = await ask(world, { method: 'GET', url: url.href, maxBytes: MAX_DOCUMENT_BYTES });
  if (!answered.ok) return answered;
  const answer = answered.value;
  const payment = paymentOf(answer);
  if (payment?.ok === true && payment.value.kind === 'payment-required') return ok(payment.value);
  switch (answer.status) {
    case 200: {
      const version = versionOf(answer);
      if (isPage(answer) || version === undefined) return err(between(answer));
      return ok({ kind: 'document', bytes: answer.bytes, version, isSigned: isSigned(answer, asked.accountPub) });
    }
    case 204:
      return (await anastasisConfig(world, asked.baseUrl)).ok ? ok({ kind: 'empty' }) : err(between(answer));
    case 404:
      switch (errorCode(answer)) {
        case ACCOUNT_UNKNOWN:
          return ok({ kind: 'account-unknown' });
        case VERSION_UNKNOWN:
          return ok({ kind: asked.version === undefined ? 'account-unknown' : 'version-unknown' });
        default:
          return otherwise(answer, url.href);
      }
    default:
      return otherwise(answer, url.href);
  }
};

/** The year 9999; later is no time at which something was uploaded. */
const MAX_SECONDS = 253_402_300_799;
const metaSchema = z.record(
  z.string().regex(/^[0-9]{1,9}$/),
  z.object({
    meta: crockUpToSchema(MAX_METADATA_BYTES).optional().catch(undefined),
    upload_time: z
      .object({ t_s: z.int().nonnegative().max(MAX_SECONDS) })
      .optional()
      .catch(undefined),
  }),
);

/** `GET policy/$ACCOUNT/meta`, the newest first and at most 1000. Servers of 2021 take it for an account of another spelling. */
export const listPolicies = async (
  world: World,
  asked: { readonly baseUrl: string; readonly accountPub: Uint8Array },
): Promise<Result<PolicyVersions, AnastasisTrouble>> => {
  const url = `${policyUrl(asked.baseUrl, asked.accountPub).href}/meta`;
  const answered = await ask(world, { method: 'GET', url, maxBytes: MAX_LIST_BYTES });
  if (!answered.ok) return answered;
  const answer = answered.value;
  const code = errorCode(answer);
  if (answer.status === 400 && code === MALFORMED) return ok({ kind: 'no-list' });
  if (answer.status === 404 && (code === ACCOUNT_UNKNOWN || code === VERSION_UNKNOWN))
    return ok({ kind: 'account-unknown' });
  if (answer.status !== 200) return otherwise(answer, url);
  const read = readJson(answer, url, metaSchema);
  if (!read.ok) return read;
  return ok({
    kind: 'versions',
    versions: Object.entries(read.value)
      .map(([version, { meta, upload_time: uploaded }]) => ({
        version: Number(version),
        metadata: meta === undefined ? undefined : crockToBytes(meta),
        uploadedAtMs: uploaded === undefined ? undefined : uploaded.t_s * 1000,
      }))
      .toSorted((a, b) => b.version - a.version)
      .slice(0, MAX_VERSIONS),
  });
};

const policyUrl = (baseUrl: string, accountPub: Uint8Array): URL =>
  new URL(`policy/${bytesToCrock(accountPub)}`, baseUrl);

const versionOf = ({ headers }: HttpAnswer): number | undefined => {
  const text = headers.get('anastasis-version') ?? '';
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
};

/** The end of the paid time is a number of seconds. */
const secondsToMs = (text: string | null): number | undefined =>
  text !== null && /^[0-9]{1,12}$/.test(text) ? Number(text) * 1000 : undefined;

const isSigned = ({ headers, bytes }: HttpAnswer, accountPub: Uint8Array): boolean => {
  const signature = parseCrock(headers.get('anastasis-policy-signature') ?? '', 64);
  return signature.ok && eddsaVerify(accountPub, anastasisPolicyBlock({ encryptedDocument: bytes }), signature.value);
};

/** A 413 comes before the body was read, and is cut off with it: what the provider announces decides. */
const wasTooLarge = async (
  world: World,
  { baseUrl, bytes }: { readonly baseUrl: string; readonly bytes: Uint8Array },
  trouble: AnastasisTrouble,
): Promise<boolean> => {
  if (trouble.kind !== 'unreachable' || bytes.length < SMALLEST_LIMIT) return false;
  const config = await anastasisConfig(world, baseUrl);
  return config.ok && isBeyondStorageLimit(config.value, bytes.length);
};
