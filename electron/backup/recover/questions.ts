// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { RecoveryQuestionView } from '../../../shared/view-restore.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { parseRecovery } from '../paper/parse.ts';
import { fieldsListed } from '../providers/kinds.ts';

/** What the providers on a sheet ask for that does not stand on it, such as a password. Nobody is asked over the network. */
export const recoveryQuestions = (recoveryText: string): Result<readonly RecoveryQuestionView[], BackupFailure> => {
  const sheet = parseRecovery(recoveryText);
  if (!sheet.ok) return sheet;
  return ok(
    sheet.value.providers.flatMap(({ name, url, at }) => {
      const fields = fieldsListed(url, at);
      return fields.length === 0 ? [] : [{ provider: url, name: name || (at ?? url), place: at ?? url, fields }];
    }),
  );
};
