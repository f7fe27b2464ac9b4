// SPDX-License-Identifier: GPL-3.0-or-later
import { rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { EndView } from '../../shared/contract-rescue.ts';
import { makeDirectorySync, writeWholeSync } from '../storage/whole-file.ts';

/** Remembers that the program runs, so that the next start knows whether it ended or died. */
export type RunMark = {
  /** how the last run of window or program ended, where that was no way to end; until it was read */
  readonly ended: () => EndView | undefined;
  readonly read: () => void;
  /** the page died, and the program went on */
  readonly windowDied: () => void;
  /** notes that the program is still there, so that a death has its time */
  readonly lives: () => void;
  /** the program ends as it should */
  readonly ends: () => void;
};

/** Sets the mark in `directory` and looks at the one of before. A disk that takes no mark takes nothing else with it. */
export const markRun = (directory: string, now: () => number): RunMark => {
  const file = join(directory, 'running');
  let ended = diedBefore(file);
  quietly(() => {
    makeDirectorySync(directory);
    writeWholeSync(file, new Uint8Array());
  });
  return {
    ended: () => ended,
    read: () => {
      ended = undefined;
    },
    windowDied: () => {
      ended = { what: 'window', at: now() };
    },
    lives: () => quietly(() => utimesSync(file, now() / 1000, now() / 1000)),
    ends: () => quietly(() => rmSync(file, { force: true })),
  };
};

const diedBefore = (file: string): EndView | undefined => {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true ? { what: 'program', at: found.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
};

const quietly = (act: () => void): void => {
  try {
    act();
  } catch {
    // What it costs is one sentence at the next start.
  }
};
