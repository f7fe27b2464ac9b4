// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { SheetReadView } from '../../../shared/view-restore.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { parseRecovery } from '../paper/parse.ts';
import { RECOVERY_HEADER, recoveryToText, secretGroups, secretLines } from '../paper/text.ts';

/**
 * What stands on a sheet, by its groups and its other lines, for whoever has just read or typed it. `take`: the person was shown what is
 * proposed for a damaged code and takes it; without that it is a failure like any other, and nothing is ever taken by itself.
 */
export const readSheet = (recoveryText: string, take: boolean): Result<SheetReadView, BackupFailure> => {
  const read = parseRecovery(recoveryText);
  if (!read.ok && !(take && read.error.kind === 'correction-proposed')) return read;
  const recovery = read.ok ? read.value : read.error.kind === 'correction-proposed' ? read.error.corrected : undefined;
  // An address has no groups; it is handed on as it came.
  if (recovery === undefined || recovery.sheetNumber === '') return ok({ groups: [], lines: '', text: recoveryText });
  const groups = secretGroups(recovery);
  const { walletName, date, providers } = recovery;
  if (walletName === '' && date === '' && providers.length === 0)
    return ok({ groups, lines: '', text: groups.join(' ') });
  const lines = recoveryToText(recovery)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^(?:HOLDFAST|#|secret |END$|date: ?$)/.test(line));
  const text = [RECOVERY_HEADER, ...lines, ...secretLines(groups), 'END'].join('\n');
  return ok({ groups, lines: lines.join('\n'), text });
};
