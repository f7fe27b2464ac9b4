// SPDX-License-Identifier: GPL-3.0-or-later
import { argon2id } from 'hash-wasm';
import { err, ok, type Result } from '../../../shared/result.ts';
import { utf8 } from '../bytes/encodings.ts';
import { openSecret, secret, type Secret } from './secret.ts';
import type { NotAuthentic } from './secretbox.ts';
import { xchachaOpen, xchachaSeal } from './xchacha.ts';

/** What a passphrase costs to try: KiB of memory, passes, lanes. */
export type Argon2Cost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number };

/** Argon2id with 64 MiB, t=3, p=4 (RFC 9106's second recommendation). */
export const PASSPHRASE_COST: Argon2Cost = { memoryKib: 64 * 1024, passes: 3, lanes: 4 };

export const SALT_BYTES = 16;
export const NONCE_BYTES = 24;
const KEY_BYTES = 32;

/** A wrapping key from a passphrase. The text is normalised (NFKC), so that the same passphrase typed on another keyboard is the same bytes. */
export const passphraseToWrapKey = async (passphrase: string, salt: Uint8Array, cost: Argon2Cost): Promise<Secret> =>
  secret(
    await argon2id({
      password: utf8(passphrase.normalize('NFKC')),
      salt,
      memorySize: cost.memoryKib,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: KEY_BYTES,
      outputType: 'binary',
    }),
  );

/** Seals a 32-byte key under a wrapping key; `label` says which kind of wrap this is and is authenticated. */
export const wrapKey = (wrapper: Secret, nonce: Uint8Array, key: Secret, label: string): Uint8Array =>
  xchachaSeal(openSecret(wrapper), nonce, openSecret(key), utf8(label));

/** Opens what `wrapKey` sealed; fails under any other wrapping key, nonce or label. */
export const unwrapKey = (
  wrapper: Secret,
  nonce: Uint8Array,
  sealed: Uint8Array,
  label: string,
): Result<Secret, NotAuthentic> => {
  const opened = xchachaOpen(openSecret(wrapper), nonce, sealed, utf8(label));
  if (!opened.ok) return opened;
  return opened.value.length === KEY_BYTES ? ok(secret(opened.value)) : err({ kind: 'not-authentic' });
};
