// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../../../shared/result.ts';
import type { Store } from '../../../storage/store.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import type { Recovery } from '../../paper/text.ts';
import { sessionOf } from './session.ts';
import { coreSecretToWallet } from './wallet-secret.ts';
import { openedSecret } from './ways.ts';

/** What enough answers have brought back: what would stand on the wallet's sheet. */
export const recoveredWallet = (store: Pick<Store, 'local'>): Result<Recovery, BackupFailure> => {
  const session = sessionOf(store);
  if (session === undefined) return err({ kind: 'no-recovery' });
  const opened = openedSecret(session);
  if (!opened.ok)
    return err({ kind: opened.error.kind === 'malformed-core-secret' ? 'secret-unreadable' : 'recovery-not-open' });
  const wallet = coreSecretToWallet(opened.value);
  if (wallet.ok) return wallet;
  return err(
    wallet.error.kind === 'newer-wallet-secret'
      ? { kind: 'newer-secret', version: wallet.error.version }
      : { kind: 'secret-unreadable' },
  );
};
