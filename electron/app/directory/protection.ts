// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AppStateView, RequestInput } from '../../../shared/contract.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { Protection } from '../../storage/directory/vault.ts';

/** The system keychain: bytes in, sealed bytes out. `open` throws when it no longer opens what it sealed. */
export type Keychain = {
  readonly available: () => boolean;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  readonly open: (sealed: Uint8Array) => Uint8Array;
};

/** How a person wants the wallet to be locked. */
export type WantedProtection = RequestInput<'app.create'>['protection'];

/** The lock that is wanted, or why this system has none like it. */
export const protectionOf = (
  wanted: WantedProtection,
  keychain: Keychain | undefined,
): Result<Protection, FailureView> => {
  if (wanted.type === 'passphrase') return ok({ kind: 'passphrase', passphrase: wanted.passphrase });
  if (wanted.type === 'unprotected') return ok({ kind: 'unprotected' });
  if (keychain?.available() !== true) {
    return err({ kind: 'no-keychain', facts: {} });
  }
  return ok({ kind: 'keychain', seal: (bytes) => keychain.seal(bytes) });
};

/** What the keychain gives back; undefined when it refuses, which the vault turns into a named failure. */
export const unseal = (keychain: Keychain | undefined, blob: Uint8Array): Uint8Array | undefined => {
  try {
    return keychain?.open(blob);
  } catch {
    // the keychain's own refusal
    return undefined;
  }
};

/** The strictest of the protections that a key file has. */
export const strictest = (kinds: readonly string[]): AppStateView['protection'] =>
  (['passphrase', 'keychain', 'unprotected'] as const).find((kind) => kinds.includes(kind)) ?? 'none';
