// SPDX-License-Identifier: GPL-3.0-or-later
import { promises as fs } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ProviderTrouble } from '../provider.ts';

export const TEMPORARY = '.holdfast-tmp';

/** Writes a file whole or not at all: beside it first, flushed to the disk, then renamed; a reader never sees half of it. */
export const writeWhole = async (file: string, bytes: Uint8Array): Promise<Result<void, ProviderTrouble>> => {
  const temporary = `${file}${TEMPORARY}`;
  try {
    const handle = await openAnew(temporary);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, file);
    await flushDirectory(dirname(file));
    return ok(undefined);
  } catch (failure) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    return fileTrouble(failure, 'writing');
  }
};

/** A new file, never what lies there: a link planted on a strange stick would make us write over a file of our own, such as the wallet's key. */
const openAnew = async (file: string): Promise<fs.FileHandle> => {
  try {
    return await fs.open(file, 'wx', 0o600);
  } catch (failure) {
    if (fileCode(failure) !== 'EEXIST') throw failure;
    await fs.rm(file, { force: true });
    return fs.open(file, 'wx', 0o600);
  }
};

/** A drive that was pulled out, a file another program holds: the folder did not answer, which says nothing about what it has. What is no file system error is thrown again. */
export const fileTrouble = (failure: unknown, doing: 'reading' | 'writing'): Result<never, ProviderTrouble> => {
  const code = fileCode(failure);
  if (code === undefined) throw failure;
  return err({ kind: 'silent', why: reason(code, doing) });
};

/** The code of a file system error; undefined for anything else. */
export const fileCode = (failure: unknown): string | undefined =>
  failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;

/** A name is only safe once its directory is flushed; systems that cannot open a directory (Windows) flush it themselves. */
const flushDirectory = async (directory: string): Promise<void> => {
  try {
    const handle = await fs.open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (failure) {
    const code = fileCode(failure);
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EACCES' && code !== 'EINVAL' && code !== 'ENOTSUP')
      throw failure;
  }
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

/**
 * The bytes of an ordinary file of at most `limit` bytes; undefined for anything else, such as a device that never ends, a pipe that
 * never begins, or a file that grows while it is read. Throws file system errors.
 */
export const readUpTo = async (file: string, limit: number): Promise<Uint8Array | undefined> => {
  const found = await fs.stat(file);
  if (!found.isFile() || found.size > limit) return undefined;
  const handle = await fs.open(file, 'r');
  try {
    const buffer = new Uint8Array(found.size + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, size, buffer.length - size);
      size += bytesRead;
      if (bytesRead === 0) return buffer.slice(0, size);
      if (size === buffer.length) return undefined;
    }
  } finally {
    await handle.close();
  }
};
