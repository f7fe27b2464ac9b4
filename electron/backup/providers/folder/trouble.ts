// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../../shared/facts/subjects.ts';
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

const reason = (code: string, doing: 'reading' | 'writing'): Said<'trouble'> => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'folder-full', facts: {} };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { kind: 'folder-closed', facts: { doing } };
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'folder-missing', facts: {} };
    default:
      return { kind: 'folder-failed', facts: { doing, detail: code } };
  }
};
