// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import { eddsaPublicKey, eddsaSign } from './crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from './bytes/encodings.ts';
import { sha512 } from './crypto/hash.ts';
import { errorCode, request, type HttpAnswer, type HttpFailure } from './wire/http.ts';
import { between, heardBlob, isPage, noAnswer, orBetween, type HeardBlob, type SyncTrouble } from './sync-answer.ts';
import { syncConfig } from './sync-config.ts';
import { syncUploadBlock } from './purposes/wallet.ts';

// The sync service (sync API 2:0:0) as PROTOCOL.md#sync-answers tells it: every row of that table is one member of a closed union.
// Hashes are crock text of SHA-512 over the blob, without quotes; quoting is this file's business.

export type Download =
  | ({ readonly kind: 'blob' } & HeardBlob)
  /** 204: the account is there, the backup is not */
  | { readonly kind: 'empty' }
  /** 304, or 200 with the hash we already have (the 304 defect of 0.9.3) */
  | { readonly kind: 'unchanged' }
  /** 404/6100: never paid, or expired and collected */
  | { readonly kind: 'account-unknown' }
  /** 410: the provider closes; `blob` is the latest version, when it sends one */
  | { readonly kind: 'closing'; readonly blob: HeardBlob | undefined };

export type Upload =
  | { readonly kind: 'stored'; readonly hash: string }
  | { readonly kind: 'unchanged'; readonly hash: string }
  /** 409: another version is there */
  | { readonly kind: 'conflict'; readonly blob: HeardBlob }
  /** 402; the URI is as the server sent it */
  | { readonly kind: 'payment-required'; readonly payUri: string }
  /** 404/6111: the server lost the version we named */
  | { readonly kind: 'previous-unknown' }
  | { readonly kind: 'too-large'; readonly code: number | undefined }
  /** 403/6104: wrong key or URL spelling */
  | { readonly kind: 'bad-signature' }
  /** 400/6108: damaged on the way; `upload` has already tried twice */
  | { readonly kind: 'damaged-in-transit' }
  /** 408, 502, 504, 500/6110: the provider's payment backend; keep the order */
  | { readonly kind: 'payment-backend-trouble'; readonly status: number; readonly code: number }
  | { readonly kind: 'closing'; readonly blob: HeardBlob | undefined };

export type UploadRequest = {
  readonly baseUrl: string;
  /** Ed25519 seed of the account */
  readonly accountPriv: Uint8Array;
  readonly bytes: Uint8Array;
  /** hash of the version last known to be there */
  readonly oldHash?: string;
  /** wait (bounded) for this order to be paid */
  readonly payingOrder?: string;
  /** insist on paying another year */
  readonly pay?: boolean;
  /** do not reuse a pending order */
  readonly fresh?: boolean;
};

export type DownloadRequest = {
  readonly baseUrl: string;
  readonly accountPub: Uint8Array;
  /** hash we already have */ readonly ifNoneMatch?: string;
  readonly maxBytes?: number;
};

/** The largest blob that is ever sealed; this stops a provider that sends more. */
const MAX_BLOB_BYTES = 66 * 1024 * 1024;
/** Slow lines: 16 MiB in ten minutes is 28 kB/s. */
const BLOB_TIMEOUT_MS = 10 * 60 * 1000;
/** A server that says nothing at all is not waited for that long. */
const FIRST_BYTE_MS = 60_000;
/** How long the answer to an upload may take to begin. With `paying` the server waits for the payment, which we have made before asking; 28 kB/s for the upload itself. */
const uploadAnswerMs = (bytes: number): number => Math.min(BLOB_TIMEOUT_MS, 2 * FIRST_BYTE_MS + bytes / 28);

/** `GET backups/$ACCOUNT`; a blob is given with its hash, to be opened. "Empty" is believed only of what is a sync service. */
export const download = async (
  world: World,
  { baseUrl, accountPub, ifNoneMatch, maxBytes }: DownloadRequest,
): Promise<Result<Download, SyncTrouble>> => {
  const url = backupUrl(baseUrl, accountPub).href;
  const answered = await request(world, {
    method: 'GET',
    url,
    timeoutMs: BLOB_TIMEOUT_MS,
    firstByteMs: FIRST_BYTE_MS,
    ownPlace: true,
    maxBytes: maxBytes ?? MAX_BLOB_BYTES,
    ...(ifNoneMatch === undefined ? {} : { headers: { 'if-none-match': quoted(ifNoneMatch) } }),
  });
  if (!answered.ok) return err(orBetween(answered.error));
  const answer = answered.value;
  switch (answer.status) {
    case 200: {
      if (isPage(answer)) return err(between(answer));
      const blob = heardBlob(answer, accountPub);
      // 0.9.3 never answers 304 to a quoted hash; the same blob again means the same.
      return ok(blob.hash === ifNoneMatch ? { kind: 'unchanged' } : { kind: 'blob', ...blob });
    }
    case 204:
      return (await isSyncService(world, baseUrl)) ? ok({ kind: 'empty' }) : err(between(answer));
    case 304:
      return ifNoneMatch === undefined ? err(noAnswer(answer, url)) : ok({ kind: 'unchanged' });
    case 404:
      return errorCode(answer) === ACCOUNT_UNKNOWN ? ok({ kind: 'account-unknown' }) : err(noAnswer(answer, url));
    case 410:
      return closing(answer, accountPub);
    default:
      return err(noAnswer(answer, url));
  }
};

/** `POST backups/$ACCOUNT`; repeatable: the same blob again is `unchanged`. */
export const upload = async (world: World, asked: UploadRequest): Promise<Result<Upload, SyncTrouble>> => {
  const first = await uploadAndHear(world, asked, quoted);
  if (!first.ok)
    return (await isTooLarge(world, asked, first.error))
      ? ok({ kind: 'too-large', code: undefined })
      : err(orBetween(first.error));
  const code = first.value.status === 400 ? errorCode(first.value) : undefined;
  // A server of the 2022 kind wants hashes bare (6101, 6102); a body may be damaged on its way (6108). One more try, no loop.
  const isWorthRetrying = code === BAD_IF_NONE_MATCH || code === BAD_IF_MATCH || code === INVALID_UPLOAD;
  const second = isWorthRetrying ? await uploadAndHear(world, asked, code === INVALID_UPLOAD ? quoted : bare) : first;
  if (!second.ok) return err(orBetween(second.error));
  // No place and no server before one refuses so little; of more, a limit below the announced one may be meant.
  const isSomebodys =
    second.value.status === 413 && errorCode(second.value) === undefined && asked.bytes.length < SMALLEST_LIMIT;
  return isSomebodys ? err(between(second.value)) : outcome(second.value, asked);
};

const ACCOUNT_UNKNOWN = 6100;
const BAD_IF_NONE_MATCH = 6101;
const BAD_IF_MATCH = 6102;
const INVALID_SIGNATURE = 6104;
const INVALID_UPLOAD = 6108;
const PREVIOUS_UNKNOWN = 6111;
/** 6109 payment time-out, 6110 order not created, 6113 and 6114 merchant back end */
const PAYMENT_BACKEND: ReadonlySet<number> = new Set([6109, 6110, 6113, 6114]);

/**
 * Whether an upload is beyond the service's limit. A 413 to a large upload is cut off like other early answers, and a small
 * question does not meet it; so the limit that the service announces decides.
 */
const isTooLarge = async (world: World, asked: UploadRequest, failure: HttpFailure): Promise<boolean> =>
  failure.kind === 'unreachable' && (await isBeyondLimit(world, asked));

/** Whether the service itself says that it takes nothing as large as that. */
const isBeyondLimit = async (world: World, asked: UploadRequest): Promise<boolean> => {
  if (asked.bytes.length < SMALLEST_LIMIT) return false;
  const config = await syncConfig(world, asked.baseUrl);
  return config.ok && Math.floor(asked.bytes.length / SMALLEST_LIMIT) >= config.value.storageLimitMegabytes;
};

/** Limits are whole MiB, and exclusive. */
const SMALLEST_LIMIT = 1024 * 1024;

/** One byte in place of an upload: a server that reads it finds that its hash is another (400/6108), and stores nothing. */
const NO_UPLOAD = new Uint8Array(1);

/**
 * Sends the upload; when its connection breaks, asks once with the same headers and one byte in place of the body. A server
 * that answers before it reads the body (a conflict, an order, a signature it refuses) cuts a large upload off, and its
 * answer is lost with it (PROTOCOL.md#sync-order-of-checks): to the small question the same answer comes whole.
 */
const uploadAndHear = async (
  world: World,
  asked: UploadRequest,
  write: (hash: string) => string,
): Promise<Result<HttpAnswer, HttpFailure>> => {
  const sent = await uploadOnce(world, asked, write, asked.bytes);
  if (sent.ok || sent.error.kind !== 'unreachable') return sent;
  const heard = await uploadOnce(world, asked, write, NO_UPLOAD);
  // The server would take the upload, so only the line broke.
  if (!heard.ok || errorCode(heard.value) === INVALID_UPLOAD) return sent;
  return heard;
};

const uploadOnce = (
  world: World,
  asked: UploadRequest,
  write: (hash: string) => string,
  body: Uint8Array,
): Promise<Result<HttpAnswer, HttpFailure>> => {
  const newHash = sha512(asked.bytes);
  const block = syncUploadBlock({
    newHash,
    ...(asked.oldHash === undefined ? {} : { oldHash: crockToBytes(asked.oldHash, 64) }),
  });
  const url = backupUrl(asked.baseUrl, eddsaPublicKey(asked.accountPriv));
  if (asked.payingOrder !== undefined) url.searchParams.set('paying', asked.payingOrder);
  if (asked.pay === true) url.searchParams.set('pay', 'y');
  if (asked.fresh === true) url.searchParams.set('fresh', 'y');
  return request(world, {
    method: 'POST',
    url: url.href,
    body,
    // A 409 brings another device's blob, which may be far larger than ours.
    timeoutMs: uploadAnswerMs(body.length) + BLOB_TIMEOUT_MS,
    firstByteMs: uploadAnswerMs(body.length),
    ownPlace: true,
    maxBytes: MAX_BLOB_BYTES,
    headers: {
      'if-none-match': write(bytesToCrock(newHash)),
      ...(asked.oldHash === undefined ? {} : { 'if-match': write(asked.oldHash) }),
      'sync-signature': bytesToCrock(eddsaSign(asked.accountPriv, block)),
    },
  });
};

const outcome = (answer: HttpAnswer, asked: UploadRequest): Result<Upload, SyncTrouble> => {
  const url = asked.baseUrl;
  const accountPub = eddsaPublicKey(asked.accountPriv);
  const code = errorCode(answer);
  if (code !== undefined && PAYMENT_BACKEND.has(code))
    return ok({ kind: 'payment-backend-trouble', status: answer.status, code });
  switch (answer.status) {
    case 204:
      return ok({ kind: 'stored', hash: bytesToCrock(sha512(asked.bytes)) });
    case 304:
      return ok({ kind: 'unchanged', hash: bytesToCrock(sha512(asked.bytes)) });
    case 402: {
      const payUri = answer.headers.get('taler');
      return payUri === null || payUri.length > MAX_URI
        ? err(between(answer))
        : ok({ kind: 'payment-required', payUri });
    }
    case 409:
      return isPage(answer) ? err(between(answer)) : ok({ kind: 'conflict', blob: heardBlob(answer, accountPub) });
    case 410:
      return closing(answer, accountPub);
    case 413:
      return ok({ kind: 'too-large', code });
    default:
      if (code === INVALID_SIGNATURE) return ok({ kind: 'bad-signature' });
      if (code === PREVIOUS_UNKNOWN) return ok({ kind: 'previous-unknown' });
      if (code === INVALID_UPLOAD) return ok({ kind: 'damaged-in-transit' });
      return err(noAnswer(answer, url));
  }
};

const MAX_URI = 2048;

/** 410: with the latest version, with a code, or with nothing; a page or a word is somebody else's. */
const closing = (
  answer: HttpAnswer,
  accountPub: Uint8Array,
): Result<Extract<Download & Upload, { kind: 'closing' }>, SyncTrouble> => {
  if (answer.bytes.length === 0 || errorCode(answer) !== undefined) return ok({ kind: 'closing', blob: undefined });
  return isPage(answer) ? err(between(answer)) : ok({ kind: 'closing', blob: heardBlob(answer, accountPub) });
};

/** Whether it says of itself what it is. "Nothing here" (204) is what networks answer as well before somebody has signed in. */
const isSyncService = async (world: World, baseUrl: string): Promise<boolean> => (await syncConfig(world, baseUrl)).ok;

/** The address of an account's backup, below the base URL with its path prefix. */
const backupUrl = (baseUrl: string, accountPub: Uint8Array): URL =>
  new URL(`backups/${bytesToCrock(accountPub)}`, baseUrl);

const quoted = (hash: string): string => `"${hash}"`;
const bare = (hash: string): string => hash;
