// SPDX-License-Identifier: GPL-3.0-or-later
import fs from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { MovedView } from '../../../shared/contract-settings.ts';
import type { FailureView } from '../../../shared/view.ts';
import { filesOfWallet } from '../../storage/directory/erase.ts';
import { lockDirectory } from '../../storage/directory/lock.ts';
import { explainStorageFailure } from '../../storage/explain.ts';
import { isDiskFull, systemCode } from '../../storage/system-code.ts';
import { areSame, copyFiles } from './copy-files.ts';
import { clearBehind, clearCopies, clearLock, forgetMove, noteMove } from './moved.ts';
import { keepPlace, placeOf } from './place.ts';

// Moving the wallet's files to another folder: copied, compared, then one small file says where the wallet lies (`place.ts`), then the
// old ones are removed. A note says what is under way; the next start finishes it or takes it back (`moved.ts`).

type Why = Extract<FailureView, { kind: 'no-place' }>['facts']['why'];
/** A disk that is full to the last byte is no place for a wallet. */
const SPARE_BYTES = 16 * 1024 * 1024;

/** The files that belong to a wallet, beside its database what its person chose for it; the key goes last. */
const filesThatMove = (from: string): readonly string[] =>
  ['language', 'settings', ...filesOfWallet().toReversed()].filter(
    (name) => fs.lstatSync(join(from, name), { throwIfNoEntry: false })?.isFile() === true,
  );

/** Why the files of `from` cannot move to a folder that was chosen; undefined where they can. */
export const whyNoPlace = (from: string, to: string): Why | undefined => {
  try {
    if (fs.existsSync(`${from}-play-money`)) return 'play-money';
    if (isWithin(from, to) || isWithin(to, from)) return 'inside';
    if (fs.readdirSync(to).length > 0) return 'not-empty';
    fs.accessSync(to, fs.constants.W_OK);
    const { bavail, bsize, blocks } = fs.statfsSync(to);
    const bytes = filesThatMove(from).reduce((sum, name) => sum + fs.statSync(join(from, name)).size, 0);
    // Some drives do not say how large they are.
    return blocks > 0 && bavail * bsize < bytes + SPARE_BYTES ? 'full' : undefined;
  } catch (thrown) {
    return whyOf(thrown);
  }
};

/** Whether one folder is the other or lies in it, by whatever way it was named. */
const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(fs.realpathSync(resolve(outer)), fs.realpathSync(resolve(inner)));
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

const whyOf = (thrown: unknown): Why => {
  if (isDiskFull(thrown)) return 'full';
  return READ_ONLY.has(systemCode(thrown)) ? 'read-only' : 'failed';
};

const READ_ONLY: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * Moves the files of a wallet that nobody has open. On a failure they are where they were, and nothing of them is left in the other folder;
 * `left` says that something could not be removed from the old one.
 */
export const moveFiles = async (home: string, from: string, to: string): Promise<Result<MovedView, FailureView>> => {
  const why = whyNoPlace(from, to);
  if (why !== undefined) return noPlace(why);
  const held = lockBoth(from, to);
  if (!held.ok) return held;
  let isClear = false;
  try {
    await copyAndName(home, from, to);
    // Still locked: whoever makes a wallet in the old folder the moment it is free must not find its files going.
    isClear = clearBehind(from, to);
    if (isClear && clearLock(from)) forgetMove(home);
    return ok({ folder: to, ...(isClear ? {} : { left: from }) });
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === '') throw thrown;
    // The place may be named although that could not be flushed: both wallets stay, and the next start removes one.
    if (placeOf(home).directory === to) return ok({ folder: to, left: from });
    clearCopies(home, from, to);
    return noPlace(code === DIFFERS ? 'differs' : whyOf(thrown));
  } finally {
    held.value();
    if (isClear && fs.existsSync(join(from, 'wallet.lock')) && clearLock(from)) forgetMove(home);
  }
};

const copyAndName = async (home: string, from: string, to: string): Promise<void> => {
  noteMove(home, { from, to, phase: 'copying' });
  const names = filesThatMove(from);
  await copyFiles(names, from, to);
  if (!(await areSame(names, from, to))) throw Object.assign(new Error('other bytes'), { code: DIFFERS });
  noteMove(home, { from, to, phase: 'compared' });
  const kept = keepPlace(home, to);
  if (!kept.ok) throw Object.assign(new Error('not named'), { code: 'EACCES' });
};

/** Nobody else opens or makes a wallet in either folder meanwhile. */
const lockBoth = (from: string, to: string): Result<() => void, FailureView> => {
  const here = lockDirectory(from);
  if (!here.ok) return err(explainStorageFailure(here.error));
  const there = lockDirectory(to);
  if (there.ok)
    return ok(() => {
      there.value.release();
      here.value.release();
    });
  here.value.release();
  return there.error.kind === 'already-running' ? noPlace('not-empty') : err(explainStorageFailure(there.error));
};

const DIFFERS = 'DIFFERS';

const noPlace = (why: Why): Result<never, FailureView> => err({ kind: 'no-place', facts: { why } });
