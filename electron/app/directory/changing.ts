// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { lockOf, replaceProtections } from '../../storage/directory/vault.ts';
import { explainStorageFailure } from '../../storage/explain.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import type { DirectoryParts } from './parts.ts';
import { protectionOf, unseal, type Keychain, type WantedProtection } from './protection.ts';

/** Puts another lock in the place of the open wallet's, all but its sheet's, in one write. What fails leaves the lock there is. */
export const changeLock = async (
  parts: DirectoryParts,
  wanted: WantedProtection,
): Promise<Result<void, FailureView>> => {
  const { directory, world, keychain, held, hold } = parts;
  const own = held();
  if (own === undefined) throw new Error('defect: no open wallet whose lock could be changed');
  const protection = protectionOf(wanted, keychain);
  if (!protection.ok) return protection;
  if (wanted.type === 'keychain' && !givesBack(keychain, own.key))
    return err(explainStorageFailure({ kind: 'keychain-refused' }));
  const replaced = await replaceProtections(world, directory, own.key, protection.value);
  if (!replaced.ok) return err(explainStorageFailure(replaced.error));
  hold({ key: own.key, lock: replaced.value });
  return ok(undefined);
};

/** Asked before the old lock is given up: a keychain that seals and does not open would keep its owner out. */
const givesBack = (keychain: Keychain | undefined, key: Secret): boolean => {
  try {
    const sealed = keychain?.seal(openSecret(key));
    const opened = sealed === undefined ? undefined : unseal(keychain, sealed);
    return opened !== undefined && Buffer.from(opened).equals(openSecret(key));
  } catch {
    return false;
  }
};

/** Why closing the open wallet would not lock it: it opens by itself, or its key file is not what it was and may open it never again. */
export const whyNotLocked = ({ directory, held }: DirectoryParts): 'no-passphrase' | 'file-changed' | undefined => {
  const own = held();
  if (own?.lock.passphrase === undefined) return 'no-passphrase';
  const there = lockOf(directory, own.key)?.passphrase;
  return there?.sealed === own.lock.passphrase.sealed && there.salt === own.lock.passphrase.salt
    ? undefined
    : 'file-changed';
};
