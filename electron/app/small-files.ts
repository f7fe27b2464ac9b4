// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { readTextIfThere, whyNotWritten, writeWholeSync } from '../storage/whole-file.ts';
import type { World } from '../world.ts';

/** Writes a file of a person's where they chose, unless it would lie among the wallet's own. */
export const writePersonsFile = (
  file: string,
  bytes: Uint8Array,
  what: 'sheet' | 'report' | 'history',
  dataDirectory: string,
  log: World['log'],
): Result<{ readonly file: string }, FailureView> => {
  const why = whyNotWritten(file, dataDirectory);
  if (why !== undefined) return err({ kind: 'unwritable-file', facts: { what: why, file } });
  try {
    writeWholeSync(file, bytes);
    return ok({ file });
  } catch (error) {
    log({ event: 'not-written', why: error instanceof Error ? error.message : 'unknown' });
    return err({ kind: 'cannot-write', facts: { what } });
  }
};

/** What is kept of a window is a few numbers and marks. */
const MOST_BYTES = 1024;

/** Small facts about the window, each in a file of its own in `directory`; what cannot be read or written is forgotten. */
export const keptIn = (directory: string) => ({
  read: (name: string): string | undefined => {
    try {
      return readTextIfThere(join(directory, name), MOST_BYTES);
    } catch {
      return undefined;
    }
  },
  write: (name: string, text: string): void => {
    try {
      writeWholeSync(join(directory, name), new TextEncoder().encode(text));
    } catch {
      // The next window begins as a new one.
    }
  },
});

/** Every file of the window by its path from the root, as a URL spells it. */
export const windowFiles = (root: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path).split(sep).join('/'), new Uint8Array(readFileSync(path))];
    }),
  );
};

/** A text that the program brings along. */
export const textOfProgram = (file: string): string => readFileSync(file, 'utf8');
