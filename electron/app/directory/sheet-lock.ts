// SPDX-License-Identifier: GPL-3.0-or-later
import { addProtection, lockOf, openVault, removeProtection } from '../../storage/directory/vault.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { DirectoryParts } from './parts.ts';

// The lock that only the recovery sheet opens. That it cannot be put on or taken off stops nothing and goes to the log.

/** Wraps the key of the open wallet for its sheet, unless it is. */
export const protectWithRoot = async ({ directory, world, held }: DirectoryParts, wrapper: Secret): Promise<void> => {
  const own = held();
  if (own === undefined) return;
  // One that is there may be of a wallet that was left here, if the disk refused to have it taken away.
  if ((await openVault(world, directory, { kind: 'root', wrapper })).ok) return;
  const added = await addProtection(world, directory, own.key, { kind: 'root', wrapper });
  if (!added.ok) world.log({ event: 'root-wrap-not-added', why: added.error.kind });
};

/** Takes that wrap away, and says whether it is gone. Only ever done because the wallet was left: a database that merely knows no secret may be one that lost it. */
export const forgetRoot = ({ directory, world, held }: DirectoryParts): boolean => {
  const own = held();
  if (own === undefined) return false;
  // Of another wallet's file in the place of ours nothing can be said: ours may come back.
  if (lockOf(directory, own.key)?.kinds.includes('root') === false) return true;
  const removed = removeProtection(directory, own.key, 'root');
  if (!removed.ok) world.log({ event: 'root-wrap-not-removed', why: removed.error.kind });
  return removed.ok;
};
