// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { systemCode } from '../../../storage/system-code.ts';
import { writeWhole } from '../../../storage/whole-file.ts';
import type { ProviderTrouble } from '../provider.ts';

/** Writes a file of the folder whole or not at all. */
export const writeInFolder = async (path: string, bytes: Uint8Array): Promise<Result<void, ProviderTrouble>> => {
  try {
    return ok(await writeWhole(path, bytes));
  } catch (thrown) {
    return fileTrouble(thrown, 'writing');
  }
};

/** A drive that was pulled out, a file another program holds: the folder did not answer, which says nothing about what it has. What is no file system error is thrown again. */
export const fileTrouble = (thrown: unknown, doing: 'reading' | 'writing'): Result<never, ProviderTrouble> => {
  const code = systemCode(thrown);
  if (code === '') throw thrown;
  return err({ kind: 'silent', why: reason(code, doing) });
};

const reason = (code: string, doing: 'reading' | 'writing'): string => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the folder is full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `the folder does not let us ${doing === 'writing' ? 'write' : 'read'}`;
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the folder is not there; is the drive connected?';
    default:
      return `${doing} failed (${code})`;
  }
};
