// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import { flushDirectorySync, UNFINISHED, writeWholeSync } from '../whole-file.ts';
import { systemCode } from '../system-code.ts';

/** Something cannot be removed. `left` says what that means for the wallet. */
export type EraseFailure = {
  readonly kind: 'not-erased';
  readonly file: string;
  readonly why: string;
  /**
   * `everything`: nothing was removed and nothing will be; `marked`: nothing was removed, but the mark stays, so the wallet may not be
   * used any more; `rest`: its key is gone for good, files that nobody can open are still there
   */
  readonly left: 'everything' | 'marked' | 'rest';
};

const MARK = 'wallet.erasing';
const KEY_FILE = 'wallet-key.json';
const TRIES_FILE = 'wallet-key-tries.json';
/** What the database of a new wallet is called until its key file is there. */
export const UNFINISHED_DATABASE = 'wallet.db.new';
/** The files that SQLite keeps for one database. */
export const filesOfDatabase = (name: string): readonly string[] =>
  ['', '-wal', '-shm', '-journal'].map((end) => `${name}${end}`);
/** With what a process leaves that died while it wrote one of them. */
const REST: readonly string[] = [
  ...[KEY_FILE, TRIES_FILE, MARK].flatMap((name) => [`${name}${UNFINISHED}`, `${name}.new`]),
  ...filesOfDatabase('wallet.db'),
  ...filesOfDatabase(UNFINISHED_DATABASE),
  TRIES_FILE,
];

/** The names of all files of a wallet, there or not; an erase that was begun is none of its business and stays marked. */
export const filesOfWallet = (): readonly string[] => [KEY_FILE, ...REST];

/** Whether an erase was begun here and has not ended; a wallet in that state may not be opened, for the next start finishes it. */
export const isErasing = (directory: string): boolean => existsSync(join(directory, MARK));

/**
 * First half of an erase: marks the directory, then removes the key, after which nobody can open what is left. Fails with the
 * wallet as it was, unless the failure says `marked`.
 */
export const eraseKey = (directory: string): Result<void, EraseFailure> => {
  const mark = join(directory, MARK);
  try {
    writeWholeSync(mark, new Uint8Array());
  } catch (thrown) {
    return unmarked(directory, mark, thrown);
  }
  const removed = remove(directory, KEY_FILE);
  return removed === undefined ? ok(undefined) : unmarked(directory, join(directory, KEY_FILE), removed);
};

/** Second half: removes what the key opened, then the mark. A failure is finished by the next start. */
export const eraseRest = (directory: string): Result<void, EraseFailure> => {
  for (const name of REST) {
    const removed = remove(directory, name);
    if (removed !== undefined) return failure(join(directory, name), removed, 'rest');
  }
  try {
    // The mark goes last also across a power cut: a database without a key would be taken for a wallet that lost it.
    flushDirectorySync(directory);
    rmSync(join(directory, MARK), { force: true });
  } catch (thrown) {
    return failure(join(directory, MARK), thrown, 'rest');
  }
  return ok(undefined);
};

/** While the key is there nothing is lost: the mark is taken back, so that no later start finishes what the person was told has failed. */
const unmarked = (directory: string, file: string, why: unknown): Result<never, EraseFailure> => {
  const back = remove(directory, MARK);
  return failure(file, why, back === undefined ? 'everything' : 'marked');
};

/** What was thrown when the file could not be removed; undefined when it is gone. */
const remove = (directory: string, name: string): unknown => {
  try {
    rmSync(join(directory, name), { force: true });
    return undefined;
  } catch (thrown) {
    return thrown;
  }
};

const failure = (file: string, why: unknown, left: EraseFailure['left']): Result<never, EraseFailure> => {
  const code = systemCode(why);
  if (code === '') throw why;
  return err({ kind: 'not-erased', file, why: code, left });
};
