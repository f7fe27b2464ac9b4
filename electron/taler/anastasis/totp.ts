// SPDX-License-Identifier: GPL-3.0-or-later
import { createHmac } from 'node:crypto';
import { u64 } from '../bytes/encodings.ts';

// Authenticator apps (RFC 6238), as Anastasis uses them: SHA-1, 30 seconds, eight digits, which many apps do not choose themselves.

const STEP_MS = 30_000;
const DIGITS = 8;
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

/** RFC 4648, without padding. */
const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};
