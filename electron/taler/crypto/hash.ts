// SPDX-License-Identifier: GPL-3.0-or-later
import { hash } from 'node:crypto';
import { canonicalJson } from '../bytes/canonical-json.ts';
import { concatBytes, str0 } from '../bytes/encodings.ts';
import { kdf } from './kdf.ts';

/** SHA-512 over the parts one after the other (64 bytes). */
export const sha512 = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(hash('sha512', parts.length === 1 && parts[0] ? parts[0] : concatBytes(...parts), 'buffer'));

/** The first 32 bytes of SHA-512, Taler's short hash (not SHA-512/256). */
export const sha512Short = (...parts: readonly Uint8Array[]): Uint8Array => sha512(...parts).slice(0, 32);

/** SHA-512 of a string with its NUL, as Taler hashes wire methods, URLs and auditor names. */
export const hashString0 = (text: string): Uint8Array => sha512(str0(text));

/** SHA-512 of canonical JSON with a NUL, as Taler hashes JSON values inside signatures. */
export const hashJson0 = (value: unknown): Uint8Array => hashString0(canonicalJson(value));

/** The 32-byte hash of a payto URI exactly as given (the "full" hash); normalise first where the normalized hash is meant. */
export const hashPayto = (payto: string): Uint8Array => sha512Short(str0(payto));

/** The 64-byte `h_wire` of contracts and deposits over a payto URI and its 16-byte wire salt. */
export const hashWire = (payto: string, salt: Uint8Array): Uint8Array =>
  kdf(64, str0(payto), salt, 'merchant-wire-signature');

/** The payto URI without what does not identify the account (v23): query, BIC, letter case; other methods only lose the query. */
export const normalizePayto = (payto: string): string => {
  const [bare = ''] = payto.split('?', 1);
  const parts = /^payto:\/\/([^/]+)\/(.*)$/i.exec(bare);
  if (!parts) return bare;
  const [, method = '', path = ''] = parts;
  switch (method.toLowerCase()) {
    case 'iban':
      return `payto://iban/${path.slice(path.lastIndexOf('/') + 1).toUpperCase()}`;
    case 'x-taler-bank': {
      const hostEnd = path.indexOf('/') === -1 ? path.length : path.indexOf('/');
      return `payto://x-taler-bank/${path.slice(0, hostEnd).toLowerCase()}${path.slice(hostEnd)}`;
    }
    case 'bitcoin':
      return `payto://bitcoin/${path}`;
    default:
      return bare;
  }
};
