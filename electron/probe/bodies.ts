// SPDX-License-Identifier: GPL-3.0-or-later
import { hasCanonicalForm } from '../taler/bytes/canonical-json.ts';
import { isObject, parseJsonBytes } from '../taler/bytes/json.ts';

// Bodies and headers as a recording has them (format "taler-trace/1").

export type Body =
  | { readonly json: unknown }
  | { readonly text: string }
  | { readonly base64: string }
  | { readonly omitted: string }
  | null;

/** In the place of what belongs to a person and is needed by nobody who reads a recording. */
const BLANK = '(left out)';

/** Headers that let somebody in. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'www-authenticate']);
/** Members by which answers name bank accounts of persons; no signature covers them. */
export const PERSONAL_MEMBERS: readonly string[] = [
  'last_origin',
  'sender_account_url',
  'sender_wire',
  'debit_account',
];
const MOST_HEADERS = 64;
const LONGEST_HEADER = 8 * 1024;

/** The headers of a request or answer, in lower case; what opens doors is left out. */
export const headersOf = (headers: Iterable<readonly [string, string]>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...headers].slice(0, MOST_HEADERS).map(([name, value]) => {
      const lower = name.toLowerCase();
      return [lower, SECRET_HEADERS.has(lower) ? BLANK : value.slice(0, LONGEST_HEADER)];
    }),
  );

/** A body: as JSON or text where it is that, else in base64. */
export const bodyOf = (bytes: Uint8Array, type: string | null): Body => {
  if (bytes.length === 0) return null;
  if (/\bjson\b/i.test(type ?? '')) {
    const json = parseJsonBytes(bytes);
    // What nests without end would break whoever writes it down.
    if (json !== undefined && hasCanonicalForm(json)) return { json: withoutPersons(json) };
  }
  const isText = /^(?:text\/|application\/(?:json|xml))/i.test(type ?? '');
  const text = isText ? textOf(bytes) : undefined;
  return text === undefined ? { base64: Buffer.from(bytes).toString('base64') } : { text };
};

const withoutPersons = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPersons);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      PERSONAL_MEMBERS.includes(name) && typeof each === 'string' ? BLANK : withoutPersons(each),
    ]),
  );
};

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (notUtf8) {
    if (notUtf8 instanceof TypeError) return undefined;
    throw notUtf8;
  }
};
