// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { RecoveryQuestionView } from '../../../shared/view-restore.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { parseRecovery } from '../paper/parse.ts';
import type { Recovery } from '../paper/text.ts';
import { fieldsListed } from '../providers/kinds.ts';

/** What is asked before a restore begins. `namesNoPlace`: the text does not say where copies are. */
export type RecoveryQuestions = { readonly questions: readonly RecoveryQuestionView[]; readonly namesNoPlace: boolean };

/** What the providers on a sheet ask for that does not stand on it, such as a password. Nobody is asked over the network. */
export const recoveryQuestions = (recoveryText: string): Result<RecoveryQuestions, BackupFailure> => {
  const sheet = parseRecovery(recoveryText);
  return sheet.ok ? ok(questionsOf(sheet.value)) : sheet;
};

export const questionsOf = ({ providers }: Pick<Recovery, 'providers'>): RecoveryQuestions => {
  const questions = providers.flatMap(({ name, url, at }) => {
    const fields = fieldsListed(url, at);
    return fields.length === 0 ? [] : [{ provider: url, name: name || (at ?? url), place: at ?? url, fields }];
  });
  return { questions, namesNoPlace: providers.length === 0 };
};
