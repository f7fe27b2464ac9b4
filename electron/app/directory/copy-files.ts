// SPDX-License-Identifier: GPL-3.0-or-later
import { promises } from 'node:fs';
import { join } from 'node:path';
import { flushDirectorySync } from '../../storage/whole-file.ts';

/** So much is in memory at a time, of a database of any size. */
const CHUNK = 1024 * 1024;
/** The owner alone may read them. */
const OWNER_ONLY = 0o600;

/** Copies these files into an empty folder, and flushes them; throws what the file systems throw. */
export const copyFiles = async (names: readonly string[], from: string, to: string): Promise<void> => {
  for (const name of names) {
    const read = await promises.open(join(from, name), 'r');
    try {
      // Never over a file that somebody has put there meanwhile.
      const written = await promises.open(join(to, name), 'wx', OWNER_ONLY);
      try {
        for await (const chunk of chunksOf(read)) await written.writeFile(chunk);
        await written.sync();
      } finally {
        await written.close();
      }
    } finally {
      await read.close();
    }
  }
  flushDirectorySync(to);
};

/** Whether each file reads the same in both folders, byte by byte. */
export const areSame = async (names: readonly string[], from: string, to: string): Promise<boolean> => {
  for (const name of names) if (!(await isSame(join(from, name), join(to, name)))) return false;
  return true;
};

const isSame = async (one: string, other: string): Promise<boolean> => {
  const first = await promises.open(one, 'r');
  try {
    const second = await promises.open(other, 'r');
    try {
      const theirs = chunksOf(second);
      for await (const chunk of chunksOf(first)) {
        const next = await theirs.next();
        if (next.done === true || !chunk.equals(next.value)) return false;
      }
      return (await theirs.next()).done === true;
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
  }
};

/** The bytes of a file in pieces of one length; only the last is shorter. */
async function* chunksOf(file: promises.FileHandle): AsyncGenerator<Buffer, void> {
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    let filled = 0;
    while (filled < CHUNK) {
      const { bytesRead } = await file.read(chunk, filled, CHUNK - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    if (filled > 0) yield chunk.subarray(0, filled);
    if (filled < CHUNK) return;
  }
}
