// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { eraseKey, eraseRest, isErasing, type EraseFailure } from '../../storage/directory/erase.ts';
import { protections, type VaultLock } from '../../storage/directory/vault.ts';
import { explainStorageFailure } from '../../storage/explain.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { World } from '../../world.ts';
import type { Keychain } from './protection.ts';

/**
 * The key of the open wallet, and how it is protected: taken when it was opened, so that whoever edits the key file from then on
 * changes nothing that is asked.
 */
export type Held = { readonly key: Secret; readonly lock: VaultLock };

/** What all subjects of a claimed directory work with. */
export type DirectoryParts = {
  readonly directory: string;
  readonly world: World;
  readonly keychain: Keychain | undefined;
  /** when all of a database is read: at once, or before something is written to it */
  readonly looks: 'now' | 'later';
  /** undefined while no wallet is open */
  readonly held: () => Held | undefined;
  readonly hold: (held: Held | undefined) => void;
};

/** The protections in the key file; none when there is none, or it cannot be read. */
export const kindsInFile = (directory: string): readonly string[] => {
  const has = protections(directory);
  return has.ok ? has.value : [];
};

/** Whether a wallet lies here, also one whose key file cannot be read. */
export const isWalletHere = (directory: string): boolean => {
  const has = protections(directory);
  return has.ok || has.error.kind !== 'no-vault';
};

/** Ends an erase that was cut short. */
export const finishErase = (directory: string): Result<void, FailureView> => {
  if (!isErasing(directory)) return ok(undefined);
  const begun = eraseKey(directory);
  const finished: Result<void, EraseFailure> = begun.ok ? eraseRest(directory) : begun;
  return finished.ok ? finished : err(explainStorageFailure(finished.error));
};
