// SPDX-License-Identifier: GPL-3.0-or-later
import fs from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import { systemCode } from '../system-code.ts';
import { flushDirectorySync, makeDirectorySync } from '../whole-file.ts';
import { filesOfWallet } from './erase.ts';

/** Something could not be moved; what was moved before it stays where it is now, and nothing was deleted. */
export type SetAsideFailure = { readonly kind: 'not-set-aside'; readonly file: string; readonly why: string };

const PREFIX = 'set-aside-';
/** A wallet that is set aside again and again within a second, by a program that died in between, has this many folders at most. */
const MOST_NAMES = 100;
/** Folders that are named; a directory may hold any number of files of others. */
const MOST_SHOWN = 20;

/**
 * Moves every file of the wallet in `directory` into a new folder in there, and gives the folder. Each move is one rename, so a crash
 * leaves every file whole in one of the two places; what is left is no wallet, or one that does not open, and can be set aside again.
 */
export const setAside = (directory: string, nowMs: number): Result<string, SetAsideFailure> => {
  const here = filesOfWallet().filter((name) => fs.lstatSync(join(directory, name), { throwIfNoEntry: false }));
  let file = directory;
  try {
    const folder = newFolder(directory, nowMs);
    for (const name of here) {
      file = join(directory, name);
      fs.renameSync(file, join(folder, name));
    }
    flushDirectorySync(folder);
    flushDirectorySync(directory);
    return ok(folder);
  } catch (thrown) {
    const why = systemCode(thrown);
    if (why === '') throw thrown;
    return err({ kind: 'not-set-aside', file, why });
  }
};

/** Where files were set aside before, newest first. */
export const foldersSetAside = (directory: string): readonly string[] => {
  try {
    return fs
      .readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.startsWith(PREFIX))
      .map(({ name }) => name)
      .sort()
      .reverse()
      .slice(0, MOST_SHOWN)
      .map((name) => join(directory, name));
  } catch {
    // What cannot be listed is not said; it is there all the same.
    return [];
  }
};

/** Never one that is there: two wallets in one folder could not be told apart any more. */
const newFolder = (directory: string, nowMs: number): string => {
  const at = new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const folder = join(directory, `${PREFIX}${at}${number === 1 ? '' : `-${number}`}`);
    if (fs.lstatSync(folder, { throwIfNoEntry: false }) !== undefined) continue;
    makeDirectorySync(folder);
    return folder;
  }
  throw Object.assign(new Error('too many folders of one second'), { code: 'EEXIST' });
};
