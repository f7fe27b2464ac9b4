// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import { explainBackupFailure } from '../../backup/failure/explain.ts';
import { orBackup, orMoney } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests by which a wallet is emptied and leaves this computer. */
export const leavingHandlers = ({ backup, eraseEmptied, words }: OpenParts) =>
  ({
    'wallet.empty.quote': async ({ expiresHours }) => orMoney(await backup.emptyQuote(expiresHours)),
    'wallet.empty': async ({ expiresHours }) => orMoney(await backup.empty(words().t('empty.summary'), expiresHours)),
    'wallet.empty.status': async () => ok(backup.emptyStatus()),
    'wallet.empty.stop': async () => orBackup(backup.stopEmptying()),
    'wallet.empty.finish': async () => {
      const finished = await backup.finishEmptying();
      if (!finished.ok) return err(explainBackupFailure(finished.error));
      if (finished.value) return eraseEmptied(finished.value);
      return err({ kind: 'abandon-pending', facts: {} });
    },
  }) satisfies Partial<Handlers>;
