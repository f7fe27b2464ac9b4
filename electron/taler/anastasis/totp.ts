// SPDX-License-Identifier: GPL-3.0-or-later
import { createHmac } from 'node:crypto';
import { u64 } from '../bytes/encodings.ts';

// Authenticator apps (RFC 6238), as Anastasis uses them: SHA-1, 30 seconds, eight digits, which many apps do not choose themselves.

const STEP_MS = 30_000;
const DIGITS = 8;
/** What servers let a clock differ by (PROTOCOL.md#anastasis-challenges). */
const ALLOWED_STEPS = 2;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The link that an authenticator app reads from a square; `name` is what it shows beside its codes. */
export const otpauthLink = (name: string, key: Uint8Array): string =>
  `otpauth://totp/${encodeURIComponent(name.toWellFormed())}?digits=${DIGITS}&secret=${base32(key)}`;

/** The code of that moment, `steps` of 30 seconds away from it, with its leading zeros. */
export const totpCode = (key: Uint8Array, nowMs: number, steps = 0): string => {
  const counter = Math.floor(nowMs / STEP_MS) + steps;
  const mac = createHmac('sha1', key)
    .update(u64(Math.max(0, counter)))
    .digest();
  const at = (mac[mac.length - 1] ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 10 ** DIGITS).padStart(DIGITS, '0');
};

/** By how much a clock differs for which a code is right, in milliseconds (0 within the minute that servers allow); undefined when it is right for none within `withinMs`. */
export const clockOffOf = (key: Uint8Array, code: string, nowMs: number, withinMs: number): number | undefined => {
  const digits = code.replace(/[\s-]/g, '');
  const most = Math.ceil(withinMs / STEP_MS);
  for (let step = 0; step <= most; step += 1)
    for (const steps of [step, -step])
      if (totpCode(key, nowMs, steps) === digits) return step <= ALLOWED_STEPS ? 0 : steps * STEP_MS;
  return undefined;
};

/** The key that a person's app was given as text, of any spelling; undefined for what is none of `bytes` bytes. */
export const parseBase32 = (text: string, bytes: number): Uint8Array | undefined => {
  const letters = text.toUpperCase().replace(/[\s=-]/g, '');
  if (letters.length !== Math.ceil((bytes * 8) / 5)) return undefined;
  const bits = [...letters].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'));
  if ([...letters].some((letter) => !BASE32.includes(letter))) return undefined;
  const all = bits.join('').match(/.{8}/g) ?? [];
  return new Uint8Array(all.slice(0, bytes).map((eight) => Number.parseInt(eight, 2)));
};

/** RFC 4648, without padding. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};
