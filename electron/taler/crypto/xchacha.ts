// SPDX-License-Identifier: GPL-3.0-or-later
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { NotAuthentic } from './secretbox.ts';

/** XChaCha20-Poly1305: 32-byte key, 24-byte nonce; gives the ciphertext followed by the 16-byte tag over it and `ad`. */
export const xchachaSeal = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, ad: Uint8Array): Uint8Array =>
  xchacha20poly1305(key, nonce, ad).encrypt(plain);

/** Opens what `xchachaSeal` made; fails when bytes, key, nonce or associated data differ in anything. */
export const xchachaOpen = (
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  ad: Uint8Array,
): Result<Uint8Array, NotAuthentic> => {
  if (key.length !== 32 || nonce.length !== 24)
    throw new Error('defect: XChaCha20 takes a 32-byte key and a 24-byte nonce');
  if (sealed.length < 16) return err({ kind: 'not-authentic' });
  try {
    return ok(xchacha20poly1305(key, nonce, ad).decrypt(sealed));
  } catch {
    // The sizes are right, so the only thing the cipher can object to is the tag.
    return err({ kind: 'not-authentic' });
  }
};
