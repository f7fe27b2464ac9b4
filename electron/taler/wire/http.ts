// SPDX-License-Identifier: GPL-3.0-or-later
import type { z } from 'zod';
import { parseJsonBytes, withoutNulls } from '../bytes/json.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Scope } from '../../scope.ts';
import type { World } from '../../world.ts';
import { checkPlace, narrowestFor } from './place.ts';
import { canonicalJson, hasCanonicalForm } from '../bytes/canonical-json.ts';

/** What can go wrong between us and a server before its answer means anything. `url` never carries a query. */
export type HttpFailure =
  | { readonly kind: 'unreachable'; readonly url: string; readonly why: string }
  | { readonly kind: 'timeout'; readonly url: string; readonly afterMs: number }
  | { readonly kind: 'too-large'; readonly url: string; readonly limitBytes: number }
  | { readonly kind: 'malformed-response'; readonly url: string; readonly status: number; readonly why: string }
  | { readonly kind: 'redirected'; readonly url: string; readonly to: string }
  /** 408, 429, 5xx: the same request may be sent again later */
  | {
      readonly kind: 'server-trouble';
      readonly url: string;
      readonly status: number;
      readonly code?: number;
      readonly hint?: string;
      readonly retryAfterMs?: number;
    }
  /** any other status the caller did not expect: permanent for that exact request */
  | {
      readonly kind: 'refused';
      readonly url: string;
      readonly status: number;
      readonly code?: number;
      readonly hint?: string;
      readonly detail?: string;
      readonly body: unknown;
    };

export type HttpAnswer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };

export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'DELETE' | 'PUT' | 'PROPFIND' | 'MKCOL' | 'MOVE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** sent as canonical JSON */
  readonly json?: unknown;
  /** sent as application/octet-stream */
  readonly body?: Uint8Array;
  /** for the whole exchange of request and answer, the last byte included */
  readonly timeoutMs?: number;
  /** how long the first byte of the answer may take; without it only the overall limit counts (long polls, payments) */
  readonly firstByteMs?: number;
  /** silence after which we hang up, once the first byte of the answer has come */
  readonly idleMs?: number;
  readonly maxBytes?: number;
  /** same-origin: 307/308 to the same origin; https: also to another https origin from https (coin, reserve, melt, reveal); none: never */
  readonly redirects?: 'same-origin' | 'https' | 'none';
  /** the person's own place for copies: by https its name may stand for a machine of the house, which then has to prove that the name is its own */
  readonly ownPlace?: boolean;
};

const DEFAULT_TIMEOUT_MS = 60_000;
/** A server that sends one byte a minute would otherwise hold us until the overall limit. */
const DEFAULT_IDLE_MS = 30_000;
/** Enough for every answer but /keys and blobs; those callers name their own ceiling. */
const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;
/** A redirect loop ends here. */
const MAX_REDIRECTS = 3;
const MAX_HINT = 500;
/** The longest is a conflict with the whole history of a coin or reserve. */
const MAX_ERROR_BYTES = 1024 * 1024;
const FIRST_BUFFER = 16 * 1024;
/** A hostile Retry-After must not silence us for a year. */
const MAX_RETRY_AFTER_MS = 24 * 3600 * 1000;

/** Sends one request and reads the whole answer within its limits of bytes and time; every status but a redirect is an answer. */
export const request = async (world: World, asked: HttpRequest): Promise<Result<HttpAnswer, HttpFailure>> => {
  const afterMs = asked.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const abort = new AbortController();
  const inTime = strikeAfter(world, afterMs, () => abort.abort('deadline'));
  let url = asked.url;
  try {
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const answered = await once(world, { ...asked, url }, abort, afterMs);
      if (!answered.ok) return answered;
      const to = redirectTarget(answered.value, url);
      if (to === undefined) return answered;
      if (!(await mayFollow(world, { status: answered.value.status, from: url, to }, asked.redirects ?? 'same-origin')))
        return err({ kind: 'redirected', url: shownUrl(url), to: shownUrl(to) });
      url = to;
    }
    return err({ kind: 'redirected', url: shownUrl(asked.url), to: shownUrl(url) });
  } finally {
    inTime();
  }
};

/** The JSON of an answer if it has the expected shape, else `malformed-response` naming the first member that is wrong. */
export const readJson = <T>(answer: HttpAnswer, url: string, schema: z.ZodType<T>): Result<T, HttpFailure> => {
  const malformed = (why: string): Result<never, HttpFailure> =>
    err({ kind: 'malformed-response', url: shownUrl(url), status: answer.status, why });
  const json = parseJsonBytes(answer.bytes);
  if (json === undefined) return malformed('not JSON');
  const read = schema.safeParse(withoutNulls(json));
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  return malformed(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'unexpected'}`.slice(0, MAX_HINT));
};

/** The failure that an unexpected answer stands for, with Taler's `code`, `hint` and `detail` when the body has them. */
export const errorFromAnswer = (answer: HttpAnswer, url: string): HttpFailure => {
  const { status } = answer;
  if (status < 400) return { kind: 'malformed-response', url: shownUrl(url), status, why: 'unexpected status' };
  const parsed = parseErrorBody(answer.bytes);
  // A failure is logged, stored and sent to the window: what nests without end would break whoever copies it.
  const body = hasCanonicalForm(parsed) ? parsed : undefined;
  const { code, hint, detail } = errorMembers(parsed);
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = retryAfter(answer.headers);
    return {
      kind: 'server-trouble',
      url: shownUrl(url),
      status,
      ...(code === undefined ? {} : { code }),
      ...(hint === undefined ? {} : { hint }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  return {
    kind: 'refused',
    url: shownUrl(url),
    status,
    ...(code === undefined ? {} : { code }),
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { detail }),
    body,
  };
};

/** Taler's error code of an answer, if its body has one. */
export const errorCode = (answer: HttpAnswer): number | undefined => errorMembers(parseErrorBody(answer.bytes)).code;

/** A URL as failures and logs may show it: queries can hold claim tokens, user info passwords. */
export const shownUrl = (url: string): string => {
  if (!URL.canParse(url)) return '(malformed URL)';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
};

const once = async (
  world: World,
  asked: HttpRequest,
  abort: AbortController,
  afterMs: number,
): Promise<Result<HttpAnswer, HttpFailure>> => {
  const url = shownUrl(asked.url);
  const idleMs = asked.idleMs ?? DEFAULT_IDLE_MS;
  const limitBytes = asked.maxBytes ?? DEFAULT_MAX_BYTES;
  const limitMs: Readonly<Record<string, number | undefined>> = { idle: idleMs, 'first byte': asked.firstByteMs };
  const failed = (why: unknown): HttpFailure =>
    abort.signal.aborted
      ? { kind: 'timeout', url, afterMs: limitMs[String(abort.signal.reason)] ?? afterMs }
      : { kind: 'unreachable', url, why: reasonText(why) };
  const firstByteCame =
    asked.firstByteMs === undefined
      ? undefined
      : strikeAfter(world, asked.firstByteMs, () => abort.abort('first byte'));
  let response: Response;
  try {
    response = await world.http(asked.url, requestInit(asked, abort.signal));
  } catch (why) {
    return err(failed(why));
  } finally {
    firstByteCame?.();
  }
  // What is announced in answer to HEAD does not come.
  const announced = asked.method === 'HEAD' ? 0 : Number(response.headers.get('content-length') ?? '0');
  if (announced > limitBytes) {
    abort.abort('too-large');
    return err({ kind: 'too-large', url, limitBytes });
  }
  try {
    const bytes = await readBody(world, response, { limitBytes, idleMs }, abort);
    if (bytes === undefined) return err({ kind: 'too-large', url, limitBytes });
    return abort.signal.aborted
      ? err(failed('aborted'))
      : ok({ status: response.status, headers: response.headers, bytes });
  } catch (why) {
    return err(failed(why));
  }
};

/** Strikes once that time is over, unless the returned function was called before. */
const strikeAfter = ({ sleep }: World, ms: number, strike: () => void): (() => void) => {
  const off = new AbortController();
  void sleep(ms, off.signal).then(() => {
    if (!off.signal.aborted) strike();
  });
  // With a reason of our own no exception is made for it.
  return () => off.abort('in time');
};

/** The body, or undefined past the limit. One growing buffer: a list of one-byte chunks would cost a hundred times their size. */
const readBody = async (
  world: World,
  response: Response,
  { limitBytes, idleMs }: { readonly limitBytes: number; readonly idleMs: number },
  abort: AbortController,
): Promise<Uint8Array | undefined> => {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(0);
  // Cancelling ends a pending read even when the stream does not know our signal; its own complaint adds nothing.
  abort.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  let buffer = new Uint8Array(FIRST_BUFFER);
  let size = 0;
  for (;;) {
    const came = strikeAfter(world, idleMs, () => abort.abort('idle'));
    const { done, value } = await reader.read().finally(came);
    if (done) return buffer.slice(0, size);
    if (size + value.byteLength > limitBytes) {
      abort.abort('too-large');
      return undefined;
    }
    if (size + value.byteLength > buffer.byteLength) {
      const larger = new Uint8Array(Math.max(2 * buffer.byteLength, size + value.byteLength));
      larger.set(buffer.subarray(0, size));
      buffer = larger;
    }
    buffer.set(value, size);
    size += value.byteLength;
  }
};

const requestInit = (asked: HttpRequest, signal: AbortSignal): RequestInit & { readonly narrowest: Scope } => {
  const content: RequestInit =
    asked.json !== undefined
      ? { body: canonicalJson(asked.json), headers: { 'content-type': 'application/json' } }
      : asked.body !== undefined
        ? { body: new Uint8Array(asked.body), headers: { 'content-type': 'application/octet-stream' } }
        : {};
  return {
    method: asked.method,
    redirect: 'manual',
    narrowest: narrowestFor(asked.url, asked.ownPlace),
    signal,
    credentials: 'omit',
    ...content,
    headers: { ...content.headers, ...asked.headers },
  };
};

const redirectTarget = ({ status, headers }: HttpAnswer, url: string): string | undefined => {
  if (status < 300 || status >= 400 || status === 304) return undefined;
  const location = headers.get('location') ?? '';
  return URL.canParse(location, url) ? new URL(location, url).href : url;
};

/** Only 307 and 308 repeat the request unchanged; a request with a reserve's or coin's signature goes nowhere its protocol does not allow. */
const mayFollow = async (
  world: World,
  { status, from, to }: { readonly status: number; readonly from: string; readonly to: string },
  rule: 'same-origin' | 'https' | 'none',
): Promise<boolean> => {
  if (rule === 'none' || (status !== 307 && status !== 308)) return false;
  const a = new URL(from);
  const b = new URL(to);
  if (a.origin === b.origin) return true;
  if (rule !== 'https' || b.protocol !== 'https:' || a.protocol !== 'https:') return false;
  return (await checkPlace(world, from, to)) === undefined;
};

/** What a failure's body says; what is longer than any is not read: 66 MiB of brackets, where a backup was expected, take JSON.parse half a minute. */
const parseErrorBody = (bytes: Uint8Array): unknown =>
  bytes.length > MAX_ERROR_BYTES ? undefined : parseJsonBytes(bytes);

type ErrorMembers = { readonly code?: number; readonly hint?: string; readonly detail?: string };
const errorMembers = (body: unknown): ErrorMembers => {
  if (typeof body !== 'object' || body === null) return {};
  const { code, hint, detail } = body as { readonly [member: string]: unknown };
  return {
    ...(typeof code === 'number' && Number.isSafeInteger(code) ? { code } : {}),
    ...(typeof hint === 'string' ? { hint: hint.slice(0, MAX_HINT) } : {}),
    ...(typeof detail === 'string' ? { detail: detail.slice(0, MAX_HINT) } : {}),
  };
};

const retryAfter = (headers: Headers): number | undefined => {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  // A date is measured against the server's own clock, not ours.
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, MAX_RETRY_AFTER_MS) : undefined;
};

const reasonText = (why: unknown): string => {
  if (!(why instanceof Error)) return 'unknown';
  const { cause } = why;
  const code =
    cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.message : '';
  return (code === '' ? why.message : code).slice(0, 200);
};
