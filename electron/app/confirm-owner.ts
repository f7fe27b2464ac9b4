// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import type { DataDirectory } from './data-directory.ts';

/** The system's own question before a secret is shown; false when the person does not want it. */
export type ConfirmReveal = (protection: 'keychain' | 'unprotected') => Promise<boolean>;

/** Makes sure that the owner wants to see the secret: by the passphrase where there is one, otherwise by what the window's system asks. */
export const confirmOwner = async (
  directory: Pick<DataDirectory, 'confirmOwner' | 'protection'>,
  confirmReveal: ConfirmReveal | undefined,
  passphrase: string | undefined,
): Promise<Result<null, FailureView>> => {
  const owner = await directory.confirmOwner(passphrase);
  const protection = directory.protection();
  // The command line has nobody to ask but who typed the command.
  if (!owner.ok || confirmReveal === undefined || protection === 'passphrase') return owner;
  return (await confirmReveal(protection === 'keychain' ? 'keychain' : 'unprotected')) ? ok(null) : err(NOT_CONFIRMED);
};

/** Nothing was shown or changed; whoever reveals it again is asked again. */
const NOT_CONFIRMED: FailureView = { kind: 'not-confirmed', facts: {} };
