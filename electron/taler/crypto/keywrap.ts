// SPDX-License-Identifier: GPL-3.0-or-later
import { argon2id } from 'hash-wasm';
import { err, ok, type Result } from '../../../shared/result.ts';
import { aside, type Task, type Threads } from '../../threads.ts';
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

/** Four times what any wallet was ever written with: room for a later one, and a few seconds at the most. */
const MOST_MEMORY_KIB = 4 * PASSPHRASE_COST.memoryKib;
const MOST_PASSES = 4 * PASSPHRASE_COST.passes;
const MOST_LANES = 4 * PASSPHRASE_COST.lanes;
const MOST_WORK = 4 * PASSPHRASE_COST.memoryKib * PASSPHRASE_COST.passes;

/** Whether trying a passphrase at this cost takes seconds at most: the numbers lie in a file that others may have edited. */
export const isBearable = ({ memoryKib, passes, lanes }: Argon2Cost): boolean =>
  memoryKib <= MOST_MEMORY_KIB &&
  passes <= MOST_PASSES &&
  lanes <= MOST_LANES &&
  memoryKib * passes <= MOST_WORK &&
  memoryKib >= 8 * lanes;

type Argon2Input = { readonly password: Uint8Array; readonly salt: Uint8Array; readonly cost: Argon2Cost };

/** Argon2id of 32 bytes. */
export const argon2Task: Task<Argon2Input, Uint8Array> = {
  name: 'argon2',
  perform: ({ password, salt, cost }) =>
    argon2id({
      password,
      salt,
      memorySize: cost.memoryKib,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: KEY_BYTES,
      outputType: 'binary',
    }),
};

/**
 * A wrapping key from a passphrase, at a bearable cost, made beside this thread. The text is normalised (NFKC), so that the same
 * passphrase typed on another keyboard is the same bytes.
 */
export const passphraseToWrapKey = async (
  world: { readonly threads?: Pick<Threads, 'run'> },
  passphrase: string,
  salt: Uint8Array,
  cost: Argon2Cost,
): Promise<Secret> => {
  if (!isBearable(cost)) throw new Error('defect: a passphrase that takes minutes to try');
  return secret(await aside(world, argon2Task, { password: utf8(passphrase.normalize('NFKC')), salt, cost }));
};

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
