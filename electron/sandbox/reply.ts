// SPDX-License-Identifier: GPL-3.0-or-later
import { hintFor } from './hints.ts';

/** An HTTP answer before it is sent; header names in lower case. */
export type HttpReply = {
  readonly kind: 'http';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};
/** `hang-up`: the connection is closed without an answer, as real servers do on a malformed `timeout_ms`. */
export type Reply = HttpReply | { readonly kind: 'hang-up' };

export const HANG_UP: Reply = { kind: 'hang-up' };

const encoder = new TextEncoder();

/** A JSON answer; members that are undefined are left out, as the real servers leave out null ones. */
export const jsonReply = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpReply => ({
  kind: 'http',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: encoder.encode(JSON.stringify(body)),
});

/** An error object with our hint for `code`. */
export const errorReply = (status: number, code: number, more: Readonly<Record<string, unknown>> = {}): HttpReply =>
  jsonReply(status, { code, hint: hintFor(code), ...more });

/** An answer with bytes or text; no body when `body` is left out. */
export const plainReply = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): HttpReply => ({
  kind: 'http',
  status,
  headers,
  body: typeof body === 'string' ? encoder.encode(body) : body,
});
