// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Duration, Timestamp } from '../../../shared/time.ts';

export type MalformedCrock = { readonly kind: 'malformed-crock'; readonly why: 'alphabet' | 'length' | 'surplus-bits' };

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ALIASES = { O: '0', I: '1', L: '1', U: 'V' } as const;
const NOT_A_DIGIT = 255;

const digitByCharCode: Uint8Array = (() => {
  const table = new Uint8Array(128).fill(NOT_A_DIGIT);
  const enter = (char: string, digit: number): void => {
    table[char.charCodeAt(0)] = digit;
    table[char.toLowerCase().charCodeAt(0)] = digit;
  };
  for (const [digit, char] of [...ALPHABET].entries()) enter(char, digit);
  for (const [alias, char] of Object.entries(ALIASES)) enter(alias, ALPHABET.indexOf(char));
  return table;
})();

/** GNUnet's base32: most significant bit first, last group zero-filled, no padding character. */
export const bytesToCrock = (bytes: Uint8Array): string => {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
  }
  return bits === 0 ? text : text + ALPHABET[(buffer << (5 - bits)) & 31];
};

/**
 * Reads base32 strictly: the one length that `byteLength` bytes have (any possible length if it is not given) and no
 * surplus bits, so that one value has one spelling apart from case and the aliases O, I, L, U.
 */
export const parseCrock = (text: string, byteLength?: number): Result<Uint8Array, MalformedCrock> => {
  const length = byteLength ?? Math.floor((text.length * 5) / 8);
  if (text.length !== Math.ceil((length * 8) / 5)) return err({ kind: 'malformed-crock', why: 'length' });
  const decoded = decode(text);
  if (!decoded) return err({ kind: 'malformed-crock', why: 'alphabet' });
  if (decoded.surplus !== 0) return err({ kind: 'malformed-crock', why: 'surplus-bits' });
  return ok(decoded.bytes);
};

/** Reads base32 as wallet-core 2022 does: any length, surplus bits ignored. Only for foreign data that needs it. */
export const parseCrockLenient = (text: string): Result<Uint8Array, MalformedCrock> => {
  const decoded = decode(text);
  return decoded ? ok(decoded.bytes) : err({ kind: 'malformed-crock', why: 'alphabet' });
};

/** Bytes of base32 text that a schema has already accepted; anything else is a defect and throws. */
export const crockToBytes = (text: string, byteLength?: number): Uint8Array => {
  const parsed = parseCrock(text, byteLength);
  if (!parsed.ok) throw new Error(`defect: not base32 of the expected length (${parsed.error.why})`);
  return parsed.value;
};

const decode = (text: string): { readonly bytes: Uint8Array; readonly surplus: number } | undefined => {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let at = 0;
  let buffer = 0;
  let bits = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = digitByCharCode[text.charCodeAt(index)] ?? NOT_A_DIGIT;
    if (digit === NOT_A_DIGIT) return undefined;
    buffer = ((buffer << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 0xff;
    }
  }
  return { bytes, surplus: buffer & ((1 << bits) - 1) };
};

/** One array after the other, copied. */
export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Equality of two public byte strings; not constant-time, so never for comparing secrets. */
export const bytesEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** UTF-8 without a terminator. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-8 followed by one NUL, the form in which Taler hashes strings. */
export const str0 = (text: string): Uint8Array => concatBytes(utf8(text), new Uint8Array(1));

/** Lower-case hexadecimal. */
export const bytesToHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** Bytes of hexadecimal text that is known to be well-formed; anything else is a defect and throws. */
export const hexToBytes = (hex: string): Uint8Array => {
  if (hex.length % 2 !== 0 || /[^0-9a-fA-F]/.test(hex)) throw new Error('defect: not hexadecimal');
  return new Uint8Array(Buffer.from(hex, 'hex'));
};

/** Unsigned 16 bit, big-endian; out of range throws. */
export const u16 = (n: number): Uint8Array => unsigned(n, 2);

/** Unsigned 32 bit, big-endian; out of range throws. */
export const u32 = (n: number): Uint8Array => unsigned(n, 4);

/** Unsigned 64 bit, big-endian; out of range throws. */
export const u64 = (n: number | bigint): Uint8Array => unsigned(n, 8);

const unsigned = (n: number | bigint, length: 2 | 4 | 8): Uint8Array => {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new Error('defect: not a safe integer');
  const value = BigInt(n);
  if (value < 0n || value >= 1n << BigInt(length * 8)) throw new Error(`defect: does not fit in ${length} bytes`);
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let at = length - 1; at >= 0; at--) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
};

const UNITS_PER_WHOLE = 100_000_000n;
const CURRENCY_BYTES = 12;

/** The 24 bytes of an amount inside signatures: whole part, 10⁻⁸ units, currency NUL-padded to 12 bytes. */
export const amountToBytes = ({ currency, units }: Amount): Uint8Array => {
  const name = utf8(currency);
  if (name.length >= CURRENCY_BYTES) throw new Error('defect: currency name leaves no room for its NUL');
  const bytes = new Uint8Array(24);
  bytes.set(u64(units / UNITS_PER_WHOLE), 0);
  bytes.set(u32(Number(units % UNITS_PER_WHOLE)), 8);
  bytes.set(name, 12);
  return bytes;
};

const FOREVER = new Uint8Array(8).fill(0xff);
const MICROSECONDS = 1_000_000n;

/** The 8 bytes of a timestamp inside signatures: microseconds since 1970 UTC; "never" is all ones. */
export const timestampToBytes = ({ t_s }: Timestamp): Uint8Array =>
  t_s === 'never' ? FOREVER.slice() : u64(BigInt(t_s) * MICROSECONDS);

/** The 8 bytes of a duration inside signatures: microseconds; "forever" is all ones. */
export const durationToBytes = ({ d_us }: Duration): Uint8Array => (d_us === 'forever' ? FOREVER.slice() : u64(d_us));
