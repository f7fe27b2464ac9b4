// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { makeDirectorySync, readTextIfThere, writeWholeSync } from '../../storage/whole-file.ts';
import { isAnythingHere } from './new-database.ts';

// Where the window's wallet lies: in `wallet` of the program's own directory, unless its person chose another place. The choice lies in
// that own directory, so that it is found whatever becomes of the place.

/** The longest path of any system this runs on. */
const MAX_BYTES = 32 * 1024;
const WALLET = 'wallet';
const OWN_FOLDER = 'Holdfast';

const fileOf = (home: string): string => join(home, 'wallet-place');

/** Where the wallet lies that is opened from `home`, and whether its person chose that. */
export const placeOf = (home: string): { readonly directory: string; readonly isChosen: boolean } => {
  try {
    const text = readTextIfThere(fileOf(home), MAX_BYTES)?.trimEnd() ?? '';
    if (isAbsolute(text)) return { directory: text, isChosen: true };
  } catch {
    // A choice that cannot be read is as none: the usual place tells what lies there.
  }
  return { directory: join(home, WALLET), isChosen: false };
};

/** Whether a chosen place is there: nothing is ever made in the place of a drive that is not connected. */
export const isPlaceThere = (directory: string): boolean => {
  try {
    return statSync(directory).isDirectory();
  } catch {
    return false;
  }
};

/** Keeps the choice; undefined goes back to the usual place. On a failure the choice is what it was. */
export const keepPlace = (home: string, directory: string | undefined): Result<void, FailureView> => {
  try {
    if (directory === undefined) rmSync(fileOf(home), { force: true });
    else {
      makeDirectorySync(directory);
      writeWholeSync(fileOf(home), new TextEncoder().encode(`${directory}\n`));
    }
    return ok(undefined);
  } catch {
    return err({ kind: 'cannot-write', facts: { what: 'place' } });
  }
};

/**
 * What a person means who chose `folder` as the place of the wallet: the wallet that lies in it or in one of our folders below, else the
 * folder itself where it is empty, else one of our own in it, so that nothing of theirs lies among the wallet's files.
 */
export const meantPlace = (folder: string): string => {
  const at = resolve(folder);
  const found = [at, join(at, WALLET), join(at, OWN_FOLDER)].find(isAnythingHere);
  if (found !== undefined) return found;
  return isEmpty(at) ? at : join(at, OWN_FOLDER);
};

const isEmpty = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
};
