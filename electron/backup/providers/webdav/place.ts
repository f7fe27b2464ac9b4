// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../../shared/facts/read.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Secret } from '../../../taler/crypto/secret.ts';
import { openSecret } from '../../../taler/crypto/secret.ts';
import {
  errorFromAnswer,
  request,
  type HttpAnswer,
  type HttpFailure,
  type HttpRequest,
} from '../../../taler/wire/http.ts';
import { UNFINISHED } from '../../../storage/whole-file.ts';
import type { World } from '../../../world.ts';
import type { FileFound, Place, Written } from '../place/place.ts';
import type { ProviderTrouble } from '../provider.ts';
import { MAX_LISTING, namesIn } from './listing.ts';

/** A folder on a WebDAV server (RFC 4918): its address, ending in a slash, and the `Authorization` that opens it, where it is not open to all. */
export type Dav = { readonly world: World; readonly address: string; readonly authorization: Secret | undefined };

/** Slow lines: 16 MiB in ten minutes is 28 kB/s. */
const TRANSFER_MS = 10 * 60 * 1000;
/** A server that says nothing at all is not waited for that long. */
const FIRST_BYTE_MS = 60_000;
/** The answer to an upload begins when it is through, at 28 kB/s or faster. */
const uploadMs = (bytes: number): number => Math.min(TRANSFER_MS, FIRST_BYTE_MS + bytes / 28);
/** What a server says in words is not read; a page that explains an error is smaller than this. */
const MAX_WORDS = 64 * 1024;
/** A file that travels in one piece is there whole or not at all. */
const ONE_PIECE = 4096;

const PROPFIND_NAMES = new TextEncoder().encode(
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>',
);

/** One request to the folder or to a name in it; nothing is followed elsewhere, for the password would go along. */
export const askDav = (
  { world, address, authorization }: Dav,
  method: HttpRequest['method'],
  { name = '', headers = {}, ...rest }: Partial<Omit<HttpRequest, 'method' | 'url'>> & { readonly name?: string } = {},
): Promise<Result<HttpAnswer, HttpFailure>> =>
  request(world, {
    method,
    url: new URL(encodeURIComponent(name), address).href,
    redirects: 'none',
    ownPlace: true,
    firstByteMs: FIRST_BYTE_MS,
    maxBytes: MAX_WORDS,
    ...rest,
    headers: {
      ...(authorization ? { authorization: new TextDecoder().decode(openSecret(authorization)) } : {}),
      ...headers,
    },
  });

/** What the folder itself is (`Depth: 0`), or what lies in it (`Depth: 1`). */
export const propfind = (dav: Dav, depth: '0' | '1'): Promise<Result<HttpAnswer, HttpFailure>> =>
  askDav(dav, 'PROPFIND', {
    body: PROPFIND_NAMES,
    headers: { depth, 'content-type': 'application/xml; charset=utf-8' },
    maxBytes: MAX_LISTING,
  });

/** Whether an answer to `propfind` is one of WebDAV: a multistatus in XML, and no page that says something to people. */
export const isMultistatus = ({ status, headers }: HttpAnswer): boolean =>
  status === 207 && /^(application|text)\/([\w.-]+\+)?xml\b/i.test(headers.get('content-type') ?? '');

/** A folder on a WebDAV server as a place for files. */
export const davPlace = (dav: Dav): Place => {
  /** the ETag a file had when it was read, so that only that file is removed */
  const etags = new Map<string, string>();
  return {
    // Whoever reads or lists hears whether it is there.
    isThere: async () => ok(undefined),

    list: async () => {
      const answer = await propfind(dav, '1');
      if (!answer.ok)
        return answer.error.kind === 'too-large'
          ? err({ kind: 'misbehaved', why: { kind: 'folder-too-full', facts: {} } })
          : err(troubleOf(answer.error));
      if (answer.value.status !== 207) return err(troubleIn(answer.value));
      return isMultistatus(answer.value)
        ? namesIn(dav.world, dav.address, answer.value.bytes)
        : err({ kind: 'silent', why: { kind: 'answers-page', facts: {} } });
    },

    read: async (name, limit) => {
      const answer = await askDav(dav, 'GET', { name, maxBytes: limit, timeoutMs: TRANSFER_MS });
      if (!answer.ok) return answer.error.kind === 'too-large' ? ok({ kind: 'unfit' }) : err(troubleOf(answer.error));
      const { status, bytes, headers } = answer.value;
      if (status === 404 || status === 410) return ok<FileFound>({ kind: 'absent' });
      if (status !== 200) return err(troubleIn(answer.value));
      const etag = strongTag(headers);
      if (etag !== undefined) etags.set(name, etag);
      return ok({ kind: 'bytes', bytes });
    },

    write: (name, bytes) => (bytes.length < ONE_PIECE ? writeNew(dav, name, bytes) : writeWhole(dav, name, bytes)),

    remove: async (name) => {
      const etag = etags.get(name);
      const answer = await askDav(dav, 'DELETE', {
        name,
        ...(etag === undefined ? {} : { headers: { 'if-match': etag } }),
      });
      if (!answer.ok) return err(troubleOf(answer.error));
      // 412: it is not the file any more that was to go.
      const isOver = isDone(answer.value) || [404, 410, 412].includes(answer.value.status);
      return isOver ? ok(undefined) : err(troubleIn(answer.value));
    },
  };
};

/** Writes a file that is not there yet: the server refuses (412) where one of that name is. */
const writeNew = async (dav: Dav, name: string, bytes: Uint8Array): Promise<Result<Written, ProviderTrouble>> => {
  const answer = await put(dav, name, bytes, { 'if-none-match': '*' });
  return answer.ok ? wrote(answer.value) : err(troubleOf(answer.error));
};

/**
 * Writes under another name and renames, so that a line that breaks leaves no half of a copy under its name. Servers that do not rename, or
 * not under the address that we know them by (a proxy before them), get the file under its name at once.
 */
const writeWhole = async (dav: Dav, name: string, bytes: Uint8Array): Promise<Result<Written, ProviderTrouble>> => {
  const unfinished = `${name}${UNFINISHED}`;
  const sent = await put(dav, unfinished, bytes, {});
  if (!sent.ok) return err(troubleOf(sent.error));
  if (!isDone(sent.value)) return wrote(sent.value);
  const destination = new URL(encodeURIComponent(name), dav.address).href;
  const moved = await askDav(dav, 'MOVE', { name: unfinished, headers: { destination, overwrite: 'F' } });
  if (!moved.ok) return err(troubleOf(moved.error));
  if (isDone(moved.value)) return ok({ kind: 'written' });
  const written = CANNOT_RENAME.includes(moved.value.status) ? await writeNew(dav, name, bytes) : wrote(moved.value);
  await askDav(dav, 'DELETE', { name: unfinished });
  return written;
};

/** 400 and 502: the destination is not one of its own; 405 and 501: it has no such method. */
const CANNOT_RENAME: readonly number[] = [400, 405, 501, 502];

const put = (
  dav: Dav,
  name: string,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<Result<HttpAnswer, HttpFailure>> =>
  askDav(dav, 'PUT', {
    name,
    headers,
    body: bytes,
    firstByteMs: uploadMs(bytes.length),
    timeoutMs: uploadMs(bytes.length) + FIRST_BYTE_MS,
  });

const wrote = (answer: HttpAnswer): Result<Written, ProviderTrouble> => {
  if (isDone(answer)) return ok({ kind: 'written' });
  switch (answer.status) {
    case 412:
      return ok({ kind: 'taken' });
    case 413:
      return ok({ kind: 'too-large' });
    default:
      return err(troubleIn(answer));
  }
};

const isDone = ({ status }: HttpAnswer): boolean => status === 200 || status === 201 || status === 204;

/** An ETag that names these very bytes; a weak one (`W/`) fits no `If-Match` (RFC 9110 §13.1.1). */
const strongTag = (headers: Headers): string | undefined => {
  const etag = headers.get('etag');
  return etag !== null && /^"[\x21\x23-\x7e]{1,200}"$/.test(etag) ? etag : undefined;
};

/** What a status means that is no success (RFC 4918 §11, RFC 9110). */
export const troubleIn = (answer: HttpAnswer): ProviderTrouble => {
  const { status } = answer;
  switch (status) {
    case 401:
      return { kind: 'shut-out', reason: 'password' };
    case 403:
      return { kind: 'shut-out', reason: 'permission' };
    case 404:
    case 410:
      return { kind: 'misbehaved', why: { kind: 'no-such-folder', facts: { status } } };
    case 405:
    case 501:
      return { kind: 'misbehaved', why: { kind: 'no-webdav', facts: { status } } };
    case 409:
      return { kind: 'misbehaved', why: { kind: 'folder-above-missing', facts: {} } };
    case 412:
      return { kind: 'silent', why: { kind: 'changed-meanwhile', facts: {} } };
    case 423:
      return { kind: 'silent', why: { kind: 'file-locked', facts: {} } };
    case 507:
      return { kind: 'silent', why: { kind: 'storage-full', facts: {} } };
    default:
      return otherTrouble(answer);
  }
};

const otherTrouble = (answer: HttpAnswer): ProviderTrouble => {
  const failure = errorFromAnswer(answer, 'https://localhost/');
  if (failure.kind !== 'server-trouble')
    return { kind: 'silent', why: { kind: 'odd-answer', facts: { status: answer.status } } };
  return {
    kind: 'silent',
    why: { kind: 'server-trouble', facts: { status: answer.status } },
    ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
  };
};

/** What it means that there is no answer. */
export const troubleOf = (failure: HttpFailure): ProviderTrouble => {
  switch (failure.kind) {
    case 'unreachable':
      return { kind: 'silent', why: { kind: 'unreachable', facts: { detail: quoted(failure.why) } } };
    case 'timeout':
      return { kind: 'silent', why: { kind: 'timeout', facts: { afterMs: failure.afterMs } } };
    case 'redirected':
      // A server that has moved, or a network that wants a sign-in first: either way it was not read.
      return {
        kind: 'silent',
        why: { kind: 'redirected-to', facts: { to: quoted(failure.to) } },
      };
    case 'too-large':
      return { kind: 'misbehaved', why: { kind: 'too-large', facts: { limitBytes: failure.limitBytes } } };
    default:
      return { kind: 'misbehaved', why: { kind: 'unreadable', facts: {} } };
  }
};
