// SPDX-License-Identifier: GPL-3.0-or-later
import fs, { promises } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemCode } from './system-code.ts';

// Files of our own that are written whole or not at all, and files of others that are read up to a ceiling; each at once, for
// small files whose next step depends on them, and waiting, for large ones and for drives that may hang. All throw file system errors.

/** What a file is called while it is being written; a process that dies then leaves it. */
export const UNFINISHED = '.holdfast-tmp';

/** The owner alone may read what we write, also where others could read what it replaces. */
const OWNER_ONLY = 0o600;

/**
 * Why no file of a person's is written under this name: a link, a pipe, a device or a folder is there, in whose place it would be put, or
 * it is in the wallet's own directory, by whatever way. Undefined where one can be written or replaced, or where writing will say why not.
 */
export const whyNotWritten = (path: string, ownDirectory: string): 'no-file' | 'own' | undefined => {
  try {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile()) return 'no-file';
    const [there, own] = [dirname(resolve(path)), ownDirectory].map((each) => fs.statSync(each, { bigint: true }));
    return there?.ino === own?.ino && there?.dev === own?.dev ? 'own' : undefined;
  } catch {
    return undefined;
  }
};

/** True where nothing is, or an ordinary file, by itself or by a link: opening anything else may wait for ever, or never end. */
export const opensAtOnce = (path: string): boolean => fs.statSync(path, { throwIfNoEntry: false })?.isFile() !== false;

/**
 * Makes a directory for its owner alone, with those above it. Not by Node's own way: of a file system that makes no directories and says
 * that none is there (`/proc`, drives that are mounted when they are asked for), that one asks for ever.
 */
export const makeDirectorySync = (path: string): void => {
  const missing: string[] = [];
  for (let at = resolve(path); !isDirectory(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing)
    try {
      fs.mkdirSync(each, { mode: 0o700 });
    } catch (thrown) {
      // Somebody else may have made it just now.
      if (systemCode(thrown) !== 'EEXIST' || !isDirectory(each)) throw thrown;
    }
};

const isDirectory = (path: string): boolean => {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** Why something that is none is not opened as a file of the wallet; stands where an error of the system would have its code. */
export const NOT_A_FILE = 'not-a-file';

/**
 * Replaces a file whole or not at all, also across a power cut: writes beside it, flushes, renames, flushes the directory. A reader
 * never sees half of it, and on a failure the file is as it was.
 */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const unfinished = `${path}${UNFINISHED}`;
  try {
    // Anew, never what lies there: a link planted on a strange stick would make us write over a file of our own, such as the
    // wallet's key. And a mode given to an open counts for new files only.
    await promises.rm(unfinished, { force: true });
    const file = await promises.open(unfinished, 'wx', OWNER_ONLY);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await promises.rename(unfinished, path);
  } catch (thrown) {
    await promises.rm(unfinished, { force: true }).catch(() => undefined);
    throw thrown;
  }
  await flushDirectory(dirname(path));
};

/** The same at once. */
export const writeWholeSync = (path: string, bytes: Uint8Array): void => {
  const unfinished = `${path}${UNFINISHED}`;
  try {
    fs.rmSync(unfinished, { force: true });
    const file = fs.openSync(unfinished, 'wx', OWNER_ONLY);
    try {
      let written = 0;
      while (written < bytes.length) written += fs.writeSync(file, bytes, written);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(unfinished, path);
  } catch (thrown) {
    removeQuietly(unfinished);
    throw thrown;
  }
  flushDirectorySync(dirname(path));
};

/** A rename or removal is on the disk only when its directory is. */
const flushDirectory = async (directory: string): Promise<void> => {
  try {
    const handle = await promises.open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (!FLUSHES_ITSELF.has(systemCode(thrown))) throw thrown;
  }
};

/** The same at once. */
export const flushDirectorySync = (directory: string): void => {
  try {
    const handle = fs.openSync(directory, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch (thrown) {
    if (!FLUSHES_ITSELF.has(systemCode(thrown))) throw thrown;
  }
};

/** Said by systems and file systems that cannot open or flush a directory (Windows, FAT, some network drives): they keep their names in order themselves. */
const FLUSHES_ITSELF: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP']);

/**
 * The bytes of an ordinary file of at most `limit` bytes; undefined for anything else, such as a device that never ends, a pipe that
 * never begins, or a file that grows while it is read. Throws `ENOENT` where nothing is.
 */
export const readUpTo = async (path: string, limit: number): Promise<Uint8Array | undefined> => {
  const found = await promises.stat(path);
  if (!found.isFile() || found.size > limit) return undefined;
  const handle = await promises.open(path, 'r');
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

/** The same at once. */
const readUpToSync = (path: string, limit: number): Uint8Array | undefined => {
  const found = fs.statSync(path);
  if (!found.isFile() || found.size > limit) return undefined;
  const handle = fs.openSync(path, 'r');
  try {
    const buffer = new Uint8Array(found.size + 1);
    let size = 0;
    for (;;) {
      const bytesRead = fs.readSync(handle, buffer, size, buffer.length - size, null);
      size += bytesRead;
      if (bytesRead === 0) return buffer.slice(0, size);
      if (size === buffer.length) return undefined;
    }
  } finally {
    fs.closeSync(handle);
  }
};

/** The text of a small file of ours; undefined where nothing is, empty for what is longer than `limit` bytes or no file: that is none of ours. */
export const readTextIfThere = (path: string, limit: number): string | undefined => {
  if (!fs.existsSync(path)) return undefined;
  const bytes = readUpToSync(path, limit);
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
};

const removeQuietly = (path: string): void => {
  try {
    fs.rmSync(path, { force: true });
  } catch {
    // What made the writing fail is what the caller hears of; the next writing removes it.
  }
};
