// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../shared/result.ts';
import type { RequestInput } from '../../shared/contract.ts';
import type { FailureView } from '../../shared/view.ts';
import { explainBackupFailure } from '../backup/failure/explain.ts';
import { parseRecovery } from '../backup/paper/parse.ts';
import { databaseWrapKey } from '../backup/root-secret.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Store } from '../storage/store.ts';

/**
 * Opens this computer's own wallet with its recovery sheet, when the passphrase is forgotten or the keychain gone, and locks it anew
 * as asked. Nothing is fetched and nothing changes in the wallet; refused for another wallet's sheet.
 */
export const unlockBySheet = async (
  directory: Pick<DataDirectory, 'unlockWithRoot'>,
  { recoveryText, protection }: RequestInput<'app.unlockBySheet'>,
): Promise<Result<Store, FailureView>> => {
  const sheet = parseRecovery(recoveryText);
  if (!sheet.ok) return err(explainBackupFailure(sheet.error));
  return directory.unlockWithRoot(databaseWrapKey(sheet.value.root), protection);
};

/** Said at the start instead of refusing it, where the sheet is a way in. */
export const KEYCHAIN_GONE: FailureView = { kind: 'keychain-refused', facts: { sheet: 'opens' } };
