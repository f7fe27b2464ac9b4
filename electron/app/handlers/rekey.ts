// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { orBackup } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests by which a wallet gets a new secret, because somebody else may know the one it has. */
export const rekeyHandlers = ({ backup, tellChanged }: OpenParts) =>
  ({
    'rekey.quote': async () => orBackup(await backup.rekeyQuote()),
    'rekey.begin': async ({ agreedFees }) => {
      const begun = orBackup(await backup.rekey(agreedFees));
      tellChanged();
      return begun;
    },
    'rekey.progress': async () => {
      const madeAt = backup.rekeyedAt();
      return ok({ progress: backup.rekeying() ?? null, ...(madeAt === undefined ? {} : { madeAt }) });
    },
    'rekey.goOn': async () => {
      const gone = orBackup(await backup.goOnWithRekey());
      tellChanged();
      return gone;
    },
    'rekey.cancel': async () => {
      const cancelled = orBackup(await backup.cancelRekey());
      tellChanged();
      return cancelled.ok ? ok({}) : cancelled;
    },
  }) satisfies Partial<Handlers>;
