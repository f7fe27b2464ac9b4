// SPDX-License-Identifier: GPL-3.0-or-later
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { err, ok, type Result } from '../../../shared/result.ts';

/** The bytes were not sealed with this key and nonce, or were changed since. */
export type NotAuthentic = { readonly kind: 'not-authentic' };

/** NaCl secretbox (XSalsa20-Poly1305): 32-byte key, 24-byte nonce; gives the 16-byte tag followed by the ciphertext. */
export const secretboxSeal = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array =>
  xsalsa20poly1305(key, nonce).encrypt(plain).slice();

/** Opens a secretbox; fails when it is too short, forged, or sealed with another key or nonce. */
export const secretboxOpen = (
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
): Result<Uint8Array, NotAuthentic> => {
  if (key.length !== 32 || nonce.length !== 24)
    throw new Error('defect: secretbox takes a 32-byte key and a 24-byte nonce');
  if (sealed.length < 16) return err({ kind: 'not-authentic' });
  try {
    // The cipher returns a window into a larger buffer; callers get bytes of their own.
    return ok(xsalsa20poly1305(key, nonce).decrypt(sealed).slice());
  } catch {
    // The sizes are right, so the only thing the cipher can object to is the tag.
    return err({ kind: 'not-authentic' });
  }
};
