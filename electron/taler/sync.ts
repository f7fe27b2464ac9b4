// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../shared/amount.ts';
import type { Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import type { HttpFailure } from './http.ts';

// The sync service (sync API 2:0:0) as sync.md §4 tells it: every row of that table is one member of a closed union.
// Hashes are crock text of SHA-512 over the blob, without quotes; quoting is this file's business.

export type SyncConfig = { readonly version: string; readonly annualFee: Amount; readonly liabilityLimit: Amount; readonly storageLimitMegabytes: number };
export type SyncConfigFailure =
  | HttpFailure
  | { readonly kind: 'not-a-sync-service'; readonly url: string; readonly why: string }
  | { readonly kind: 'unsupported-version'; readonly url: string; readonly version: string };

/** A blob whose ETag is its hash and whose 1450 signature by our account key covers it and its predecessor. */
export type VerifiedBlob = { readonly bytes: Uint8Array; readonly hash: string; /** all-zero hash when it is the first */ readonly previous: string };

export type SyncTrouble =
  | HttpFailure
  /** the answer contradicts itself or our signature: `what` names the check that failed */
  | { readonly kind: 'bad-blob'; readonly what: 'etag' | 'signature' | 'headers' };

export type Download =
  | ({ readonly kind: 'blob' } & VerifiedBlob)
  /** 204: the account is there, the backup is not */
  | { readonly kind: 'empty' }
  /** 304, or 200 with the hash we already have (the 304 defect of 0.9.3) */
  | { readonly kind: 'unchanged' }
  /** 404/6100: never paid, or expired and collected */
  | { readonly kind: 'account-unknown' }
  /** 410: the provider closes; `blob` is the latest version when it verifies */
  | { readonly kind: 'closing'; readonly blob: VerifiedBlob | undefined };

export type Upload =
  | { readonly kind: 'stored'; readonly hash: string }
  | { readonly kind: 'unchanged'; readonly hash: string }
  /** 409: another version is there */
  | { readonly kind: 'conflict'; readonly blob: VerifiedBlob }
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
  | { readonly kind: 'closing'; readonly blob: VerifiedBlob | undefined };

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

export type SyncConfigRequest = (world: World, baseUrl: string) => Promise<Result<SyncConfig, SyncConfigFailure>>;
export type DownloadRequest = (world: World, request: { readonly baseUrl: string; readonly accountPub: Uint8Array; readonly ifNoneMatch?: string; readonly maxBytes?: number }) => Promise<Result<Download, SyncTrouble>>;
export type UploadCall = (world: World, request: UploadRequest) => Promise<Result<Upload, SyncTrouble>>;
