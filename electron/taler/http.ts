// SPDX-License-Identifier: GPL-3.0-or-later
import type { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { World } from '../world.ts';

/** What can go wrong between us and a server before its answer means anything. `url` never carries a query. */
export type HttpFailure =
  | { readonly kind: 'unreachable'; readonly url: string; readonly why: string }
  | { readonly kind: 'timeout'; readonly url: string; readonly afterMs: number }
  | { readonly kind: 'too-large'; readonly url: string; readonly limitBytes: number }
  | { readonly kind: 'malformed-response'; readonly url: string; readonly status: number; readonly why: string }
  | { readonly kind: 'redirected'; readonly url: string; readonly to: string }
  /** 408, 429, 5xx: the same request may be sent again later */
  | { readonly kind: 'server-trouble'; readonly url: string; readonly status: number; readonly code?: number; readonly hint?: string; readonly retryAfterMs?: number }
  /** any other status the caller did not expect: permanent for that exact request */
  | { readonly kind: 'refused'; readonly url: string; readonly status: number; readonly code?: number; readonly hint?: string; readonly detail?: string; readonly body: unknown };

export type HttpAnswer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** sent as canonical JSON */
  readonly json?: unknown;
  /** sent as application/octet-stream */
  readonly body?: Uint8Array;
  /** for the whole exchange of request and answer, the last byte included */
  readonly timeoutMs?: number;
  /** silence after which we hang up, once the first byte of the answer has come */
  readonly idleMs?: number;
  readonly maxBytes?: number;
  /** same-origin: 307/308 to the same origin; https: also to another https origin from https (coin, reserve, melt, reveal); none: never */
  readonly redirects?: 'same-origin' | 'https' | 'none';
};

export type Request = (world: World, request: HttpRequest) => Promise<Result<HttpAnswer, HttpFailure>>;
export type ReadJson = <T>(answer: HttpAnswer, url: string, schema: z.ZodType<T>) => Result<T, HttpFailure>;
