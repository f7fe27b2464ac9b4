// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { confirmPassphrase } from '../../storage/directory/vault.ts';
import { explainStorageFailure } from '../../storage/explain.ts';
import type { DirectoryParts } from './parts.ts';

/** Asks for the passphrase of the open wallet again; passes where it has none. */
export const createOwnerCheck = ({ directory, world, held }: DirectoryParts) => {
  /** the last passphrase that was asked again, whatever became of it */
  let asking: Promise<unknown> = Promise.resolve();
  return async (passphrase: string | undefined): Promise<Result<null, FailureView>> => {
    const own = held();
    if (own === undefined) throw new Error('defect: no open wallet whose owner could be asked');
    if (!own.lock.kinds.includes('passphrase')) return ok(null);
    if (passphrase === undefined) return err({ kind: 'passphrase-needed', facts: {} });
    // One after the other: a page that tries a hundred at once would wait for none of them, and each takes 64 MiB.
    const opening = asking.then(() => confirmPassphrase(world, directory, own, passphrase));
    asking = opening.catch(() => undefined);
    const opened = await opening;
    return opened.ok ? ok(null) : err(explainStorageFailure(opened.error));
  };
};
