// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../../../shared/result.ts';
import type { Store, Tx } from '../../../storage/store.ts';
import { escrowRecord } from '../../escrowed/record.ts';
import { noteRehearsed } from '../../escrowed/rehearsed.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import type { Recovery } from '../../paper/text.ts';
import { sessionOf, type EscrowSession } from './session.ts';
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

/** Whoever recovers has just shown that the ways they answered work: those that the restored escrow still has count as tried. */
export const noteAnswered = (tx: Tx, { ways }: Pick<EscrowSession, 'ways'>, at: number): void => {
  const record = escrowRecord(tx);
  if (record === undefined) return;
  const shares = new Map(
    ways.flatMap(({ uuid, state, share }) => (state === 'solved' && share ? [[uuid, share]] : [])),
  );
  for (const { uuid, share } of record.methods)
    if (shares.get(uuid) === share) noteRehearsed(tx.local, record, uuid, { at });
};
